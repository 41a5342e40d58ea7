import type { ConstantValue } from '../ast.gen.ts';
import { PREFIX_BYTES, PREFIX_RAW, stringPrefix } from '../characters.ts';
import { invalidEscape, type WarningAtToken } from '../problem.ts';
import type { ParseOptions } from '../parse-options.ts';
import type { Source } from '../source.ts';
import { STRING } from '../tokens.ts';
import { STRING_HAS_BACKSLASH, STRING_NON_ASCII, type Tokenizer } from '../tokenizer.ts';
import {
  addUtf8,
  decodeBytesEscapes,
  decodeStringEscapes,
  StringBuilder,
  type EscapeReport,
} from './literals.ts';
import { decimalDigits, defaultIntMaxStrDigits, numberValue } from './numbers.ts';

export type LookupName = (name: string) => number | undefined;

/** What the values of literals depend on. */
export interface LiteralOptions {
  readonly lookupName: LookupName;
  readonly intMaxStrDigits: number;
}

export const literalOptions = (options: ParseOptions): LiteralOptions => ({
  lookupName: options.lookupName ?? (() => undefined),
  intMaxStrDigits: options.intMaxStrDigits ?? defaultIntMaxStrDigits,
});
/** What to do about an invalid literal. */
export type OnInvalid = (message: string) => never;

/** Keeps the first invalid escape of a literal, the only one that is warned of. */
class FirstInvalidEscape implements EscapeReport {
  readonly fail: OnInvalid;
  readonly lookupName: LookupName;
  from = -1;
  to = -1;
  octal = false;

  constructor(onInvalid: OnInvalid, lookupName: LookupName) {
    this.fail = onInvalid;
    this.lookupName = lookupName;
  }

  invalidEscape(from: number, to: number, octal: boolean): void {
    if (this.from >= 0) return;
    this.from = from;
    this.to = to;
    this.octal = octal;
  }
}

/** Reads the values of number and string tokens (CPython: Parser/pegen.c, Parser/string_parser.c). */
export class LiteralReader {
  private readonly source: Source;
  private readonly tokens: Tokenizer;
  private readonly options: LiteralOptions;
  private readonly warnings: WarningAtToken[];
  /** Off in the second pass over a wrong source. */
  reportWarnings = true;

  constructor(tokens: Tokenizer, options: LiteralOptions, warnings: WarningAtToken[]) {
    this.source = tokens.source;
    this.tokens = tokens;
    this.options = options;
    this.warnings = warnings;
  }

  /** The value of the NUMBER token at `at`. */
  number(at: number, onInvalid: OnInvalid): ConstantValue {
    const text = this.source.slice(this.tokens.starts[at]!, this.tokens.ends[at]!);
    const limit = this.options.intMaxStrDigits;
    if (limit > 0 && text.length > limit) {
      const digits = decimalDigits(text);
      if (digits > limit) {
        onInvalid(
          `Exceeds the limit (${limit} digits) for integer string conversion: value has ${digits} digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.`,
        );
      }
    }
    return numberValue(text);
  }

  /** The value of the STRING token at `at`. */
  value(at: number, onInvalid: OnInvalid): ConstantValue {
    const { bytes } = this.source;
    const start = this.tokens.starts[at]!;
    const end = this.tokens.ends[at]!;
    let quoteAt = start;
    while (bytes[quoteAt] !== 34 && bytes[quoteAt] !== 39) quoteAt++;
    const prefix = quoteAt > start ? stringPrefix(bytes, start, quoteAt) : 0;
    const quote = bytes[quoteAt]!;
    const triple =
      end - quoteAt >= 6 && bytes[quoteAt + 1] === quote && bytes[quoteAt + 2] === quote;
    const from = quoteAt + (triple ? 3 : 1);
    const to = end - (triple ? 3 : 1);
    const flags = this.tokens.values[at]!;
    const ascii = (flags & STRING_NON_ASCII) === 0;
    const plain = (flags & STRING_HAS_BACKSLASH) === 0 || (prefix & PREFIX_RAW) !== 0;
    if ((prefix & PREFIX_BYTES) === 0) {
      return { type: 'str', value: this.text(at, from, to, plain, ascii, onInvalid) };
    }
    if (!ascii) onInvalid('bytes can only contain ASCII literal characters');
    if (plain) return { type: 'bytes', value: bytes.slice(from, to) };
    const report = this.report(onInvalid);
    const value = decodeBytesEscapes(bytes, from, to, report);
    this.warn(at, report);
    return { type: 'bytes', value };
  }

  /** The text `from`..`to` of a str literal, with escapes unless `plain`. */
  private text(
    at: number,
    from: number,
    to: number,
    plain: boolean,
    ascii: boolean,
    onInvalid: OnInvalid,
  ): string | Uint32Array {
    const { bytes } = this.source;
    if (!plain) {
      const report = this.report(onInvalid);
      const value = decodeStringEscapes(bytes, from, to, report);
      this.warn(at, report);
      return value;
    }
    if (ascii) return this.source.slice(from, to);
    const out = new StringBuilder();
    addUtf8(out, bytes, from, to);
    return out.finish();
  }

  /** The text of the FSTRING_MIDDLE or TSTRING_MIDDLE token at `at`. */
  middle(at: number, raw: boolean, onInvalid: OnInvalid): string | Uint32Array {
    const from = this.tokens.starts[at]!;
    const to = this.tokens.ends[at]!;
    if (to === from) return '';
    const slash = raw ? -1 : this.source.bytes.indexOf(92, from);
    const plain = slash < 0 || slash >= to;
    return this.text(at, from, to, plain, this.source.ascii !== null, onInvalid);
  }

  /**
   * At the end of an f-string, whose END token is at `end`: CPython warns of its middles, the tokens among `middles`, only
   * now, and counts their lines from here.
   */
  settle(middles: readonly number[], end: number): void {
    const { lines } = this.tokens;
    for (const found of this.warnings) {
      // Of braces the tokenizer has warned, on their own line.
      if (!middles.includes(found.token) || /^"\\[{}]/.test(found.warning.message)) continue;
      const lineno = found.warning.lineno - lines[found.token]! + lines[end]!;
      found.warning = { ...found.warning, lineno };
      found.token = end;
    }
  }

  /** Whether there is something to settle. */
  get hasWarnings(): boolean {
    return this.warnings.length > 0;
  }

  /** Whether the prefix of the token at `at` has an r. */
  isRaw(at: number): boolean {
    for (let i = this.tokens.starts[at]!; i < this.tokens.ends[at]!; i++) {
      if ((this.source.bytes[i]! | 32) === 114) return true;
    }
    return false;
  }

  private report(onInvalid: OnInvalid): FirstInvalidEscape {
    return new FirstInvalidEscape(onInvalid, this.options.lookupName);
  }

  private warn(at: number, { from, to, octal }: FirstInvalidEscape): void {
    if (from < 0 || !this.reportWarnings) return;
    const last = this.source.bytes[to - 1];
    const kind = this.tokens.kinds[at];
    // The tokenizer has warned of these already.
    if ((last === 123 || last === 125) && kind !== STRING) return;
    this.warnings.push({
      token: at,
      warning: {
        category: 'SyntaxWarning',
        message: invalidEscape(this.source.slice(from, to), octal),
        lineno: this.source.lineAt(from),
      },
    });
  }
}
