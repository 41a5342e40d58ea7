import type { Value } from '../objects/object.ts';
import { smallInt } from '../objects/int.ts';
import { PyObject } from '../objects/object.ts';
import { contentsOf, str } from '../objects/str.ts';
import { codePoints } from '../algorithms/text/contents.ts';
import { defineType, method } from '../runtime/declare.ts';

/** The stream that stands for stdout and stderr until `io` is there. CPython: Objects/fileobject.c, PyStdPrinter */
export class StdPrinter extends PyObject {
  declare readonly fd: 1 | 2;
  declare readonly writeBytes: (bytes: Uint8Array) => void;
  constructor(fd: 1 | 2, writeBytes: (bytes: Uint8Array) => void) {
    super();
    this.fd = fd;
    this.writeBytes = writeBytes;
  }
}
export const stdPrinterType = defineType(StdPrinter, {
  name: 'stderrprinter',
  doc: null,
  slots: { __repr__: self => str(`<stderrprinter(fd=${self.fd})>`) },
  attributes: {
    closed: { get: () => false },
    name: { get: self => (self.fd === 1 ? '<stdout>' : '<stderr>') },
    mode: { get: () => 'w' },
    encoding: { get: (): Value => null },
  },
  methods: {
    write: method('(text: str, /)', '', (self, text) => {
      const points = codePoints(contentsOf(text));
      self.writeBytes(utf8(points));
      return smallInt(points.length);
    }),
    fileno: method('()', '', self => smallInt(self.fd)),
    isatty: method('()', '', () => false),
    flush: method('()', '', () => null),
    close: method('()', '', () => null),
  },
});

/** UTF-8, with what cannot be encoded escaped. */
function utf8(points: Uint32Array): Uint8Array {
  const bytes: number[] = [];
  for (const point of points) {
    if (point < 0x80) bytes.push(point);
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 63));
    else if (point >= 0xd800 && point < 0xe000)
      for (const c of `\\u${point.toString(16)}`) bytes.push(c.charCodeAt(0));
    else if (point < 0x10000)
      bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63));
    else
      bytes.push(
        0xf0 | (point >> 18),
        0x80 | ((point >> 12) & 63),
        0x80 | ((point >> 6) & 63),
        0x80 | (point & 63),
      );
  }
  return Uint8Array.from(bytes);
}
