import { smallInt } from '../objects/int.ts';
import { PyBytes } from '../objects/bytes.ts';
import { tuple } from '../objects/tuple.ts';
import { defineModule, fn } from '../runtime/declare-module.ts';
import { StateKey, thread } from '../runtime/state.ts';
import { host } from './host-access.ts';

/** What makes the time-based UUIDs of an interpreter differ from those of others. */
interface Generator {
  readonly node: Uint8Array;
  sequence: number;
  last: bigint;
}
const generator = new StateKey<Generator>(() => {
  const random = new Uint8Array(8);
  host().random.fill(random);
  const node = random.subarray(0, 6);
  // The multicast bit says that it is no card's address.
  node[0]! |= 1;
  return { node, sequence: ((random[6]! << 8) | random[7]!) & 0x3fff, last: 0n };
});

/** 100-nanosecond intervals between the start of the Gregorian calendar and 1970. */
const GREGORIAN = 0x01b21dd213814000n;

function timeUuid(): Uint8Array {
  const state = thread.interpreter.state(generator);
  let time = host().clock.now() / 100n + GREGORIAN;
  if (time <= state.last) time = state.last + 1n;
  state.last = time;
  const bytes = new Uint8Array(16);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, Number(time & 0xffff_ffffn));
  view.setUint16(4, Number((time >> 32n) & 0xffffn));
  view.setUint16(6, Number((time >> 48n) & 0x0fffn) | 0x1000);
  view.setUint16(8, state.sequence | 0x8000);
  bytes.set(state.node, 10);
  return bytes;
}

/** CPython: Modules/_uuidmodule.c */
export const uuidModule = defineModule('_uuid', {
  doc: null,
  functions: {
    generate_time_safe: fn('()', null, () => tuple([new PyBytes(timeUuid()), smallInt(-1)])),
  },
  constants: {
    has_stable_extractable_node: smallInt(0),
    has_uuid_generate_time_safe: smallInt(1),
  },
});
