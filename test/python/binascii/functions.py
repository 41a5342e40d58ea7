"""Every function of binascii, with odd input."""
import binascii
from binascii import *
def attempt(f, *args, **names):
    try:
        return f(*args, **names)
    except Exception as error:
        return type(error).__name__, str(error)
state = 7
def random(n):
    global state
    state = (state * 1103515245 + 12345) % 2 ** 31
    return (state >> 8) % n
datas = [bytes(random(256) for _ in range(n)) for n in (0, 1, 2, 3, 4, 5, 10, 45, 46, 57, 58)]
for d in datas:
    print(b2a_base64(d), b2a_base64(d, newline=False), a2b_base64(b2a_base64(d)) == d, hexlify(d), unhexlify(hexlify(d)) == d, attempt(b2a_uu, d), attempt(b2a_uu, d, backtick=True), attempt(lambda: a2b_uu(b2a_uu(d)) == d), crc32(d), crc32(d, 123), crc_hqx(d, 0), crc_hqx(d, 65535), b2a_qp(d), b2a_qp(d, True, True, True), b2a_qp(d, istext=False), a2b_qp(b2a_qp(d)) == d)
for s in [b'YQ==', b'YQ', b'YQ=', b'Y', b'YWI=', b'YWJj', b'Y W\nJj', b'YWJj=', b'YWJj==', b'=YWJj', b'YQ==YQ==', b'YQ==\n', b'@@', 'YWJj', 'é', 5, bytearray(b'YQ=='), b'YQ=a', b'====', b'Y=Q=', b'YWJjZA', b'YW\xff', b'']:
    print(s, attempt(a2b_base64, s), attempt(a2b_base64, s, strict_mode=True))
for s in [b'6', b'6g', b'61', '61', 'é', b'616', 3, b'', b'AaFf', b' 6']:
    print(s, attempt(a2b_hex, s), attempt(unhexlify, s))
for args in [(b'abcdef', ':'), (b'abcdef', b'-', 2), (b'abcde', '-', -2), (b'abcde', '-', 2), (b'abc', '::'), (b'abc', ''), (b'abc', 5), (b'abc', 'é'), (b'abc', '-', 0), (b'', ':'), ('abc',), (b'abc', b'\xff')]:
    print(args, attempt(b2a_hex, *args), attempt(hexlify, *args))
for s in [b'', b' ', b'\n', b'#86)C', b'!', b'#86)C\n', b'#86)CX', b'#86)C  ', b'\x80', b'"86)', b'#8', '#86)C', b'`\n', b'#8~6)C']:
    print(s, attempt(a2b_uu, s))
for s in [b'a=41b', b'a=\nb', b'a=\r\nb', b'=', b'a=4', b'a=zz', b'a_b', b'a==b', b'line  \nx', b'a b\t', b'.', b'\n.\n', b'x' * 100, b'=3D=', b'a\r\nb\n', 'a=41', b'\t \n', b' a', b'a= \nb', b'a\xe9']:
    print(s, attempt(a2b_qp, s), attempt(a2b_qp, s, header=True), attempt(b2a_qp, s), attempt(b2a_qp, s, quotetabs=True), attempt(b2a_qp, s, header=True), attempt(b2a_qp, s, istext=False))
print(attempt(crc32, 'a'), attempt(crc32, b'a', -1), attempt(crc32, b'a', 2 ** 40 + 5), attempt(crc32), attempt(crc_hqx, b'a'), attempt(crc_hqx, b'a', 'x'), attempt(b2a_uu, b'a' * 46), Error.__mro__[1], Incomplete.__mro__[1], Error.__module__, attempt(crc32, b'a', 'b'), attempt(a2b_base64), attempt(b2a_base64, 'a'), attempt(crc_hqx, b'abc', -1))
