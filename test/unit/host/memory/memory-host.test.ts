import { expect, test } from 'vitest';
import { createMemoryHost, MemoryExit } from '../../../../src/host/memory/memory-host.ts';
import { codeOf, hostContract } from '../contract.ts';

hostContract('memory', () => {
  const host = createMemoryHost();
  host.files.makeDirectory('/root', 0o755);
  return { host, root: '/root' };
});

test('standard streams are options and results', () => {
  const host = createMemoryHost({ input: new TextEncoder().encode('in') });
  const buffer = new Uint8Array(9);
  expect(host.descriptors.read(0, buffer)).toBe(2);
  expect(host.descriptors.read(0, buffer)).toBe(0);
  host.console.write(1, Uint8Array.of(1));
  host.descriptors.write(1, Uint8Array.of(2, 3));
  host.descriptors.write(2, Uint8Array.of(4));
  expect([...host.output(1)]).toEqual([1, 2, 3]);
  expect([...host.output(2)]).toEqual([4]);
});

test('two hosts give the same answers', () => {
  const run = () => {
    const host = createMemoryHost({ seed: 7 });
    const bytes = new Uint8Array(4);
    host.random.fill(bytes);
    host.clock.sleep(10n);
    return [[...bytes], host.clock.now(), host.clock.monotonic()];
  };
  expect(run()).toEqual(run());
});

test('waiting for what cannot come is a deadlock, not a hang', () => {
  const { descriptors } = createMemoryHost();
  const [input] = descriptors.pipe!();
  expect(codeOf(() => descriptors.read(input, new Uint8Array(1)))).toBe('EDEADLK');
  expect(codeOf(() => descriptors.poll!([input], [1], undefined))).toBe('EDEADLK');
});

test('exit and a fatal signal end the program', () => {
  const host = createMemoryHost();
  expect(() => host.processes?.exit(3)).toThrow(MemoryExit);
  expect(() => host.processes?.kill?.(host.environment.pid, 15)).toThrow(MemoryExit);
});
