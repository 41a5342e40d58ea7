import { codePointAt, concat, join, repeat, slice, TextBuilder, type Text } from './contents.ts';

/**
 * Filling str and bytes up to a width, and `expandtabs`; CPython's Objects/unicodeobject.c and
 * Objects/stringlib/transmogrify.h. `fill` is one character.
 */
export function ljust(text: Text, width: number, fill: Text): Text {
  return width <= text.length ? text : concat(text, repeat(fill, width - text.length));
}

export function rjust(text: Text, width: number, fill: Text): Text {
  return width <= text.length ? text : concat(repeat(fill, width - text.length), text);
}

export function center(text: Text, width: number, fill: Text): Text {
  const margin = width - text.length;
  if (margin <= 0) return text;
  const left = leftMargin(margin, width);
  return join('', [repeat(fill, left), text, repeat(fill, margin - left)]);
}

/** The odd place goes left when the width is odd as well. */
function leftMargin(margin: number, width: number): number {
  return Math.floor(margin / 2) + (margin % 2 === 1 && width % 2 === 1 ? 1 : 0);
}

const isSign = (code: number): boolean => code === 43 || code === 45;

export function zfill(text: Text, width: number): Text {
  const zeros = width - text.length;
  if (zeros <= 0) return text;
  if (text.length === 0 || !isSign(codePointAt(text, 0))) return rjust(text, width, '0');
  return join('', [slice(text, 0, 1), '0'.repeat(zeros), slice(text, 1, text.length)]);
}

export function expandTabs(text: Text, tabSize: number): Text {
  if (typeof text === 'string' && !text.includes('\t')) return text;
  const builder = new TextBuilder(text.length);
  let column = 0;
  for (let i = 0; i < text.length; i++) {
    const code = codePointAt(text, i);
    if (code === 9) {
      if (tabSize <= 0) continue;
      const more = tabSize - (column % tabSize);
      builder.addText(' '.repeat(more));
      column += more;
    } else {
      builder.addCode(code);
      column = code === 10 || code === 13 ? 0 : column + 1;
    }
  }
  return builder.finish();
}

function padBytes(data: Uint8Array, left: number, right: number, fill: number): Uint8Array {
  const padded = new Uint8Array(left + data.length + right).fill(fill);
  padded.set(data, left);
  return padded;
}

export function ljustBytes(data: Uint8Array, width: number, fill: number): Uint8Array {
  return width <= data.length ? data : padBytes(data, 0, width - data.length, fill);
}

export function rjustBytes(data: Uint8Array, width: number, fill: number): Uint8Array {
  return width <= data.length ? data : padBytes(data, width - data.length, 0, fill);
}

export function centerBytes(data: Uint8Array, width: number, fill: number): Uint8Array {
  const margin = width - data.length;
  if (margin <= 0) return data;
  const left = leftMargin(margin, width);
  return padBytes(data, left, margin - left, fill);
}

export function zfillBytes(data: Uint8Array, width: number): Uint8Array {
  const zeros = width - data.length;
  if (zeros <= 0) return data;
  const filled = padBytes(data, zeros, 0, 48);
  if (data.length > 0 && isSign(data[0]!)) {
    filled[0] = data[0]!;
    filled[zeros] = 48;
  }
  return filled;
}

export function expandBytesTabs(data: Uint8Array, tabSize: number): Uint8Array {
  const out = new Uint8Array(expandedSize(data, tabSize)).fill(32);
  let at = 0;
  let column = 0;
  for (const byte of data) {
    if (byte === 9) {
      if (tabSize <= 0) continue;
      const more = tabSize - (column % tabSize);
      at += more;
      column += more;
    } else {
      out[at++] = byte;
      column = byte === 10 || byte === 13 ? 0 : column + 1;
    }
  }
  return out;
}

function expandedSize(data: Uint8Array, tabSize: number): number {
  let size = 0;
  let column = 0;
  for (const byte of data) {
    if (byte === 9) {
      if (tabSize <= 0) continue;
      const more = tabSize - (column % tabSize);
      size += more;
      column += more;
    } else {
      size++;
      column = byte === 10 || byte === 13 ? 0 : column + 1;
    }
  }
  return size;
}
