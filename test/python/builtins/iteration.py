"""enumerate, zip, map, filter, reversed, iter, next, sum, any, all, sorted on iterators, their reprs and errors."""

print(list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate("ab", start=-1)), list(enumerate([], 2**70)), next(enumerate("x", 2**64)), list(zip()), list(zip("ab")), list(zip("abc", [1, 2])), list(zip("ab", (1, 2), {3: 0, 4: 0}, strict=True)), list(map(len, ["a", "bb"])), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(map(max, [1, 5], [4, 2], [3, 3])), list(filter(None, [0, 1, "", "a", None, [], [0]])), list(filter(str.isupper, "aBcD")), list(filter(lambda x: x % 2, range(6))), list(reversed([1, 2])), list(reversed((1, 2))), list(reversed({"a": 1, "b": 2})), "".join(reversed("abc")))
print(sum([1, 2, 3]), sum([1.5, 2]), sum([], 5), sum([[1], [2]], []), sum((True, True)), sum(range(1001)), sum([2**60] * 20), sum([0.1] * 3), sum([1, 2.5, 3j]), sum(x for x in (1, 2)), sum([(1,), (2,)], ()), sum([1], start=10), any([]), all([]), any([0, "", 3]), all([1, "a", []]), any(x > 2 for x in range(5)), all(x < 5 for x in range(5)))
it = iter([1, 2, 3])
print(next(it), list(map(lambda x: x * 2, it)), next(it, "end"), list(it))
evil = iter([3, 1])
print(sorted(evil), list(evil), min(iter("hello")), max(iter([1, 9, 3])), tuple(iter("ab")), set(iter([1])), dict(iter([(1, 2)])), " ".join(iter(["x", "y"])), list(zip(*[iter("abcdef")] * 2)), [*iter((1, 2))], 3 in iter([1, 2, 3]), list(iter({"k": 1})), list(iter(b"ab")), type(iter([])).__name__, type(iter(())).__name__, type(iter("")).__name__, type(iter({})).__name__, type(iter(set())).__name__, type(iter(b"")).__name__, type(iter({}.items())).__name__, type(iter("é")).__name__, type(iter(lambda: 0, 0)).__name__, type(reversed([])).__name__, type(reversed({})).__name__, type(reversed("")).__name__, type(zip()).__name__)
lengths = [iter(range(5)).__length_hint__(), iter([1, 2]).__length_hint__(), iter("abc").__length_hint__(), reversed([1]).__length_hint__(), iter({1: 2}).__length_hint__()]
print(lengths)


def noisy(name, n):
    for i in range(n):
        print(f"{name}{i}", end=" ")
        yield i
    print(f"{name} done", end=" ")


print(list(zip(noisy("a", 3), noisy("b", 2))))
print(list(zip(noisy("c", 2), noisy("d", 3))))
for lengths in ((2, 3), (3, 2), (2, 2, 1), (1, 1, 2), (0, 1), (1, 0)):
    try:
        print(list(zip(*[range(n) for n in lengths], strict=True)))
    except ValueError as error:
        print(error)
print(list(map(noisy, "x", [1]))[0].__name__, any(noisy("any", 5)), all(noisy("all", 5)), next(filter(lambda v: v > 1, noisy("f", 5))), 1 in noisy("in", 5))
calls = iter(range(10))
print(list(iter(lambda: next(calls), 4)), next(calls), list(iter(lambda: 5, 5)))


class Stops:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n == 3:
            raise StopIteration
        return self.n


stops = Stops()
print(list(stops), list(zip(range(3), stops)), next(stops))


class Fails:
    def __iter__(self):
        return self

    def __next__(self):
        raise ValueError("from next")


bad = [lambda: list(Fails()), lambda: list(zip([1], Fails())), lambda: sum(Fails()), lambda: [*Fails()], lambda: dict(Fails()), lambda: "".join(Fails()), lambda: max(Fails()), lambda: 1 in Fails(), lambda: list(map(int, ["1", "x"])), lambda: list(map(1, [1])), lambda: list(filter(1, [1])), lambda: next(iter([])), lambda: next([]), lambda: next(5), lambda: iter(5), lambda: iter(5, 5), lambda: iter([], 5), lambda: reversed(5), lambda: reversed(set()), lambda: reversed(iter([])), lambda: enumerate(5), lambda: zip(5), lambda: zip([], 5), lambda: map(len, 5), lambda: filter(len, 5), lambda: sum("ab"), lambda: sum(["a"], ""), lambda: sum([b"a"], b""), lambda: sum([[]]), lambda: any(5), lambda: all(None), lambda: next(), lambda: list(map(len, [1])), lambda: list(enumerate("a", "b")), lambda: sum([1, "a"]), lambda: sum([bytearray()], bytearray()), lambda: map(), lambda: list(zip([1], [2], strict="yes")), lambda: next(iter([1]), 2, 3), lambda: list(map(lambda a: a, [1], [2])), lambda: list(map(None, [1])), lambda: sorted(5), lambda: sorted([1], reverse="a")]
for action in bad:
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
m = map(lambda x: 10 // x, [5, 0, 2])
print(next(m))
try:
    next(m)
except ZeroDivisionError as error:
    print(error, next(m), next(m, "over"))
f = filter(lambda x: x > 1, [1, 2, 3])
print(next(f), [f is iter(f), m is iter(m)], list(f))
e = enumerate(["a", "b"])
print(next(e), [pair for pair in e], e.__reduce__()[0].__name__ if False else "", list(e))
data = [1, 2, 3]
r = reversed(data)
data.append(4)
print(list(r), [x for x in map(str, data)], dict(zip("abc", data)), dict(enumerate("xy")), list(zip(data, data[1:])), [list(z) for z in zip(*[[1, 2], [3, 4]])], max(enumerate([3, 9, 2]), key=lambda p: p[1])[0], list(map(lambda *a: a, "ab", "cd", "ef")), [a + b for a, b in zip("ab", reversed("xy"))])
