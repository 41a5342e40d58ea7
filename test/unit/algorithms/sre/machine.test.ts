import { expect, test } from 'vitest';
import { Characters } from '../../../../src/algorithms/sre/characters.ts';
import { decode } from '../../../../src/algorithms/sre/decode.ts';
import { Machine, type Codes } from '../../../../src/algorithms/sre/machine.ts';
import { lower, type Program } from '../../../../src/algorithms/sre/program.ts';
import { codesOf, recorded, type Spans } from './recorded.ts';

const characters = new Characters();
const machine = new Machine();

const compile = (code: readonly number[], groups: number): Program =>
  lower(decode(Uint32Array.from(code), groups, characters), characters);

function spans(program: Program, start: number): Spans {
  const { marks, lastmark, lastindex } = machine;
  const result: (number | null)[] = [start, machine.end];
  for (let mark = 0; mark < 2 * program.groups; mark += 2) {
    const isSet = mark < lastmark && marks[mark]! >= 0 && marks[mark + 1]! >= 0;
    result.push(isSet ? marks[mark]! : -1, isSet ? marks[mark + 1]! : -1);
  }
  result.push(lastindex < 0 ? null : lastindex);
  return result;
}

/** All matches, each beginning where `next` finds it. */
function iterate(program: Program, pos: number, next: (from: number, must: boolean) => number) {
  const found: Spans[] = [];
  let must = false;
  for (let from = pos; ; from = machine.end) {
    const at = next(from, must);
    if (at < 0) return found;
    found.push(spans(program, at));
    must = machine.end === at;
  }
}

test.each(recorded)('$pattern with flags $flags', ({ code, groups, cases }) => {
  const program = compile(code, groups);
  for (const { subject, pos, endpos, ...expected } of cases) {
    const text = codesOf(subject);
    const full = machine.match(program, text, pos, endpos, true, false);
    const actual = {
      fullmatch: full ? spans(program, pos) : null,
      finditer: iterate(program, pos, (from, must) =>
        machine.search(program, text, from, endpos, must),
      ),
      scanner: iterate(program, pos, (from, must) =>
        machine.match(program, text, from, endpos, false, must) ? from : -1,
      ),
    };
    expect(actual, `in ${JSON.stringify(subject)}[${pos}:${endpos}]`).toEqual(expected);
  }
});

// (?:ab|c)*d, whose body is not one character wide.
const loop = [
  14, 4, 0, 1, 0xffffffff, 23, 17, 0, 0xffffffff, 7, 7, 16, 97, 16, 98, 15, 7, 5, 16, 99, 15, 2, 0,
  18, 16, 100, 1,
];

test('a repeat of a million iterations needs no recursion', () => {
  const program = compile(loop, 0);
  const text: Codes = new Uint16Array(1_000_001).fill(99);
  expect(machine.match(program, text, 0, text.length, false, false)).toBe(false);
  text[1_000_000] = 100;
  expect(machine.match(program, text, 0, text.length, false, false)).toBe(true);
  expect(machine.end).toBe(1_000_001);
});
