"""Syntax errors: message and position for a wide range of wrong programs, each given to compile()."""

sources = [
    "x =", "1 +", "print 1", "a b", "return 1", "yield 1", "break", "continue", "def f(:", "class 1", "if x",
    "for in y", "(", ")", "'a", "x = = 1", "nonlocal q", "1 = x", "f() = 1", "None = 1", "True += 1", "del 5",
    "del f()", "import", "from x import", "from . import *a", "lambda: (yield)", "await x",
    "async def f(): yield from []", "def f(a, a): 0", "def f(a=1, b): 0", "def f(*): 0", "f(a=1, a=2)",
    "f(a=1, 2)", "f(**a, *b)", "x: int = yield", "global x; x = 1", "def f():\n x = 1\n global x",
    "def f():\n print(x)\n global x", "def f(x):\n global x", "def f(x):\n nonlocal x", "class A:\n return 1",
    "try: 0", "else: 1", "  x = 1", "if 1:\nx", "if 1:\n  x\n y", "x\n  y", "\tx\n        y", "a, b += 1",
    "(a, b): int", "[a]: int = 1", "with open(x) as 5: 0", "for 1 in x: 0", "assert (1, 'm') if 0 else 1",
    "raise from x", "@\ndef f(): 0", "print(end='' 1)", "a = 0777", "1__0", "0b12", "1e", "0xg", "1.2.3",
    "a..b", "$", "?", "a!b", "é = 1\nprint(é)", "x = 5 if 1", "not", "a if b else", "[1, 2", "{1: 2", "{1: }",
    "{a b}", "f(x for x in y, 1)", "f(1 for x in y, z)", "with a as b, : 0", "from __future__ import nothing",
    "from __future__ import annotations", "x = 1; from __future__ import division", "import a.b as c, d",
    "match x:\n case 1: 0", "match x:\n  case y: 0\n  case 1: 0", "type X = int", "except: 0",
    "try: 0\nexcept: 0\nexcept A: 0", "try: 0\nexcept* A: 0\nexcept B: 0", "try: 0\nfinally: 0\nelse: 0",
    "\x00", "a = '\\N{bad}'", "exec 'x'", "elif 1: 0", "while: 0", "async x", "def f() -> : 0", "def 5(): 0",
    "lambda x, x: 0", "x = (y := )", "y := 1", "(y.z := 1)", "f(a.b=1)", "f(True=1)", "f(1=2)",
    "class A(x for x in y): 0", "*a", "*a = 1", "*a, *b = c", "a, *b = *c, 1", "print(*)", "return",
    "if x = 1: 0", "a < > b", "a <> b", "i++", "x =+ 1", "1 if 2 else 3 = 4", "a and b = 1", "-x = 1",
    "{x} = 1", "f'{x}' = 1", "... = 1", "__debug__ = 1", "def __debug__(): 0", "import x as __debug__",
]
for source in sources:
    try:
        compile(source, "<s>", "exec")
        print(repr(source), "ok")
    except SyntaxError as error:
        print(repr(source), type(error).__name__, "|", error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset)
    except ValueError as error:
        print(repr(source), type(error).__name__, error)
