import type { Match, Pattern } from '../../algorithms/sre/pattern.ts';
import type { Scan } from '../../algorithms/sre/scan.ts';
import type { PyDict } from '../../objects/dict.ts';
import { PyObject, type Value } from '../../objects/object.ts';
import type { PyTuple } from '../../objects/tuple.ts';

/** The objects of `_sre`; CPython's Modules/_sre/sre.h. */

/** A compiled regular expression. */
export class PyPattern extends PyObject {
  declare readonly compiled: Pattern;
  declare readonly code: Uint32Array;
  declare readonly pattern: Value;
  declare readonly flags: number;
  declare readonly groupindex: PyDict | null;
  declare readonly indexgroup: PyTuple | null;
  /** Whether it is for bytes or for str; undefined when it was made from None, for both. */
  declare readonly isBytes: boolean | undefined;

  constructor(
    compiled: Pattern,
    code: Uint32Array,
    pattern: Value,
    flags: number,
    groupindex: PyDict | null,
    indexgroup: PyTuple | null,
    isBytes: boolean | undefined,
  ) {
    super();
    this.compiled = compiled;
    this.code = code;
    this.pattern = pattern;
    this.flags = flags;
    this.groupindex = groupindex;
    this.indexgroup = indexgroup;
    this.isBytes = isBytes;
  }
}

/** The result of a match or a search. */
export class PyMatch extends PyObject {
  declare readonly match: Match;
  declare readonly pattern: PyPattern;
  declare readonly string: Value;
  declare readonly pos: number;
  declare readonly endpos: number;

  constructor(match: Match, pattern: PyPattern, string: Value, pos: number, endpos: number) {
    super();
    this.match = match;
    this.pattern = pattern;
    this.string = string;
    this.pos = pos;
    this.endpos = endpos;
  }
}

/** One run of a pattern over a text. */
export class PyScanner extends PyObject {
  declare readonly scan: Scan;
  declare readonly pattern: PyPattern;
  declare readonly string: Value;
  declare readonly pos: number;
  declare readonly endpos: number;

  constructor(scan: Scan, pattern: PyPattern, string: Value, pos: number, endpos: number) {
    super();
    this.scan = scan;
    this.pattern = pattern;
    this.string = string;
    this.pos = pos;
    this.endpos = endpos;
  }
}

/** A replacement with references to groups: a literal, then groups, each with the literal after it. */
export class PyTemplate extends PyObject {
  declare readonly literal: Value;
  declare readonly items: readonly TemplateItem[];

  constructor(literal: Value, items: readonly TemplateItem[]) {
    super();
    this.literal = literal;
    this.items = items;
  }
}

export interface TemplateItem {
  readonly group: number;
  readonly literal: Value;
}
