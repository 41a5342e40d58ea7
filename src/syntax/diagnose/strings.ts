import type { LiteralReader } from '../parser/literal-reader.ts';
import * as T from '../tokens.ts';
import type { Tokenizer } from '../tokenizer.ts';
import { SyntaxProblem } from '../problem.ts';
import { Diagnosis, Peg } from './peg.ts';
import { piece, type Piece } from './piece.ts';

/** String literals, whose contents are decoded here too, and replacement fields with their mistakes. */
export abstract class StringRules extends Peg {
  private readonly reader: LiteralReader;
  /** Whether the f-string that is being read is raw. */
  private raw = false;

  abstract annotatedRhs(): Piece | null;

  constructor(tokens: Tokenizer, reader: LiteralReader) {
    super(tokens);
    this.reader = reader;
  }

  protected number(): Piece | null {
    const token = this.token(T.NUMBER);
    if (token === null) return null;
    if (this.tokens.values[token.start]! < 0) {
      const { starts, ends } = this.tokens;
      const text = this.source.slice(starts[token.start]!, ends[token.end]!);
      if (text.includes('_')) this.since(6, 'Underscores in numeric literals are');
      this.reader.number(token.start, message => {
        const t = this.tokens;
        // CPython gives the lines only.
        this.raise('SyntaxError', message, t.lines[token.start]!, 0, t.endLines[token.end]!, 0);
      });
    }
    return piece('literal', token.start, token.end);
  }

  protected strings(): Piece | null {
    return this.memo(7, () => {
      this.invalid(() => this.invalidConcatenation());
      const start = this.mark;
      const plain = this.some(() => this.fstring(false) ?? this.string());
      if (plain !== null) {
        this.checkMixture(plain);
        const formatted = plain.some(part => part.kind === 'f-string expression');
        return this.made(formatted ? 'f-string expression' : 'literal', start);
      }
      const templates = this.some(() => this.fstring(true));
      return templates && this.made('t-string expression', start);
    });
  }

  private string(): Piece | null {
    const token = this.token(T.STRING);
    if (token === null) return null;
    this.reader.reportWarnings = !this.callInvalid;
    const value = this.reader.value(token.start, message =>
      message.startsWith('bytes can') ? this.raiseAt(token, message) : this.raiseLast(message),
    );
    const bytes = value !== null && typeof value === 'object' && value.type === 'bytes';
    return piece(bytes ? 'bytes' : 'literal', token.start, token.end);
  }

  private raiseCodec(message: string): never {
    const text = message.replace('(unicode error) ', '');
    throw new Diagnosis(
      new SyntaxProblem('UnicodeDecodeError', text, null, null, null, null, null),
    );
  }

  private checkMixture(parts: Piece[]): void {
    const bytes = parts.filter(part => part.kind === 'bytes').length;
    if (bytes > 0 && bytes < parts.length) this.raiseLast('cannot mix bytes and nonbytes literals');
  }

  private invalidConcatenation(): null {
    const start = this.mark;
    const message = 'cannot mix t-string literals with string or bytes literals';
    const a = this.some(() => this.fstring(false) ?? this.string());
    const b = a && this.fstring(true);
    if (b) this.raiseRange(a[a.length - 1]!, b, message);
    this.mark = start;
    const c = this.some(() => this.fstring(true));
    const d = c && (this.fstring(false) ?? this.string());
    if (d) this.raiseRange(c[c.length - 1]!, d, message);
    return null;
  }

  private fstring(template: boolean): Piece | null {
    const start = this.mark;
    const [first, middle, last] = template
      ? [T.TSTRING_START, T.TSTRING_MIDDLE, T.TSTRING_END]
      : [T.FSTRING_START, T.FSTRING_MIDDLE, T.FSTRING_END];
    const outer = this.raw;
    const found = this.alt(() => {
      if (!this.expect(first)) return null;
      const raw = this.reader.isRaw(start);
      this.raw = raw;
      const parts = this.many(() => this.field(template) ?? this.token(middle));
      if (!this.expect(last)) return null;
      this.reader.reportWarnings = !this.callInvalid;
      for (const part of parts) {
        if (part === true) continue;
        this.reader.middle(part.start, raw, message => this.raiseAt(part, message));
      }
      if (template) this.since(14, 't-strings are');
      const middles = parts.map(part => (part === true ? -1 : part.start));
      this.reader.settle(middles, this.mark - 1);
      return this.made(template ? 't-string expression' : 'f-string expression', start);
    });
    this.raw = outer;
    return found;
  }

