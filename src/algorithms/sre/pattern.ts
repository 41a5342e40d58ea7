import { stringFromUnits } from '../text/contents.ts';
import { Characters } from './characters.ts';
import { decode, type PatternTree } from './decode.ts';
import { Machine, type Codes } from './machine.ts';
import * as op from './opcodes.ts';
import { lower, minWidth, type Program } from './program.ts';
import { characterTests, isFaithful, makeProxy, type CharacterTests, type Proxy } from './proxy.ts';
import { translate, type Translation } from './translate.ts';

/**
 * What is searched: a str without surrogates, the code points of any other str, or bytes, which
 * must not change while a match refers to them.
 */
export type Text = string | Uint32Array | Uint8Array;

/** What the patterns of one interpreter share. */
export class Engine {
  declare readonly characters: Characters;
  declare readonly machine: Machine;
  declare private text: string;
  declare private codes: Uint16Array;
  declare private readonly latin: WeakMap<Uint8Array, string>;
  declare private readonly proxies: WeakMap<Uint32Array, Proxy>;
  declare private tested: string;
  declare private testedIsWide: boolean;

  constructor() {
    this.characters = new Characters();
    this.machine = new Machine();
    this.text = '';
    this.codes = new Uint16Array(0);
    this.latin = new WeakMap();
    this.proxies = new WeakMap();
    this.tested = '';
    this.testedIsWide = false;
  }

  /**
   * Whether a string has characters past Latin-1. V8 knows at once for strings of one byte a
   * character (15 ns); others it reads up to the first such character, so the last is remembered.
   */
  isWide(text: string): boolean {
    if (text !== this.tested) {
      this.tested = text;
      this.testedIsWide = WIDE.test(text);
    }
    return this.testedIsWide;
  }

  /** A text as the interpreter reads it; the last string is remembered, for scans. */
  codesOf(text: Text): Codes {
    if (typeof text !== 'string') return text;
    if (text !== this.text) {
      const codes = new Uint16Array(text.length);
      for (let i = 0; i < codes.length; i++) codes[i] = text.charCodeAt(i);
      this.text = text;
      this.codes = codes;
    }
    return this.codes;
  }

  /** Code points as a string that native expressions may be able to search. */
  proxyOf(points: Uint32Array): Proxy {
    let proxy = this.proxies.get(points);
    if (proxy === undefined) {
      proxy = makeProxy(points);
      this.proxies.set(points, proxy);
    }
    return proxy;
  }

  /** Bytes as a string that native regular expressions can search. */
  latinOf(bytes: Uint8Array): string {
    if (bytes.length < SHORT) return stringFromUnits(bytes);
    let text = this.latin.get(bytes);
    if (text === undefined) {
      text = stringFromUnits(bytes);
      this.latin.set(bytes, text);
    }
    return text;
  }
}

const WIDE = /[^\0-\xff]/;

// Below this, decoding again costs less than remembering.
const SHORT = 64;

// The native expressions of a pattern, by what they are for.
/** Matches where `lastIndex` says. */
const STICKY = 0;
/** Searches from `lastIndex`. */
const GLOBAL = 1;
/** Matches from `lastIndex` to the end of the text. */
const WHOLE = 2;
/** Like STICKY and WHOLE, with the spans of groups, which cost three times the match. */
const STICKY_SPANS = 3;
const WHOLE_SPANS = 4;
type Use = 0 | 1 | 2 | 3 | 4;

const flagsFor = ['y', 'g', 'y', 'dy', 'dy'] as const;

/** The native form of a pattern; each expression is made when first wanted. */
interface Native {
  readonly translation: Translation;
  readonly expressions: (RegExp | undefined)[];
  /** The source for texts with characters past Latin-1, and its expressions. */
  wideSource: string | undefined;
  readonly wideExpressions: (RegExp | undefined)[];
}

/**
 * A compiled pattern; the data of CPython's `PatternObject`, with the functions that run it.
 *
 * Throws `InvalidCode` for code that `_validate` refuses.
 */
