"""Records what the stateful codecs of the reference CPython make of random input as
test/unit/algorithms/codecs/multibyte/stateful-cases.json: `python3.14 tools/record-iso2022-cases.py`, then `npx oxfmt` it.
"""

import json
import random

rng = random.Random(314)
ESCAPES = """$B $@ $(D $(C $)C $A $(A (J (I (B .A .F $(O $(P $(Q NA )B $(B &@\x1b$B $ X (Z $( .abcdefghijklmnopqrs [1mA""".split(" ")
PIECES = {"hz": ["~{", "~}", "~~", "~\n", "~x", "\n"]}
CHARS = [
    *"A \n~\\\xa5\u203e\u3042\u4e00\u4e02\uac00\uac02\uff71\uff3c\u3000\xe9\xdf\u03b1\u304b\u309a\U0002a0c1",
    *"\U00020089\u5010\U0001f600\ud800\u02e9\u02e5\u4ff1\u525d\u9ed1\u7e6b\u2252\xb7\xa8\u2015\uff5e\u3164",
]
rows = []


def outcome(act):
    try:
        result = act()
        return result.hex() if isinstance(result, bytes) else result
    except UnicodeError as error:
        return ["!", error.start, error.end, error.reason]


def stream(encoding):
    data = b""
    for _ in range(rng.randint(0, 6)):
        kind = rng.randint(0, 9)
        if kind < 3:
            data += rng.choice(PIECES.get(encoding) or ["\x1b" + e for e in ESCAPES] + ["\x0e", "\x0f", "\n", "\x1b"]).encode()
        elif kind < 9:
            data += bytes([rng.randint(33, 126), rng.randint(33, 126)])
        else:
            data += bytes([rng.randint(0, 255)])
    return data


for encoding in "iso2022_jp iso2022_kr iso2022_jp_1 iso2022_jp_2 iso2022_jp_3 iso2022_jp_2004 iso2022_jp_ext hz".split():
    for _ in range(60):
        data, errors = stream(encoding), rng.choice(["strict", "replace", "ignore"])
        rows.append([encoding, "decode", data.hex(), errors, outcome(lambda: data.decode(encoding, errors))])
    for escape in PIECES.get(encoding) or ESCAPES[:15]:
        lead = rng.randint(33, 126)
        data = ("\x1b" + escape if encoding != "hz" else "~{").encode() + bytes(b for t in range(33, 127, 7) for b in (lead, t))
        rows.append([encoding, "decode", data.hex(), "replace", outcome(lambda: data.decode(encoding, "replace"))])
    for _ in range(40):
        text, errors = "".join(rng.choice(CHARS) for _ in range(rng.randint(0, 6))), rng.choice(["strict", "replace", "ignore"])
        rows.append([encoding, "encode", text, errors, outcome(lambda: text.encode(encoding, errors))])

rows = [row for row in rows if json.loads(json.dumps(row)) == row]
with open("test/unit/algorithms/codecs/multibyte/stateful-cases.json", "w") as file:
    json.dump(rows, file)