  /** A replacement field. */
  private field(template: boolean): true | null {
    return (
      this.alt(
        () =>
          this.expect(T.LBRACE) &&
          this.annotatedRhs() &&
          this.maybe(() => this.expect(T.EQUAL)) &&
          this.maybe(() => this.conversion(template)) &&
          this.maybe(() => this.spec(template)) &&
          this.expect(T.RBRACE),
      ) ?? this.invalid(() => this.invalidField(template))
    );
  }

  private conversion(template: boolean): true | null {
    const bang = this.token(T.EXCLAMATION);
    const name = bang && this.name();
    if (!name) return null;
    const what = template ? 't-string' : 'f-string';
    const t = this.tokens;
    if (t.starts[name.start] !== t.ends[bang.end]) {
      this.raiseRange(
        bang,
        name,
        `${what}: conversion type must come right after the exclamation mark`,
      );
    }
    if (!/^[sra]$/.test(name.text)) {
      const message = `${what}: invalid conversion character '${name.text}': expected 's', 'r', or 'a'`;
      this.raiseAt(name, message);
    }
    return true;
  }

  private spec(template: boolean): true | null {
    if (!this.expect(T.COLON)) return null;
    this.specParts(template);
    return true;
  }

  private specParts(template: boolean): void {
    const middle = template ? T.TSTRING_MIDDLE : T.FSTRING_MIDDLE;
    this.many(() => {
      const token = this.token(middle);
      if (token === null) return this.field(template);
      this.reader.reportWarnings = !this.callInvalid;
      // Here CPython lets the codec's own error through.
      this.reader.middle(token.start, this.raw, message => this.raiseCodec(message));
      return true;
    });
  }

  private invalidField(template: boolean): null {
    const what = template ? 't-string' : 'f-string';
    if (!this.expect(T.LBRACE)) return null;
    for (const [kind, text] of [
      [T.EQUAL, '='],
      [T.EXCLAMATION, '!'],
      [T.COLON, ':'],
      [T.RBRACE, '}'],
    ] as const) {
      const token = this.token(kind);
      if (token) this.raiseAt(token, `${what}: valid expression required before '${text}'`);
    }
    const inside = this.mark;
    if (!this.annotatedRhs()) {
      this.mark = inside;
      this.raiseNext(`${what}: expecting a valid expression after '{'`);
    }
    if (!this.next(T.EQUAL, T.EXCLAMATION, T.COLON, T.RBRACE)) {
      this.raiseNext(`${what}: expecting '=', or '!', or ':', or '}'`);
    }
    if (this.expect(T.EQUAL) && !this.next(T.EXCLAMATION, T.COLON, T.RBRACE)) {
      this.raiseNext(`${what}: expecting '!', or ':', or '}'`);
    }
    this.invalidConversion(what);
    this.alt(() => this.expect(T.EXCLAMATION) && this.name());
    if (!this.next(T.COLON, T.RBRACE)) this.raiseNext(`${what}: expecting ':' or '}'`);
    if (this.expect(T.COLON)) {
      // CPython looks for the format spec of an f-string in t-strings too.
      this.specParts(false);
      if (!this.next(T.RBRACE)) this.raiseNext(`${what}: expecting '}', or format specs`);
      this.mark = inside;
      return null;
    }
    if (!this.next(T.RBRACE)) this.raiseNext(`${what}: expecting '}'`);
    return null;
  }

  private invalidConversion(what: string): void {
    const mark = this.mark;
    if (this.expect(T.EXCLAMATION)) {
      if (this.next(T.COLON, T.RBRACE)) this.raiseNext(`${what}: missing conversion character`);
      if (!this.next(T.NAME)) this.raiseNext(`${what}: invalid conversion character`);
    }
    this.mark = mark;
  }
}
