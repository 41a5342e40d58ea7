import { slice, TextBuilder, type Text } from '../../algorithms/text/contents.ts';

/** Line ends in text. CPython: Modules/_io/textio.c, _PyIO_find_line_ending and the newline decoder */

const CR = 13;
const LF = 10;

export const SEEN_LF = 1;
export const SEEN_CR = 2;
export const SEEN_CRLF = 4;

/** How the newline argument of a text stream makes it read. */
export interface LineEnds {
  /** Any of the three ends a line, or, when they were all translated, `\n`. */
  readonly universal: boolean;
  readonly translate: boolean;
  /** What ends a line where only one does. */
  readonly only: string;
}

export function lineEndsOf(newline: string | null): LineEnds {
  return {
    universal: newline === null || newline === '',
    translate: newline === null,
    only: newline === null || newline === '' ? '\n' : newline,
  };
}

/** The index after the first line end at or after `start`, or -1 when there is none. */
export function findLineEnd(text: Text, start: number, ends: LineEnds): number {
  if (ends.translate) return after(indexOf(text, '\n', start), 1);
  if (!ends.universal) return after(indexOf(text, ends.only, start), ends.only.length);
  const lf = indexOf(text, '\n', start);
  const cr = indexOf(text, '\r', start);
  if (cr < 0 || (lf >= 0 && lf < cr)) return after(lf, 1);
  return lf === cr + 1 ? cr + 2 : cr + 1;
}

const after = (index: number, length: number): number => (index < 0 ? -1 : index + length);

function indexOf(text: Text, end: string, start: number): number {
  if (typeof text === 'string') return text.indexOf(end, start);
  const first = end.charCodeAt(0);
  let at = text.indexOf(first, start);
  if (end.length === 1) return at;
  while (at >= 0 && text[at + 1] !== LF) at = text.indexOf(first, at + 1);
  return at;
}

/** What an incremental newline decoder remembers between pieces. */
export class NewlineTranslator {
  readonly translate: boolean;
  /** The last piece ended in `\r`, held back until what follows is known. */
  pendingCr = false;
  seen = 0;

  constructor(translate: boolean) {
    this.translate = translate;
  }

  convert(piece: Text, final: boolean): Text {
    let text = piece;
    if (this.pendingCr && (final || text.length > 0)) {
      text = prepend(text);
      this.pendingCr = false;
    }
    if (!final && text.length > 0 && isCr(text, text.length - 1)) {
      text = slice(text, 0, text.length - 1);
      this.pendingCr = true;
    }
    return typeof text === 'string' ? this.#convertString(text) : this.#convertPoints(text);
  }

  #convertString(text: string): string {
    if (!text.includes('\r')) {
      if ((this.seen & SEEN_LF) === 0 && text.includes('\n')) this.seen |= SEEN_LF;
      return text;
    }
    for (let at = 0; at < text.length && this.seen !== 7; at++) {
      const code = text.charCodeAt(at);
      if (code === LF) this.seen |= SEEN_LF;
      else if (code === CR && text.charCodeAt(at + 1) === LF) {
        this.seen |= SEEN_CRLF;
        at++;
      } else if (code === CR) this.seen |= SEEN_CR;
    }
    return this.translate ? text.replace(/\r\n?/g, '\n') : text;
  }

  #convertPoints(text: Uint32Array): Text {
    const builder = new TextBuilder(text.length);
    for (let at = 0; at < text.length; at++) {
      const code = text[at]!;
      if (code === LF) this.seen |= SEEN_LF;
      else if (code === CR) {
        const both = text[at + 1] === LF;
        this.seen |= both ? SEEN_CRLF : SEEN_CR;
        if (both) at++;
        builder.addCode(this.translate ? LF : CR);
        if (both && !this.translate) builder.addCode(LF);
        continue;
      }
      builder.addCode(code);
    }
    return builder.finish();
  }

  reset(): void {
    this.seen = 0;
    this.pendingCr = false;
  }
}

const isCr = (text: Text, at: number): boolean =>
  typeof text === 'string' ? text.charCodeAt(at) === CR : text[at] === CR;

function prepend(text: Text): Text {
  if (typeof text === 'string') return `\r${text}`;
  const longer = new Uint32Array(text.length + 1);
  longer[0] = CR;
  longer.set(text, 1);
  return longer;
}

/** The kinds of line end seen, in the order CPython shows them. */
export function seenNewlines(seen: number): string[] {
  const kinds: [number, string][] = [
    [SEEN_CR, '\r'],
    [SEEN_LF, '\n'],
    [SEEN_CRLF, '\r\n'],
  ];
  return kinds.flatMap(([bit, text]) => (seen & bit ? [text] : []));
}
