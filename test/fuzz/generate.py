"""Writes a program of random cases of one kind; running it prints what becomes of each case.

usage: generate.py KIND SEED COUNT > program.py          program.py [FIRST] begins at a case

A case is an expression, or a function body that appends to `log`. CPython and the implementation under test run the same
program; what they print must be the same (test/fuzz/run.ts). Only builtins are used in the cases.
"""

import random
import struct
import sys

EVALUATOR = '''import sys

CASES = {cases!r}


def run_dict(operations):
    d, log = {{}}, []
    for operation, *arguments in operations:
        try:
            log.append(getattr(d, operation)(*arguments))
        except Exception as error:
            log.append(type(error).__name__)
    return d, log[-6:]


def run_list(items, operations):
    items = list(items)
    for operation, *arguments in operations:
        try:
            getattr(items, operation)(*arguments)
        except Exception as error:
            items.append(type(error).__name__)
    return items


def drive(generator, steps):
    log = []
    for step, value in steps:
        try:
            log.append(getattr(generator, step)(value) if step != "close" else generator.close())
        except StopIteration as stop:
            log.append(("stop", stop.value))
        except BaseException as error:
            log.append(repr(error))
    # To its end, so that nothing is left for the collector to close.
    for _ in range(200):
        try:
            log.append(next(generator))
        except StopIteration:
            break
        except BaseException as error:
            log.append(repr(error))
    return log


class Manager:
    def __init__(self, log, name, suppress):
        self.log, self.name, self.suppress = log, name, suppress

    def __enter__(self):
        self.log.append("enter " + self.name)
        return self

    def __exit__(self, kind, value, traceback):
        self.log.append("exit " + self.name + " " + repr(value))
        return self.suppress


def evaluate(case):
    log = []
    scope = {{"log": log, "Manager": Manager, "run_dict": run_dict, "run_list": run_list, "drive": drive}}
    try:
        if not case.startswith("def "):
            return ascii(eval(case, scope))
        exec(case, scope)
        result = scope["case"](*scope.get("arguments", ()))
        if hasattr(result, "send"):
            result = drive(result, scope["steps"])
        return ascii((result, log))
    except BaseException as error:
        return ascii((type(error).__name__ + ": " + str(error), log))


for number in range(int(sys.argv[1]) if len(sys.argv) > 1 else 0, len(CASES)):
    print(number, evaluate(CASES[number]), flush=True)
'''

rng = random.Random()


def pick(*choices):
    return rng.choice(choices)


# Values, as source text.


def an_int():
    shape = rng.random()
    if shape < 0.3:
        return rng.randint(-12, 12)
    if shape < 0.5:
        return rng.choice([1, -1]) * (2 ** rng.choice([15, 30, 31, 32, 52, 53, 63, 64, 100]) + rng.randint(-2, 2))
    return rng.choice([1, -1]) * rng.getrandbits(rng.choice([8, 20, 31, 33, 50, 53, 54, 64, 70, 128, 300]))


def a_float():
    shape = rng.random()
    if shape < 0.15:
        return rng.choice([0.0, -0.0, 1.0, -1.0, 0.5, float("inf"), float("-inf"), float("nan"), 5e-324, 1.7976931348623157e308])
    if shape < 0.35:
        return float(rng.randint(-1000, 1000))
    if shape < 0.55:
        return rng.randint(-100000, 100000) / 10 ** rng.randint(0, 6)
    if shape < 0.65:
        return float(rng.choice([1, -1]) * (2 ** rng.choice([31, 32, 52, 53, 63, 64]) + rng.randint(-2, 2)))
    if shape < 0.85:
        return rng.uniform(-1, 1) * 10.0 ** rng.randint(-20, 20)
    return struct.unpack("<d", rng.randbytes(8))[0]


def float_text(value):
    text = repr(value)
    return f'float("{text}")' if text in ("inf", "-inf", "nan") else text


