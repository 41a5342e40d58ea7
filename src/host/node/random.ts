import fs from 'node:fs';
import type { Random } from '../host.ts';

/** Random bytes from the system's device, for loading `node:crypto` costs 3.3 ms and every start wants a hash seed. */
export class NodeRandom implements Random {
  fill(bytes: Uint8Array): void {
    const device = open();
    if (device < 0) {
      process.getBuiltinModule('node:crypto').randomFillSync(bytes);
      return;
    }
    for (let rest = bytes; rest.length > 0;) {
      rest = rest.subarray(fs.readSync(device, rest, 0, rest.length, null));
    }
    fs.closeSync(device);
  }
}

function open(): number {
  try {
    return fs.openSync('/dev/urandom', 'r');
  } catch {
    return -1;
  }
}
