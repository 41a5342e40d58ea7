import { readFileSync } from 'node:fs';
import { parse } from '../src/syntax/parse.ts';
import type { ParseMode } from '../src/syntax/parse-options.ts';
import { SyntaxProblem, type SyntaxWarningRecord } from '../src/syntax/problem.ts';
import { lookupName } from './unicode-names.ts';

/**
 * Compares our syntax errors with those that record-errors.py recorded:
 * `npx tsx tools/check-errors.ts RECORDED [--show N] [--grep TEXT]`.
 */

interface Case {
  source: string;
  mode: string;
  result: null | (string | number | null | [number, number])[];
  warnings: [string, string, number][];
}

function ours({ source, mode }: Case, warnings: SyntaxWarningRecord[]): Case['result'] {
  try {
    const [kind, ...flags] = mode.split('+');
    parse(source, {
      mode: kind as ParseMode,
      lookupName,
      warnings,
      allowIncompleteInput: flags.includes('incomplete'),
      dontImplyDedent: flags.includes('open'),
      typeComments: flags.includes('types'),
    });
    return null;
  } catch (e) {
    if (!(e instanceof SyntaxProblem)) return ['crash', String(e instanceof Error ? e.stack : e)];
    const { kind, message, lineno, offset, end_lineno, end_offset, text, lastStatement } = e;
    if (kind === 'UnicodeDecodeError') return [kind, message];
    const last = lastStatement === null ? null : ([...lastStatement] as [number, number]);
    return [
      e.incomplete ? '_IncompleteInputError' : kind,
      message,
      lineno,
      offset,
      end_lineno,
      end_offset,
      text,
      last,
    ];
  }
}

const args = process.argv.slice(2);
const option = (name: string): string | undefined =>
  args.includes(name) ? args[args.indexOf(name) + 1] : undefined;
const limit = Number(option('--show') ?? 20);
const wanted = option('--grep');
const [path] = args;
let [same, count, errors, shown, warningsDiffer] = [0, 0, 0, 0, 0];
for (const line of readFileSync(path!, 'utf8').split('\n')) {
  if (line === '') continue;
  const recorded = JSON.parse(line) as Case;
  const warnings: SyntaxWarningRecord[] = [];
  const mine = ours(recorded, warnings);
  const warned = warnings.map(w => [w.category, w.message, w.lineno]);
  count++;
  if (recorded.result !== null) errors++;
  const sameWarnings = JSON.stringify(warned) === JSON.stringify(recorded.warnings);
  if (!sameWarnings) warningsDiffer++;
  if (sameWarnings && JSON.stringify(mine) === JSON.stringify(recorded.result)) {
    same++;
    continue;
  }
  const report = `${recorded.mode} ${JSON.stringify(recorded.source)}\n  ours:   ${JSON.stringify(mine)}\n  theirs: ${JSON.stringify(recorded.result)}${sameWarnings ? '' : `\n  ${JSON.stringify(warned)}\n  ${JSON.stringify(recorded.warnings)}`}`;
  if (wanted !== undefined && !report.includes(wanted)) continue;
  if (shown++ < limit) console.log(report);
}
console.log(
  `${same} of ${count} agree (${errors} are errors, the warnings of ${warningsDiffer} differ)`,
);
