import type { Value } from '../../objects/object.ts';
import { PyIterator } from '../../objects/iterator.ts';
import { smallInt } from '../../objects/int.ts';
import { AstralString, type PyStr } from '../../objects/str.ts';
import { tuple } from '../../objects/tuple.ts';
import { asIndex } from '../../runtime/convert.ts';
import { defineType, method, type TypeSpec } from '../../runtime/declare.ts';
import { isWide } from '../../algorithms/text/contents.ts';
import { builtin } from '../builtin.ts';

/** The iterators of str, of which CPython has one for ASCII. CPython: Objects/unicodeobject.c */
export class TextIterator extends PyIterator {
  declare private text: string | null;
  declare index: number;
  constructor(text: string) {
    super();
    this.text = text;
    this.index = 0;
  }
  override next(): Value | undefined {
    const { text } = this;
    if (text === null) return undefined;
    if (this.index < text.length) return text[this.index++]!;
    this.text = null;
    return undefined;
  }
  /** The str that is run through, or null once exhausted. */
  get sequence(): Value {
    return this.text;
  }
  get length(): number {
    return this.text?.length ?? 0;
  }
}
/** Of a str that is not all ASCII. */
class WideTextIterator extends TextIterator {}

/** Of an AstralString. */
export class PointIterator extends WideTextIterator {
  declare private points: Uint32Array | null;
  constructor(points: Uint32Array) {
    super('');
    this.points = points;
  }
  override next(): Value | undefined {
    const { points } = this;
    if (points === null) return undefined;
    if (this.index < points.length) return characterOf(points[this.index++]!);
    this.points = null;
    return undefined;
  }
  override get sequence(): Value {
    return this.points === null ? null : new AstralString(this.points);
  }
  override get length(): number {
    return this.points?.length ?? 0;
  }
}

/** The str of one code point. */
export const characterOf = (code: number): PyStr =>
  isWide(code) ? new AstralString(Uint32Array.of(code)) : String.fromCharCode(code);

const isAscii = /^[\0-\x7f]*$/;
export const strIterator = (text: string): PyIterator =>
  isAscii.test(text) ? new TextIterator(text) : new WideTextIterator(text);

const spec: Omit<TypeSpec<TextIterator>, 'name'> = {
  doc: null,
  methods: {
    __length_hint__: method('()', 'Private method returning an estimate of len(list(it)).', self =>
      smallInt(Math.max(0, self.length - self.index)),
    ),
    __reduce__: method('()', 'Return state information for pickling.', self =>
      self.sequence === null
        ? tuple([builtin('iter'), tuple([''])])
        : tuple([builtin('iter'), tuple([self.sequence]), smallInt(self.index)]),
    ),
    __setstate__: method('(object, /)', 'Set state information for unpickling.', (self, state) => {
      const index = asIndex(state);
      if (self.sequence !== null) self.index = Math.min(Math.max(index, 0), self.length);
      return null;
    }),
  },
};

defineType(TextIterator, { ...spec, name: 'str_ascii_iterator' });
defineType(WideTextIterator, { ...spec, name: 'str_iterator' });
