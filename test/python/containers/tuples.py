"""tuple: literals, packing, comparison, hashing, methods, subclasses, immutability."""

print((), (1,), (1, 2), 1, tuple("ab"), tuple([1, [2]]), tuple(range(3)), tuple({"k": 1}), (1,) + (2,), (1, 2) * 2, 3 * (0,), (1, 2)[0], (1, 2, 3)[1:], (1, 2, 3)[::-1], len((1, 2)), 2 in (1, 2), (1, 2, 1).count(1), (1, 2, 1).index(1, 1))
single = 5,
packed = 1, 2, 3
print(single, packed, type(()), tuple(packed) is packed, packed[:] is packed, (packed, packed)[0] is packed)
print((1, 2) < (1, 3), (1, 2) < (1, 2, 0), (1, "a") == (1.0, "a"), (1, 2) == [1, 2], () < (0,), (2,) > (1, 9), (1, (2, 3)) < (1, (2, 4)), (1, "a") < (2, None), (0.0,) == (-0.0,))
print(hash(()) == hash(()), hash((1, 2)) == hash((1.0, 2.0)), hash((1, "a")) == hash((1, "a")), hash((1, 2)) != hash((2, 1)), hash((1, (2, 3))), hash((0,)), hash((-1, -2)), hash(()), hash((1, 2, 3)), hash((None, True, 1.5)) == hash((None, 1, 1.5)))
mutable = (1, [2])
mutable[1].append(3)
print(mutable)
try:
    mutable[1] += [4]
except TypeError as error:
    print(error, mutable)
loop = ([],)
loop[0].append(loop)
print(loop)
for bad in (lambda: hash(mutable), lambda: (1,)[1], lambda: (1, 2).index(3), lambda: (1,) + [2], lambda: (1,).__setitem__, lambda: setattr((), "x", 1), lambda: tuple(1), lambda: tuple(1, 2), lambda: (1,) * 1.5, lambda: (1, 2) < (1, "a"), lambda: (1,) < 1, lambda: tuple(a=1), lambda: ().append, lambda: (1, 2).count()):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
try:
    mutable[0] = 5
except TypeError as error:
    print(error)
try:
    del mutable[0]
except TypeError as error:
    print(error)


class Pair(tuple):
    def __new__(cls, left, right):
        return super().__new__(cls, (left, right))

    left = property(lambda self: self[0])
    right = property(lambda self: self[1])

    def __add__(self, other):
        return Pair(self.left + other[0], self.right + other[1])


p = Pair(1, 2)
print(p, p.left, p + (3, 4), type(p + p).__name__, type(p[:]).__name__, p == (1, 2), hash(p) == hash((1, 2)), {p: "x"}[(1, 2)], isinstance(p, tuple), p * 2, type(p * 2).__name__, repr(p), tuple(p) is p, type(tuple(p)).__name__)
p.note = "has a dict"
print(p.note, p.__dict__, len(p), [*p], (*p, *p))
a, b = p
(c, d), *e = [(1, 2), 3, 4]
print(a, b, c, d, e)
x, y = 1, 2
x, y = y, x
print(x, y)
i, values = 0, [10, 20, 30]
i, values[i] = 2, "zero was evaluated late"
print(i, values)
first, *middle, last = "abcde"
print(first, middle, last)
*start, = range(3)
[*only] = "xy"
(h, *t), (u, *v) = "hello", [1]
print(start, only, h, t, u, v)
for source, value in (("a, b", [1]), ("a, b", [1, 2, 3]), ("a, *b, c", [1]), ("a, b", 5), ("a, b", "xyz"), ("a, b", {}), ("(a, b), c", [1, 2]), ("*a, b", []), ("a, b", iter([1, 2, 3])), ("[]", [1]), ("()", ())):
    try:
        exec(source + " = value", {"value": value})
        print(source, "ok")
    except (ValueError, TypeError) as error:
        print(source, type(error).__name__, error)
for index, (key, (left, right)) in enumerate({"k": (1, 2), "j": (3, 4)}.items()):
    print(index, key, left, right)


def returns():
    return 1, *"ab", 2


print(returns(), *returns(), [*returns(), *{}, *()], {*returns()} == {1, "a", "b", 2}, (lambda *a: a)(*returns(), *[9]))
