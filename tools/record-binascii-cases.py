"""Records what binascii of the reference CPython makes of random input as
test/unit/algorithms/binascii/cases.json: `python3.14 tools/record-binascii-cases.py`, then `npx oxfmt` it.
"""

import binascii
import json
import random

rng = random.Random(314)
cases = {}


def data(most, alphabet=None):
    size = rng.randint(0, most)
    return bytes(rng.choice(alphabet) for _ in range(size)) if alphabet else rng.randbytes(size)


def record(name, count, arguments, act):
    rows = []
    for _ in range(count):
        args = arguments()
        try:
            result = act(*args).hex()
        except binascii.Error as error:
            result = [str(error)]
        except AttributeError:
            result = act(*args)
        rows.append([arg.hex() if isinstance(arg, bytes) else arg for arg in args] + [result])
    cases[name] = rows


def flag():
    return rng.random() < 0.5


QP = b"==  \t\n\r_.AB0\0\x7f\xc8Fa"
record("encodeBase64", 20, lambda: (data(20), flag()), lambda b, n: binascii.b2a_base64(b, newline=n))
record("decodeBase64", 150, lambda: (data(8, b"ABC=" if flag() else b"ABab01+/==\n-"), flag()), lambda b, s: binascii.a2b_base64(b, strict_mode=s))
record("encodeHex", 40, lambda: (data(12), rng.randint(0, 127), rng.randint(-6, 6)), lambda b, s, n: binascii.hexlify(b, bytes([s]), n))
record("decodeHex", 30, lambda: (data(6, b"01abAFf9g" if flag() else b"01aF"),), binascii.unhexlify)
record("encodeUu", 20, lambda: (data(48, b"\0\1\xff"), flag()), lambda b, k: binascii.b2a_uu(b, backtick=k))
record("decodeUu", 60, lambda: (b"!" + data(8, b" !\"$(A_`\n\rz\x1f"),), binascii.a2b_uu)
record("encodeQp", 80, lambda: (data(14 if flag() else 160, QP if flag() else b"AB \t.\n"), flag(), flag(), flag()), binascii.b2a_qp)
record("decodeQp", 60, lambda: (data(12, QP), flag()), lambda b, h: binascii.a2b_qp(b, header=h))
record("crc32", 12, lambda: (data(20), rng.getrandbits(32)), binascii.crc32)
record("crcHqx", 12, lambda: (data(20), rng.getrandbits(16)), binascii.crc_hqx)

with open("test/unit/algorithms/binascii/cases.json", "w") as file:
    json.dump(cases, file)
