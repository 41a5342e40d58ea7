import { expect, test } from 'vitest';
import { encode, memoryPython, raised } from '../python.ts';
import { ioModule } from '../../../../src/modules/_io/module.ts';

const { python, host } = memoryPython(ioModule);
const { call, method } = {
  call: python.call.bind(python),
  method: python.method.bind(python),
};
const contents = (path: string) => new TextDecoder().decode(host.files.readAll(path));

test('text is written, encoded and read back by line', () => {
  const out = call('open', ['/tmp/a', 'w']);
  expect(method(out, 'write', 'ab\ncdé\n😀')).toBe(8);
  expect(contents('/tmp/a')).toBe('');
  method(out, 'close');
  expect(contents('/tmp/a')).toBe('ab\ncdé\n😀');
  const input = call('open', ['/tmp/a']);
  expect(method(input, 'readline')).toBe('ab\n');
  expect(method(input, 'read', 3)).toBe('cdé');
  expect(method(input, 'read')).toBe('\n😀');
  expect(method(input, 'read')).toBe('');
  method(input, 'close');
  expect(raised(() => method(input, 'read'))).toBe('ValueError: I/O operation on closed file.');
});

test('universal newlines', () => {
  method(call('open', ['/tmp/n', 'wb']), 'write', encode('a\r\nb\rc\nd'));
  const file = call('open', ['/tmp/n', 'wb', 0]);
  method(file, 'write', encode('a\r\nb\rc\nd'));
  expect(method(call('open', ['/tmp/n']), 'readlines')).toEqual(['a\n', 'b\n', 'c\n', 'd']);
  const each = (newline: string) => method(call('open', ['/tmp/n'], { newline }), 'readlines');
  expect(each('')).toEqual(['a\r\n', 'b\r', 'c\n', 'd']);
  expect(each('\n')).toEqual(['a\r\n', 'b\rc\n', 'd']);
  expect(each('\r')).toEqual(['a\r', '\nb\r', 'c\nd']);
  expect(each('\r\n')).toEqual(['a\r\n', 'b\rc\nd']);
});

test('line ends across chunks', () => {
  method(call('open', ['/tmp/c', 'wb', 0]), 'write', encode('aa\r\nbb\r\ncc'));
  for (let chunk = 1; chunk < 10; chunk++) {
    const file = call('open', ['/tmp/c'], { newline: '\r\n' });
    (file as unknown as { chunkSize: number }).chunkSize = chunk;
    expect(method(file, 'readlines')).toEqual(['aa\r\n', 'bb\r\n', 'cc']);
    const universal = call('open', ['/tmp/c']);
    (universal as unknown as { chunkSize: number }).chunkSize = chunk;
    expect(method(universal, 'readlines')).toEqual(['aa\n', 'bb\n', 'cc']);
  }
});

test('tell and seek land between any two characters', () => {
  const text = 'añ😀\r\nb\rc😀d\né';
  method(call('open', ['/tmp/t', 'wb', 0]), 'write', encode(text));
  const file = call('open', ['/tmp/t']);
  (file as unknown as { chunkSize: number }).chunkSize = 3;
  const whole = Array.from(method(file, 'read') as string);
  const positions = whole.map((_, i) => {
    method(file, 'seek', 0);
    method(file, 'read', i);
    return method(file, 'tell');
  });
  positions.forEach((position, i) => {
    method(file, 'seek', position);
    expect(method(file, 'read')).toBe(whole.slice(i).join(''));
  });
});

test('a random access file reads what it wrote', () => {
  const file = call('open', ['/tmp/r', 'wb+'], { buffering: 4 });
  method(file, 'write', encode('0123456789'));
  expect(method(file, 'tell')).toBe(10);
  expect(method(file, 'seek', 2)).toBe(2);
  expect(method(file, 'read', 3)).toEqual(encode('234'));
  method(file, 'write', encode('XY'));
  expect(method(file, 'tell')).toBe(7);
  expect(method(file, 'read')).toEqual(encode('789'));
  method(file, 'flush');
  expect(contents('/tmp/r')).toBe('01234XY789');
  expect(method(file, 'truncate', 3)).toBe(3);
  method(file, 'seek', 0);
  expect(method(file, 'peek')).toEqual(encode('012'));
  expect(method(file, 'readline')).toEqual(encode('012'));
});

