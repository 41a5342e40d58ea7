"""list: construction, mutation, slices assignment and deletion, comparison, multiplication, errors."""

a = [3, 1, 2]
print(a.append(4), a[:], a.extend(range(2)), a[:], a.extend("xy"), a[:], a.insert(0, "first"), a.insert(-1, "before last"), a.insert(100, "end"), a[:])
print(a.pop(), a.pop(0), a.pop(-2), a[:], a.index(4), a.count(1), a.remove("x"), a[:], a.reverse(), a[:], a.copy() == a, a.copy() is a)
b = list(range(10))
b[2:5] = ["a"]
print(b)
b[1:1] = [10, 20]
print(b)
b[::3] = ["z"] * len(b[::3])
print(b)
b[-2:] = []
print(b)
del b[0], b[1:3], b[::2]
print(b)
b[:] = b + b
b[len(b):] = (1, 2)
b[5:2] = "mid"
print(b)
b[1:3] = b
print(b)
b *= 2
b += (i for i in range(2))
print(b, len(b), b * 0, b * -1, 2 * [1, 2])
c = b
c += ["same"]
print(b is c, b[-1])
c = c + []
print(b is c)
print([1, 2] < [1, 3], [1, 2] < [1, 2, 0], [] < [0], [1, "a"] == [1, "a"], [1] == (1,), [[1], [2]] == [[1], [2]], [1, 2] != [1], [2] > [1, 5], [0.0] == [-0.0], [True] == [1])
nested = [[0] * 2] * 2
nested[0][0] = 5
print(nested, [[0] * 2 for _ in range(2)])
loop = [1]
loop.append(loop)
print(loop, loop[1] is loop, loop == loop, [loop, loop])
for bad in (
    lambda: [].pop(), lambda: [1].pop(5), lambda: [1].remove(2), lambda: [1].index(2), lambda: [1, 2].index(1, 1), lambda: [1][1], lambda: [1].__setitem__(1, 0), lambda: [1].__delitem__(-2), lambda: [1, 2, 3].__setitem__(slice(0, 3, 2), [1]), lambda: [1].__setitem__(slice(0, 1), 5), lambda: [1].extend(5), lambda: [].insert(1), lambda: [].append(), lambda: [].append(1, 2),
    lambda: [] + (1,), lambda: [] * "a", lambda: [].insert("a", 1), lambda: list(5), lambda: list(1, 2), lambda: list(x=1), lambda: [].sort(1), lambda: [].foo, lambda: setattr([], "x", 1), lambda: hash([]), lambda: {[]: 1}, lambda: [1] * (10**30), lambda: [].pop("a"), lambda: [1] < [None], lambda: [1].index(), lambda: [].clear(1), lambda: loop < loop,
):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
growing = [1, 2, 3]
for item in growing:
    if len(growing) < 8:
        growing.append(item * 10)
print(growing)
shrinking = list(range(10))
for item in shrinking:
    shrinking.remove(item)
print(shrinking)
it = iter(growing)
print(next(it), it.__length_hint__(), list(it), it.__length_hint__(), next(it, "done"))
growing.append(99)
print(next(it, "still done"))
back = reversed([1, 2, 3])
print(next(back), list(back), list(reversed("abc")), list(reversed(range(3))))


class Stack(list):
    def push(self, item):
        self.append(item)
        return self

    def __getitem__(self, index):
        return ("item", super().__getitem__(index))


s = Stack([1]).push(2).push(3)
print(s, s[0], s[-1], s[:2], list(s), s + [4], type(s + [4]).__name__, type(s.copy()).__name__, s == [1, 2, 3], isinstance(s, list), len(s), [x for x in s])
s.name = "attribute"
print(s.name, s.__dict__, Stack.__mro__[1:])


class Weird:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        print("eq", self.value, getattr(other, "value", other), end="; ")
        return NotImplemented if self.value is None else self.value == getattr(other, "value", other)

    __hash__ = None


w = Weird(1)
print(w in [Weird(3), w], [Weird(1), Weird(2)].index(2), [Weird(None)].count(5), [Weird(1)] == [1], [1] != [Weird(2)])
