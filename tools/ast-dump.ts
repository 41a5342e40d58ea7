import { isPrintable } from '../src/algorithms/unicode/character-type.ts';
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
    if (identifiers.has(name)) out.push(strRepr(value));
    else if (name === 'prefix') out.push(`'${value}'`);
    else out.push(value, '()');
  } else write(out, value as Node);
}

export function constantRepr(value: ConstantValue): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  switch (value.type) {
    case 'int':
      return value.value.toString();
    case 'float':
      return floatRepr(value.value);
    case 'complex':
      return complexRepr(value.imag);
    case 'str':
      return strRepr(value.value);
    case 'bytes':
      return bytesRepr(value.value);
    case 'Ellipsis':
      return 'Ellipsis';
    case 'tuple':
    case 'frozenset':
      throw new Error(`the parser made a ${value.type}`);
  }
}

function floatRepr(x: number): string {
  if (x === Infinity) return 'inf';
  const text = pythonFloat(x);
  return /[.en]/.test(text) ? text : text + '.0';
}

function pythonFloat(x: number): string {
  const text = x.toExponential();
  const [digits, exponent] = text.split('e') as [string, string];
  const e = Number(exponent);
  if (e >= -4 && e < 16) {
    const plain = x.toString();
    return plain.includes('e') ? x.toFixed(20).replace(/0+$/, '') : plain;
  }
  return `${digits}e${e < 0 ? '-' : '+'}${String(Math.abs(e)).padStart(2, '0')}`;
}

const complexRepr = (imag: number): string =>
  imag === Infinity ? 'infj' : pythonFloat(imag) + 'j';

const hex = (n: number, width: number): string => n.toString(16).padStart(width, '0');

export function strRepr(value: string | Uint32Array): string {
  const points =
    typeof value === 'string' ? Array.from(value, c => c.codePointAt(0)!) : Array.from(value);
  const quote = points.includes(39) && !points.includes(34) ? '"' : "'";
  let out = quote;
  for (const cp of points) {
    if (cp === quote.charCodeAt(0) || cp === 92) out += '\\' + String.fromCharCode(cp);
    else if (cp === 10) out += '\\n';
    else if (cp === 13) out += '\\r';
    else if (cp === 9) out += '\\t';
    else if (cp >= 32 && cp < 127) out += String.fromCharCode(cp);
    else if (!isPrintable(cp)) {
      out +=
        cp < 0x100 ? '\\x' + hex(cp, 2) : cp < 0x10000 ? '\\u' + hex(cp, 4) : '\\U' + hex(cp, 8);
    } else out += String.fromCodePoint(cp);
  }
  return out + quote;
}

function bytesRepr(value: Uint8Array): string {
  const quote = value.includes(39) && !value.includes(34) ? '"' : "'";
  let out = 'b' + quote;
  for (const c of value) {
    if (c === quote.charCodeAt(0) || c === 92) out += '\\' + String.fromCharCode(c);
    else if (c === 10) out += '\\n';
    else if (c === 13) out += '\\r';
    else if (c === 9) out += '\\t';
    else if (c < 32 || c >= 127) out += '\\x' + hex(c, 2);
    else out += String.fromCharCode(c);
  }
  return out + quote;
}
