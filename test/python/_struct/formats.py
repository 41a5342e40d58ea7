"""Packing and unpacking: every code, order and error of _struct."""
import _struct
from _struct import *
def attempt(f, *args, **names):
    try:
        return f(*args, **names)
    except Exception as error:
        return type(error).__name__, str(error)
values = [0, 1, -1, 255, 256, -129, 65536, 2 ** 32, 2 ** 64, -2 ** 63, 1.5, 'a', b'a', b'abc', True, 1e300, float('inf')]
for order in '@<>':
    for code in 'bBhHiIlLqQnN?cspefdP5s5p0s':
        for v in values:
            r = attempt(pack, order + ('' if not code.isdigit() else '') + code, v)
            if order == '@' or v in (1, -1, 1.5, 255):
                print(order + code, repr(v), r, attempt(unpack, order + code, r) if isinstance(r, bytes) else '')
for f in ['5s', '0s', '5p', '0p', '1p', '3x', '2h', 'hi', 'bq', '<bq', '>hx2h', '!ixd', '@bxxi', '3c', ' h  h', 'hhi0q']:
    n = {'5s': 1}.get(f)
    print(f, calcsize(f), attempt(pack, f, b'abcdefgh'), attempt(pack, f, 1, 2), attempt(pack, f, 1, 2, 3), attempt(unpack, f, bytes(range(calcsize(f)))))
for f in ['z', '5', '<n', '99999999999999999999s', 'h#', '<P', b'h', 1, 'é', '', '2']:
    print(repr(f), attempt(calcsize, f), attempt(pack, f), attempt(Struct, f) if not isinstance(attempt(Struct, f), Struct) else repr(Struct(f)))
s = Struct('<hb')
print(s.format, s.size, s.pack(1, 2), s.unpack(b'\1\0\2'), s.unpack_from(b'xx\1\0\2', 2), s.unpack_from(b'\1\0\2z', -4), attempt(s.unpack, b'a'), attempt(s.unpack_from, b'abc', 1), attempt(s.unpack_from, b'abc', -1), attempt(s.unpack_from, b'abc', -9), attempt(s.pack, 1), attempt(s.unpack_from, buffer=b'abc', offset=0), repr(s))
print(list(s.iter_unpack(b'\1\0\2\3\0\4')), attempt(s.iter_unpack, b'a'), attempt(iter_unpack, '', b'a'), attempt(iter_unpack, 'h', b'abc'), list(iter_unpack('h', b'abcd')), iter_unpack('h', b'abcd').__length_hint__())
b = bytearray(8)
print(attempt(pack_into, 'hb', b, 1, 5, 6), b, attempt(pack_into, 'hb', b, -3, 5, 6), b, attempt(pack_into, 'hb', b, 6, 1, 2), attempt(pack_into, 'hb', b, -1, 1, 2), attempt(pack_into, 'hb', b, -20, 1, 2), attempt(pack_into, 'hb', b, 0, 1), attempt(pack_into, 'hb', b), attempt(pack_into, 'hb'), attempt(pack_into, 'hb', b'abcdefgh', 0, 1, 2), attempt(pack_into), attempt(pack_into, 'h', b, 'a', 1), attempt(s.pack_into, b, 0, 300, 400), attempt(s.pack_into), attempt(s.pack_into, b))
print(attempt(pack), attempt(pack, 'h', x=1), attempt(unpack, 'h'), attempt(unpack, 'h', 'ab'), attempt(unpack, 'h', bytearray(b'ab')), error.__module__, error.__name__, error.__mro__[1], attempt(Struct), attempt(pack, 'F', 1j), attempt(pack, '<D', 1.5 + 2j) , attempt(pack, 'D', 'a'), attempt(unpack, '<D', bytes(16)))
class I:
    def __index__(self): return 7
class F:
    def __float__(self): return 2.5
class E:
    def __index__(self): raise KeyError('e')
print(pack('h', I()), pack('d', F()), pack('d', I()), attempt(pack, 'h', E()), attempt(pack, 'h', F()), attempt(pack, 'e', 70000), attempt(pack, 'f', 1e40), pack('<e', 65504), attempt(pack, '?', []), _struct._clearcache())
