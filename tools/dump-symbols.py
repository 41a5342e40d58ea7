"""Writes CPython's symbol tables, SyntaxErrors and SyntaxWarnings as JSON: python3.14 dump-symbols.py < paths > lines (for check-symbols.ts)."""

import _symtable
import ast
import json
import sys
import types
import warnings

warnings.simplefilter("ignore")


def table(entry):
    return [
        entry.name,
        entry.type,
        entry.lineno,
        entry.nested,
        entry.symbols,
        entry.varnames,
        [table(child) for child in entry.children],
    ]


def codes(code, out):
    """What the compiler made of the scopes: closures of every code object."""
    out.append([code.co_name, code.co_freevars, sorted(code.co_cellvars)])
    for const in code.co_consts:
        if isinstance(const, types.CodeType):
            codes(const, out)
    return out


def error(e):
    return [e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset]


def problems(source, optimize):
    """The warnings of the passes after the parser, the whole range of the first, and the error."""
    out = {"warnings": []}
    with warnings.catch_warnings(record=True) as parsing:
        warnings.simplefilter("always")
        ast.parse(source)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            compile(source, "f", "exec", optimize=optimize)
        except SyntaxError as e:
            out["error"] = error(e)
    out["warnings"] = [[str(w.message), w.lineno] for w in caught[len(parsing) :]]
    if out["warnings"] and not parsing:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            try:
                compile(source, "f", "exec", optimize=optimize)
            except SyntaxError as e:
                out["first"] = error(e)
    return out


for line in sys.stdin:
    item = json.loads(line)
    result = {}
    try:
        source = item["source"] if "source" in item else open(item["path"], "rb").read()
        ast.parse(source)
        try:
            result["table"] = table(_symtable.symtable(source, "f", "exec"))
        except SyntaxError as e:
            result["error"] = error(e)
        result["problems"] = problems(source, item.get("optimize", 0))
        if "error" not in result["problems"]:
            result["codes"] = codes(compile(source, "f", "exec", optimize=0), [])
    except (SyntaxError, SystemError, ValueError, OSError, RecursionError, MemoryError) as e:
        result["unparsable"] = str(e)
    print(json.dumps(result), flush=True)
