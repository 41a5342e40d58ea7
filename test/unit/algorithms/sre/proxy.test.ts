import { expect, test } from 'vitest';
import { Characters } from '../../../../src/algorithms/sre/characters.ts';
import { decode } from '../../../../src/algorithms/sre/decode.ts';
import { characterTests, isFaithful, makeProxy } from '../../../../src/algorithms/sre/proxy.ts';
import { recorded } from './recorded.ts';

const characters = new Characters();

const points = (text: string): Uint32Array =>
  Uint32Array.from(Array.from(text, char => char.codePointAt(0)!));

/** Whether a pattern of facts/sre.json may search the proxy of a text. */
function accepts(pattern: string, text: string, flags = 32): boolean {
  const { code, groups } = recorded.find(r => r.pattern === pattern && r.flags === flags)!;
  const { body } = decode(Uint32Array.from(code), groups, characters);
  const tests = characterTests(body, characters);
  return tests !== undefined && isFaithful(makeProxy(points(text)), tests);
}

test('a proxy has a character of the same kind at each index', () => {
  const proxy = makeProxy(points('a\u{1f600}\u{1d7d9}\u{20000}\ud800b'));
  expect(proxy.text).toBe('a\ue000\u0660\u4e00\ue000b');
  expect([...proxy.replaced]).toEqual([0x1f600, 0x1d7d9, 0x20000, 0xd800]);
});

test('patterns accept proxies that they cannot tell from the text', () => {
  expect(accepts('\\d+|\\w+|\\s+', '\u{1f600} \u{1d7d9}\u{20000}')).toBe(true);
  expect(accepts('[^,\\n]*,', '\u{1f600}')).toBe(true);
  expect(accepts('\\bfoo\\b', '\u{20000}foo')).toBe(true);
});

test('patterns refuse proxies that they can tell from the text', () => {
  expect(accepts('[\u{1f600}-\u{1f610}a]+', '\u{1f601}')).toBe(false);
  expect(accepts('[\u{1f600}-\u{1f610}a]+', '\u{1f611}')).toBe(true);
  expect(accepts('[^\u{1f600}]', '\u{1f600}')).toBe(false);
  // ASCII patterns tell letters from letters of ASCII alone.
  expect(accepts('\\d+|\\w+|\\s+', '\u{20000}', 256)).toBe(true);
  expect(accepts('[\u0400-\u0410\u2000\u4e00-\u4fff]+', '\u{20000}')).toBe(false);
  // A reference compares characters, and two may have one stand-in.
  expect(accepts('(?=(a+))a*b\\1', '\u{1f600}')).toBe(false);
});