ALPHABETS = ["ab", "abc ", "aA1 _-", "xyz,;. \t", "é ßİǆ\u0301a", "a😀b\U00010400", "01 9٣", "\n\r\x0b\x1c\x85\u2028a", "\ud800\udc00a"]


def a_str(longest=8):
    alphabet = rng.choice(ALPHABETS)
    return "".join(rng.choice(alphabet) for _ in range(rng.randint(0, longest)))


def some_bytes(longest=8):
    return bytes(rng.choice(b"abAB \x00\xff,09") for _ in range(rng.randint(0, longest)))


def bound():
    return rng.choice([None, None, *range(-7, 8), 100, -100])


def a_slice():
    parts = [bound(), bound()] + ([rng.choice([None, 1, 2, 3, -1, -2, -5])] if rng.random() < 0.5 else [])
    return ":".join("" if part is None else str(part) for part in parts)


def source_int():
    value = an_int()
    return f"({value})" if value < 0 else str(value)


def source_float():
    text = float_text(a_float())
    return f"({text})" if text.startswith("-") else text


def source_number():
    return rng.choice([source_int, source_float, source_int, source_float, lambda: pick("True", "False", "2j", "(1-0.5j)")])()


def source_value(depth=2):
    """Any value that prints the same everywhere."""
    shape = rng.random()
    if depth == 0 or shape < 0.55:
        return rng.choice([lambda: str(rng.randint(-5, 5)), lambda: ascii(a_str(3)), lambda: pick("None", "True", "False", "1.5", "-0.0", "2**64", "b'x'", "()"), lambda: float_text(rng.randint(-6, 6) / 2)])()
    parts = [source_value(depth - 1) for _ in range(rng.randint(0, 4))]
    if shape < 0.75:
        return "[" + ", ".join(parts) + "]"
    if shape < 0.9:
        return "(" + "".join(part + ", " for part in parts) + ")"
    return "{" + ", ".join(f"{ascii(a_str(2))}: {part}" for part in parts) + "}"


# Kinds of cases.


def case_int():
    a, b = source_int(), source_int()
    small = rng.randint(-3, 70)
    return rng.choice([
        f"{a} {pick('+', '-', '*', '//', '%', '&', '|', '^', '<', '<=', '==', '!=', '>', '>=')} {b}",
        f"divmod({a}, {b})",
        f"{a} {pick('<<', '>>')} {small}",
        f"{a} ** {rng.randint(0, 9)}",
        f"{a} / {b}",
        f"pow({a}, {rng.randint(-3, 60)}, {b})",
        f"{pick('hex', 'bin', 'oct', 'str', 'abs', 'float', 'hash', 'bool')}({a})",
        f"{pick('-', '~', '+')}{a}",
        f"round({a}, {rng.randint(-25, 3)})",
        f"({a}).{pick('bit_length()', 'bit_count()', 'conjugate()', 'as_integer_ratio()', 'is_integer()')}",
        f"({a}).to_bytes({rng.randint(0, 40)}, {pick(repr('big'), repr('little'))}, signed={pick(True, False)})",
        f"int.from_bytes({some_bytes(12)!r}, {pick(repr('big'), repr('little'))}, signed={pick(True, False)})",
        f"int({str(an_int())!r}, {pick(10, 0, 16, 36)})",
        f"int({hex(an_int())!r}, {pick(0, 16, 8)})",
        f"({a} + {b}) * {rng.randint(-5, 5)} - {source_int()} // {rng.choice([1, 3, -7, 2**31])}",
        f"sum([{a}, {b}, {source_int()}])",
        f"sorted([{a}, {b}, {source_int()}, {source_float()}])",
    ])


