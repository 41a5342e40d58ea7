"""Records what the codecs of the reference CPython make of random input as
test/unit/algorithms/codecs/cases.json: `python3.14 tools/record-codec-cases.py`, then `npx oxfmt` it.
"""

import codecs
import json
import random

rng = random.Random(314)

DECODERS = ["strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass"]
ENCODERS = DECODERS + ["xmlcharrefreplace", "namereplace"]
CHARS = "\0A\x7f\x80\xff\u0100\u0800\uffff\ue000\U00010000\U0010ffff\ud800\udbff\udc00\udc80\udcff\ufffd\ufeffAB\xe9+-\\"
TABLE = "".join("\ufffe" if i > 127 and i % 3 else chr(i if i < 128 else 0x400 + i) for i in range(256))
ESCAPES = r"\|x|u|U|N|{|}|4|1|0|7|8|a|f|n|'|q|\x41|\u0041|\ud800|\U0001f600|\U00110000|\N{DIGIT ONE}|\N{FOO}|\777|\12".split("|")


def of(alphabet, most):
    return [rng.choice(alphabet) for _ in range(rng.randint(0, most))]


def joined(units, most=5):
    data = b"".join(of(units, most))
    return data[: len(data) - rng.choice([0, 0, 1, 2])]


UTF8 = [b"A", b"\xc3\xa9", b"\xe2\x82\xac", b"\xf0\x9f\x98\x80", b"\xed\xa0\x80", b"\xff", b"\xe0\x80", b"\xf4\x90"]
UTF16 = [b"\0A", b"A\0", b"\xd8\0", b"\0\xd8", b"\xdc\0", b"\0\xdc", b"\xff\xfe", b"\xfe\xff"]
UTF32 = [b"\0\0\0A", b"A\0\0\0", b"\0\0\xd8\0", b"\0\xd8\0\0", b"\0\x11\0\0", b"\xff\xfe\0\0", b"\0\0\xfe\xff", b"\0\x01\xf6\0"]
UTF7 = [b"2AA-", b"2D3eAA", b"3gA", b"+AGE", b"+2D0-", b"+2AA", b"+", b"-", b"A", b"+//8-", b"!", b"\x80"]
ESCAPED = [escape.encode() for escape in ESCAPES] + [b"\n", b"\xe9"]
BYTES = [b"\0", b"A", b"\x7f", b"\x80", b"\x81", b"\xff"]

rows = []


def record(codec, direction, source, errors, final, act):
    try:
        result = act()
    except UnicodeError as error:
        result = ["!", error.start, error.end, error.reason]
    if isinstance(result, tuple):
        result = list(result)
    if isinstance(result, bytes):
        result = result.hex()
    if isinstance(source, bytes):
        source = source.hex()
    row = [codec, direction, source, errors, final, result]
    if json.loads(json.dumps(row)) == row:
        rows.append(row)


def decodes(codec, units, count=50):
    act = getattr(codecs, codec.replace("-", "_") + "_decode")
    for _ in range(count):
        data, errors, final = joined(units), rng.choice(DECODERS), rng.random() < 0.6
        if codec == "charmap":
            record(codec, "decode", data, errors, final, lambda: act(data, errors, TABLE)[0])
        elif codec in ("ascii", "latin-1"):
            record(codec, "decode", data, errors, final, lambda: act(data, errors)[0])
        else:
            record(codec, "decode", data, errors, final, lambda: act(data, errors, final))


def encodes(codec, count=40):
    act = getattr(codecs, codec.replace("-", "_") + "_encode")
    table = [codecs.charmap_build(TABLE)] if codec == "charmap" else []
    for _ in range(count):
        text, errors = "".join(of(CHARS, 6)), rng.choice(ENCODERS)
        record(codec, "encode", text, errors, True, lambda: act(text, errors, *table)[0])


for codec, units in [
    ("utf-8", UTF8),
    ("utf-16", UTF16),
    ("utf-16-le", UTF16),
    ("utf-16-be", UTF16),
    ("utf-32", UTF32),
    ("utf-32-le", UTF32),
    ("utf-32-be", UTF32),
    ("utf-7", UTF7),
    ("ascii", BYTES),
    ("latin-1", BYTES),
    ("charmap", BYTES),
    ("unicode-escape", ESCAPED),
    ("raw-unicode-escape", ESCAPED),
]:
    decodes(codec, units)
    encodes(codec)

with open("test/unit/algorithms/codecs/cases.json", "w") as file:
    file.write("[\n" + ",\n".join(map(json.dumps, rows)) + "\n]\n")
