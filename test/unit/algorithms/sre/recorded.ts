import { readFileSync } from 'node:fs';

/** The patterns of facts/sre.json, which tools/record-sre.py writes. */
export interface Recorded {
  readonly pattern: string;
  readonly flags: number;
  readonly groups: number;
  readonly code: readonly number[];
  readonly cases: readonly RecordedCase[];
}

/** The spans of all groups, flat, and lastindex. */
export type Spans = readonly (number | null)[];

export interface RecordedCase {
  readonly subject: string | readonly number[];
  readonly pos: number;
  readonly endpos: number;
  readonly fullmatch: Spans | null;
  readonly finditer: readonly Spans[];
  readonly scanner: readonly Spans[];
}

const file = new URL('../../../../facts/sre.json', import.meta.url);
export const recorded = JSON.parse(readFileSync(file, 'utf8')) as readonly Recorded[];

/** A recorded subject as bytes, or as the code points of a str. */
export function codesOf(subject: RecordedCase['subject']): Uint8Array | Uint16Array | Uint32Array {
  if (typeof subject !== 'string') return Uint8Array.from(subject);
  const points = Array.from(subject, char => char.codePointAt(0)!);
  return points.some(point => point > 0xffff) ? Uint32Array.from(points) : Uint16Array.from(points);
}
