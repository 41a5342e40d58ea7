import { inflateRawSync } from 'node:zlib';

/** Reads the members of a zip archive that is in memory: stored or deflated, no encryption, no zip64. */

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;

function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0; at--) {
    if (view.getUint32(at, true) === endOfDirectory) return at;
  }
  throw new Error('not a zip archive');
}

/** The files (not the folders) of the archive by path, in its order. */
export function readZip(archive: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = findEnd(view);
  const files = new Map<string, Uint8Array>();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== directoryEntry) throw new Error('damaged zip directory');
    const method = view.getUint16(at + 10, true);
    const size = view.getUint32(at + 20, true);
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const header = view.getUint32(at + 42, true);
    const path = new TextDecoder().decode(archive.subarray(at + 46, at + 46 + nameLength));
    at += 46 + nameLength + extraLength;
    if (path.endsWith('/')) continue;
    const start =
      header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
    const body = archive.subarray(start, start + size);
    if (method !== 0 && method !== 8) throw new Error(`${path}: compression method ${method}`);
    files.set(path, method === 0 ? body : inflateRawSync(body));
  }
  return files;
}
