import type { Match } from '../../algorithms/sre/pattern.ts';
import { Scan } from '../../algorithms/sre/scan.ts';
import type { Value } from '../../objects/object.ts';
import { tuple } from '../../objects/tuple.ts';
import { getAttr } from '../../runtime/attributes.ts';
import { defineType, method } from '../../runtime/declare.ts';
import { thread } from '../../runtime/state.ts';
import { CallableIterator } from '../../types/callable-iterator.ts';
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

/** `iter(scanner.search, None)`, which `finditer` gives, without the calls. */
export class MatchIterator extends CallableIterator {
  declare private readonly scanner: PyScanner;
  declare private isDone: boolean;

  constructor(scanner: PyScanner) {
    super(scanner, null);
    this.scanner = scanner;
    this.isDone = false;
  }

  override next(): Value | undefined {
    if (this.isDone) return undefined;
    const match = found(this.scanner, this.scanner.scan.search());
    if (match !== null) return match;
    this.isDone = true;
    return undefined;
  }

  override reduce(): Value {
    const iter = getAttr(thread.interpreter.builtins, 'iter');
    return this.isDone
      ? tuple([iter, tuple([tuple([])])])
      : tuple([iter, tuple([getAttr(this.scanner, 'search'), null])]);
  }
}
