import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import { afterAll, expect, test } from 'vitest';
import type { SpawnRequest } from '../../../../src/host/host.ts';
import { createNodeHost } from '../../../../src/host/node/node-host.ts';
import { codeOf, hostContract, readText } from '../contract.ts';

const root = fs.realpathSync(fs.mkdtempSync(`${os.tmpdir()}/taipan-host-`));
afterAll(() => fs.rmSync(root, { recursive: true }));

hostContract('node', () => ({ host: createNodeHost(), root }));

const host = createNodeHost();
const { descriptors, clock } = host;
const processes = host.processes!;
const signals = host.signals!;

const shell = (script: string, rest: Partial<SpawnRequest> = {}) =>
  processes.spawn!({
    executable: '/bin/sh',
    argv: ['sh', '-c', script],
    descriptors: [0, 1, 2],
    ...rest,
  });

test('a child writes to a pipe and is waited for', () => {
  const [input, output] = descriptors.pipe!();
  const pid = shell('echo "$0 $X"; exit 3', { env: ['X=é'], descriptors: [-1, output, 2] });
  descriptors.close(output);
  expect(readText(host, input)).toBe('sh é\n');
  expect(readText(host, input)).toBe('');
  descriptors.close(input);
  expect(processes.wait!(pid, true)).toEqual({ pid, status: 3 << 8 });
  expect(codeOf(() => processes.wait!(pid, true))).toBe('ECHILD');
});

test('a child reads from a pipe, at any descriptor', () => {
  const [input, output] = descriptors.pipe!();
  const [result, sink] = descriptors.pipe!();
  const pid = shell('cat <&5', { descriptors: [-1, sink, 2, -1, -1, input] });
  for (const fd of [input, sink]) descriptors.close(fd);
  expect(processes.wait!(pid, false)).toBeUndefined();
  descriptors.write(output, new TextEncoder().encode('to the child'));
  descriptors.close(output);
  expect(readText(host, result)).toBe('to the child');
  expect(processes.wait!(-1, true)).toEqual({ pid, status: 0 });
  descriptors.close(result);
});

test('parent and child share a file offset', () => {
  const file = host.files!;
  const { O_RDWR, O_CREAT } = host.constants.open as { O_RDWR: number; O_CREAT: number };
  const fd = file.open(`${root}/shared`, O_RDWR | O_CREAT, 0o644);
  descriptors.write(fd, new TextEncoder().encode('parent '));
  processes.wait!(shell('printf child', { descriptors: [0, fd, 2] }), true);
  descriptors.write(fd, new TextEncoder().encode(' parent'));
  expect(descriptors.seek(fd, 0, 0)).toBe(0);
  expect(readText(host, fd)).toBe('parent child parent');
  descriptors.close(fd);
});

test('a failed exec is an error of spawn, a killed child a status', () => {
  const request = { executable: `${root}/absent`, argv: ['x'], descriptors: [0, 1, 2] };
  expect(codeOf(() => processes.spawn!(request))).toBe('ENOENT');
  const pid = shell('sleep 9');
  processes.kill!(pid, 9);
  expect(processes.wait!(pid, true)).toEqual({ pid, status: 9 });
});

test('a caught signal from outside ends sleep, poll and wait', () => {
  const [input, output] = descriptors.pipe!();
  const blocking: [string, () => unknown][] = [
    ['sleep', () => clock.sleep(5_000_000_000n) > 0n || expect.unreachable()],
    ['poll', () => descriptors.poll!([input], [1], 5_000_000_000n)],
    ['read', () => descriptors.read(input, new Uint8Array(1))],
  ];
  for (const name of ['SIGUSR1', 'SIGTERM']) {
    const signal = host.constants.signals[name]!;
    signals.setDisposition(signal, 'catch');
    for (const [what, block] of blocking) {
      const pid = shell(`sleep 0.05; kill -${signal} ${process.pid}; sleep 0.05`);
      const code = codeOf(block);
      expect([what, code]).toEqual([what, what === 'sleep' ? '' : 'EINTR']);
      expect(signals.take()).toBe(signal);
      processes.wait!(pid, true);
    }
    signals.setDisposition(signal, 'default');
  }
  for (const fd of [input, output]) descriptors.close(fd);
});

test('alarms', () => {
  const signal = host.constants.signals['SIGALRM']!;
  signals.setDisposition(signal, 'catch');
  expect(signals.setAlarm!(10_000_000n, 0n)).toEqual({ left: 0n, interval: 0n });
  expect(clock.sleep(2_000_000_000n)).toBeGreaterThan(0n);
  expect(signals.take()).toBe(signal);
  signals.setAlarm!(60_000_000_000n, 1_000_000_000n);
  const { left, interval } = signals.setAlarm!(0n, 0n);
  expect(left > 59_000_000_000n && left <= 60_000_000_000n).toBe(true);
  expect(interval).toBe(1_000_000_000n);
  signals.setDisposition(signal, 'default');
});

test('many descriptors at once', () => {
  const pipes = Array.from({ length: 7 }, () => descriptors.pipe!());
  const inputs = pipes.map(([input]) => input);
  const events = inputs.map(() => 1);
  expect(descriptors.poll!(inputs, events, 1_000_000n)).toEqual(inputs.map(() => 0));
  descriptors.write(pipes[5]![1], Uint8Array.of(1));
  expect(descriptors.poll!(inputs, events, undefined)).toEqual([0, 0, 0, 0, 0, 1, 0]);
  for (const fd of pipes.flat()) descriptors.close(fd);
});

