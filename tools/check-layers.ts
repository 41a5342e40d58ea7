import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Checks the architecture: which folder of src/ may import which, no cycles of value imports, no
 * packages, no mutable module-level state, file names. `npx tsx tools/check-layers.ts`.
 */

/** A file belongs to the layer with the longest matching path; a path ending in `/` is a folder. */
interface Layer {
  readonly path: string;
  /** Paths of other layers, or single files, that this layer may import besides itself. */
  readonly may: readonly string[] | 'everything';
  /** Whether `node:` modules may be imported. */
  readonly node?: true;
}

const core = [
  'algorithms/',
  'syntax/',
  'compiler/',
  'objects/',
  'runtime/',
  'types/',
  'modules/',
  'import/',
  'interop/',
  'host/host.ts',
];

const layers: readonly Layer[] = [
  { path: 'algorithms/', may: [] },
  { path: 'host/host.ts', may: [] },
  { path: 'syntax/', may: ['algorithms/'] },
  { path: 'compiler/', may: ['syntax/', 'algorithms/'] },
  { path: 'objects/', may: ['algorithms/'] },
  { path: 'runtime/', may: ['objects/', 'algorithms/'] },
  { path: 'types/', may: ['runtime/', 'objects/', 'algorithms/'] },
  { path: 'modules/', may: ['types/', 'runtime/', 'objects/', 'host/host.ts', 'algorithms/'] },
  // The library's sources are compiled here, and what the compiler finds becomes Python's errors.
  {
    path: 'import/',
    may: ['runtime/', 'objects/', 'compiler/', 'syntax/', 'algorithms/', 'host/host.ts'],
  },
  { path: 'interop/', may: ['types/', 'runtime/', 'objects/'] },
  { path: 'host/memory/', may: ['host/host.ts', 'algorithms/'] },
  { path: 'host/node/', may: ['host/host.ts', 'algorithms/'], node: true },
  { path: 'host/browser/', may: ['host/host.ts', 'algorithms/'] },
  { path: 'interpreter.ts', may: core },
  { path: 'index.ts', may: [...core, 'interpreter.ts', 'host/memory/'] },
  { path: 'node.ts', may: 'everything', node: true },
  { path: 'browser.ts', may: 'everything' },
  { path: 'cli/', may: 'everything', node: true },
];

/** Single files (or folders) that may import more than their layer, each with its reason. */
const exceptions: readonly { path: string; may: readonly string[]; reason: string }[] = [
  'builtins',
  '_ast',
  '_symtable',
  '_tokenize',
]
  .flatMap(name => [`modules/${name}.ts`, `modules/${name}/`])
  .map(path => ({
    path,
    may: ['syntax/', 'compiler/'],
    reason: 'compile(), ast, symtable and tokenize are the compiler seen from Python',
  }));

/** Files that may hold module-level `let`, each with its reason. */
const stateful: Readonly<Record<string, string>> = {
  'runtime/state.ts': 'the pointer to the current interpreter',
};

