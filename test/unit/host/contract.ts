import { expect, test } from 'vitest';
import { type Files, type Host, HostError, type NativeString } from '../../../src/host/host.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const notUtf8 = Uint8Array.of(0x66, 0xff, 0xe4);

/** The HostError's name, or '' when `action` succeeds. */
export function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return error.code;
  }
  return '';
}

export function readText(host: Host, fd: number, length = 100): string {
  const buffer = new Uint8Array(length);
  return decode(buffer.subarray(0, host.descriptors.read(fd, buffer)));
}

/** What every host with files must do. `make` gives a host and an empty directory of its own. */
export function hostContract(name: string, make: () => { host: Host; root: string }): void {
  const { host, root } = make();
  const files = host.files as Files;
  const { descriptors } = host;
  const { O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND, O_DIRECTORY } = host
    .constants.open as Record<string, number> & Record<'O_RDONLY', number>;
  const at = (file: string) => `${root}/${file}`;
  const flags = (...all: (number | undefined)[]) => all.reduce<number>((a, b) => a | b!, 0);
  const put = (file: string, text: string) => {
    const fd = files.open(at(file), flags(O_WRONLY, O_CREAT, O_TRUNC), 0o644);
    descriptors.write(fd, encode(text));
    descriptors.close(fd);
  };
  const check = (title: string, body: () => void) => test(`${name}: ${title}`, body);

  check('errors carry number, name and path', () => {
    try {
      files.open(at('absent'), O_RDONLY, 0);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(HostError);
      expect(error).toMatchObject({ errno: 2, code: 'ENOENT', path: at('absent') });
    }
    try {
      files.rename(at('absent'), at('other'));
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ code: 'ENOENT', path: at('absent'), path2: at('other') });
    }
  });

  check('read, write, seek keep one offset', () => {
    const fd = files.open(at('offset'), flags(O_RDWR, O_CREAT), 0o644);
    expect(descriptors.write(fd, encode('hello world'))).toBe(11);
    expect(descriptors.seek(fd, 0, 1)).toBe(11);
    expect(descriptors.seek(fd, -5, 2)).toBe(6);
    expect(readText(host, fd, 3)).toBe('wor');
    expect(descriptors.seek(fd, 0, 1)).toBe(9);
    expect(descriptors.seek(fd, 2, 1)).toBe(11);
    expect(readText(host, fd)).toBe('');
    expect(descriptors.seek(fd, 13, 0)).toBe(13);
    descriptors.write(fd, encode('!'));
    expect(files.stat(at('offset'), true).size).toBe(14);
    expect(files.readAll(at('offset')).subarray(9)).toEqual(encode('ld\0\0!'));
    expect(codeOf(() => descriptors.seek(fd, -1, 0))).toBe('EINVAL');
    descriptors.close(fd);
    expect(codeOf(() => descriptors.close(fd))).toBe('EBADF');
    expect(codeOf(() => descriptors.read(fd, new Uint8Array(1)))).toBe('EBADF');
  });

  check('positional reads and writes leave the offset', () => {
    const fd = files.open(at('positional'), flags(O_RDWR, O_CREAT), 0o644);
    descriptors.write(fd, encode('abcdef'));
    const buffer = new Uint8Array(2);
    expect(descriptors.read(fd, buffer, 1)).toBe(2);
    expect(decode(buffer)).toBe('bc');
    descriptors.write(fd, encode('XY'), 2);
    expect(descriptors.seek(fd, 0, 1)).toBe(6);
    expect(decode(files.readAll(at('positional')))).toBe('abXYef');
    descriptors.close(fd);
  });

  check('O_APPEND writes at the end, O_EXCL and O_TRUNC', () => {
    put('append', 'one');
    const fd = files.open(at('append'), flags(O_RDWR, O_APPEND), 0);
    expect(descriptors.seek(fd, 0, 1)).toBe(0);
    descriptors.write(fd, encode('two'));
    expect(descriptors.seek(fd, 0, 1)).toBe(6);
    expect(descriptors.flags(fd) & O_APPEND!).toBe(O_APPEND);
    descriptors.close(fd);
    expect(codeOf(() => files.open(at('append'), flags(O_RDWR, O_CREAT, O_EXCL), 0))).toBe(
      'EEXIST',
    );
    descriptors.close(files.open(at('append'), flags(O_RDWR, O_TRUNC), 0));
    expect(files.stat(at('append'), true).size).toBe(0);
  });

  check('access modes are enforced', () => {
    put('modes', 'text');
    const input = files.open(at('modes'), O_RDONLY, 0);
    expect(codeOf(() => descriptors.write(input, encode('x')))).toBe('EBADF');
    expect(descriptors.flags(input) & 3).toBe(O_RDONLY);
    descriptors.close(input);
    const output = files.open(at('modes'), O_WRONLY!, 0);
    expect(codeOf(() => descriptors.read(output, new Uint8Array(1)))).toBe('EBADF');
    expect(descriptors.flags(output) & 3).toBe(O_WRONLY);
    descriptors.close(output);
    expect(codeOf(() => files.open(root, O_WRONLY!, 0))).toBe('EISDIR');
    expect(codeOf(() => files.open(at('modes'), flags(O_RDONLY, O_DIRECTORY), 0))).toBe('ENOTDIR');
  });

  check('duplicates share the offset and live on', () => {
    const fd = files.open(at('duplicate'), flags(O_RDWR, O_CREAT), 0o644);
    descriptors.write(fd, encode('0123456789'));
    const copy = descriptors.duplicate(fd);
    expect(copy).not.toBe(fd);
    descriptors.seek(copy, 4, 0);
    expect(descriptors.seek(fd, 0, 1)).toBe(4);
    descriptors.close(fd);
    expect(readText(host, copy, 2)).toBe('45');
    descriptors.duplicateTo(copy, fd);
    expect(readText(host, fd, 2)).toBe('67');
    const far = descriptors.duplicate(copy, 200);
    expect(far).toBeGreaterThanOrEqual(200);
    expect(descriptors.list()).toEqual(expect.arrayContaining([0, 1, 2, fd, copy, far]));
    for (const each of [fd, copy, far]) descriptors.close(each);
    expect(codeOf(() => descriptors.stat(far))).toBe('EBADF');
  });

  check('descriptors are not inheritable until made so', () => {
    const fd = files.open(root, O_RDONLY, 0);
    expect(descriptors.isInheritable(fd)).toBe(false);
    descriptors.setInheritable(fd, true);
    expect(descriptors.isInheritable(fd)).toBe(true);
    expect(descriptors.isInheritable(1)).toBe(true);
    descriptors.close(fd);
    expect(codeOf(() => descriptors.isInheritable(fd))).toBe('EBADF');
  });

  check('truncate', () => {
    put('truncate', 'abcdef');
    const fd = files.open(at('truncate'), O_RDWR!, 0);
    descriptors.truncate(fd, 3);
    expect(decode(files.readAll(at('truncate')))).toBe('abc');
    descriptors.truncate(fd, 5);
    expect(decode(files.readAll(at('truncate')))).toBe('abc\0\0');
    expect(codeOf(() => descriptors.truncate(fd, -1))).toBe('EINVAL');
    descriptors.close(fd);
    files.truncate(at('truncate'), 1);
    expect(files.stat(at('truncate'), true).size).toBe(1);
    expect(codeOf(() => files.truncate(at('absent'), 1))).toBe('ENOENT');
  });

  check('directories', () => {
    files.makeDirectory(at('directory'), 0o755);
    expect(codeOf(() => files.makeDirectory(at('directory'), 0o755))).toBe('EEXIST');
    expect(codeOf(() => files.makeDirectory(at('absent/directory'), 0o755))).toBe('ENOENT');
    put('directory/file', '');
    files.makeDirectory(at('directory/inner'), 0o755);
    files.symlink('file', at('directory/link'));
    expect(files.list(at('directory')).toSorted()).toEqual(['file', 'inner', 'link']);
    const kinds = files
      .scan(at('directory'))
      .map(({ name: entry, kind }) => `${entry as string}:${kind}`);
    expect(kinds.toSorted()).toEqual(['file:file', 'inner:directory', 'link:symlink']);
    expect(codeOf(() => files.removeDirectory(at('directory')))).toBe('ENOTEMPTY');
    expect(codeOf(() => files.removeDirectory(at('directory/file')))).toBe('ENOTDIR');
    expect(codeOf(() => files.list(at('directory/file')))).toBe('ENOTDIR');
    expect(codeOf(() => files.stat(at('directory/file/'), true))).toBe('ENOTDIR');
    expect(['EISDIR', 'EPERM']).toContain(codeOf(() => files.unlink(at('directory/inner'))));
    files.unlink(at('directory/file'));
    files.unlink(at('directory/link'));
    files.removeDirectory(at('directory/inner'));
    files.removeDirectory(at('directory'));
    expect(files.kind(at('directory'))).toBeUndefined();
  });

  check('a name that is not UTF-8 survives', () => {
    const prefix = encode(`${root}/`);
    const path = Uint8Array.from([...prefix, ...notUtf8]);
    const fd = files.open(path, flags(O_WRONLY, O_CREAT), 0o644);
    descriptors.close(fd);
    const bytes = files
      .list(root)
      .filter((entry): entry is Uint8Array => typeof entry !== 'string');
    expect(bytes).toEqual([notUtf8]);
    expect(files.scan(root)).toContainEqual({ name: notUtf8, kind: 'file' });
    expect(files.kind(path)).toBe('file');
    files.symlink(notUtf8, at('to-bytes'));
    expect(files.readLink(at('to-bytes'))).toEqual(notUtf8);
    expect(files.realPath(at('to-bytes'))).toEqual(path);
    files.unlink(at('to-bytes'));
    files.unlink(path);
    const directory = Uint8Array.from([...path, 0x2f]);
    files.makeDirectory(directory, 0o755);
    const before = files.cwd();
    files.chdir(directory);
    expect(files.cwd()).toEqual(path);
    files.chdir(before);
    files.removeDirectory(directory);
  });

  check('a name with U+FFFD or past the BMP is text', () => {
    for (const file of ['\ufffd', '😀é']) {
      put(file, file);
      expect(files.list(root)).toContain(file);
      expect(decode(files.readAll(encode(at(file))))).toBe(file);
      files.unlink(at(file));
    }
  });

  check('links', () => {
    put('target', 'x');
    files.link(at('target'), at('hard'));
    expect(files.stat(at('hard'), true)).toMatchObject({ nlink: 2 });
    expect(files.stat(at('hard'), true).ino).toBe(files.stat(at('target'), true).ino);
    expect(codeOf(() => files.link(at('target'), at('hard')))).toBe('EEXIST');
    files.symlink('target', at('soft'));
    expect(files.readLink(at('soft'))).toBe('target');
    expect(files.stat(at('soft'), false).mode & 0o170000).toBe(0o120000);
    expect(files.stat(at('soft'), true).mode & 0o170000).toBe(0o100000);
    expect(files.realPath(at('soft'))).toBe(files.realPath(at('target')));
    expect(codeOf(() => files.readLink(at('target')))).toBe('EINVAL');
    files.symlink('loop', at('loop'));
    expect(codeOf(() => files.stat(at('loop'), true))).toBe('ELOOP');
    expect(files.kind(at('loop'))).toBeUndefined();
    for (const file of ['target', 'hard', 'soft', 'loop']) files.unlink(at(file));
  });

  check('rename', () => {
    put('from', '1');
    put('to', '2');
    files.rename(at('from'), at('to'));
    expect(files.kind(at('from'))).toBeUndefined();
    expect(decode(files.readAll(at('to')))).toBe('1');
    files.makeDirectory(at('from'), 0o755);
    files.makeDirectory(at('from/inner'), 0o755);
    expect(codeOf(() => files.rename(at('from'), at('from/inner/x')))).toBe('EINVAL');
    expect(codeOf(() => files.rename(at('from'), at('to')))).toBe('ENOTDIR');
    expect(codeOf(() => files.rename(at('to'), at('from')))).toBe('EISDIR');
    files.rename(at('from'), at('moved'));
    expect(files.realPath(at('moved/inner/..'))).toBe(files.realPath(at('moved')));
    files.removeDirectory(at('moved/inner'));
    files.removeDirectory(at('moved'));
    files.unlink(at('to'));
  });

  check('mode, mask and times', () => {
    const before = files.umask(0o027);
    put('mode', '');
    expect(files.umask(before)).toBe(0o027);
    expect(files.stat(at('mode'), true).mode & 0o777).toBe(0o640);
    files.chmod(at('mode'), 0o751);
    expect(files.stat(at('mode'), true).mode & 0o7777).toBe(0o751);
    const fd = files.open(at('mode'), O_RDWR!, 0);
    files.chmodDescriptor(fd, 0o600);
    expect(descriptors.stat(fd).mode & 0o7777).toBe(0o600);
    files.setTimes(at('mode'), 1_002_003_000n, 4_005_006_000n, true);
    expect(descriptors.stat(fd)).toMatchObject({
      atimeNs: 1_002_003_000n,
      mtimeNs: 4_005_006_000n,
    });
    files.setTimesDescriptor(fd, 5_000_000_000n, 6_000_000_000n);
    expect(files.stat(at('mode'), true).mtimeNs).toBe(6_000_000_000n);
    const now = 1_767_225_600_123_456_789n;
    files.setTimes(at('mode'), now, now, true);
    const error = files.stat(at('mode'), true).mtimeNs - now;
    expect(error <= 0n && error > -1000n).toBe(true);
    descriptors.close(fd);
    expect(files.access(at('mode'), 4)).toBe(true);
    expect(files.access(at('mode'), 1)).toBe(false);
    expect(files.access(at('absent'), 0)).toBe(false);
    files.unlink(at('mode'));
  });

  check('the current directory and paths relative to an open one', () => {
    const before = files.cwd();
    files.makeDirectory(at('here'), 0o755);
    files.chdir(at('here'));
    expect(files.cwd()).toBe(files.realPath(at('here')));
    put('here/file', 'text');
    expect(decode(files.readAll('file'))).toBe('text');
    files.chdir(before);
    const base = files.open(at('here'), flags(O_RDONLY, O_DIRECTORY), 0);
    expect(decode(files.readAll(files.at!(base, 'file')))).toBe('text');
    expect(files.list(files.at!(base, '.'))).toEqual(['file']);
    expect(files.at!(base, '/absolute')).toBe('/absolute');
    expect(codeOf(() => files.chdir(at('here/file')))).toBe('ENOTDIR');
    files.unlink(files.at!(base, 'file'));
    descriptors.close(base);
    files.removeDirectory(at('here'));
  });

  check('pipes', () => {
    const [input, output] = descriptors.pipe!();
    expect(descriptors.poll!([input, output], [1, 4], 0n)).toEqual([0, 4]);
    descriptors.write(output, encode('through'));
    expect(descriptors.poll!([input], [1], undefined)).toEqual([1]);
    expect(readText(host, input, 4)).toBe('thro');
    expect(readText(host, input)).toBe('ugh');
    expect(codeOf(() => descriptors.seek(input, 0, 0))).toBe('ESPIPE');
    const { O_NONBLOCK } = host.constants.open;
    descriptors.setFlags!(input, descriptors.flags(input) | O_NONBLOCK!);
    expect(descriptors.flags(input) & O_NONBLOCK!).toBe(O_NONBLOCK);
    expect(codeOf(() => descriptors.read(input, new Uint8Array(1)))).toBe('EAGAIN');
    descriptors.close(output);
    expect(readText(host, input)).toBe('');
    descriptors.close(input);
    const [lonely, writer] = descriptors.pipe!();
    descriptors.close(lonely);
    expect(codeOf(() => descriptors.write(writer, encode('x')))).toBe('EPIPE');
    descriptors.close(writer);
    expect(descriptors.poll!([writer], [4], 0n)).toEqual([32]);
  });

  check('environment variables, bytes included', () => {
    const { environment } = host;
    environment.set('TAIPAN_TEST', 'é😀');
    expect(environment.get('TAIPAN_TEST')).toBe('é😀');
    expect(environment.entries()).toContainEqual(['TAIPAN_TEST', 'é😀']);
    environment.set('TAIPAN_TEST', notUtf8);
    expect(environment.get('TAIPAN_TEST')).toEqual(notUtf8);
    expect(environment.entries()).toContainEqual(['TAIPAN_TEST', notUtf8]);
    environment.unset('TAIPAN_TEST');
    expect(environment.get('TAIPAN_TEST')).toBeUndefined();
    expect(codeOf(() => environment.set('A=B', ''))).toBe('EINVAL');
  });

  check('clocks advance', () => {
    const { clock } = host;
    const [wall, monotonic] = [clock.now(), clock.monotonic()];
    clock.sleep(5_000_000n);
    expect(clock.monotonic() - monotonic).toBeGreaterThanOrEqual(5_000_000n);
    expect(clock.now() - wall).toBeGreaterThanOrEqual(4_900_000n);
    expect(clock.processTime()).toBeGreaterThan(0n);
  });

  check('the zone follows TZ', () => {
    const { clock, environment } = host;
    const before = environment.get('TZ');
    const zone = (value: string, time: number) => {
      environment.set('TZ', value);
      clock.resetZone();
      return clock.zoneAt(time);
    };
    const summer = 1_720_000_000;
    expect(zone('EST+05EDT,M4.1.0,M10.5.0', summer)).toEqual({
      offset: -14_400,
      daylight: true,
      abbreviation: 'EDT',
    });
    expect(zone('UTC0', summer)).toEqual({ offset: 0, daylight: false, abbreviation: 'UTC' });
    if (before === undefined) environment.unset('TZ');
    else environment.set('TZ', before);
    clock.resetZone();
  });

  check('random bytes', () => {
    const bytes = new Uint8Array(70_000);
    host.random.fill(bytes);
    expect(new Set(bytes).size).toBe(256);
  });

  check('scripts run in global scope and give their value', () => {
    const compiled = host.script.compile('(function f(x) { return x + 1; })', 'f.js');
    expect((compiled.run() as (x: number) => number)(41)).toBe(42);
    const cached = compiled.cacheData();
    const again = host.script.compile('(function f(x) { return x + 1; })', 'f.js', cached);
    expect(again.cacheRejected).toBe(false);
    expect((again.run() as (x: number) => number)(1)).toBe(2);
  });

  check('caught signals wait to be taken', () => {
    const { signals, processes, environment } = host;
    const { SIGINT, SIGUSR1, SIGKILL } = host.constants.signals as Record<string, number>;
    for (const signal of [SIGINT!, SIGUSR1!]) signals!.setDisposition(signal, 'catch');
    expect(signals!.pending()).toBe(false);
    for (const signal of [SIGUSR1!, SIGINT!]) processes!.kill!(environment.pid, signal);
    expect(signals!.pending()).toBe(true);
    expect(signals!.take()).toBe(SIGINT);
    expect(signals!.pending()).toBe(true);
    expect(signals!.take()).toBe(SIGUSR1);
    expect(signals!.pending()).toBe(false);
    expect(signals!.take()).toBe(0);
    for (const signal of [SIGINT!, SIGUSR1!]) signals!.setDisposition(signal, 'default');
    expect(codeOf(() => signals!.setDisposition(SIGKILL!, 'catch'))).toBe('EINVAL');
  });

  check('a path with a NUL is refused', () => {
    const path: NativeString = 'a\0b';
    expect(codeOf(() => files.stat(path, true))).toBe('EINVAL');
    expect(files.kind(path)).toBeUndefined();
  });
}
