import { codePoints, textFromCodePoints } from '../algorithms/text/contents.ts';
import * as ast from '../syntax/ast.gen.ts';

/** Turns `'%s' % (x,)` into the f-string that does the same: optimize_format (Python/ast_preprocess.c). */
export function formatToJoinedStr(
  node: ast.BinOp,
  format: string | Uint32Array,
  items: readonly ast.expr[],
): ast.JoinedStr | null {
  const codes = codePoints(format);
  const values: ast.expr[] = [];
  let used = 0;
  for (let pos = 0; ;) {
    const end = literalEnd(codes, pos);
    if (end > pos) values.push(literal(codes, pos, end));
    if (end >= codes.length) break;
    const item = items[used++];
    if (item === undefined) return null;
    const unit = parseUnit(codes, end + 1);
    if (unit === null) return null;
    pos = unit.end;
    values.push(
      new ast.FormattedValue(
        item,
        unit.conversion,
        unit.spec === '' ? null : strConstant(unit.spec),
        item.lineno,
        item.col_offset,
        item.end_lineno,
        item.end_col_offset,
      ),
    );
  }
  if (used < items.length) return null;
  return new ast.JoinedStr(
    values,
    node.lineno,
    node.col_offset,
    node.end_lineno,
    node.end_col_offset,
  );
}

const PERCENT = 0x25;

/** Where the text from `pos` on meets a `%` that is not doubled. */
function literalEnd(codes: Uint32Array, pos: number): number {
  while (pos < codes.length) {
    if (codes[pos] !== PERCENT) pos++;
    else if (codes[pos + 1] === PERCENT) pos += 2;
    else break;
  }
  return pos;
}

function literal(codes: Uint32Array, start: number, end: number): ast.Constant {
  const text: number[] = [];
  for (let i = start; i < end; i++) {
    text.push(codes[i]!);
    if (codes[i] === PERCENT) i++;
  }
  return strConstant(textFromCodePoints(Uint32Array.from(text)));
}

/** CPython gives the nodes it makes up no position. */
function strConstant(value: string | Uint32Array): ast.Constant {
  return new ast.Constant({ type: 'str', value }, null, -1, -1, -1, -1);
}

interface FormatUnit {
  conversion: number;
  spec: string;
  end: number;
}

const MAX_DIGITS = 2;

/** One unit after its `%`, of the few kinds that an f-string formats alike. */
function parseUnit(codes: Uint32Array, pos: number): FormatUnit | null {
  let left = false;
  while ('-+ #0'.includes(charAt(codes, pos))) {
    if (charAt(codes, pos) === '-') left = true;
    pos++;
  }
  let digits = digitsAt(codes, pos);
  if (digits.length > MAX_DIGITS) return null;
  pos += digits.length;
  let spec = digits === '' || left ? digits : `>${digits}`;
  if (charAt(codes, pos) === '.') {
    digits = digitsAt(codes, ++pos);
    if (digits.length > MAX_DIGITS) return null;
    pos += digits.length;
    spec += `.${Number(digits)}`;
  }
  if (!'sra'.includes(charAt(codes, pos))) return null;
  return { conversion: codes[pos]!, spec, end: pos + 1 };
}

/** A character of ASCII; a line feed, which no format has, stands for all others. */
function charAt(codes: Uint32Array, pos: number): string {
  const code = codes[pos];
  return code === undefined || code > 127 ? '\n' : String.fromCharCode(code);
}

function digitsAt(codes: Uint32Array, pos: number): string {
  let digits = '';
  while (/\d/.test(charAt(codes, pos))) digits += charAt(codes, pos++);
  return digits;
}
