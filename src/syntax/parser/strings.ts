import {
  Constant,
  FormattedValue,
  Interpolation,
  JoinedStr,
  TemplateStr,
  type ConstantValue,
  type expr,
} from '../ast.gen.ts';
import type { WarningAtToken } from '../problem.ts';
import type { Tokenizer } from '../tokenizer.ts';
import {
  COLON,
  EQUAL,
  EXCLAMATION,
  FSTRING_END,
  FSTRING_MIDDLE,
  FSTRING_START,
  LBRACE,
  NAME,
  RBRACE,
  STRING,
  TSTRING_END,
  TSTRING_MIDDLE,
  TSTRING_START,
} from '../tokens.ts';
import { Cursor } from './cursor.ts';
import { StringBuilder } from './literals.ts';
import { LiteralReader, type LiteralOptions } from './literal-reader.ts';

const strValue = (value: string | Uint32Array): ConstantValue => ({ type: 'str', value });

const isEmptyText = (node: expr): boolean =>
  node.kind === 'Constant' &&
  node.value !== null &&
  typeof node.value === 'object' &&
  node.value.type === 'str' &&
  node.value.value.length === 0;

/** String, bytes, f-string and t-string literals and their implicit concatenation (CPython: action_helpers.c). */
export abstract class StringParser extends Cursor {
  protected readonly reader: LiteralReader;
  protected readonly onInvalid = (): never => this.fail();

  constructor(tokens: Tokenizer, options: LiteralOptions, warnings: WarningAtToken[]) {
    super(tokens);
    this.reader = new LiteralReader(tokens, options, warnings);
  }

  protected abstract parseAnnotatedRhs(): expr;

  protected parseStrings(): expr {
    const start = this.pos;
    if (this.tok === STRING && !isStringStart(this.peek())) {
      const node = this.parsePlainString(start);
      this.advance();
      return node;
    }
    const parts: expr[] = [];
    let templates = 0;
    do {
      if (this.tok === STRING) {
        parts.push(this.parsePlainString(this.pos));
        this.advance();
      } else if (this.tok === FSTRING_START)
        parts.push(this.parseFString(FSTRING_MIDDLE, FSTRING_END));
      else {
        templates++;
        parts.push(this.parseFString(TSTRING_MIDDLE, TSTRING_END));
      }
    } while (isStringStart(this.tok));
    if (templates > 0 && templates < parts.length) this.fail();
    return this.concatenate(parts, start, templates > 0);
  }

  private concatenate(parts: expr[], start: number, template: boolean): expr {
    const first = parts[0]!;
    if (parts.length === 1 && first.kind !== 'Constant') {
      if (first.kind === 'JoinedStr') first.values = foldConstants(first.values, true);
      else if (first.kind === 'TemplateStr') first.values = foldConstants(first.values, true);
      return first;
    }
    const end = this.pos - 1;
    const [line, col, endLine, endCol] = [
      this.lines[start]!,
      this.cols[start]!,
      this.endLines[end]!,
      this.endCols[end]!,
    ];
    let formatted = false;
    let bytes = 0;
    const flat: expr[] = [];
    for (const part of parts) {
      if (part.kind === 'JoinedStr' || part.kind === 'TemplateStr') {
        formatted = true;
        for (const value of part.values) flat.push(value);
      } else {
        if (isBytes(part)) bytes++;
        flat.push(part);
      }
    }
    if (bytes > 0) {
      if (bytes < parts.length) this.fail();
      return new Constant(joinBytes(flat), null, line, col, endLine, endCol);
    }
    const values = foldConstants(flat, formatted);
    if (template) return new TemplateStr(values, line, col, endLine, endCol);
    if (formatted) return new JoinedStr(values, line, col, endLine, endCol);
    return values[0]!;
  }

  /** The STRING token at `at`. */
  private parsePlainString(at: number): Constant {
    return new Constant(
      this.reader.value(at, this.onInvalid),
      // CPython marks only the lower-case prefix.
      this.source.bytes[this.starts[at]!] === 117 ? 'u' : null,
      this.lines[at]!,
      this.cols[at]!,
      this.endLines[at]!,
      this.endCols[at]!,
    );
  }

  private parseFString(middle: number, end: number): expr {
    const start = this.pos;
    this.advance();
    const raw = this.reader.isRaw(start);
    const template = end === TSTRING_END;
    const values: expr[] = [];
    const middles: number[] = [];
    while (this.tok !== end) {
      if (this.tok === middle) {
        middles.push(this.pos);
        this.addMiddle(values, raw);
      } else if (this.tok === LBRACE) this.parseField(values, template, middle, raw);
      else this.fail();
    }
    if (this.reader.hasWarnings) this.reader.settle(middles, this.pos);
    const last = this.pos;
    this.advance();
    const [line, col] = [this.lines[start]!, this.cols[start]!];
    const [endLine, endCol] = [this.endLines[last]!, this.endCols[last]!];
    return template
      ? new TemplateStr(values, line, col, endLine, endCol)
      : new JoinedStr(values, line, col, endLine, endCol);
  }

  /** The middle token as a Constant, unless it is empty. */
  private addMiddle(values: expr[], raw: boolean): void {
    const at = this.pos;
    const value = this.reader.middle(at, raw, this.onInvalid);
    if (value.length > 0) {
      values.push(
        new Constant(
          strValue(value),
          null,
          this.lines[at]!,
          this.cols[at]!,
          this.endLines[at]!,
          this.endCols[at]!,
        ),
      );
    }
    this.advance();
  }

