import type { PyCode } from '../objects/code.ts';
import { PyFrame } from '../objects/frame.ts';
import type { Attributes } from '../objects/object.ts';
import type { FrameFinder } from '../runtime/frames.ts';

/**
 * Finds the running Python frames from the engine's stack: a call site names the script, that is the compiled unit, and the place in its text; the text itself
 * says which code object encloses the place, and which position was noted last.
 */

/** A compiled unit that may be on the stack. */
export interface RunningUnit {
  readonly text: string;
  readonly codes: readonly PyCode[];
  /** The globals it ran with last. */
  globals: Attributes | null;
}

interface CallSite {
  readonly unit: RunningUnit;
  readonly line: number;
  readonly column: number;
}

interface ErrorConstructorWithLimit {
  stackTraceLimit?: number;
}
const DEEPEST = 5000;
const sitePattern = /\(?taipan:(\d+):.*?:(\d+):(\d+)\)?$/;

export class EngineFrames implements FrameFinder {
  readonly units: RunningUnit[] = [];

  add(text: string, codes: readonly PyCode[]): RunningUnit {
    const unit: RunningUnit = { text, codes, globals: null };
    this.units.push(unit);
    return unit;
  }

  globals(depth: number): Attributes | null {
    return this.sites(depth + 1)[depth]?.unit.globals ?? null;
  }

  frame(depth: number): PyFrame | null {
    const frames = this.sites(DEEPEST).map(site => frameAt(site));
    frames.forEach((frame, i) => {
      frame.back = frames[i + 1] ?? null;
    });
    return frames[depth] ?? null;
  }

  /** The call sites in Python code, innermost first. */
  private sites(count: number): CallSite[] {
    const limited = Error as unknown as ErrorConstructorWithLimit;
    const before = limited.stackTraceLimit;
    // Frames of the runtime stand between those of the program.
    limited.stackTraceLimit = Math.min(DEEPEST, 40 + count * 20);
    const stack = new Error().stack ?? '';
    if (before !== undefined) limited.stackTraceLimit = before;
    const sites: CallSite[] = [];
    for (const text of stack.split('\n')) {
      const match = sitePattern.exec(text);
      if (match === null) continue;
      const unit = this.units[Number(match[1])];
      if (unit !== undefined)
        sites.push({ unit, line: Number(match[2]), column: Number(match[3]) });
    }
    return sites;
  }
}

const indentOf = (line: string): number => line.length - line.trimStart().length;

function frameAt({ unit, line, column }: CallSite): PyFrame {
  const lines = unit.text.split('\n');
  const at = lines[line - 1] ?? '';
  const indent = indentOf(at);
  const code = enclosingCode(unit, lines, line, indent);
  const place = lastPlace(lines, line, column, indent);
  return new PyFrame(code, unit.globals ?? {}, place, []);
}

/** A function ends in a line that names its code, indented less than its body. */
function enclosingCode(
  unit: RunningUnit,
  lines: readonly string[],
  line: number,
  indent: number,
): PyCode {
  for (let i = line; i < lines.length; i++) {
    const match = /return \$(?:traceback\(|failFrame\(\$g, )\$code(\d+)/.exec(lines[i]!);
    if (match !== null && indentOf(lines[i]!) < indent) return unit.codes[Number(match[1]) - 1]!;
  }
  return unit.codes[0]!;
}

function lastPlace(lines: readonly string[], line: number, column: number, indent: number): number {
  let text = lines[line - 1]!.slice(0, column);
  for (let i = line - 1; i >= 0; i--) {
    const found = [...text.matchAll(/\$p = (\d+)/g)].at(-1);
    if (found !== undefined && indentOf(lines[i]!) <= indent) return Number(found[1]);
    if (i === 0) break;
    text = lines[i - 1]!;
  }
  return 0;
}
