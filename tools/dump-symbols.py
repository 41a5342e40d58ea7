"""Writes CPython's symbol tables as JSON: python3.14 dump-symbols.py < paths > lines (for check-symbols.ts)."""

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


def constant(v):
    if v is None or v is True or v is False:
        return v
    if v is ...:
        return {"type": "Ellipsis"}
    t = type(v).__name__
    if t == "int":
        return {"type": t, "value": v if abs(v) < 2**53 else str(v)}
    if t == "float":
        return {"type": t, "value": repr(v) if v - v == 0 else "Infinity"}
    if t == "complex":
        return {"type": t, "imag": repr(v.imag) if v.imag - v.imag == 0 else "Infinity"}
    if t == "str":
        return {"type": t, "value": list(map(ord, v)) if any(0xD800 <= ord(c) < 0xE000 for c in v) else v}
    return {"type": t, "value": list(v)}


def tree(node):
    if isinstance(node, ast.AST):
        if not node._fields and not node._attributes:
            return type(node).__name__
        fields = [getattr(node, f, None) for f in node._fields]
        if isinstance(node, (ast.Constant, ast.MatchSingleton)):
            fields[0] = {"const": constant(fields[0])}
        elif isinstance(node, ast.Interpolation):
            fields[1] = {"const": constant(fields[1])}
        return [type(node).__name__, [tree(f) for f in fields] + [getattr(node, a) for a in node._attributes]]
    if isinstance(node, list):
        return {"list": [tree(n) for n in node]}
    return node


for line in sys.stdin:
    item = json.loads(line)
    result = {}
    try:
        source = item["source"] if "source" in item else open(item["path"], "rb").read()
        parsed = ast.parse(source)
        if "ast" in item:
            result["ast"] = tree(parsed)
        try:
            result["table"] = table(_symtable.symtable(source, "f", "exec"))
            result["codes"] = codes(compile(source, "f", "exec", optimize=0), [])
        except SyntaxError as e:
            result["table" in result and "compileError" or "error"] = error(e)
    except (SyntaxError, ValueError, OSError, RecursionError, MemoryError) as e:
        result["unparsable"] = str(e)
    print(json.dumps(result), flush=True)