test('modes and arguments are checked', () => {
  const message = (...args: Parameters<typeof call>) => raised(() => call(...args));
  expect(message('open', ['/tmp/none'])).toBe(
    'FileNotFoundError: [Errno 2] No such file or directory',
  );
  expect(message('open', ['/tmp', 'r'])).toBe('IsADirectoryError: [Errno 21] Is a directory');
  expect(message('open', ['/tmp/a', 'rw'])).toBe(
    'ValueError: must have exactly one of create/read/write/append mode',
  );
  expect(message('open', ['/tmp/a', 'rb'], { encoding: 'x' })).toBe(
    "ValueError: binary mode doesn't take an encoding argument",
  );
  expect(message('open', ['/tmp/a'], { buffering: 0 })).toBe(
    "ValueError: can't have unbuffered text I/O",
  );
  expect(message('open', ['a\0b'])).toBe('ValueError: embedded null byte');
  expect(raised(() => method(call('open', ['/tmp/a']), 'write', 'x'))).toBe(
    'UnsupportedOperation: not writable',
  );
  expect(raised(() => method(call('open', ['/tmp/a', 'rb']), 'truncate'))).toBe(
    'UnsupportedOperation: truncate',
  );
});

test('BytesIO', () => {
  const stream = call('BytesIO', [encode('one\ntwo\n')]);
  expect(method(stream, 'readline')).toEqual(encode('one\n'));
  expect(method(stream, 'write', encode('TWO'))).toBe(3);
  expect(method(stream, 'getvalue')).toEqual(encode('one\nTWO\n'));
  method(stream, 'seek', 10);
  method(stream, 'write', encode('!'));
  expect(method(stream, 'getvalue')).toEqual(encode('one\nTWO\n\0\0!'));
  expect(method(stream, 'truncate', 2)).toBe(2);
  expect(method(stream, 'tell')).toBe(11);
  expect(method(stream, 'read')).toEqual(encode(''));
  expect(raised(() => method(stream, 'seek', -1))).toBe('ValueError: negative seek value -1');
});

test('bytes that a BytesIO gave out do not change', () => {
  const stream = call('BytesIO', [encode('abc')]);
  const before = method(stream, 'getvalue');
  method(stream, 'write', encode('X'));
  expect(before).toEqual(encode('abc'));
  expect(method(stream, 'getvalue')).toEqual(encode('Xbc'));
});

test('StringIO', () => {
  const stream = call('StringIO', ['ab\ncd']);
  expect(method(stream, 'readline')).toBe('ab\n');
  expect(method(stream, 'write', '😀')).toBe(1);
  expect(method(stream, 'getvalue')).toBe('ab\n😀d');
  method(stream, 'seek', 7);
  method(stream, 'write', 'z');
  expect(method(stream, 'getvalue')).toBe('ab\n😀d\0\0z');
  for (const [newline, text] of [
    [null, 'a\nb\nc\nd'],
    ['', 'a\nb\r\nc\rd'],
    ['\r', 'a\rb\r\rc\rd'],
    ['\r\n', 'a\r\nb\r\r\nc\rd'],
  ] as const) {
    expect(method(call('StringIO', ['a\nb\r\nc\rd'], { newline }), 'getvalue')).toBe(text);
  }
});

test('an encoder refuses what it cannot encode at once', () => {
  const stream = call('TextIOWrapper', [call('BytesIO')], { encoding: 'ascii' });
  expect(raised(() => method(stream, 'write', 'é'))).toMatch(/^UnicodeEncodeError/);
  const replacing = call('TextIOWrapper', [call('BytesIO')], {
    encoding: 'ascii',
    errors: 'backslashreplace',
  });
  expect(method(replacing, 'write', 'é')).toBe(1);
});

test('the newline decoder keeps a carriage return back', () => {
  const decoder = call('IncrementalNewlineDecoder', [null, true]);
  expect(method(decoder, 'decode', 'a\r')).toBe('a');
  expect(method(decoder, 'getstate')).toEqual([encode(''), 1]);
  expect(method(decoder, 'decode', '\nb')).toBe('\nb');
});