def case_float():
    a, b = source_float(), rng.choice([source_float, source_number])()
    return rng.choice([
        f"{a} {pick('+', '-', '*', '/', '//', '%', '<', '<=', '==', '!=', '>', '>=')} {b}",
        f"{b} {pick('+', '-', '*', '/', '//', '%', '<', '==', '>')} {a}",
        f"{a} ** {rng.choice([0, 1, 2, 3, -1, -2, 10])}",
        f"divmod({a}, {source_float()})",
        f"round({a}{pick('', f', {rng.randint(-3, 12)}')})",
        f"{pick('int', 'abs', 'bool', 'repr', 'hash', '-', '+', 'str')}({a})",
        f"{a}.{pick('hex()', 'as_integer_ratio()', 'is_integer()', 'real', 'imag')}",
        f"float({repr(a_float())!r})",
        f"float.fromhex({a_float().hex()!r})",
        f"{a} == {source_int()}",
        f"{a} < {source_int()}",
        f"({a} + {b}) * {source_float()} - {source_number()}",
        f"[x * {a} for x in (0, 1, 2.5, -1)]",
        f"sum([{a}, {source_float()}, {source_int()}])",
        f"min({a}, {b}, key=abs)",
    ])


def spec(kind):
    fill = pick("", "", "<", ">", "^", "=", "*<", "é^", "0>")
    sign = pick("", "", "+", "-", " ")
    parts = fill + sign + pick("", "", "z") * (kind == "f") + pick("", "", "#") + pick("", "", "0") + pick("", str(rng.randint(0, 24)))
    parts += pick("", "", ",", "_")
    if kind != "d":
        parts += pick("", f".{rng.randint(0, 20)}")
    return parts + {"d": pick("", "d", "b", "o", "x", "X", "n", "c", "e", "f", "%"), "f": pick("", "e", "E", "f", "F", "g", "G", "%", "n"), "s": pick("", "s")}[kind]


def case_format():
    kind = pick("d", "f", "f", "s")
    value = {"d": source_int, "f": source_float, "s": lambda: ascii(a_str())}[kind]()
    flags = "".join(rng.sample("-+ #0", rng.randint(0, 2)))
    percent = f"%{flags}{pick('', str(rng.randint(0, 20)))}{pick('', f'.{rng.randint(0, 12)}')}"
    return rng.choice([
        f"format({value}, {spec(kind)!r})",
        f"{'{:' + spec(kind) + '}'!r}.format({value})",
        f"{percent + pick('d', 'x', 'o', 'X', 'i')!r} % {source_int()}",
        f"{percent + pick('e', 'f', 'g', 'E', 'G')!r} % {source_float()}",
        f"{percent + pick('s', 'r', 'a')!r} % ({source_value()},)",
        f"f'{{{value}:{spec(kind)}}}'" if kind != "s" else f"{'{!r:>12}'!r}.format({value})",
    ])


def case_str():
    s, t = ascii(a_str(12)), ascii(a_str(3))
    span = pick("", f", {rng.randint(-5, 12)}", f", {rng.randint(-5, 5)}, {rng.randint(-3, 14)}")
    return rng.choice([
        f"{s}[{a_slice()}]",
        f"{s}.{pick('find', 'rfind', 'index', 'rindex', 'count', 'startswith', 'endswith')}({t}{span})",
        f"{s}.{pick('split', 'rsplit')}({pick('', t, f'{t}, {rng.randint(-1, 3)}', f'None, {rng.randint(0, 3)}')})",
        f"{s}.{pick('upper', 'lower', 'title', 'capitalize', 'swapcase', 'casefold', 'strip', 'lstrip', 'rstrip', 'split')}()",
        f"{s}.{pick('strip', 'lstrip', 'rstrip', 'partition', 'rpartition', 'removeprefix', 'removesuffix', 'join', '__add__', '__contains__', '__lt__', '__eq__')}({t})",
        f"{s}.replace({t}, {ascii(a_str(2))}{pick('', f', {rng.randint(-1, 3)}')})",
        f"{s}.{pick('center', 'ljust', 'rjust')}({rng.randint(-1, 18)}{pick('', ', ' + ascii(pick('*', 'é', '😀')))})",
        f"{s}.{pick('zfill', 'expandtabs')}({rng.randint(0, 14)})",
        f"{s}.splitlines({pick('', 'True')})",
        f"[getattr({s}, name)() for name in ('isalnum', 'isalpha', 'isdecimal', 'isdigit', 'isidentifier', 'islower', 'isnumeric', 'isprintable', 'isspace', 'istitle', 'isupper', 'isascii')]",
        f"repr({s})",
        f"({s} + {t}) * {rng.randint(-1, 3)}",
        f"{s} {pick('<', '<=', '==', '>')} {ascii(a_str(3))}",
        f"{t} in {s}",
        f"sorted({s})",
        f"{s}.encode({pick(repr('utf-8'), repr('latin-1'), repr('ascii'), repr('utf-16-le'))}, {pick(*map(repr, ('strict', 'replace', 'ignore', 'backslashreplace', 'xmlcharrefreplace', 'surrogateescape', 'surrogatepass')))})",
        f"{s}.translate({{ord(c): {pick('None', repr('xy'), '65')} for c in {t}}})",
        f"hash({s}) == hash({s}[:3] + {s}[3:])",
        f"len({s}), [ord(c) for c in {s}]",
    ])


