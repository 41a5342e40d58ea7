/** Checksums; CPython's `binascii.crc32` and `binascii.crc_hqx`. */

/** Four tables of 256, so that four bytes are taken at a time. */
const tables = ((): Int32Array => {
  const built = new Int32Array(1024);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    built[byte] = crc;
  }
  for (let i = 256; i < 1024; i++)
    built[i] = (built[i - 256]! >>> 8) ^ built[built[i - 256]! & 255]!;
  return built;
})();

/** CRC-32 of the data after what `crc` is the sum of, as an unsigned number. */
export function crc32(data: Uint8Array, crc: number): number {
  let sum = ~crc;
  let i = 0;
  for (const whole = data.length - 3; i < whole; i += 4) {
    sum ^= data[i]! | (data[i + 1]! << 8) | (data[i + 2]! << 16) | (data[i + 3]! << 24);
    sum =
      tables[768 + (sum & 255)]! ^
      tables[512 + ((sum >>> 8) & 255)]! ^
      tables[256 + ((sum >>> 16) & 255)]! ^
      tables[sum >>> 24]!;
  }
  for (; i < data.length; i++) sum = (sum >>> 8) ^ tables[(sum ^ data[i]!) & 255]!;
  return ~sum >>> 0;
}

/** CRC-CCITT, as BinHex 4 used it. */
export function crcHqx(data: Uint8Array, crc: number): number {
  let sum = crc & 0xffff;
  for (const byte of data) {
    sum ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) sum = sum & 0x8000 ? (sum << 1) ^ 0x1021 : sum << 1;
    sum &= 0xffff;
  }
  return sum;
}
