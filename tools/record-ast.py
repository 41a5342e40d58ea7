"""Writes what CPython's parser makes of files: one JSON line each with the hash of ast.dump(), or the error.

    python3.14 tools/record-ast.py OUT.jsonl FILES...        hashes
    python3.14 tools/record-ast.py --dump FILE               the dump itself
    python3.14 tools/record-ast.py --lines OUT.jsonl FILE    dumps of the sources in FILE, a Python literal on each line
"""

import ast
import hashlib
import json
import sys
import warnings

warnings.simplefilter("ignore")
sys.setrecursionlimit(20000)


def dump(path):
    with open(path, "rb") as f:
        return ast.dump(ast.parse(f.read(), path), include_attributes=True)


def record(path):
    try:
        return {"hash": hashlib.md5(dump(path).encode()).hexdigest()}
    except SyntaxError as e:
        return {"error": [type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset]}


if sys.argv[1] == "--dump":
    print(dump(sys.argv[2]))
elif sys.argv[1] == "--lines":
    with open(sys.argv[2], "w") as out, open(sys.argv[3]) as sources:
        for line in sources:
            source = ast.literal_eval(line)
            out.write(json.dumps({"source": source, "dump": ast.dump(ast.parse(source), include_attributes=True)}) + "\n")
else:
    with open(sys.argv[1], "w") as out:
        for path in sys.argv[2:]:
            out.write(json.dumps({"path": path, **record(path)}) + "\n")
