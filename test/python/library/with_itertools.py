"""itertools, functools and operator: every function once, with laziness, edge cases and errors."""

import functools
import itertools as it
import operator as op

print(list(it.chain("ab", [1], ())), list(it.chain.from_iterable(["ab", "c"])), list(it.islice(it.count(5, 2), 4)), list(it.islice("abcdef", 1, None, 2)), list(it.islice(it.cycle("ab"), 5)), list(it.repeat("x", 3)), list(it.accumulate([1, 2, 3, 4])), list(it.accumulate([3, 1, 2], max)), list(it.accumulate([1, 2], initial=10)), list(it.accumulate([], initial=0)))
print(list(it.combinations("abcd", 2)), list(it.combinations_with_replacement("ab", 2)), list(it.permutations([1, 2, 3], 2)), list(it.product("ab", [0, 1])), list(it.product([0, 1], repeat=2)), list(it.combinations("ab", 3)), list(it.product()), list(it.permutations("")))
print(list(it.takewhile(lambda n: n < 3, [1, 2, 3, 1])), list(it.dropwhile(lambda n: n < 3, [1, 2, 3, 1])), list(it.filterfalse(None, [0, 1, ""])), list(it.compress("abcd", [1, 0, 1])), list(it.starmap(pow, [(2, 3), (3, 2)])), list(it.zip_longest("abc", [1], fillvalue="-")), list(it.pairwise("abcd")), list(it.batched("abcdefg", 3)), [(k, list(g)) for k, g in it.groupby("aabbca")], [(k, list(g)) for k, g in it.groupby([1, 3, 2, 4, 5], key=lambda n: n % 2)])
a, b = it.tee([1, 2, 3])
print(next(a), list(b), list(a), next(it.count(2.5, 0.5)), next(it.count(10**20)), it.count(1), it.repeat(5), it.repeat(5, 2), list(it.islice([], 3)))
groups = it.groupby("aab")
k1, g1 = next(groups)
k2, g2 = next(groups)
print(k1, list(g1), k2, list(g2))
for bad in (lambda: list(it.islice([], -1)), lambda: it.combinations("ab", -1), lambda: it.batched([], 0), lambda: list(it.batched("abc", 2, strict=True)), lambda: it.chain(5).__next__(), lambda: it.repeat(), lambda: it.count("a"), lambda: it.product(repeat=-1), lambda: it.zip_longest(5), lambda: it.tee([], -1), lambda: list(it.starmap(pow, [1]))):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


def primes():
    found = []
    for n in it.count(2):
        if all(n % p for p in it.takewhile(lambda p: p * p <= n, found)):
            found.append(n)
            yield n


print(list(it.islice(primes(), 12)), sum(it.takewhile(lambda n: n < 100, primes())))
print(functools.reduce(op.add, [1, 2, 3]), functools.reduce(op.mul, [], 7), functools.reduce(lambda a, b: b + a, "abc"))
calls = []


@functools.lru_cache(maxsize=2)
def square(n):
    "Squares."
    calls.append(n)
    return n * n


print(square(2), square(2), square(3), square(4), square(2), calls, square.cache_info(), square.__name__, square.__doc__, square.__wrapped__(5))
square.cache_clear()
print(square.cache_info(), functools.cache(lambda n: n)(1), square(2.0), square(2), square.cache_info().hits)
p = functools.partial(int, base=2)
print(p("101"), p.func, p.args, p.keywords, functools.partial(print, "a", sep="-")("b"), functools.partial(p)("11"), repr(functools.partial(len, [])))


class C:
    def method(self, a, b=0):
        return a, b

    half = functools.partialmethod(method, b=5)

    @functools.cached_property
    def computed(self):
        calls.append("computed")
        return 42

    @functools.singledispatchmethod
    def show(self, x):
        return "default"

    @show.register
    def _(self, x: int):
        return "int"

    @show.register(list)
    @show.register(tuple)
    def _(self, x):
        return "sequence"


c = C()
print(c.half(1), c.computed, c.computed, calls.count("computed"), vars(c), c.show(1), c.show([]), c.show(()), c.show("s"), c.show(True))


@functools.singledispatch
def describe(x):
    return f"object {x!r}"


@describe.register
def _(x: int | float):
    return f"number {x}"


@describe.register(str)
def _(x):
    return f"text {x}"


@describe.register(type(None))
def _(x):
    return "nothing"


print(describe(1), describe(1.5), describe("a"), describe(None), describe([]), describe(True), describe.dispatch(bool) is describe.dispatch(int), sorted(k.__name__ for k in describe.registry))


@functools.total_ordering
class Version:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n


print(Version(1) <= Version(2), Version(2) > Version(1), Version(1) >= Version(1), sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))


def decorator(function):
    @functools.wraps(function)
    def wrapper(*args):
        return function(*args)

    return wrapper


@decorator
def documented(x: int) -> str:
    "The doc."


print(documented.__name__, documented.__doc__, documented.__annotations__, documented.__wrapped__.__name__)
print(op.itemgetter(1)("abc"), op.itemgetter(0, 2)("abc"), op.attrgetter("real", "imag")(1 + 2j), op.attrgetter("a.b")(type("X", (), {"a": type("Y", (), {"b": 7})})), op.methodcaller("upper")("a"), op.methodcaller("split", ",", maxsplit=1)("a,b,c"), op.concat([1], [2]), op.contains([1], 1), op.countOf([1, 1], 1), op.indexOf("abc", "c"), op.index(5), op.truth([]), op.not_(0), op.is_not(1, None), op.floordiv(7, 2), op.matmul.__name__, op.length_hint([1, 2]), op.iadd([1], [2]), op.setitem([1], 0, 2), op.neg(5), op.invert(5), op.lshift(1, 4), repr(op.itemgetter(1)), op.call(max, 1, 2))