  /** A replacement field; `=` adds the text of its expression before it. */
  private parseField(values: expr[], template: boolean, middle: number, raw: boolean): void {
    const open = this.pos;
    this.expect(LBRACE);
    const value = this.parseAnnotatedRhs();
    const exprEnd = this.pos;
    const debug = this.accept(EQUAL);
    let conversion = -1;
    let conversionAt = -1;
    const textEnd = this.starts[this.pos]!;
    if (this.tok === EXCLAMATION) {
      conversionAt = this.pos + 1;
      conversion = this.parseConversion(template);
    }
    let spec: expr | null = null;
    const colon = this.pos;
    if (this.accept(COLON)) spec = this.parseSpec(colon, middle, raw);
    const close = this.pos;
    this.expect(RBRACE);
    if (debug && conversion < 0 && spec === null) conversion = 114;
    const [line, col] = [this.lines[open]!, this.cols[open]!];
    const [endLine, endCol] = [this.endLines[close]!, this.endCols[close]!];
    if (debug) {
      const text = fieldText(this.source.slice(this.ends[open]!, textEnd));
      let stopLine = endLine;
      let stopCol = endCol - 1;
      if (conversionAt >= 0) {
        stopLine = this.lines[conversionAt]!;
        stopCol = this.cols[conversionAt]! - 1;
      } else if (spec !== null) {
        stopLine = this.lines[colon]!;
        stopCol = this.cols[colon]!;
      }
      values.push(new Constant(strValue(toStr(text)), null, line, col + 1, stopLine, stopCol));
    }
    if (template) {
      const to = debug ? this.starts[exprEnd]! : textEnd;
      const text = fieldText(this.source.slice(this.ends[open]!, to));
      values.push(
        new Interpolation(
          value,
          strValue(toStr(text)),
          conversion,
          spec,
          line,
          col,
          endLine,
          endCol,
        ),
      );
    } else values.push(new FormattedValue(value, conversion, spec, line, col, endLine, endCol));
  }

  private parseConversion(_template: boolean): number {
    const bang = this.pos;
    this.advance();
    if (this.tok !== NAME || this.starts[this.pos] !== this.ends[bang]) this.fail();
    const name = this.names[this.values[this.pos]!]!;
    if (name !== 's' && name !== 'r' && name !== 'a') this.fail();
    this.advance();
    return name.charCodeAt(0);
  }

  private parseSpec(colon: number, middle: number, raw: boolean): expr {
    const values: expr[] = [];
    for (;;) {
      if (this.tok === middle) this.addMiddle(values, raw);
      else if (this.tok === LBRACE) this.parseField(values, false, middle, raw);
      else break;
    }
    const end = this.pos - 1;
    return new JoinedStr(
      foldConstants(values, true),
      this.lines[colon]!,
      this.cols[colon]!,
      this.endLines[end]!,
      this.endCols[end]!,
    );
  }
}

const isStringStart = (kind: number): boolean =>
  kind === STRING || kind === FSTRING_START || kind === TSTRING_START;

const isBytes = (node: expr): boolean =>
  node.kind === 'Constant' &&
  node.value !== null &&
  typeof node.value === 'object' &&
  node.value.type === 'bytes';

function joinBytes(parts: expr[]): ConstantValue {
  const all: Uint8Array[] = [];
  let length = 0;
  for (const part of parts) {
    if (part.kind !== 'Constant' || part.value === null || typeof part.value !== 'object') continue;
    if (part.value.type !== 'bytes') continue;
    all.push(part.value.value);
    length += part.value.value.length;
  }
  const value = new Uint8Array(length);
  let at = 0;
  for (const piece of all) {
    value.set(piece, at);
    at += piece.length;
  }
  return { type: 'bytes', value };
}

/** Joins neighbouring constants; in an f-string empty ones vanish. */
function foldConstants(parts: expr[], formatted: boolean): expr[] {
  const values: expr[] = [];
  for (let i = 0; i < parts.length; i++) {
    let node = parts[i]!;
    if (node.kind === 'Constant') {
      let j = i + 1;
      while (j < parts.length && parts[j]!.kind === 'Constant') j++;
      if (j > i + 1) {
        const out = new StringBuilder();
        for (let k = i; k < j; k++) {
          const part = parts[k]!;
          if (part.kind !== 'Constant' || part.value === null || typeof part.value !== 'object')
            continue;
          if (part.value.type === 'str') out.addValue(part.value.value);
        }
        const last = parts[j - 1]!;
        node = new Constant(
          strValue(out.finish()),
          node.prefix,
          node.lineno,
          node.col_offset,
          last.end_lineno,
          last.end_col_offset,
        );
        i = j - 1;
      }
      if (formatted && isEmptyText(node)) continue;
    }
    values.push(node);
  }
  return values;
}

/** A replacement field's text without its comments, as `=` shows it. */
function fieldText(text: string): string {
  if (!text.includes('#')) return text;
  let out = '';
  let quote = '';
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (quote !== '') {
      if (c === '\\') out += text[i++]!;
      else if (c === quote) quote = '';
    } else if (c === '"' || c === "'") quote = c;
    else if (c === '#') {
      while (i < text.length && text[i] !== '\n') i++;
      if (i >= text.length) break;
    }
    out += text[i] ?? '';
  }
  return out;
}

/** JavaScript text as a str value. */
function toStr(text: string): string | Uint32Array {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c >= 0xd800 && c <= 0xdfff) return Uint32Array.from(text, char => char.codePointAt(0)!);
  }
  return text;
}
