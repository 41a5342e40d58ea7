import { expect, test } from 'vitest';
import { Characters } from '../../../../src/algorithms/sre/characters.ts';
import { decode } from '../../../../src/algorithms/sre/decode.ts';
import { translate } from '../../../../src/algorithms/sre/translate.ts';
import { recorded } from './recorded.ts';

const characters = new Characters();

function translated(pattern: string, flags = 32): ReturnType<typeof translate> {
  const { code, groups } = recorded.find(r => r.pattern === pattern && r.flags === flags)!;
  return translate(decode(Uint32Array.from(code), groups, characters), characters, true);
}

test.each([
  ['abc', 32, 'abc'],
  ['.', 32, '[^\\n]'],
  ['.', 48, '[^]'],
  ['a$', 32, 'a(?![^\\n]|\\n[^])'],
  ['[a-f0-9]{2,4}', 32, '[0-9a-f]{2,4}'],
  ['[^,\\n]*,', 32, '[^\\u000a,]*,'],
  ['.*?foo', 32, '[^\\n]*?foo'],
  ['(?i:ABC)d', 32, '[Aa][Bb][Cc]d'],
  ['(a+|b)*', 32, '(?:((?:a+|b)))*'],
  ['(?>a+)ab|a++b', 32, '(?:(?=(a+))(?:\\1)ab|(?=(a+))(?:\\2)b)'],
  ['(?=(a+))a*b\\1', 32, '(?=(a+))a*b(?:\\1)'],
  ['(?<=ab)c|(?<!x)d', 32, '(?:(?<=ab)c|(?<!x)d)'],
  ['[\\s\\S]+', 32, '[^]+'],
  ['(?!)|a', 32, '(?:[]|a)'],
])('%s with flags %i is %s', (pattern, flags, source) => {
  expect(translated(pattern, flags)?.source).toBe(source);
});

test.each([
  ['(a)?(?(1)b|c)', 'a conditional'],
  ['(a)|\\1b', 'a reference to a group that may not be set, which natively is empty'],
  ['(?:|a)*', 'a repeat that tries the empty string before something else'],
])('%s is not translated: %s', pattern => {
  expect(translated(pattern)).toBeUndefined();
});

test.each([
  ['(?:(a)|b)*', 'a group that an iteration may leave out'],
  ['(a*)*', 'a group in an iteration that may be empty'],
  ['(?<=(a))b|(?<=(?=b).)c', 'a group in a lookbehind'],
])('%s leaves its groups to the interpreter: %s', pattern => {
  expect(translated(pattern)).toMatchObject({ groups: undefined });
});

test('groups are numbered past those that stand for atomic ones', () => {
  expect(translated('(a|ab)(c|bcd)(d*)')).toMatchObject({
    groups: [0, 1, 2, 3],
    closing: [3, 2, 1],
  });
});
