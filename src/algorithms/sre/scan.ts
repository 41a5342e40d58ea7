import type { Match, Pattern, Text } from './pattern.ts';

/**
 * Running a pattern over a whole text: what `findall`, `split`, `sub` and scanners do in CPython's
 * Modules/_sre/sre.c. After a match of the empty string the next one may begin at the same place,
 * but must not be empty.
 */
export class Scan {
  declare readonly pattern: Pattern;
  declare readonly text: Text;
  declare readonly endpos: number;
  /** Where the next match may begin; -1 after a failure, which ends the scan. */
  declare private at: number;
  declare private mustAdvance: boolean;

  constructor(pattern: Pattern, text: Text, pos: number, endpos: number) {
    this.pattern = pattern;
    this.text = text;
    this.endpos = endpos;
    this.at = pos;
    this.mustAdvance = false;
  }

  /** The next match, wherever it begins. */
  search(): Match | null {
    if (this.at < 0) return null;
    return this.passed(this.pattern.search(this.text, this.at, this.endpos, this.mustAdvance));
  }

  /** The match that begins where the last one ended. */
  match(): Match | null {
    if (this.at < 0) return null;
    return this.passed(this.pattern.match(this.text, this.at, this.endpos, this.mustAdvance));
  }

  private passed(match: Match | null): Match | null {
    if (match === null) {
      this.at = -1;
    } else {
      this.mustAdvance = match.end === match.start;
      this.at = match.end;
    }
    return match;
  }
}

/** How parts of a text become values. */
export interface Parts<T> {
  slice(start: number, end: number): T;
  /** What a native expression captured; bytes come as Latin-1. */
  captured(text: string): T;
}

/** What a group matched, or `missing` if it took no part. */
export function groupPart<T>(match: Match, group: number, parts: Parts<T>, missing: T): T {
  const captured = match.captured(group);
  if (captured !== undefined) return captured === null ? missing : parts.captured(captured);
  const start = match.groupStart(group);
  return start < 0 ? missing : parts.slice(start, match.groupEnd(group));
}

/** Every match: its text, its group, or its groups if there are several. */
export function findAll<T>(
  pattern: Pattern,
  text: Text,
  pos: number,
  endpos: number,
  parts: Parts<T>,
  tuple: (items: T[]) => T,
): T[] {
  const { groups } = pattern;
  if (groups === 0 && pos === 0 && !(text instanceof Uint32Array)) {
    const all = pattern.matchAll(text, endpos);
    if (all !== undefined) return all.map(one => parts.captured(one));
  }
  const found: T[] = [];
  const scan = new Scan(pattern, text, pos, endpos);
  for (let match = scan.search(); match !== null; match = scan.search()) {
    if (groups === 0) {
      found.push(parts.slice(match.start, match.end));
    } else if (groups === 1) {
      found.push(groupPart(match, 1, parts, parts.captured('')));
    } else {
      const items: T[] = [];
      for (let group = 1; group <= groups; group++)
        items.push(groupPart(match, group, parts, parts.captured('')));
      found.push(tuple(items));
    }
  }
  return found;
}

/** The text between matches, with the groups of each match; `missing` for a group without part. */
export function split<T>(
  pattern: Pattern,
  text: Text,
  maxsplit: number,
  parts: Parts<T>,
  missing: T,
): T[] {
  const items: T[] = [];
  const scan = new Scan(pattern, text, 0, text.length);
  let last = 0;
  for (let n = 0; maxsplit === 0 || n < maxsplit; n++) {
    const match = scan.search();
    if (match === null) break;
    items.push(parts.slice(last, match.start));
    for (let group = 1; group <= pattern.groups; group++)
      items.push(groupPart(match, group, parts, missing));
    last = match.end;
  }
  items.push(parts.slice(last, text.length));
  return items;
}

/**
 * The text with matches replaced, as the parts to be joined, and how many there were. A
 * replacement of undefined stands for nothing.
 */
export function substitute<T>(
  pattern: Pattern,
  text: Text,
  count: number,
  parts: Parts<T>,
  replace: (match: Match) => T | undefined,
): { items: T[]; count: number } {
  const items: T[] = [];
  const scan = new Scan(pattern, text, 0, text.length);
  let last = 0;
  let n = 0;
  for (; count <= 0 ? count === 0 : n < count; n++) {
    const match = scan.search();
    if (match === null) break;
    if (last < match.start) items.push(parts.slice(last, match.start));
    const item = replace(match);
    if (item !== undefined) items.push(item);
    last = match.end;
  }
  if (last < text.length) items.push(parts.slice(last, text.length));
  return { items, count: n };
}

/** A replacement: literals and group numbers in turn, as re._parser.parse_template gives them. */
export type Replacement = readonly (string | number)[];

/**
 * All matches replaced natively, in one call; undefined where only `substitute` is right or quick.
 */
export function replaceAll(
  pattern: Pattern,
  text: string,
  replacement: Replacement,
): string | undefined {
  let source = '';
  for (const part of replacement) {
    const piece =
      typeof part === 'string' ? part.replaceAll('$', '$$$$') : reference(pattern, part);
    if (piece === undefined) return undefined;
    source += piece;
  }
  return pattern.replaceAll(text, source);
}

/** A group as native replacements write it. */
function reference(pattern: Pattern, group: number): string | undefined {
  if (group === 0) return '$&';
  const number = pattern.native?.translation.groups?.[group];
  return number === undefined || number > 99 ? undefined : `$${String(number).padStart(2, '0')}`;
}