def case_bytes():
    s, t = repr(some_bytes(10)), repr(some_bytes(2))
    made = pick(s, f"bytearray({s})")
    return rng.choice([
        f"{made}[{a_slice()}]",
        f"{made}.{pick('find', 'rfind', 'index', 'count', 'startswith', 'endswith')}({t})",
        f"{made}.{pick('split', 'rsplit', 'strip', 'partition', 'rpartition', 'removeprefix')}({t})",
        f"{made}.replace({t}, {some_bytes(2)!r})",
        f"{made}.{pick('upper', 'lower', 'title', 'hex', 'isalpha', 'isspace', 'swapcase', 'splitlines')}()",
        f"{made}.decode({pick(repr('utf-8'), repr('latin-1'), repr('ascii'))}, {pick(repr('strict'), repr('replace'), repr('ignore'), repr('backslashreplace'))})",
        f"{made} + {t}, {made} * 2, {made} == {s}, {made} < {t}",
        f"list({made}), {rng.randint(0, 255)} in {made}",
        f"repr({made}), {made}.{pick('center', 'ljust', 'zfill')}({rng.randint(0, 14)})",
        f"bytes.fromhex({some_bytes(4).hex()!r})",
    ])


def case_list():
    items = "[" + ", ".join(source_value(1) for _ in range(rng.randint(0, 7))) + "]"
    operations = []
    for _ in range(rng.randint(1, 6)):
        operations.append(rng.choice([
            lambda: f"('append', {source_value(0)})",
            lambda: f"('insert', {rng.randint(-9, 9)}, {source_value(0)})",
            lambda: f"('pop'{pick('', f', {rng.randint(-5, 5)}')})",
            lambda: f"('__setitem__', slice({bound()}, {bound()}, {pick('None', '1', '2', '-1', '-2')}), {[rng.randint(0, 9) for _ in range(rng.randint(0, 4))]})",
            lambda: f"('__delitem__', slice({bound()}, {bound()}, {pick('None', '1', '2', '-1', '3')}))",
            lambda: f"('__setitem__', {rng.randint(-8, 8)}, {source_value(0)})",
            lambda: f"('__delitem__', {rng.randint(-8, 8)})",
            lambda: "('reverse',)",
            lambda: f"('remove', {source_value(0)})",
            lambda: f"('extend', {source_value(1)})",
            lambda: f"('__imul__', {rng.randint(-1, 3)})",
        ])())
    return rng.choice([
        f"run_list({items}, [{', '.join(operations)}])",
        f"run_list({items}, [{', '.join(operations)}])",
        f"{items}[{a_slice()}]",
        f"{items} {pick('<', '==', '!=', '>=')} {items.replace('1', '2', 1)}",
        f"sorted({items}, key={pick('str', 'repr', 'lambda v: len(repr(v))')}, reverse={pick(True, False)})",
        f"{source_value(0)} in {items}, {items}.count({source_value(0)})",
        f"{items} + {items}[:2], {items} * 2",
    ])


