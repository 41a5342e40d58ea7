"""Writes what CPython's parser says of many wrong sources, one JSON line each. Run by the reference CPython.

    python3.14 tools/record-errors.py literals OUT FILES...     the string literals and doctests of FILES as sources
    python3.14 tools/record-errors.py mutants OUT SEED N FILES...   N pieces of FILES with tokens changed at random
    python3.14 tools/record-errors.py characters OUT SEED N FILES...   the same with characters changed
    python3.14 tools/record-errors.py lines OUT FILE MODES...    the sources in FILE, a Python literal on each line
"""

import ast
import doctest
import io
import json
import random
import sys
import textwrap
import tokenize
import warnings

ONLY_AST = ast.PyCF_ONLY_AST


FLAGS = {"incomplete": 0x4000, "open": 0x200, "types": ast.PyCF_TYPE_COMMENTS}


def outcome(source, mode):
    mode, *words = mode.split("+")
    flags = sum(FLAGS[word] for word in words)
    try:
        compile(source, "<string>", mode, ONLY_AST | flags, dont_inherit=True)
    except SyntaxError as e:
        metadata = getattr(e, "_metadata", None)
        return [type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, e.text, list(metadata[:2]) if metadata else None]
    except (ValueError, MemoryError, RecursionError, OverflowError) as e:
        return [type(e).__name__, str(e)]
    return None


def write(path, cases):
    seen = set()
    with open(path, "w") as out:
        for source, mode in cases:
            if (source, mode) in seen:
                continue
            seen.add((source, mode))
            try:
                with warnings.catch_warnings(record=True) as issued:
                    warnings.simplefilter("always")
                    result = outcome(source, mode)
                warned = [[w.category.__name__, str(w.message), w.lineno] for w in issued]
                out.write(json.dumps({"source": source, "mode": mode, "result": result, "warnings": warned}) + "\n")
            except UnicodeEncodeError:
                pass


def literals(files):
    for path in files:
        with open(path, "rb") as f:
            tree = ast.parse(f.read())
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) < 4000:
                text = node.value
                for mode in ("exec", "eval", "single"):
                    yield text, mode
                try:
                    for example in doctest.DocTestParser().get_examples(text):
                        for mode in ("exec", "single"):
                            yield example.source, mode
                except ValueError:
                    pass


POOL = "( ) [ ] { } : , ; . = == := != -> + - * ** / // % @ < > << ~ ! ... if else elif for in not is and or lambda def class return yield from import as with try except finally while async await pass break continue del global nonlocal raise assert None True x y print match case type _ 1 2.5 0x1f 'a' \"b\" f'{x}' f'{ t'a' b'c' '''d''' \n \n\x20\x20 \t \\ # é $ ? u'e' 1a 0777 'unterminated".split(" ")


def tokens_of(text):
    result, end = [], (1, 0)
    lines = text.splitlines(keepends=True)
    for tok in tokenize.generate_tokens(io.StringIO(text).readline):
        if tok.type == tokenize.ENDMARKER:
            break
        if tok.start > end:
            if tok.start[0] == end[0]:
                result.append(lines[end[0] - 1][end[1] : tok.start[1]])
            else:
                result.append(lines[end[0] - 1][end[1] :] + "".join(lines[end[0] : tok.start[0] - 1]) + lines[tok.start[0] - 1][: tok.start[1]])
        if tok.string:
            result.append(tok.string)
        end = max(end, tok.end)
    return result


def mutants(seed, count, files):
    rng = random.Random(seed)
    pieces = []
    for path in files:
        with open(path, "rb") as f:
            raw = f.read()
        text = raw.decode("utf-8", "replace")
        tree = ast.parse(raw)
        for node in ast.walk(tree):
            if isinstance(node, ast.stmt):
                part = ast.get_source_segment(text, node, padded=False)
                if part and 5 < len(part) < 400 and "\n" not in part.strip() or part and rng.random() < 0.05 and len(part) < 800:
                    pieces.append(part)
    for _ in range(count):
        source = rng.choice(pieces)
        if rng.random() < 0.2:
            source += "\n" + rng.choice(pieces)
        try:
            toks = tokens_of(source)
        except Exception:
            continue
        for _ in range(rng.choice([1, 1, 1, 2, 3])):
            at = rng.randrange(len(toks))
            kind = rng.random()
            if kind < 0.35:
                del toks[at]
            elif kind < 0.65:
                toks.insert(at, rng.choice(POOL) + rng.choice(["", " "]))
            elif kind < 0.85:
                toks[at] = rng.choice(POOL)
            elif kind < 0.95:
                other = rng.randrange(len(toks))
                toks[at], toks[other] = toks[other], toks[at]
            else:
                del toks[at:]
            if not toks:
                break
        yield "".join(toks), rng.choice(["exec", "exec", "exec", "single", "eval"])


CHARACTERS = list("()[]{}'\"\\\n\n\t #:=.,;!@$?_0123456789abefjlnoruxBFRTUN+-*/<>%&|^~\u00e9\u2028\u00a0\U0001d4b3\x0c\x01\r")


def characters(seed, count, files):
    rng = random.Random(seed)
    lines = []
    for path in files:
        with open(path, encoding="utf-8") as f:
            lines.append(f.readlines())
    for _ in range(count):
        part = rng.choice(lines)
        length = rng.choice([1, 1, 1, 2, 3, 5, 8, 15, 40])
        at = rng.randrange(len(part))
        text = list(textwrap.dedent("".join(part[at : at + length])))
        if not text:
            continue
        for _ in range(rng.choice([0, 1, 1, 1, 2, 4])):
            at = rng.randrange(len(text) + 1)
            kind = rng.random()
            if kind < 0.3:
                del text[at : at + 1]
            elif kind < 0.7:
                text.insert(at, rng.choice(CHARACTERS))
            elif kind < 0.9:
                text[at : at + 1] = rng.choice(CHARACTERS)
            else:
                del text[at:]
        mode = rng.choice(["exec", "exec", "exec", "single", "eval", "single+incomplete+open", "exec+incomplete", "eval+incomplete", "single+open"])
        yield "".join(text), mode


def main():
    kind, out, *rest = sys.argv[1:]
    if kind == "literals":
        write(out, literals(rest))
    elif kind == "mutants":
        write(out, mutants(int(rest[0]), int(rest[1]), rest[2:]))
    elif kind == "characters":
        write(out, characters(int(rest[0]), int(rest[1]), rest[2:]))
    else:
        with open(rest[0]) as f:
            write(out, [(ast.literal_eval(line), mode) for line in f for mode in rest[1:]])


main()
