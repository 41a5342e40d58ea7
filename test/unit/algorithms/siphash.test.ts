import { expect, test } from 'vitest';
import { SipHasher, sipKeyFromSeed } from '../../../src/algorithms/siphash.ts';

const zero = new SipHasher(sipKeyFromSeed(0));
const seeded = new SipHasher(sipKeyFromSeed(42));

test('key of a seed', () => {
  expect(sipKeyFromSeed(0)).toEqual([0, 0, 0, 0]);
  expect(sipKeyFromSeed(1)).not.toEqual(sipKeyFromSeed(4294967295));
});

// hash(text) of CPython with PYTHONHASHSEED=0 and 42: every length of the last block, three widths.
const cases: [string, bigint, bigint][] = [
  ['', 0n, 0n],
  ['a', 4644417185603328019n, -123207753977932514n],
  ['ab', 6148830537548944441n, -8834603240454725574n],
  ['abc', -4594863902769663758n, 3869580338025362921n],
  ['abcd', -2030606670787596663n, -4689723836515493960n],
  ['abcde', 2674923165546153122n, -879317507806713150n],
  ['abcdef', 7070790388344807208n, 2094780435334052225n],
  ['abcdefg', 7904145750247929094n, 1375323160596907757n],
  ['abcdefgh', 4574395652268504554n, -5457871895989710762n],
  ['abcdefghi', -532774252720507163n, -5970266004662334337n],
  ['é', 6047309291227476195n, 5653850369683463245n],
  ['naïve café', -3140414782110216922n, -3503790682107762911n],
  ['日本語', 7116994712188270n, 337426736487537137n],
  ['aé日', -3860477264372071180n, 5726007211210334609n],
  ['日'.repeat(7), 7713900268298806117n, 3625945897281606799n],
  ['😀', -3536540696076613844n, 6601963133753205906n],
  ['a😀é', -8497194953991201300n, -8806124763013105080n],
  ['x'.repeat(256), 4711040115734818813n, 6104147477593593915n],
];

test('strings', () => {
  for (const [text, plain, keyed] of cases) {
    const points = Uint32Array.from(text, character => character.codePointAt(0)!);
    expect([text, BigInt(zero.hashCodePoints(points).toInt())]).toEqual([text, plain]);
    expect([text, BigInt(seeded.hashCodePoints(points).toInt())]).toEqual([text, keyed]);
    if (points.length === text.length) {
      expect([text, BigInt(seeded.hashString(text).toInt())]).toEqual([text, keyed]);
    }
  }
});

test('a lone surrogate takes two bytes', () => {
  expect(seeded.hashCodePoints(Uint32Array.of(0x61, 0xdc80)).toInt()).toBe(8092298184098696522n);
});

test('bytes hash as the string of the same one-byte characters', () => {
  for (const length of [1, 3, 4, 7, 8, 9, 15, 16, 300]) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 37) & 255);
    const text = String.fromCharCode(...bytes);
    const { low, high } = seeded.hashBytes(bytes);
    expect([low, high]).toEqual([seeded.hashString(text).low, seeded.high]);
  }
});

test('a long hash leaves nothing behind for a short one', () => {
  const fresh = new SipHasher(sipKeyFromSeed(42)).hashString('abc').toInt();
  seeded.hashString('\u20ac'.repeat(500));
  expect(seeded.hashString('abc').toInt()).toBe(fresh);
});