def case_dict():
    def key():
        return rng.choice([lambda: str(rng.randint(0, 4)), lambda: pick("1.0", "0.0", "True", "None", "'a'", "'b'", "(1, 2)", "2**53", "float(2**53)", "-0.0", "'1'", "b'a'", "frozenset([1])")])()

    operations = []
    for _ in range(rng.randint(2, 14)):
        operations.append(rng.choice([
            lambda: f"('__setitem__', {key()}, {rng.randint(0, 99)})",
            lambda: f"('__setitem__', {key()}, {rng.randint(0, 99)})",
            lambda: f"('pop', {key()})",
            lambda: f"('__delitem__', {key()})",
            lambda: f"('setdefault', {key()}, {rng.randint(0, 99)})",
            lambda: "('popitem',)",
            lambda: f"('get', {key()})",
            lambda: f"('update', {{{key()}: 1, {key()}: 2}})",
            lambda: f"('__contains__', {key()})",
            lambda: f"('__getitem__', {key()})",
        ])())
    return f"run_dict([{', '.join(operations)}])"


NAMES = "abcde"


def case_call():
    """A random signature and a random call: what is bound, or why not."""
    names = list(NAMES)
    parameters, required_after = [], False
    slash = rng.randint(0, 2) if rng.random() < 0.3 else 0
    positional = rng.randint(0, 3)
    for i in range(positional):
        name = names.pop(0)
        required_after = required_after or rng.random() < 0.35
        parameters.append(f"{name}={i * 10}" if required_after else name)
        if slash and i + 1 == slash:
            parameters.append("/")
    star = rng.random()
    if star < 0.3:
        parameters.append("*rest")
    if star < 0.5:
        keyword_only = [f"{names.pop(0)}{pick('', '=7')}" for _ in range(rng.randint(1, 2))]
        if star >= 0.3:
            parameters.append("*")
        parameters += keyword_only
    if rng.random() < 0.3:
        parameters.append("**others")
    shown = [p.split("=")[0].lstrip("*") for p in parameters if p not in ("*", "/")]
    arguments = []
    fits = rng.random() < 0.75
    for _ in range(positional if fits else rng.randint(0, 4)):
        arguments.append(str(rng.randint(1, 9)))
    if fits and star < 0.5:
        wanted = [p for p in parameters[parameters.index("*rest" if star < 0.3 else "*") + 1 :] if "*" not in p]
        arguments += [f"{p.split('=')[0]}={rng.randint(1, 9)}" for p in wanted if "=" not in p or rng.random() < 0.5]
        if arguments and "=" not in arguments[-1] and rng.random() < 0.4:
            arguments.append(arguments.pop() if not arguments[-1].isdigit() else f"*({arguments.pop()},)")
    if not fits and rng.random() < 0.25:
        arguments.insert(rng.randint(0, len(arguments)), f"*{[rng.randint(1, 9) for _ in range(rng.randint(0, 2))]}")
    for name in rng.sample(NAMES, 0 if fits else rng.randint(0, 2)):
        arguments.append(f"{name}={rng.randint(1, 9)}")
    if rng.random() < 0.25:
        arguments.append("**{" + ", ".join(f"{pick(*NAMES)!r}: {rng.randint(1, 9)}" for _ in range(rng.randint(0, 2))) + "}")
    return f"def case():\n    def f({', '.join(parameters)}):\n        return {{{', '.join(f'{name!r}: {name}' for name in shown)}}}\n    return f({', '.join(arguments)})"


