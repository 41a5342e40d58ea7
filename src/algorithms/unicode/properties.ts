import * as type from './character-type.ts';
import * as normalization from './normalization.ts';
import * as numeric from './numeric.ts';
import { lazy, tableFromRuns, unpackNumbers } from './packed.ts';
import {
  decompositionsIn320,
  differencesIn320,
  records,
  runs,
  runsIn320,
} from './properties.gen.ts';
import type { Text } from '../text/contents.ts';

/**
 * What the module unicodedata tells of single characters, in the current database and in that of
 * Unicode 3.2.0, which domain names are made by; CPython's Modules/unicodedata.c.
 */
export interface UnicodeDatabase {
  category(code: number): string;
  bidirectional(code: number): string;
  combining(code: number): number;
  eastAsianWidth(code: number): string;
  mirrored(code: number): number;
  decomposition(code: number): string;
  /** -1 when there is none. */
  decimal(code: number): number;
  /** -1 when there is none. */
  digit(code: number): number;
  numeric(code: number): number | undefined;
  normalize(form: normalization.NormalForm, text: Text): Text;
  /** Whether the character existed. */
  isAssigned(code: number): boolean;
}

interface Record {
  readonly bidirectional: string;
  readonly eastAsianWidth: string;
  readonly mirrored: number;
}

const properties = lazy(() => ({
  table: tableFromRuns(unpackNumbers(runs)),
  records: records.split(',').map((record): Record => {
    const [bidirectional, eastAsianWidth, mirrored] = record.split(' ') as [string, string, string];
    return { bidirectional, eastAsianWidth, mirrored: Number(mirrored) };
  }),
}));

function recordOf(code: number): Record {
  const { table, records: all } = properties();
  return all[table.get(code)]!;
}

export const currentDatabase: UnicodeDatabase = {
  category: type.category,
  bidirectional: code => recordOf(code).bidirectional,
  combining: normalization.combining,
  eastAsianWidth: code => recordOf(code).eastAsianWidth,
  mirrored: code => recordOf(code).mirrored,
  decomposition: code => normalization.decomposition(code),
  decimal: numeric.decimalValue,
  digit: numeric.digitValue,
  numeric: numeric.numericValue,
  normalize: (form, text) => normalization.normalize(form, text),
  isAssigned: code => type.category(code) !== 'Cn',
};

/** A field of the record of differences, in the order of tools/record-unicode.py. */
type Field = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const differences = lazy(() => ({
  table: tableFromRuns(unpackNumbers(runsIn320)),
  records: differencesIn320.split(',').map(record => record.split('|')),
}));

/** What 3.2.0 says in place of the current database, or undefined where it agrees. */
function difference(code: number, field: Field): string | undefined {
  const { table, records: all } = differences();
  const value = all[table.get(code)]![field]!;
  return value === '=' ? undefined : value;
}

const numberOr = (text: string | undefined, none: number, current: number): number =>
  text === undefined ? current : text === '' ? none : Number(text);

/** Five ideographs whose decomposition was found to be wrong and was corrected later. */
const decompositions320 = lazy(() => {
  const numbers = unpackNumbers(decompositionsIn320);
  const table = new Map<number, number>();
  for (let i = 0; i < numbers.length; i += 2) table.set(numbers[i]!, numbers[i + 1]!);
  return table;
});

const decompose320: normalization.Decompose = code => {
  if (difference(code, 0) === 'Cn') return undefined;
  const to = decompositions320().get(code);
  return to === undefined ? normalization.decompose(code) : { tag: '', to: [to] };
};

export const database320: UnicodeDatabase = {
  category: code => difference(code, 0) ?? type.category(code),
  bidirectional: code => difference(code, 1) ?? recordOf(code).bidirectional,
  mirrored: code => numberOr(difference(code, 2), 0, recordOf(code).mirrored),
  eastAsianWidth: code => difference(code, 3) ?? recordOf(code).eastAsianWidth,
  combining: code => numberOr(difference(code, 4), 0, normalization.combining(code)),
  decomposition: code => difference(code, 5) ?? normalization.decomposition(code),
  numeric: code => {
    const text = difference(code, 6);
    if (text === undefined) return numeric.numericValue(code);
    return text === '' ? undefined : Number(text);
  },
  decimal: code => numberOr(difference(code, 7), -1, numeric.decimalValue(code)),
  digit: code => numberOr(difference(code, 8), -1, numeric.digitValue(code)),
  normalize: (form, text) => normalization.normalize(form, text, decompose320),
  isAssigned: code => difference(code, 0) !== 'Cn' && type.category(code) !== 'Cn',
};