export interface Violation {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

interface Import {
  readonly target: string;
  readonly line: number;
  /** Loads the target before the importing file runs, so it can be part of a cycle. */
  readonly eager: boolean;
}

const staticImport =
  /^(?:import\s+(type\s)?(?:[^'"();]*?\sfrom\s+)?|export\s+(type\s)?(?:\{[^}]*\}|\*(?:\s+as\s+\w+)?)\s+from\s+)['"]([^'"]+)['"]/gm;
const dynamicImport = /\bimport\(\s*['"]([^'"]+)['"]/g;

function lineOf(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < index; at = text.indexOf('\n', at + 1))
    line++;
  return line;
}

function importsOf(text: string): Import[] {
  const found: Import[] = [];
  for (const match of text.matchAll(staticImport)) {
    const typeOnly = match[1] !== undefined || match[2] !== undefined;
    found.push({ target: match[3]!, line: lineOf(text, match.index), eager: !typeOnly });
  }
  for (const match of text.matchAll(dynamicImport)) {
    found.push({ target: match[1]!, line: lineOf(text, match.index), eager: false });
  }
  return found;
}

const covers = (path: string, file: string): boolean =>
  path.endsWith('/') ? file.startsWith(path) : file === path;

function layerOf(file: string): Layer | undefined {
  return layers.find(layer => covers(layer.path, file));
}

function allows(from: Layer, file: string, target: string): boolean {
  if (from.may === 'everything' || covers(from.path, target)) return true;
  if (from.may.some(path => covers(path, target))) return true;
  return exceptions.some(e => covers(e.path, file) && e.may.some(path => covers(path, target)));
}

const rule = (layer: Layer): string =>
  layer.may === 'everything' ? 'everything' : layer.may.join(', ') || 'nothing';

function checkFile(file: string, text: string, files: ReadonlyMap<string, string>): Violation[] {
  const found: Violation[] = [];
  const report = (line: number, message: string): void => void found.push({ file, line, message });
  const layer = layerOf(file);
  if (layer === undefined) {
    report(1, 'belongs to no layer: move it, or add its layer to tools/check-layers.ts');
    return found;
  }
  for (const { target, line } of importsOf(text)) {
    if (!target.startsWith('.')) {
      if (layer.node && target.startsWith('node:')) continue;
      report(line, `imports '${target}': ${layer.path} may import no package`);
      continue;
    }
    const path = posix.join(posix.dirname(file), target);
    if (!files.has(path)) report(line, `imports '${target}': no such file in src/`);
    else if (!allows(layer, file, path)) {
      report(line, `imports ${path}: ${layer.path} may import ${rule(layer)}`);
    }
  }
  checkName(file, text, report);
  return found;
}

const vague = /^(utils?|helpers?|common|misc)(\.|-|$)/;

function checkName(
  file: string,
  text: string,
  report: (line: number, message: string) => void,
): void {
  const name = posix.basename(file);
  if (!/^[a-z_][a-z0-9_-]*(\.gen)?\.ts$/.test(name) || vague.test(name)) {
    report(1, `${name}: a file has Python's name or says in kebab-case what is inside`);
  }
  if (name.endsWith('.gen.ts') && !/^\/\/ .*tools\//.test(text)) {
    report(1, 'the first line of a generated file names its generator in tools/');
  }
  if (!(file in stateful)) {
    for (const match of text.matchAll(/^(?:export )?(?:let|var) (\w+)/gm)) {
      report(lineOf(text, match.index), `${match[1]} is mutable module-level state`);
    }
  }
  const code = text.replace(/\/\*[^]*?\*\/|\/\/.*/g, '').replace(staticImport, '');
  if (
    /^export .* from /m.test(text) &&
    /^[;\s]*$/.test(code) &&
    layerOf(file)?.path.endsWith('/')
  ) {
    report(1, 'is a barrel: import what you need from the file that has it');
  }
}

/** The cycles of value imports, one for each strongly connected component (Tarjan's algorithm). */
function cyclesOf(files: ReadonlyMap<string, string>): string[][] {
  const edges = new Map<string, string[]>();
  for (const [file, text] of files) {
    const targets = importsOf(text)
      .filter(i => i.eager && i.target.startsWith('.'))
      .map(i => posix.join(posix.dirname(file), i.target));
    edges.set(file, targets);
  }
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const cycles: string[][] = [];
  const visit = (file: string): void => {
    index.set(file, index.size);
    low.set(file, index.get(file)!);
    stack.push(file);
    onStack.add(file);
    for (const target of edges.get(file) ?? []) {
      if (!index.has(target)) visit(target);
      if (onStack.has(target)) low.set(file, Math.min(low.get(file)!, low.get(target)!));
    }
    if (low.get(file) !== index.get(file)) return;
    const component = stack.splice(stack.indexOf(file));
    for (const member of component) onStack.delete(member);
    if (component.length > 1 || edges.get(file)?.includes(file)) {
      cycles.push(shortestCycle(file, new Set(component), edges));
    }
  };
  for (const file of files.keys()) if (!index.has(file)) visit(file);
  return cycles;
}

/** A component may hold hundreds of files; what helps is the shortest way back to one of them. */
function shortestCycle(
  start: string,
  component: ReadonlySet<string>,
  edges: ReadonlyMap<string, string[]>,
): string[] {
  const queue: string[][] = [[start]];
  const seen = new Set<string>();
  for (const path of queue) {
    for (const target of edges.get(path.at(-1)!) ?? []) {
      if (target === start) return path;
      if (!component.has(target) || seen.has(target)) continue;
      seen.add(target);
      queue.push([...path, target]);
    }
  }
  return [start];
}

/** All violations of `files`: paths relative to src/ with their text. */
export function violations(files: ReadonlyMap<string, string>): Violation[] {
  const found: Violation[] = [];
  for (const [file, text] of files) found.push(...checkFile(file, text, files));
  for (const cycle of cyclesOf(files)) {
    const path = [...cycle, cycle[0]].join(' -> ');
    found.push({ file: cycle[0]!, line: 1, message: `is in a cycle of imports: ${path}` });
  }
  return found;
}

function main(): void {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..', 'src');
  const files = new Map<string, string>();
  for (const entry of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (entry.endsWith('.ts')) files.set(entry, readFileSync(join(root, entry), 'utf8'));
  }
  const found = violations(files);
  for (const { file, line, message } of found) console.error(`src/${file}:${line}: ${message}`);
  console.error(`layers: ${files.size} files, ${found.length} violations`);
  process.exitCode = found.length > 0 ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