def case_unpack():
    """A random target and a value that mostly fits it."""

    def both(depth):
        targets, values = [], []
        for _ in range(rng.randint(1, 3)):
            if depth and rng.random() < 0.3:
                target, value = both(depth - 1)
                targets.append(f"({target})")
                values.append(value)
            else:
                targets.append(pick("x", "y", "z", "w", "table[0]", "table[1:2]" if rng.random() < 0.1 else "table[2]"))
                values.append(pick(str(rng.randint(0, 9)), "'ab'", "None"))
        if rng.random() < 0.4:
            at = rng.randint(0, len(targets))
            targets.insert(at, "*" + pick("rest", "more"))
            values[at:at] = [str(n) for n in range(rng.randint(0, 3))]
        if rng.random() < 0.12:
            values.append("99") if rng.random() < 0.5 else values.pop()
        joined = ", ".join(values)
        value = pick("[%s]", "list([%s])", "iter([%s])", "(lambda *a: a)(%s)") % joined
        return ", ".join(targets) + ("," if len(targets) == 1 else ""), value

    target, value = both(2)
    return f"def case():\n    table = [0, 0, 0]\n    {target} = {value}\n    return sorted(locals().items())"


EXCEPTIONS = ["ValueError", "KeyError", "IndexError", "(KeyError, ValueError)", "Exception", "LookupError"]


class Body:
    """Random statements of a function: loops, try, with, returns; `yields` makes it a generator."""

    def __init__(self, yields=False):
        self.yields = yields
        self.counter = 0

    def mark(self):
        self.counter += 1
        return self.counter

    def block(self, depth, loop, finals, indent):
        lines = []
        for _ in range(rng.randint(1, 3)):
            lines += self.statement(depth, loop, finals, indent)
        return lines

    def statement(self, depth, loop, finals, indent):
        pad = "    " * indent
        n = self.mark()
        simple = [[f"{pad}log.append({n})"]] * 4
        simple.append([f"{pad}if n % {rng.randint(2, 4)} == {rng.randint(0, 1)}:", f"{pad}    raise {pick('ValueError', 'KeyError', 'IndexError')}({n})"])
        simple.append([f"{pad}n += {rng.randint(1, 3)}"])
        if not finals:
            simple.append([f"{pad}if n > {rng.randint(2, 9)}:", f"{pad}    return {n}, n"])
            if loop:
                simple += [[f"{pad}if n % 3 == {rng.randint(0, 2)}:", f"{pad}    {pick('break', 'continue')}"]] * 2
        if self.yields and (not finals or self.yields == "everywhere"):
            simple += [[f"{pad}log.append((yield {n}))"], [f"{pad}yield n"], [f"{pad}n += (yield {n}) or 1"], [f"{pad}x = yield from {pick('(1, 2)', 'inner(n)', 'range(n % 3)')}", f"{pad}log.append(x)"]] * 2
        if depth == 0 or rng.random() < 0.35:
            return rng.choice(simple)
        kind = pick("for", "while", "if", "try", "try", "try", "with", "nested")
        inner = lambda loop=loop, finals=finals, extra=1: self.block(depth - 1, loop, finals, indent + extra)
        if kind == "for":
            lines = [f"{pad}for n in range(n, n + {rng.randint(1, 3)}):", *inner(loop=True, finals=False)]
            return lines + ([f"{pad}else:", *inner()] if rng.random() < 0.4 else [])
        if kind == "while":
            name = f"c{n}"
            return [f"{pad}{name} = 0", f"{pad}while {name} < {rng.randint(1, 3)}:", f"{pad}    {name} += 1", *inner(loop=True, finals=False)]
        if kind == "if":
            lines = [f"{pad}if n % 2:", *inner()]
            return lines + ([f"{pad}else:", *inner()] if rng.random() < 0.5 else [])
        if kind == "with":
            managers = ", ".join(f"Manager(log, 'm{n}{i}', {pick('False', 'False', 'True')})" for i in range(rng.randint(1, 2)))
            return [f"{pad}with {managers}:", *inner()]
        if kind == "nested":
            return [f"{pad}def local{n}(n=n):", *Body().block(1, False, False, indent + 1), f"{pad}log.append(local{n}())"]
        lines = [f"{pad}try:", *inner()]
        handlers = rng.randint(0, 2)
        for _ in range(handlers):
            lines.append(f"{pad}except {rng.choice(EXCEPTIONS)} as error:")
            lines.append(f"{pad}    log.append(repr(error) + repr(error.__context__))")
            lines += inner()
            if rng.random() < 0.25:
                lines.append(f"{pad}    raise")
        if handlers and rng.random() < 0.3:
            lines += [f"{pad}else:", *inner()]
        if not handlers or rng.random() < 0.5:
            # Leaving a finally block by return, break or continue gives a warning, so only loops inside do.
            lines += [f"{pad}finally:", *inner(loop=False, finals=True)]
        return lines


