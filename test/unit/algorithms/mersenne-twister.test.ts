import { expect, test } from 'vitest';
import { MersenneTwister } from '../../../src/algorithms/mersenne-twister.ts';

function seeded(seed: number | bigint): MersenneTwister {
  const twister = new MersenneTwister();
  twister.seedInt(seed);
  return twister;
}

test('the reference output of init_by_array', () => {
  const twister = new MersenneTwister();
  twister.seedArray([0x123, 0x234, 0x345, 0x456]);
  const words = Array.from({ length: 5 }, () => twister.next32() >>> 0);
  expect(words).toEqual([1067595299, 955945823, 477289528, 4107218783, 4228976476]);
});

test('draws after random.seed()', () => {
  const draw = (seed: number | bigint) => seeded(seed).random();
  expect(draw(42)).toBe(0.6394267984578837);
  expect(draw(-42)).toBe(0.6394267984578837);
  expect(draw(0)).toBe(0.8444218515250481);
  expect(draw(3n ** 100n)).toBe(0.9961507886437303);
});

test('getrandbits takes as many words as CPython', () => {
  const twister = seeded(7);
  const draws = [0, 1, 31, 32, 33, 53, 54, 64, 65, 100].map(count => twister.getRandomBits(count));
  expect(draws).toEqual([
    0,
    0,
    2035525362,
    647892279,
    5990721294,
    652444394356688,
    9653595360135204n,
    6745769884264228881n,
    19516635363247495261n,
    82198875030833313412209397493n,
  ]);
  expect(twister.random()).toBe(0.4336456836623859);
});

test('state goes out and in, across a refill', () => {
  const twister = seeded(1);
  for (let i = 0; i < 1000; i++) twister.next32();
  const state = twister.getState();
  expect(state).toHaveLength(625);
  expect(state[624]).toBe(1000 - 624);
  const copy = new MersenneTwister();
  copy.setState(state);
  for (let i = 0; i < 700; i++) twister.next32();
  for (let i = 0; i < 700; i++) copy.next32();
  expect(copy.getState()).toEqual(twister.getState());
  expect(copy.random()).toBe(twister.random());
});