export class Pattern {
  declare readonly engine: Engine;
  declare readonly tree: PatternTree;
  declare readonly groups: number;
  declare readonly minWidth: number;
  /** Whether a match can only begin at the beginning of a line. */
  declare private readonly lineStart: boolean;
  declare private lowered: Program | undefined;
  /** undefined: not tried yet; null: has no native equal. */
  declare private translated: Native | null | undefined;
  /** null: a proxy is never right. */
  declare private tests: CharacterTests | null | undefined;
  declare private checkedProxy: Proxy | undefined;
  declare private proxyIsFaithful: boolean;

  constructor(engine: Engine, code: Uint32Array, groups: number) {
    this.engine = engine;
    this.tree = decode(code, groups, engine.characters);
    this.groups = groups;
    this.minWidth = minWidth(this.tree.body);
    const lead = this.tree.body.find(node => node.kind !== 'mark');
    this.lineStart = lead?.kind === 'at' && lead.where === op.AT_BEGINNING_LINE;
    this.lowered = undefined;
    this.translated = undefined;
    this.tests = undefined;
    this.checkedProxy = undefined;
    this.proxyIsFaithful = false;
  }

  get program(): Program {
    return (this.lowered ??= lower(this.tree, this.engine.characters));
  }

  /** The native form, or null. */
  get native(): Native | null {
    if (this.translated === undefined) {
      const translation = translate(this.tree, this.engine.characters, true);
      this.translated =
        translation === undefined
          ? null
          : {
              translation,
              expressions: flagsFor.map(() => undefined),
              wideSource: translation.latinOnly ? undefined : translation.source,
              wideExpressions: flagsFor.map(() => undefined),
            };
    }
    return this.translated;
  }

  /** A native expression for a text, or undefined where there is none. */
  private expression(use: Use, text: Text): RegExp | undefined {
    const { native } = this;
    if (native === null) return undefined;
    const isWide =
      native.translation.latinOnly &&
      (typeof text === 'string' ? this.engine.isWide(text) : text instanceof Uint32Array);
    const expressions = isWide ? native.wideExpressions : native.expressions;
    return expressions[use] ?? this.makeExpression(native, use, isWide);
  }

  private makeExpression(native: Native, use: Use, isWide: boolean): RegExp | undefined {
    if (isWide) native.wideSource ??= translate(this.tree, this.engine.characters, false)!.source;
    const source = isWide ? native.wideSource! : native.translation.source;
    const whole = use === WHOLE || use === WHOLE_SPANS ? `(?:${source})$` : source;
    const expressions = isWide ? native.wideExpressions : native.expressions;
    return this.guard(() => (expressions[use] = new RegExp(whole, flagsFor[use])));
  }

  /** Matches at `pos`. With `mustAdvance`, a match of the empty string there does not count. */
  match(text: Text, pos: number, endpos: number, mustAdvance: boolean): Match | null {
    if (!(mustAdvance && this.minWidth === 0) && pos <= endpos) {
      const sticky = this.expression(STICKY, text);
      const subject = sticky && this.nativeSubject(text, endpos);
      if (sticky !== undefined && subject !== undefined) {
        sticky.lastIndex = pos;
        const found = this.exec(sticky, subject);
        if (found === null) return null;
        if (found !== undefined)
          return new Match(this, text, pos, sticky.lastIndex, endpos, false, found);
      }
    }
    return this.interpret(text, pos, endpos, false, mustAdvance);
  }

  /** Matches from `pos` to `endpos` exactly. */
  fullmatch(text: Text, pos: number, endpos: number): Match | null {
    const whole = pos <= endpos ? this.expression(WHOLE, text) : undefined;
    const subject = whole && this.nativeSubject(text, endpos);
    if (whole !== undefined && subject !== undefined) {
      whole.lastIndex = pos;
      const found = this.exec(whole, subject);
      if (found === null) return null;
      if (found !== undefined) return new Match(this, text, pos, endpos, endpos, true, found);
    }
    return this.interpret(text, pos, endpos, true, false);
  }