def case_flow():
    body = Body().block(rng.randint(1, 3), False, False, 1)
    return "\n".join(["def case(n):", *body, "    return 'end', n", f"arguments = ({rng.randint(0, 7)},)"])


def case_generator():
    yields = pick("everywhere", "not in finally", "not in finally")
    body = Body(yields).block(rng.randint(1, 3), False, False, 1)
    steps = [("send", None)]
    for _ in range(rng.randint(2, 10)):
        steps.append(rng.choice([("send", rng.choice([None, 1, 5])), ("send", None), ("send", rng.randint(0, 3)), ("throw", pick("ValueError('t')", "KeyError('t')")), ("close", None) if yields != "everywhere" else ("send", 2)]))
    shown = ", ".join(f"({name!r}, {value})" for name, value in steps)
    inner = "def inner(n):\n    try:\n        x = yield n\n        log.append(x)\n        return n * 2\n    finally:\n        log.append('inner closed')\n"
    return "\n".join([f"{inner}def case(n):", *body, "    yield 'last'", f"arguments = ({rng.randint(0, 7)},)", f"steps = [{shown}]"])


def case_scope():
    """Nested functions that read, assign and declare a few names."""
    lines, counter = [], 0

    def function(depth, visible, indent):
        nonlocal counter
        counter += 1
        name = f"f{counter}"
        pad = "    " * indent
        lines.append(f"{pad}def {name}({pick('', 'x=0', 'y=9')}):")
        pad += "    "
        parameters = lines[-1]
        for variable in "xyz":
            choice = rng.random()
            if f"{variable}=" in parameters:
                continue
            if choice < 0.15:
                lines.append(f"{pad}global {variable}")
            elif choice < 0.35 and variable in visible:
                lines.append(f"{pad}nonlocal {variable}")
            else:
                visible = visible | {variable} if choice < 0.7 else visible
                if choice < 0.7:
                    lines.append(f"{pad}{variable} = {rng.randint(0, 99)}")
        for _ in range(rng.randint(1, 3)):
            v, w = rng.choice("xyz"), rng.choice("xyz")
            lines.extend(rng.choice([
                [f"{pad}log.append({v})"],
                [f"{pad}try:", f"{pad}    log.append(({v}, {w}))", f"{pad}except NameError as error:", f"{pad}    log.append(str(error))"],
                [f"{pad}log.append([{v} + i for i in range(2)])"],
                [f"{pad}log.append((lambda: {v})())"],
                [f"{pad}class C:", f"{pad}    {v} = {w}", f"{pad}    log.append({v})"],
                [f"{pad}log.append([({v} := i) for i in range(2)])"],
                [f"{pad}try:", f"{pad}    del {v}", f"{pad}except NameError as error:", f"{pad}    log.append(str(error))"],
            ]))
        if depth:
            for _ in range(rng.randint(0, 2)):
                inner = function(depth - 1, visible, indent + 1)
                lines.extend([f"{pad}try:", f"{pad}    {inner}()", f"{pad}except NameError as error:", f"{pad}    log.append(str(error))"])
        lines.append(f"{pad}return sorted(locals().keys() & {{'x', 'y', 'z'}})")
        return name

    name = function(2, frozenset(), 0)
    lines.append(pick("x = 5", "x = y = 6", "x, y, z = 50, 60, 70"))
    lines.append(f"case = {name}")
    return "\n".join(lines)


