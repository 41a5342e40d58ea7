import { expect, test } from 'vitest';
import { strictDecode } from '../../../../src/algorithms/codecs/errors.ts';
import * as escape from '../../../../src/algorithms/codecs/unicode-escape.ts';
import { latin1 } from './outcome.ts';

const lookUp = (): undefined => undefined;

test('the first escapes that mean nothing are reported', () => {
  const decode = (text: string) => {
    const {
      text: to,
      invalidEscape,
      invalidOctal,
    } = escape.decodeUnicodeEscape(latin1(text), strictDecode, lookUp);
    return [to, invalidEscape, invalidOctal];
  };
  expect(decode('a\\qb\\w')).toEqual(['a\\qb\\w', 1, -1]);
  expect(decode('\\n\\400\\777')).toEqual(['\n\u0100\u01ff', -1, 2]);
  expect(decode("\\\\\\'\\\n\\1")).toEqual(["\\'\x01", -1, -1]);
});

test('escapes of bytes', () => {
  const decode = (text: string) => escape.decodeBytesEscape(latin1(text), 'strict');
  expect(decode('\\x41\\n\\q\\101\\400')).toEqual({
    bytes: latin1('A\n\\qA\0'),
    invalidEscape: 6,
    invalidOctal: 12,
  });
  expect(decode('a\\').fault).toEqual({ reason: 'trailing', position: 1 });
  expect(decode('ab\\x4g').fault).toEqual({ reason: 'hex', position: 2 });
  expect(escape.decodeBytesEscape(latin1('\\x4g\\xz'), 'replace').bytes).toEqual(latin1('?g?z'));
  expect(escape.decodeBytesEscape(latin1('\\x4g\\xz'), 'ignore').bytes).toEqual(latin1('gz'));
  expect(escape.encodeBytesEscape(latin1('\'"\\\t\n\r\0\x7f\xe9A'))).toEqual(
    latin1('\\\'"\\\\\\t\\n\\r\\x00\\x7f\\xe9A'),
  );
});
