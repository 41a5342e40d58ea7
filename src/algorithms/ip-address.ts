/** Internet addresses between text and bytes. CPython leaves this to inet_pton(3), inet_ntop(3) and inet_aton(3). */

export function parseIPv4(text: string): Uint8Array | undefined {
  const parts = text.split('.');
  if (parts.length !== 4) return undefined;
  const bytes = parts.map(part => (/^(0|[1-9]\d{0,2})$/.test(part) ? Number(part) : 256));
  return bytes.some(byte => byte > 255) ? undefined : Uint8Array.from(bytes);
}

/** The old forms too: fewer parts, octal and hexadecimal numbers. */
export function parseLooseIPv4(text: string): Uint8Array | undefined {
  // What follows white space is ignored.
  const parts = text.split(/[ \t\n\v\f\r]/, 1)[0]!.split('.');
  if (parts.length > 4) return undefined;
  const numbers = parts.map(part => {
    if (/^0[xX][0-9a-fA-F]+$/.test(part)) return parseInt(part, 16);
    if (/^0[0-7]*$/.test(part)) return parseInt(part, 8);
    return /^[1-9]\d*$/.test(part) ? Number(part) : NaN;
  });
  const last = numbers.pop()!;
  const rest = 4 - numbers.length;
  if (numbers.some(n => !(n <= 255)) || !(last < 256 ** rest)) return undefined;
  const tail = Array.from(
    { length: rest },
    (_, i) => Math.floor(last / 256 ** (rest - 1 - i)) & 255,
  );
  return Uint8Array.from([...numbers, ...tail]);
}

export const formatIPv4 = (bytes: Uint8Array): string => bytes.join('.');

export function parseIPv6(text: string): Uint8Array | undefined {
  let source = text;
  const dotted = /^(.*:)([^:]*\.[^:]*)$/.exec(source);
  if (dotted !== null) {
    const v4 = parseIPv4(dotted[2]!);
    if (v4 === undefined) return undefined;
    const hex = [0, 2].map(i => ((v4[i]! << 8) | v4[i + 1]!).toString(16));
    source = `${dotted[1]!}${hex.join(':')}`;
  }
  const halves = source.split('::');
  if (halves.length > 2) return undefined;
  const groups = halves.map(half => (half === '' ? [] : half.split(':')));
  if (groups.flat().some(group => !/^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  const count = groups.flat().length;
  if (halves.length === 1 ? count !== 8 : count > 7) return undefined;
  const missing = Array.from({ length: 8 - count }, () => '0');
  const all = halves.length === 1 ? groups[0]! : [...groups[0]!, ...missing, ...groups[1]!];
  return Uint8Array.from(
    all.flatMap(group => {
      const n = parseInt(group, 16);
      return [n >> 8, n & 255];
    }),
  );
}

export function formatIPv6(bytes: Uint8Array): string {
  const groups = Array.from({ length: 8 }, (_, i) => (bytes[i * 2]! << 8) | bytes[i * 2 + 1]!);
  let best = { start: -1, length: 1 };
  for (let start = 0; start < 8; start++) {
    let end = start;
    while (end < 8 && groups[end] === 0) end++;
    if (end - start > best.length) best = { start, length: end - start };
  }
  const isMapped =
    best.start === 0 && (best.length === 6 || (best.length === 5 && groups[5] === 0xffff));
  const shown = groups.map(group => group.toString(16));
  if (isMapped) {
    const v4 = formatIPv4(bytes.subarray(12));
    return best.length === 6 ? `::${v4}` : `::ffff:${v4}`;
  }
  if (best.start < 0) return shown.join(':');
  const [before, after] = [shown.slice(0, best.start), shown.slice(best.start + best.length)];
  return `${before.join(':')}::${after.join(':')}`;
}
