"""Records what str and bytes methods of the reference CPython answer on random arguments as
test/unit/algorithms/text/cases.json: `python3.14 tools/record-text-cases.py`.
"""

import json
import random

rng = random.Random(314)
COUNT = 24

ALPHABETS = [
    "ab",
    "ab ",
    "ab\U0001f600",
    "a\ud800\U0001f600 ",
    "\t\n\r \x85\u2028a\x1c\x0b\u3000",
    "Aa\u03a3\u03c3'\u0301\u01c5\xdf\u0130 \xad",
    "'\"\\a\xe9\x7f\xad\u0378\U0001f600\udc80\n\U00010400",
    "1\u0660\xb2\xbd+-\u4e00",
    "A\U00010400\U00010428\U0001e900\ufb01\u1fb3\u0345\u02b0",
]
BYTES = [b"ab", b"ab \t\n\r\x0b\x1c", b"Aa0+-\xff", b"'\"\\\0\x80a\n"]


def of(alphabet, most, least=0):
    return "".join(rng.choice(alphabet) for _ in range(rng.randint(least, most)))


def text(most=10, least=0):
    return of(rng.choice(ALPHABETS), most, least)


def texts(least=0):
    alphabet = rng.choice(ALPHABETS)
    return of(alphabet, 12), of(alphabet, 2, least)


def data(most=10, least=0, alphabet=None):
    alphabet = alphabet or rng.choice(BYTES)
    return bytes(rng.choice(alphabet) for _ in range(rng.randint(least, most)))


def datas(least=0):
    alphabet = rng.choice(BYTES)
    return data(12, 0, alphabet), data(2, least, alphabet)


def index():
    return rng.choice([0, 1, 2, 3, -1, -2, -5, 5, 9, -100, 100])


def limit():
    return rng.choice([-1, -1, 0, 1, 2, 5])


def width():
    return rng.randint(-2, 14)


def fill():
    return rng.choice(" a\xe9\U0001f600\ud800")


def packed(value):
    if isinstance(value, bytes):
        return {"bytes": value.decode("latin-1")}
    if isinstance(value, (list, tuple)):
        return [packed(item) for item in value]
    return value


cases = {}


def record(name, arguments, act=None):
    rows = []
    while len(rows) < COUNT:
        args = arguments()
        row = packed([*args, (act or (lambda self, *rest: getattr(self, name.split()[0])(*rest)))(*args)])
        if json.loads(json.dumps(row)) == row:
            rows.append(row)
    cases[name] = rows


for name in "find", "rfind", "count", "startswith", "endswith":
    record(name, lambda: (*texts(), index(), index()))
    record(name + " bytes", lambda: (*datas(), index(), index()))
for name in "split", "rsplit":
    record(name, lambda: (*texts(1), limit()))
    record(name + " bytes", lambda: (*datas(1), limit()))
    record(name + " whitespace", lambda: (text(14), limit()), lambda s, m, name=name: getattr(s, name)(None, m))
    record(name + " bytes whitespace", lambda: (data(14), limit()), lambda s, m, name=name: getattr(s, name)(None, m))
record("splitlines", lambda: (of(ALPHABETS[4] + "\U0001f600" * rng.randint(0, 1), 14), bool(rng.randint(0, 1))))
record("splitlines bytes", lambda: (data(14), bool(rng.randint(0, 1))))
for name in "partition", "rpartition":
    record(name, lambda: texts(1))
    record(name + " bytes", lambda: datas(1))
for name in "strip", "lstrip", "rstrip":
    record(name, texts)
    record(name + " whitespace", lambda: (text(),))
    record(name + " bytes", datas)
    record(name + " bytes whitespace", lambda: (data(),))
for name in "ljust", "rjust", "center":
    record(name, lambda: (text(8), width(), fill()))
    record(name + " bytes", lambda: (data(8), width(), data(1, 1)))
record("zfill", lambda: (of(rng.choice(["1+-", "1\U0001f600+"]), 6), width()))
record("zfill bytes", lambda: (data(8), width()))
record("expandtabs", lambda: (of(rng.choice(["\t\n\ra", "\ta\U0001f600"]), 10), rng.choice([8, 4, 1, 0, -3])))
record("expandtabs bytes", lambda: (data(10, 0, b"\t\n\ra"), rng.choice([8, 4, 1, 0, -3])))
record("replace", lambda: (*texts(), text(3), limit()))
record("replace bytes", lambda: (*datas(), data(3), limit()))
for name in "lower", "upper", "title", "swapcase", "capitalize":
    record(name, lambda: (of(rng.choice([ALPHABETS[5], ALPHABETS[8]]), 8),))
    record(name + " bytes", lambda: (data(),))
record("casefold", lambda: (of(rng.choice([ALPHABETS[5], ALPHABETS[8]]), 8),))
for name in "isalpha", "isalnum", "isdigit", "isspace", "islower", "isupper", "istitle", "isascii":
    record(name, lambda: (text(3),))
    record(name + " bytes", lambda: (data(3),))
for name in "isdecimal", "isnumeric", "isprintable", "isidentifier":
    record(name, lambda: (text(3),))
record("repr", lambda: (of(ALPHABETS[6], 8),), repr)
record("ascii", lambda: (of(ALPHABETS[6], 8),), ascii)
record("repr bytes", lambda: (data(8, 0, BYTES[3]),), repr)
record("join", lambda: (text(2), [text(3) for _ in range(rng.randint(0, 4))]))
record("concat", lambda: (text(4), text(4)), lambda a, b: a + b)
record("repeat", lambda: (text(3), rng.randint(0, 5)), lambda a, n: a * n)
record("compare", texts, lambda a, b: (a > b) - (a < b))

with open("test/unit/algorithms/text/cases.json", "w") as file:
    file.write("{\n")
    file.write(",\n".join(json.dumps(name) + ": [\n" + ",\n".join(map(json.dumps, rows)) + "]" for name, rows in cases.items()))
    file.write("}\n")
