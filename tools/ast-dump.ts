import { textFromNative } from '../src/algorithms/text/contents.ts';
import { constantRepr } from '../src/compiler/constant-repr.ts';
import { nodeFields, type ConstantValue, type Node } from '../src/syntax/ast.gen.ts';

/** Prints a tree exactly as CPython's `ast.dump(tree, include_attributes=True)`. */

const positions = ['lineno', 'col_offset', 'end_lineno', 'end_col_offset'] as const;
/** Identifiers and strings of the abstract grammar, whose values are quoted; other strings are simple nodes. */
const identifiers = new Set([
  'name',
  'id',
  'attr',
  'arg',
  'asname',
  'module',
  'names',
  'rest',
  'kwd_attrs',
  'type_comment',
  'tag',
]);

export function dump(node: Node): string {
  const out: string[] = [];
  write(out, node);
  return out.join('');
}

function write(out: string[], node: Node): void {
  out.push(node.kind, '(');
  let first = true;
  const fields = node as unknown as Record<string, unknown>;
  for (const name of nodeFields[node.kind]) {
    const value = fields[name];
    const shown = name === 'prefix' ? 'kind' : name;
    const isConstant =
      (name === 'value' && (node.kind === 'Constant' || node.kind === 'MatchSingleton')) ||
      (name === 'str' && node.kind === 'Interpolation');
    // An empty list and an absent optional are not shown.
    if (!isConstant && (value === null || value === undefined)) continue;
    if (Array.isArray(value) && value.length === 0) continue;
    if (!first) out.push(', ');
    first = false;
    out.push(shown, '=');
    if (isConstant) out.push(constantRepr(value as ConstantValue));
    else writeValue(out, name, value);
  }
  if ('lineno' in node && node.kind !== 'TypeIgnore') {
    for (const name of positions) {
      if (!first) out.push(', ');
      first = false;
      out.push(name, '=', String((node as unknown as Record<string, number>)[name]));
    }
  }
  out.push(')');
}

function writeValue(out: string[], name: string, value: unknown): void {
  if (Array.isArray(value)) {
    out.push('[');
    value.forEach((item, i) => {
      if (i > 0) out.push(', ');
      writeValue(out, name, item);
    });
    out.push(']');
  } else if (value === null) out.push('None');
  else if (typeof value === 'number') out.push(String(value));
  else if (typeof value === 'string') {
    if (identifiers.has(name))
      out.push(constantRepr({ type: 'str', value: textFromNative(value) }));
    else if (name === 'prefix') out.push(`'${value}'`);
    else out.push(value, '()');
  } else write(out, value as Node);
}
