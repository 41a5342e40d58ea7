"""Comprehensions and generator expressions: scopes, closures, conditions, nesting, order of evaluation."""

x = "outer"
print([x for x in range(3)], x, {x: x * x for x in range(3)}, x, {x for x in "a"}, list(x for x in "bc"), x)
print([(i, j) for i in range(3) for j in range(i) if (i + j) % 2], [[i * j for j in range(3)] for i in range(3)], [i for i in range(20) if i % 2 if i % 3], [a + b for a, b in zip("ab", "cd")], [*(i for i in range(3)), *[9]])
print({k: v for d in ({"a": 1}, {"b": 2, "a": 3}) for k, v in d.items()}, {len(w): w for w in ("a", "bb", "c")}, [y := 5, y**2], [last := i for i in range(4)], last, any((hit := n) > 3 for n in [1, 5, 7]), hit)
functions = [lambda: i for i in range(3)]
print([f() for f in functions], [f() for f in [lambda i=i: i for i in range(3)]], [f(10) for f in [(lambda n: lambda m: n + m)(k) for k in range(3)]])


class C:
    n = 3
    items = [1, 2, 3]
    doubled = [i * 2 for i in items]
    try:
        broken = [i * n for i in items]
    except NameError as error:
        broken = str(error)
    first = [n for _ in range(1)] if False else "skipped"


print(C.doubled, C.broken, hasattr(C, "i"))


def scopes():
    total = 10
    result = [total + i for i in range(3)]

    def inner():
        return [total * i for i in result]

    values = inner()
    total = 1
    return result, values, inner(), sorted(locals())


print(scopes())
log = []


def note(tag, value):
    log.append(tag)
    return value


{note("k1", 1): note("v1", 2), **note("spread", {}), note("k2", 3): note("v2", 4)}
[note("e", i) for i in note("iter", [1, 2]) if note("if", i > 1)]
{note("key", i): note("value", i) for i in (1,)}
print(log)
lazy = (1 // i for i in [1, 0])
print(next(lazy))
try:
    next(lazy)
except ZeroDivisionError as error:
    print(error, list(lazy))
try:
    eager = (i for i in 5)
except TypeError as error:
    print(error)
try:
    (i for i in [1] for j in 5).__next__()
except TypeError as error:
    print(error)
g = (i * i for i in range(4))
print(sum(g), sum(g), max((len(w), w) for w in "a bbb cc".split()), "".join(c.upper() for c in "abc" if c != "b"), dict((k, v) for k, v in [("a", 1)]), sorted((-i for i in range(3)), reverse=True), tuple(i for i in "xy"), set(i for i in (1, 1)), g.__name__, type(g).__name__)
data = [1, 2, 3]
late = (i for i in data if i in data)
data = [3]
print(list(late))
matrix = [[1, 2, 3], [4, 5, 6]]
print([list(row) for row in zip(*matrix)], [[row[i] for row in matrix] for i in range(3)], [cell for row in matrix for cell in row], sum(sum(row) for row in matrix), {(r, c): v for r, row in enumerate(matrix) for c, v in enumerate(row) if v % 2 == 0}, [i if i % 2 else -i for i in range(5)], [i for i in [0, 1, 2] if i and 5 / i > 3], [[] for _ in range(2)], [(a, *b) for a, *b in ["xyz", "uv"]], [i for i in (j for j in range(3))], [i for i, in [(1,), (2,)]])
for source in ("[i for i in range(3)] = 1", "[x for x in 1, 2]", "[*x for x in [[1]]]", "{**d for d in [{}]}", "[(i := 0) for i in range(3)]", "[i for i in (j := [1])]", "{k: v, for k in 1}", "(x for x in y", "[yield for x in y]", "f(x for x in y, 1)", "[x async for x in y]", "[for x in y]", "[x if y for y in z]", "(x for x in y) += 1"):
    try:
        compile(source, "<test>", "exec")
        print(source, "compiles")
    except SyntaxError as error:
        print(source, "|", error.msg)
total = 0
print([total := total + i for i in range(5)], total)
print([locals().keys() == {"q"} for q in "a"] if False else "no locals here")
print([[x for x in x] for x in ["ab", "cd"]], [x for x in x], [i for i in range(3) for i in range(i)], {i: {j: i * j for j in range(2)} for i in range(2)}, [f"{i}{j}" for i in "ab" for j in "xy" if i + j != "bx"])
