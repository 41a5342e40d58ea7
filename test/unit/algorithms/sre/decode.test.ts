import { expect, test } from 'vitest';
import { Characters } from '../../../../src/algorithms/sre/characters.ts';
import { decode, InvalidCode } from '../../../../src/algorithms/sre/decode.ts';
import { recorded } from './recorded.ts';

const characters = new Characters();
const isValid = (code: readonly number[], groups = 0): boolean => {
  try {
    decode(Uint32Array.from(code), groups, characters);
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidCode);
    return false;
  }
};

test('what CPython compiles is valid', () => {
  for (const { code, groups } of recorded) expect(isValid(code, groups)).toBe(true);
});

// Each is what CPython 3.14 answers "invalid SRE code" to.
test.each([
  ['no code', []],
  ['no SUCCESS at the end', [16, 97]],
  ['an unknown opcode', [99, 1]],
  ['an opcode of sets alone', [22, 97, 99, 1]],
  ['an argument past the end', [16, 1]],
  ['a mark of no group', [17, 0, 1]],
  ['a reference to no group', [11, 0, 1]],
  ['an unknown position', [6, 12, 1]],
  ['a set whose skip leaves the code', [13, 9, 16, 97, 0, 1]],
  ['a set without FAILURE', [13, 4, 16, 97, 1, 1]],
  ['an unknown category', [13, 4, 8, 18, 0, 1]],
  ['a repeat of more than its maximum', [24, 6, 2, 1, 16, 97, 1, 1]],
  ['a repeat without UNTIL', [23, 5, 0, 1, 16, 97, 1, 1]],
  ['a branch without JUMP', [7, 4, 16, 97, 2, 0, 1]],
  ['branches that end apart', [7, 5, 16, 97, 15, 7, 5, 16, 98, 15, 3, 0, 1]],
  ['INFO with a prefix and a set', [14, 6, 5, 1, 1, 16, 97, 1]],
  ['INFO with LITERAL but no prefix', [14, 4, 2, 1, 1, 16, 97, 1]],
  ['an overlap past the prefix', [14, 8, 1, 1, 1, 1, 1, 97, 1, 16, 97, 1]],
  ['a negative number of groups', [1], -1],
])('%s', (_what, code, groups = 0) => {
  expect(isValid(code, groups)).toBe(false);
});
