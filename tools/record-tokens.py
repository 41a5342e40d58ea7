"""Writes the hashes of the tokens that CPython's _tokenize finds in files, one JSON line each.

    python3.14 tools/record-tokens.py OUT.jsonl FILES...
    python3.14 tools/record-tokens.py --dump FILE EXTRA    the tokens themselves, EXTRA 0 or 1
"""

import _tokenize
import hashlib
import io
import json
import sys
import tokenize


def read(path):
    with tokenize.open(path) as f:
        return f.read()


def tokens(text, extra):
    out = []
    try:
        for t in _tokenize.TokenizerIter(io.StringIO(text, newline="").readline, extra_tokens=extra):
            out.append(json.dumps([t[0], t[1], *t[2], *t[3], t[4]], ensure_ascii=False))
    except SyntaxError as e:
        out.append(json.dumps([type(e).__name__, e.msg, e.lineno, e.offset], ensure_ascii=False))
    return out


if sys.argv[1] == "--dump":
    print("\n".join(tokens(read(sys.argv[2]), sys.argv[3] == "1")))
else:
    with open(sys.argv[1], "w") as out:
        for path in sys.argv[2:]:
            try:
                text = read(path)
            except (SyntaxError, UnicodeDecodeError):
                continue
            hashes = [hashlib.md5("\n".join(tokens(text, extra)).encode()).hexdigest() for extra in (False, True)]
            out.write(json.dumps({"path": path, "hashes": hashes}) + "\n")