test('zones come from the zone files', () => {
  if (!fs.existsSync('/usr/share/zoneinfo/Europe/Berlin')) return;
  const before = process.env['TZ'];
  process.env['TZ'] = 'Europe/Berlin';
  clock.resetZone();
  for (const [time, offset, abbreviation] of [
    [1_700_000_000, 3600, 'CET'],
    [1_720_000_000, 7200, 'CEST'],
    [4_118_000_000, 7200, 'CEST'], // past the table: the file's rule
    [-2_500_000_000, 3208, 'LMT'],
  ] as const) {
    expect(clock.zoneAt(time)).toMatchObject({ offset, abbreviation });
  }
  if (before === undefined) delete process.env['TZ'];
  else process.env['TZ'] = before;
  clock.resetZone();
});

test("Node's own descriptors are hidden, a parent's are found", () => {
  const program = `
    import { createNodeHost } from '${new URL('../../../../src/host/node/node-host.ts', import.meta.url).pathname}';
    const { descriptors } = createNodeHost();
    const buffer = new Uint8Array(9);
    const length = descriptors.read(9, buffer);
    const text = new TextDecoder().decode(buffer.subarray(0, length));
    const hidden = [3, 4, 5, 6, 7, 8].filter(fd => descriptors.list().includes(fd));
    console.log(JSON.stringify([text, descriptors.isInheritable(9), hidden]));`;
  fs.writeFileSync(`${root}/inherited`, 'inherited');
  fs.writeFileSync(`${root}/program.mjs`, program);
  const command = `exec 9<${root}/inherited; exec "$0" --import tsx ${root}/program.mjs`;
  const output = execFileSync('sh', ['-c', command, process.execPath], { encoding: 'utf8' });
  expect(JSON.parse(output)).toEqual(['inherited', true, []]);
});

test('weak references are cleared by collect', () => {
  const references = Array.from({ length: 10 }, () => new WeakRef({}));
  host.garbage!.collect();
  expect(references.filter(reference => reference.deref() !== undefined)).toEqual([]);
});

const sockets = host.sockets!;
const encode = (text: string) => new TextEncoder().encode(text);

/** A listening socket and its address. */
function listen() {
  const fd = sockets.open('inet', 'stream');
  sockets.bind(fd, { family: 'inet', host: '127.0.0.1', port: 0 });
  sockets.listen(fd, 5);
  return [fd, sockets.localAddress(fd)] as const;
}

test('a connection carries bytes both ways and ends', () => {
  const [listener, address] = listen();
  const client = sockets.open('inet', 'stream');
  expect(descriptors.poll!([listener], [1], 0n)).toEqual([0]);
  sockets.connect(client, address);
  expect(descriptors.poll!([listener], [1], undefined)).toEqual([1]);
  const { fd: server, address: from } = sockets.accept(listener);
  expect(sockets.localAddress(client)).toEqual(from);
  expect(sockets.peerAddress(client)).toEqual(address);
  descriptors.write(client, encode('there'));
  expect(descriptors.poll!([listener, server, client], [1, 1, 1], undefined)).toEqual([0, 1, 0]);
  expect(readText(host, server)).toBe('there');
  descriptors.write(server, encode('and back'));
  expect(readText(host, client)).toBe('and back');
  sockets.shutdown(client, 1);
  expect(readText(host, server)).toBe('');
  for (const fd of [listener, client, server]) descriptors.close(fd);
  expect(codeOf(() => descriptors.read(client, new Uint8Array(1)))).toBe('EBADF');
});

test('refused and taken addresses are errors; what must not wait says so', () => {
  const [listener, address] = listen();
  const other = sockets.open('inet', 'stream');
  expect(codeOf(() => sockets.bind(other, address))).toBe('EADDRINUSE');
  descriptors.setFlags!(listener, host.constants.open['O_NONBLOCK']!);
  expect(codeOf(() => sockets.accept(listener))).toBe('EAGAIN');
  descriptors.close(listener);
  const client = sockets.open('inet', 'stream');
  expect(codeOf(() => sockets.connect(client, address))).toBe('ECONNREFUSED');
  expect(codeOf(() => descriptors.read(other, new Uint8Array(1)))).toBe('ENOTCONN');
  for (const fd of [client, other]) descriptors.close(fd);
});

test('datagrams keep their bounds and their sender', () => {
  const receiver = sockets.open('inet', 'datagram');
  sockets.bind(receiver, { family: 'inet', host: '127.0.0.1', port: 0 });
  const sender = sockets.open('inet', 'datagram');
  const to = sockets.localAddress(receiver);
  for (const text of ['one', 'two']) sockets.send(sender, encode(text), to);
  const buffer = new Uint8Array(9);
  expect(sockets.receive(receiver, buffer, true).length).toBe(3);
  const { length, from } = sockets.receive(receiver, buffer);
  expect([length, from?.family]).toEqual([3, 'inet']);
  expect(sockets.receive(receiver, buffer).length).toBe(3);
  expect(new TextDecoder().decode(buffer.subarray(0, 3))).toBe('two');
  for (const fd of [receiver, sender]) descriptors.close(fd);
});

test('a pair, peeking, and a signal that ends a read', () => {
  const [first, second] = sockets.pair!();
  descriptors.write(first, encode('peek'));
  const buffer = new Uint8Array(2);
  expect(sockets.receive(second, buffer, true).length).toBe(2);
  expect(readText(host, second)).toBe('pe');
  expect(readText(host, second)).toBe('ek');
  const signal = host.constants.signals['SIGUSR1']!;
  signals.setDisposition(signal, 'catch');
  const pid = shell(`sleep 0.05; kill -${signal} ${process.pid}; sleep 0.05`);
  expect(codeOf(() => descriptors.read(second, buffer))).toBe('EINTR');
  expect(signals.take()).toBe(signal);
  signals.setDisposition(signal, 'default');
  processes.wait!(pid, true);
  for (const fd of [first, second]) descriptors.close(fd);
});