  /** The first match that begins at `pos` or later. */
  search(text: Text, pos: number, endpos: number, mustAdvance: boolean): Match | null {
    if (pos > endpos) return null;
    const expression = this.expression(this.lineStart ? STICKY : GLOBAL, text);
    const subject = expression && this.nativeSubject(text, endpos);
    if (expression === undefined || subject === undefined)
      return this.interpretSearch(text, pos, endpos, mustAdvance);
    let from = pos;
    if (mustAdvance && this.minWidth === 0) {
      const match = this.interpret(text, pos, endpos, false, true);
      if (match !== null) return match;
      if (++from > endpos) return null;
    }
    if (this.lineStart) return this.searchLines(expression, text, subject, from, endpos);
    expression.lastIndex = from;
    const found = this.exec(expression, subject);
    if (found === null) return null;
    if (found === undefined) return this.interpretSearch(text, from, endpos, false);
    return new Match(this, text, found.index, expression.lastIndex, endpos, false, found);
  }

  /** The texts of all matches up to `endpos`, or undefined where only a scan is right or quick. */
  matchAll(text: string | Uint8Array, endpos: number): readonly string[] | undefined {
    if (this.minWidth === 0 || this.lineStart) return undefined;
    const global = this.expression(GLOBAL, text);
    const subject = global && this.nativeSubject(text, endpos);
    return subject === undefined ? undefined : this.guard(() => subject.match(global!) ?? []);
  }

  /** A string with all matches replaced, by the rules of String.prototype.replace. */
  replaceAll(text: string, replacement: string): string | undefined {
    if (this.minWidth === 0 || this.lineStart) return undefined;
    const global = this.expression(GLOBAL, text);
    return global && this.guard(() => text.replace(global, replacement));
  }

  /** Tries the beginnings of lines alone: the native engine would try every position. */
  private searchLines(
    sticky: RegExp,
    text: Text,
    subject: string,
    from: number,
    endpos: number,
  ): Match | null {
    let at = from;
    if (at > 0 && subject.charCodeAt(at - 1) !== 10) at = subject.indexOf('\n', at) + 1;
    while (at > 0 || from === 0) {
      sticky.lastIndex = at;
      const found = this.exec(sticky, subject);
      if (found === undefined) return this.interpretSearch(text, at, endpos, false);
      if (found !== null) return new Match(this, text, at, sticky.lastIndex, endpos, false, found);
      at = subject.indexOf('\n', at) + 1;
      if (at === 0) return null;
    }
    return null;
  }

  /** The string that native expressions can search instead of `text`, if there is one. */
  private nativeSubject(text: Text, endpos: number): string | undefined {
    const subject = typeof text === 'string' ? text : this.substitute(text);
    return subject === undefined || endpos === subject.length ? subject : subject.slice(0, endpos);
  }

  private substitute(text: Uint8Array | Uint32Array): string | undefined {
    if (text instanceof Uint8Array) return this.engine.latinOf(text);
    const proxy = this.engine.proxyOf(text);
    if (proxy !== this.checkedProxy) {
      if (this.tests === undefined)
        this.tests = characterTests(this.tree.body, this.engine.characters) ?? null;
      this.proxyIsFaithful = this.tests !== null && isFaithful(proxy, this.tests);
      this.checkedProxy = proxy;
    }
    return this.proxyIsFaithful ? proxy.text : undefined;
  }

  /**
   * Runs a native expression; undefined sends the caller to the interpreter, because the native
   * engine ran out of its stack (RangeError) or refuses the expression as too large (SyntaxError).
   */
  private exec(expression: RegExp, subject: string): RegExpExecArray | null | undefined {
    try {
      return expression.exec(subject);
    } catch (error) {
      return this.giveUp(error);
    }
  }

  private guard<R>(action: () => R): R | undefined {
    try {
      return action();
    } catch (error) {
      return this.giveUp(error);
    }
  }

  private giveUp(error: unknown): undefined {
    if (error instanceof SyntaxError) this.translated = null;
    else if (!(error instanceof RangeError)) throw error;
  }

  /** The native spans of the groups of a match that is known to begin at `start`. */
  nativeSpans(subject: string, start: number, whole: boolean): readonly number[] | undefined {
    const groups = this.native?.translation.groups;
    const expression = groups && this.expression(whole ? WHOLE_SPANS : STICKY_SPANS, subject);
    if (expression === undefined) return undefined;
    expression.lastIndex = start;
    const indices = this.exec(expression, subject)?.indices;
    if (indices === undefined) return undefined;
    const spans: number[] = [];
    for (let group = 1; group <= this.groups; group++) {
      const span = indices[groups![group]!];
      spans.push(span?.[0] ?? -1, span?.[1] ?? -1);
    }
    return spans;
  }

