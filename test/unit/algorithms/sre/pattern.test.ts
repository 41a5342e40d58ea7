import { expect, test } from 'vitest';
import { Engine, Pattern, type Match, type Text } from '../../../../src/algorithms/sre/pattern.ts';
import { Scan } from '../../../../src/algorithms/sre/scan.ts';
import { codesOf, recorded, type RecordedCase, type Spans } from './recorded.ts';

const engine = new Engine();

/** The subject in the form that the engine runs natively where it can. */
function textOf(subject: RecordedCase['subject']): Text {
  const codes = codesOf(subject);
  return typeof subject === 'string' && codes instanceof Uint16Array
    ? subject
    : (codes as Uint8Array | Uint32Array);
}

function spans(match: Match): Spans {
  const result: (number | null)[] = [];
  for (let group = 0; group <= match.pattern.groups; group++) {
    const start = match.groupStart(group);
    const end = match.groupEnd(group);
    result.push(start, end);
    const captured = match.captured(group);
    if (captured !== undefined && typeof match.text === 'string')
      expect(captured).toBe(start < 0 ? null : match.text.slice(start, end));
  }
  result.push(match.lastindex < 0 ? null : match.lastindex);
  return result;
}

function all(next: () => Match | null): Spans[] {
  const found: Spans[] = [];
  for (let match = next(); match !== null; match = next()) found.push(spans(match));
  return found;
}

test.each(recorded)('$pattern with flags $flags', ({ code, groups, cases }) => {
  const pattern = new Pattern(engine, Uint32Array.from(code), groups);
  for (const { subject, pos, endpos, ...expected } of cases) {
    const text = textOf(subject);
    const full = pattern.fullmatch(text, pos, endpos);
    const searching = new Scan(pattern, text, pos, endpos);
    const matching = new Scan(pattern, text, pos, endpos);
    const actual = {
      fullmatch: full === null ? null : spans(full),
      finditer: all(() => searching.search()),
      scanner: all(() => matching.match()),
    };
    expect(actual, `in ${JSON.stringify(subject)}[${pos}:${endpos}]`).toEqual(expected);
  }
});

class Failing extends RegExp {
  override exec(): never {
    throw new RangeError('Maximum call stack size exceeded');
  }
}

test('where the native engine runs out of its stack the interpreter goes on', () => {
  const { code, groups } = recorded.find(each => each.pattern === '(a+|b)*')!;
  const pattern = new Pattern(engine, Uint32Array.from(code), groups);
  for (let use = 0; use < 3; use++) pattern.native!.expressions[use] = new Failing('');
  expect(pattern.match('aab', 0, 3, false)?.end).toBe(3);
  expect(pattern.search('-aab', 1, 4, false)?.end).toBe(4);
  expect(pattern.fullmatch('aab', 0, 3)?.groupStart(1)).toBe(2);
});

test('bytes are searched as Latin-1', () => {
  const pattern = new Pattern(engine, Uint32Array.from([16, 0xe9, 1]), 0);
  const text = Uint8Array.from({ length: 100 }, (_, i) => 200 + i);
  expect(pattern.search(text, 0, 100, false)?.start).toBe(0xe9 - 200);
});
