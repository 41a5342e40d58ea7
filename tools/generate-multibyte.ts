import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { packNumbers, zigzag } from '../src/algorithms/unicode/packed.ts';
import { encodeMapOf, keysThrough } from '../src/algorithms/codecs/multibyte/table.ts';

/**
 * Writes the tables of src/algorithms/codecs/multibyte/ from what the reference CPython answers:
 * `npx tsx tools/generate-multibyte.ts [python3.14]`.
 */

interface Recorded {
  /** A code point, -1 for the first byte of more, -2 for what begins nothing. */
  singles: number[];
  pairs: [key: number, codes: number[]][];
  triples: [key: number, codes: number[]][];
  encode: [code: number, bytes: number][];
  checksums: [decode: number, encode: number];
}

const python = process.argv[2] ?? 'python3.14';
const answer = spawnSync(python, ['tools/record-multibyte.py'], { maxBuffer: 1 << 30 });
if (answer.status !== 0) throw new Error(`${python} failed: ${answer.stderr}`);
const recorded = JSON.parse(answer.stdout.toString()) as Record<string, Recorded>;

/** Which table each is told by its differences from, and through which change of keys. */
const bases: Record<string, [base: string, keys: 'same' | 'shift'] | undefined> = {
  gbk: ['gb2312', 'same'],
  gb18030: ['gbk', 'same'],
  cp950: ['big5', 'same'],
  big5hkscs: ['big5', 'same'],
  cp949: ['euc_kr', 'same'],
  shift_jis: ['euc_jp', 'shift'],
  cp932: ['shift_jis', 'same'],
  euc_jis_2004: ['euc_jp', 'same'],
  euc_jisx0213: ['euc_jis_2004', 'same'],
  shift_jis_2004: ['euc_jis_2004', 'shift'],
  shift_jisx0213: ['shift_jis_2004', 'same'],
};

const families: Record<string, string[]> = {
  cn: ['gb2312', 'gbk', 'gb18030'],
  tw: ['big5', 'cp950', 'big5hkscs'],
  kr: ['euc_kr', 'cp949', 'johab'],
  jp: ['euc_jp', 'shift_jis', 'cp932'],
  jis2004: ['euc_jis_2004', 'euc_jisx0213', 'shift_jis_2004', 'shift_jisx0213'],
};

/** Two code points in one number, as the tables have them. */
const join = (codes: number[]): number =>
  codes.length === 1 ? codes[0]! : codes[0]! * 0x200000 + codes[1]!;

function decodeMap(name: string): Map<number, number> {
  const { pairs, triples } = recorded[name]!;
  const map = new Map<number, number>();
  for (const [key, codes] of pairs) map.set(key, join(codes));
  for (const [key, codes] of triples) map.set(0x8f0000 + key, join(codes));
  return map;
}

/** Packs the differences as `gap, count` of keys in a row, then 0 (none) or the growth of the value. */
function packMap(map: Map<number, number>, base: ReadonlyMap<number, number>): string {
  const keys = [...new Set([...map.keys(), ...base.keys()])]
    .filter(key => map.get(key) !== base.get(key))
    .sort((a, b) => a - b);
  const packed: number[] = [];
  let before = 0;
  let last = 0;
  for (let i = 0; i < keys.length;) {
    let count = 1;
    while (keys[i + count] === keys[i]! + count) count++;
    packed.push(keys[i]! - last, count);
    for (let k = 0; k < count; k++) {
      const value = map.get(keys[i]! + k);
      packed.push(value === undefined ? 0 : zigzag(value - before - 1) + 1);
      before = value ?? before;
    }
    last = keys[i]! + count;
    i += count;
  }
  return packNumbers(packed);
}

/** Packs runs of equal growth of the values of the 256 bytes. */
function packSingles(singles: number[]): string {
  const packed: number[] = [];
  for (let byte = 0; byte < 256;) {
    const value = singles[byte]!;
    const grows = value >= 0 && singles[byte + 1] === value + 1 ? 1 : 0;
    let count = 1;
    while (byte + count < 256 && singles[byte + count] === value + grows * count) count++;
    packed.push(count * 2 + grows, value + 2);
    byte += count;
  }
  return packNumbers(packed);
}

/** Packs what encoding does that the inverse of decoding does not: `gap, bytes + 1`, 0 for nothing. */
function packOverrides(name: string, map: Map<number, number>): string {
  const { singles, encode } = recorded[name]!;
  const inverse = encodeMapOf(singles, map);
  const packed: number[] = [];
  let last = 0;
  const wanted = new Map(encode.filter(([, bytes]) => bytes <= 0xffffff));
  const codes = [...new Set([...wanted.keys(), ...inverse.keys()])].sort((a, b) => a - b);
  for (const code of codes) {
    if (code >= 0x200000 || inverse.get(code) === wanted.get(code)) continue;
    packed.push(code - last, (wanted.get(code) ?? -1) + 1);
    last = code;
  }
  return packNumbers(packed);
}

/** Packs the characters of gb18030 below U+10000 that have four bytes: `gap, length, growth` of their number. */
function packFourBytes(): string {
  const number = (bytes: number): number =>
    ((((bytes >>> 24) - 0x81) * 10 + ((bytes >>> 16) & 255) - 0x30) * 126 +
      ((bytes >>> 8) & 255) -
      0x81) *
      10 +
    (bytes & 255) -
    0x30;
  const runs: [code: number, number: number, length: number][] = [];
  for (const [code, bytes] of recorded['gb18030']!.encode) {
    if (code > 0xffff || bytes <= 0xffffff) continue;
    const run = runs.at(-1);
    if (run && run[0] + run[2] === code && run[1] + run[2] === number(bytes)) run[2]++;
    else runs.push([code, number(bytes), 1]);
  }
  let code = 0;
  let at = 0;
  const packed: number[] = [];
  for (const [start, first, length] of runs) {
    packed.push(start - code, length, zigzag(first - at));
    code = start + length;
    at = first + length;
  }
  return packNumbers(packed);
}

for (const [family, names] of Object.entries(families)) {
  let text = '// Generated by tools/generate-multibyte.ts.\n';
  for (const name of names) {
    const map = decodeMap(name);
    const [base, keys] = bases[name] ?? [undefined, 'same'];
    const baseMap = base ? keysThrough(keys, decodeMap(base)) : new Map<number, number>();
    text += `\nexport const ${name} = {\n  singles: '${packSingles(recorded[name]!.singles)}',`;
    text += `\n  pairs:\n    '${packMap(map, baseMap)}',`;
    text += `\n  overrides: '${packOverrides(name, map)}',\n};\n`;
  }
  if (family === 'cn') text += `\nexport const fourBytes =\n  '${packFourBytes()}';\n`;
  writeFileSync(`src/algorithms/codecs/multibyte/${family}.gen.ts`, text);
  console.log(family, text.length);
}

const sums = Object.entries(recorded).map(([name, { checksums }]) => [name, checksums]);
writeFileSync(
  'test/unit/algorithms/codecs/multibyte/checksums.json',
  JSON.stringify(Object.fromEntries(sums), null, 1) + '\n',
);