def case_class():
    """A hierarchy with operators and attributes; what a few expressions on it give."""
    lines = ["def case():"]
    names = []
    for i in range(rng.randint(1, 4)):
        bases = rng.sample(names, min(len(names), rng.randint(0, 2)))
        name = f"C{i}"
        lines.append(f"    class {name}({', '.join(bases)}):")
        lines.append(f"        tag = {i}")
        for method in rng.sample(["__add__", "__radd__", "__eq__", "__lt__", "__getattr__", "__len__", "__bool__", "__getitem__", "__contains__", "__iter__", "__call__", "__repr__", "prop", "hello", "__hash__", "__iadd__", "__neg__", "__init__", "__set_name__", "cls"], rng.randint(2, 9)):
            result = {"__repr__": f"'<{name}>'", "__len__": str(rng.randint(0, 3)), "__bool__": pick("True", "False"), "__hash__": "7", "__iter__": "iter('ab')", "__eq__": pick("True", "False", "NotImplemented"), "__lt__": pick("True", "NotImplemented"), "__add__": pick(f"'{name} add'", "NotImplemented"), "__radd__": pick(f"'{name} radd'", "NotImplemented"), "__init__": "None", "__contains__": pick("True", "0")}.get(method, f"('{name}', '{method}', a)")
            if method == "prop":
                lines += ["        @property", f"        def prop(self, *a):"]
            elif method == "cls":
                lines += ["        @classmethod", f"        def cls(self, *a):"]
                result = "self.__name__, a"
            else:
                lines.append(f"        def {method}(self, *a):")
            if method == "hello" and bases and rng.random() < 0.6:
                lines.append("            a += (super().hello(*a),)")
            if method == "__getitem__":
                lines.append("            if a[0] not in (0, 1, 2): raise IndexError(a[0])")
            if method == "__getattr__":
                lines.append("            if a[0].startswith('__'): raise AttributeError(a[0])")
            lines.append(f"            return {result}")
        names.append(name)
    lines.append(f"    instances = [{', '.join(f'{name}()' for name in names)}]")
    for _ in range(6):
        a, b = (f"instances[{rng.randrange(len(names))}]" for _ in "ab")
        expression = rng.choice([f"{a} + {b}", f"{a} + 1", f"1 + {a}", f"{a} == {b}", f"{a} < {b}", f"len({a})", f"bool({a})", f"{a}[0]", f"1 in {a}", f"list({a})", f"{a}(1)", f"{a}.prop", f"{a}.hello(1)", f"{a}.nope", f"-{a}", f"{a}.cls(1)", f"{a}.tag", f"hash({a}) == 7", f"isinstance({a}, {rng.choice(names)})", f"[c.__name__ for c in type({a}).__mro__]", f"{a} != {b}", f"{a} in [{b}]"])
        lines += ["    try:", f"        log.append(repr({expression}).split(' at 0x')[0])", "    except Exception as error:", "        log.append(type(error).__name__ + ': ' + str(error))"]
    return "\n".join(lines)


KINDS = {name.removeprefix("case_"): function for name, function in list(globals().items()) if name.startswith("case_")}


def main(kind, seed, count):
    rng.seed(f"{kind} {seed}")
    cases = [KINDS[kind]() for _ in range(count)]
    print(EVALUATOR.format(cases=cases).encode("ascii", "backslashreplace").decode())


if __name__ == "__main__":
    if len(sys.argv) == 1:
        print(*KINDS)
    else:
        main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
