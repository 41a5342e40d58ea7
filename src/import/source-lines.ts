import { nativeFromText } from '../algorithms/text/contents.ts';
import type { Source } from './code.ts';

/** The text of a source, for the line that an error shows; null for a tree. */
export function textOfSource(source: Source): string | null {
  if (source instanceof Uint8Array) return String.fromCharCode(...source.subarray(0, 100_000));
  if (typeof source === 'string' || source instanceof Uint32Array) return nativeFromText(source);
  return null;
}
