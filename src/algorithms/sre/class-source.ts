import { complement, type Ranges } from './ranges.ts';

/** Source text of native regular expressions: single characters and classes. */

const SYNTAX = new Set(Array.from('\\^$.*+?()[]{}|/-', char => char.charCodeAt(0)));

/** A character so written that it stands for itself, in a class or outside of one. */
export function characterSource(ch: number): string {
  if (SYNTAX.has(ch)) return `\\${String.fromCharCode(ch)}`;
  const isPlain =
    (ch >= 0x20 && ch < 0x7f) ||
    (ch >= 0xa0 && ch < 0xd800 && ch !== 0x2028 && ch !== 0x2029) ||
    (ch >= 0xe000 && ch < 0xfeff);
  return isPlain ? String.fromCharCode(ch) : `\\u${ch.toString(16).padStart(4, '0')}`;
}

/** The source of a class that holds `ranges`. */
export function classSource(ranges: Ranges): string {
  if (ranges.length === 0) return '[]';
  if (ranges.length === 2 && ranges[0] === ranges[1]) return characterSource(ranges[0]!);
  const others = complement(ranges);
  return others.length < ranges.length ? `[^${members(others)}]` : `[${members(ranges)}]`;
}

function members(ranges: Ranges): string {
  let source = '';
  for (let i = 0; i < ranges.length; i += 2) {
    const lo = ranges[i]!;
    const hi = ranges[i + 1]!;
    source += characterSource(lo);
    if (hi > lo + 1) source += '-';
    if (hi > lo) source += characterSource(hi);
  }
  return source;
}
