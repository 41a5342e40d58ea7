import { MersenneTwister } from '../../algorithms/mersenne-twister.ts';
import { float } from '../../objects/float.ts';
import { int, smallInt } from '../../objects/int.ts';
import { PyObject, type Value } from '../../objects/object.ts';
import { PyTuple, tuple } from '../../objects/tuple.ts';
import type { PyType } from '../../objects/type.ts';
import { checkPositional, refuseNames } from '../../runtime/arguments.ts';
import { defineType, method, variadic } from '../../runtime/declare.ts';
import { asInt } from '../../runtime/convert.ts';
import { defineModule } from '../../runtime/declare-module.ts';
import { overflowError, typeError, valueError } from '../../runtime/errors.ts';
import { hash } from '../../runtime/hash.ts';
import { intValue } from '../../runtime/numbers.ts';
import { host } from '../host-access.ts';
import { docs } from './docs.gen.ts';

const WORDS = 624;

/** The generator of pseudo-random numbers. CPython: Modules/_randommodule.c, RandomObject */
export class PyRandom extends PyObject {
  declare readonly twister: MersenneTwister;
  constructor() {
    super();
    this.twister = new MersenneTwister();
  }
}

function seed(self: PyRandom, n: Value): void {
  if (n === null) {
    const words = new Int32Array(WORDS);
    host().random.fill(new Uint8Array(words.buffer));
    self.twister.seedArray(words);
    return;
  }
  const value = intValue(n);
  if (value !== undefined) self.twister.seedInt(value);
  else {
    // The bits of the hash, unsigned as a size is.
    const bits = hash(n);
    self.twister.seedInt(bits < 0 ? BigInt.asUintN(64, BigInt(bits)) : bits);
  }
}

function setState(self: PyRandom, state: Value): Value {
  if (!(state instanceof PyTuple)) throw typeError('state vector must be a tuple');
  if (state.items.length !== WORDS + 1) throw valueError('state vector is the wrong size');
  const words = state.items.map(item => {
    const word = intValue(item);
    if (word === undefined) throw typeError('an integer is required');
    return word;
  });
  const index = words[WORDS]!;
  if (words.some(word => word < 0 && word !== index))
    throw overflowError("can't convert negative value to unsigned int");
  if (typeof index === 'bigint' || index < 0 || index > WORDS) throw valueError('invalid state');
  self.twister.setState(words.map(word => Number(BigInt.asUintN(32, BigInt(word)))));
  return null;
}

export const randomType: PyType = defineType(PyRandom, {
  name: 'Random',
  module: '_random',
  doc: docs.Random,
  flags: ['base'],
  new: variadic(type => new (type.alloc as unknown as new () => PyRandom)()),
  slots: {
    __init__(self, args, names) {
      if (self.type === randomType) refuseNames('Random', names);
      checkPositional('Random', args.length - (names?.length ?? 0), 0, 1);
      seed(self, args[0] ?? null);
    },
  },
  methods: {
    getrandbits: method('(k, /)', docs['Random.getrandbits'], (self, k) => {
      const count = asInt(k);
      if (count < 0) throw valueError('Cannot convert negative int');
      if (typeof count === 'bigint' || count > 2 ** 31)
        throw overflowError('Python int too large to convert to C int');
      return int(self.twister.getRandomBits(count));
    }),
    getstate: method('()', docs['Random.getstate'], self =>
      tuple(self.twister.getState().map(smallInt)),
    ),
    random: method('()', docs['Random.random'], self => float(self.twister.random())),
    seed: method('(n=None, /)', docs['Random.seed'], (self, n) => {
      seed(self, n);
      return null;
    }),
    setstate: method('(state, /)', docs['Random.setstate'], setState),
  },
});

export const randomModule = defineModule('_random', {
  doc: docs[''],
  types: { Random: randomType },
});
