import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readZip } from '../../../tools/zip.ts';

/** An archive of stored and deflated members, as far as the reader looks at it. */
function zip(members: readonly { path: string; body: string; deflate: boolean }[]): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, body, deflate } of members) {
    const data = deflate ? deflateRawSync(body) : Buffer.from(body);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(path.length, 26);
    local.writeUInt16LE(5, 28);
    files.push(local, Buffer.from(path), Buffer.alloc(5), data);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(deflate ? 8 : 0, 10);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt16LE(path.length, 28);
    entry.writeUInt16LE(3, 30);
    entry.writeUInt16LE(2, 32);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, Buffer.from(path), Buffer.alloc(5));
    offset += 35 + path.length + data.length;
  }
  const end = Buffer.alloc(22 + 4);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(offset, 16);
  end.write('note', 22);
  return Buffer.concat([...files, ...directory, end]);
}

test('stored and deflated members, folders left out, a comment at the end', () => {
  const files = readZip(
    zip([
      { path: 'a.py', body: 'stored', deflate: false },
      { path: 'b/', body: '', deflate: false },
      { path: 'b/c.py', body: 'x'.repeat(1000), deflate: true },
      { path: 'empty', body: '', deflate: false },
    ]),
  );
  const texts = [...files].map(([path, body]) => [path, Buffer.from(body).toString()]);
  expect(texts).toEqual([
    ['a.py', 'stored'],
    ['b/c.py', 'x'.repeat(1000)],
    ['empty', ''],
  ]);
});

test('what is no archive is refused', () => {
  expect(() => readZip(new Uint8Array(100))).toThrow('not a zip archive');
});