  private interpret(
    text: Text,
    pos: number,
    endpos: number,
    whole: boolean,
    mustAdvance: boolean,
  ): Match | null {
    const { engine, program } = this;
    const { machine } = engine;
    if (!machine.match(program, engine.codesOf(text), pos, endpos, whole, mustAdvance)) return null;
    return this.interpreted(text, pos, endpos, whole);
  }

  private interpretSearch(
    text: Text,
    pos: number,
    endpos: number,
    mustAdvance: boolean,
  ): Match | null {
    const { engine, program } = this;
    const at = engine.machine.search(program, engine.codesOf(text), pos, endpos, mustAdvance);
    return at < 0 ? null : this.interpreted(text, at, endpos, false);
  }

  private interpreted(text: Text, start: number, endpos: number, whole: boolean): Match {
    const { machine } = this.engine;
    const match = new Match(this, text, start, machine.end, endpos, whole, null);
    match.adopt(machine);
    return match;
  }
}

/**
 * A match; the data of CPython's `MatchObject`. What the native engine leaves open, the spans of
 * the groups and which closed last, is found when it is first asked for.
 */
export class Match {
  declare readonly pattern: Pattern;
  declare readonly text: Text;
  declare readonly start: number;
  declare readonly end: number;
  declare private readonly endpos: number;
  declare private readonly whole: boolean;
  /** The native match, while nothing else is known. */
  declare private readonly found: RegExpExecArray | null;
  /** Start and end of each group from 1, -1 for a group that took no part. */
  declare private spans: readonly number[] | null;
  declare private last: number;

  constructor(
    pattern: Pattern,
    text: Text,
    start: number,
    end: number,
    endpos: number,
    whole: boolean,
    found: RegExpExecArray | null,
  ) {
    this.pattern = pattern;
    this.text = text;
    this.start = start;
    this.end = end;
    this.endpos = endpos;
    this.whole = whole;
    this.found = found;
    this.spans = null;
    this.last = UNKNOWN;
  }

  /** Takes over the groups of the match that `machine` has just made. */
  adopt(machine: Machine): void {
    const { marks, lastmark } = machine;
    // A plain array: a typed one takes longer to make than most matches.
    const spans: number[] = [];
    const count = 2 * this.pattern.groups;
    for (let mark = 0; mark < count; mark += 2) {
      const isSet = mark < lastmark && marks[mark]! >= 0 && marks[mark + 1]! >= 0;
      spans.push(isSet ? marks[mark]! : -1, isSet ? marks[mark + 1]! : -1);
    }
    this.spans = spans;
    this.last = machine.lastindex;
  }

  groupStart(group: number): number {
    return group === 0 ? this.start : this.groupSpans()[2 * group - 2]!;
  }

  groupEnd(group: number): number {
    return group === 0 ? this.end : this.groupSpans()[2 * group - 1]!;
  }

  /**
   * What a group of a native match captured, without the cost of its span; null for a group that
   * took no part, undefined if only the span can tell. Bytes come as Latin-1.
   */
  captured(group: number): string | null | undefined {
    if (this.found === null || this.text instanceof Uint32Array) return undefined;
    if (group === 0) return this.found[0];
    const groups = this.pattern.native?.translation.groups;
    return groups === undefined ? undefined : (this.found[groups[group]!] ?? null);
  }

  /** The group that closed last, or -1. */
  get lastindex(): number {
    if (this.last === UNKNOWN) {
      const translation = this.pattern.native?.translation;
      const groups = translation?.groups;
      if (groups === undefined) this.findSpans();
      else
        this.last =
          translation!.closing.find(group => this.found![groups[group]!] !== undefined) ?? -1;
    }
    return this.last;
  }

  private groupSpans(): readonly number[] {
    return this.spans ?? this.findSpans();
  }

  private findSpans(): readonly number[] {
    const { pattern, found } = this;
    const spans = pattern.nativeSpans(found!.input, this.start, this.whole);
    if (spans !== undefined) return (this.spans = spans);
    const { engine, program } = pattern;
    const codes = engine.codesOf(this.text);
    engine.machine.match(program, codes, this.start, this.endpos, this.whole, false);
    this.adopt(engine.machine);
    return this.spans!;
  }
}

const UNKNOWN = -2;
