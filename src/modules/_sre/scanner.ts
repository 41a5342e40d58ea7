import type { Match } from '../../algorithms/sre/pattern.ts';
import { Scan } from '../../algorithms/sre/scan.ts';
import { PyIterator } from '../../objects/iterator.ts';
import type { Value } from '../../objects/object.ts';
import { tuple } from '../../objects/tuple.ts';
import { getAttr } from '../../runtime/attributes.ts';
import { defineType, method } from '../../runtime/declare.ts';
import { thread } from '../../runtime/state.ts';
import { PyMatch, PyScanner, type PyPattern } from './objects.ts';
import { position, subject } from './subject.ts';

/** What `Pattern.scanner` gives; CPython's Modules/_sre/sre.c, `ScannerObject`. */
export const scannerType = defineType(PyScanner, {
  name: 'SRE_Scanner',
  module: '_sre',
  doc: null,
  members: { pattern: self => self.pattern },
  methods: {
    match: method('()', null, self => found(self, self.scan.match())),
    search: method('()', null, self => found(self, self.scan.search())),
  },
});

export function makeScanner(
  pattern: PyPattern,
  string: Value,
  pos: Value,
  endpos: Value,
): PyScanner {
  const text = subject(pattern, string);
  const from = position(pos, text.length);
  const to = position(endpos, text.length);
  return new PyScanner(new Scan(pattern.compiled, text, from, to), pattern, string, from, to);
}

const found = (self: PyScanner, match: Match | null): PyMatch | null =>
  match === null ? null : new PyMatch(match, self.pattern, self.string, self.pos, self.endpos);

/** `iter(scanner.search, None)`, which CPython's `finditer` gives, without its calls. */
export class MatchIterator extends PyIterator {
  declare readonly scanner: PyScanner;
  declare private done: boolean;

  constructor(scanner: PyScanner) {
    super();
    this.scanner = scanner;
    this.done = false;
  }

  next(): Value | undefined {
    if (this.done) return undefined;
    const match = found(this.scanner, this.scanner.scan.search());
    if (match !== null) return match;
    this.done = true;
    return undefined;
  }

  get isDone(): boolean {
    return this.done;
  }
}

export const matchIteratorType = defineType(MatchIterator, {
  name: 'callable_iterator',
  doc: null,
  methods: {
    __reduce__: method('()', 'Return state information for pickling.', self => {
      const iter = getAttr(thread.interpreter.builtins, 'iter');
      return self.isDone
        ? tuple([iter, tuple([tuple([])])])
        : tuple([iter, tuple([getAttr(self.scanner, 'search'), null])]);
    }),
  },
});
