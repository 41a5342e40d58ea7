"""Records what CPython makes of sources for the unit tests of src/compiler.

    python3.14 tools/record-compiler-facts.py preprocess > test/unit/compiler/preprocess.cases.json
    python3.14 tools/record-compiler-facts.py unparse > test/unit/compiler/unparse.cases.json
    python3.14 tools/record-compiler-facts.py fold > test/unit/compiler/fold.cases.json
"""

import ast
import dis
import json
import pathlib
import sys
import warnings

warnings.simplefilter("ignore")

FORMATS = """
"%s" % (x,)
"%s" % (x, y)
"%s %s" % (x,)
"%s%%%r|%-5a" % (x, y, z)
"%5.3s" % (x,)
"%d" % (x,)
"%(a)s" % (x,)
"%s" % (*x,)
"%s" % ()
"" % ()
"a" % ()
"%%" % ()
"%" % ()
"%s" % x
"%-s %05s %-10.3r" % (a, b, c)
"%.s" % (x,)
"%0s" % (x,)
"%100s" % (x,)
"%99.99s" % (x,)
"%.100s" % (x,)
"%+s" % (x,)
"%#r" % (x,)
"%-+ #0-5s" % (x,)
"%-" % (x,)
"%5" % (x,)
"%ls" % (x,)
b"%s" % (x,)
"\\U0001f389 %s \\ud800" % (x,)
"a%sb" % (f"{x}",)
"%ss" % (x,) % (y,)
"%s" "%s" % (x, "a")
""".strip().split("\n")

STATEMENTS = [
    "__debug__",
    "not __debug__; f(__debug__, x=__debug__)[__debug__:__debug__]",
    "(__debug__ := 1)",
    "x: __debug__ = __debug__",
    "def f(x: __debug__ = __debug__, *, y=__debug__) -> __debug__: return __debug__",
    "from __future__ import annotations\nx: __debug__ = __debug__\ndef f(x: __debug__ = __debug__) -> __debug__: pass",
    "match x:\n case -1: 1\n case 1+2j: 1\n case -1-2j: 2\n case -0.0: __debug__",
    "match x:\n case {-1: x, 1-2j: y, 1: 2}: 3\n case -0 | [-5, C(-1, a=-2)] if __debug__: 1",
    '"doc"\n"%s" % (x,)',
    '"doc"\n"second"\n1',
    'def f():\n "doc"\n "second"',
    'def f():\n "doc"',
    'class C:\n """doc\n"""\n "b"\n "c"',
    'async def f():\n "doc"\n if 1:\n  "not"',
    "lambda x=__debug__: (yield __debug__)",
    "[__debug__ for __debug__.x in __debug__ if __debug__]",
    "{__debug__: __debug__, **__debug__}; f'{__debug__!r:{__debug__}}'; t'{__debug__}'",
    "type X[T: __debug__ = __debug__] = __debug__",
    "with __debug__ as x: assert __debug__, __debug__",
    "try: raise __debug__ from __debug__\nexcept __debug__: pass\nelse: del x[__debug__]",
]

EXPRESSIONS = """
1 + 2
-1
-0.0
+True
-True
not 1
not ''
not ()
~5
~True
(1, 2)
()
(1, (2, 'a'), b'b', ..., None)
(1, x)
1 << 64
1 << 200
1 << -1
2 ** 64
2 ** 200
(-2) ** 63
2 ** -1
0 ** 0
7 / 2
1 / 0
7 // 2
-7 // 2
7 // 0
-7 % 3
7 % -3
9007199254740991 + 1
-9007199254740991 - 1
9007199254740993 * 3
18446744073709551616 * 18446744073709551616
340282366920938463463374607431768211456 * 2
5 & 3
5 | 8
5 ^ 1
-1 >> 3
1 >> 1000
True + True
True & False
True | 1
1.5 + 2
1e308 * 10
1e308 * 10 - 1e308 * 10
0.1 + 0.2
1.0 / 3
1 / 3
10 ** 30 / 3
10 ** 400 * 1.0
1 + 2j
1 - 0j
-1 - 2j
-0j
2j + 3j
1.5 - 2j
'a' + 'b'
'a' * 10
'a' * 5000
3 * 'ab'
-1 * 'ab'
b'a' + b'b'
b'ab' * 3
(1, 2) * 2
(1, 2) + (3,)
(0,) * 256
(0,) * 257
2 * ((0,) * 100, (0,) * 100)
'abc'[1]
'abc'[-1]
'abc'[5]
'abc'[0:2]
'abc'[-2:]
'abc'[2:1]
b'ab'[0]
b'ab'[1:]
(1, 2)[0]
(1, 2)[True]
(1, 2, 3)[1:]
'\U0001f389a'[1]
'\U0001f389a'[0]
'a' % 1
1 @ 2
'a' - 1
""".strip().split("\n")


def folded(source):
    """The value that the compiler keeps in the place of an expression; None if it still computes."""
    code = compile("x = " + source, "f", "exec")
    ops = [i for i in dis.get_instructions(code) if i.opname not in ("RESUME", "NOP")]
    if ops[1].opname != "STORE_NAME" or not ops[0].opname.startswith("LOAD"):
        return None
    return repr(ops[0].argval)


def evaluated(source):
    try:
        return repr(eval(source))
    except Exception:
        return None


def unparse_sources():
    """Expressions, one a line, that lie beside this file."""
    path = pathlib.Path(__file__).with_name("unparse-expressions.txt")
    return [line for line in path.read_text(encoding="utf-8").split("\n") if line]


def annotation(source):
    names = {}
    exec(compile(f"from __future__ import annotations\nx: {source}", "f", "exec"), names)
    return names["__annotations__"]["x"]


kind = sys.argv[1]
if kind == "preprocess":
    cases = [
        [source, level, ast.dump(ast.parse(source, optimize=level), include_attributes=True)]
        for source in FORMATS + STATEMENTS
        for level in (1, 2)
        if level == 1 or "doc" in source
    ]
elif kind == "fold":
    cases = [[source, folded(source), evaluated(source)] for source in EXPRESSIONS]
else:
    cases = [[source, annotation(source)] for source in unparse_sources()]
print("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]")
