import { DecodeFailure, EncodeFailure } from '../../../../src/algorithms/codecs/errors.ts';

/** What `act` answers, or the range and reason of its failure. */
export function outcome<T>(act: () => T): T | [number, number, string] {
  try {
    return act();
  } catch (failure) {
    if (failure instanceof DecodeFailure || failure instanceof EncodeFailure)
      return [failure.start, failure.end, failure.reason];
    throw failure;
  }
}

export const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
export const points = (...values: number[]): Uint32Array => Uint32Array.from(values);

/** Bytes written as Latin-1. */
export const latin1 = (text: string): Uint8Array =>
  Uint8Array.from(text, char => char.charCodeAt(0));
