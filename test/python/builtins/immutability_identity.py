"""Identity, aliasing, mutation through references, hashing across types, copies by slicing, unhashable keys, interning that users see."""

x = [1, 2]
y = x
z = x[:]
x.append(3)
print(y, z, y is x, z is x, x == y, [x] == [y], (x,) is (x,))
a = 257
b = 257
s1, s2 = "hello", "hel" + "lo"
print(a is b, s1 is s2, None is None, True is (1 == 1), ... is Ellipsis, () == (), NotImplemented is NotImplemented, type(None)() is None, bool(5) is True, type(...)() is ...)
print(id(x) == id(y), id(x) != id(z), 1 == 1.0 == True == (1 + 0j), hash(1) == hash(1.0) == hash(True) == hash(1 + 0j), hash("a") == hash("a"), hash(b"a") == hash("a"), hash((1, 2)) == hash((1.0, 2.0)), hash(frozenset([1])) == hash(frozenset([1.0])), hash(0.5) == hash(1 / 2), hash(2**61 - 1), hash(float(2**61)), hash(None) == hash(None), hash(range(3)) == hash(range(0, 3)))


def mutate(items, number, text, table, default=[]):
    items.append(99)
    items = ["rebound"]
    number += 1
    text += "!"
    table["new"] = number
    default.append(number)
    return items, number, text, default


items, number, text, table = [1], 5, "t", {}
print(mutate(items, number, text, table), items, number, text, table, mutate(items, 6, "u", {})[3])
row = [0] * 3
grid = [row] * 2
grid[0][1] = 7
copy = [list(r) for r in grid]
copy[0][0] = 1
print(grid, copy, [[]] * 3, [[] for _ in range(3)])
nested = {"list": [1, {"deep": (2, [3])}]}
shallow = dict(nested)
shallow["list"][1]["deep"][1].append(4)
shallow["other"] = 1
print(nested, shallow, nested["list"] is shallow["list"])


def deep_copy(value, memo=None):
    memo = {} if memo is None else memo
    if id(value) in memo:
        return memo[id(value)]
    if isinstance(value, list):
        memo[id(value)] = result = []
        result.extend(deep_copy(v, memo) for v in value)
        return result
    if isinstance(value, dict):
        memo[id(value)] = result = {}
        for k, v in value.items():
            result[k] = deep_copy(v, memo)
        return result
    if isinstance(value, tuple):
        return tuple(deep_copy(v, memo) for v in value)
    return value


loop = [1]
loop.append(loop)
clone = deep_copy(loop)
print(clone, clone[1] is clone, clone is loop, deep_copy(nested) == nested, deep_copy(nested)["list"] is nested["list"])
t = ([], {})
try:
    t[0] += [1]
except TypeError as error:
    print(error, t)
t[0].append(2)
t[1]["k"] = "v"
print(t)
s = "immutable"
for action in (lambda: s.__setitem__(0, "x"), lambda: exec("s[0] = 'x'"), lambda: exec("del s[0]"), lambda: exec("t[0] = 1"), lambda: exec("s.attr = 1"), lambda: exec("(5).x = 1"), lambda: exec("range(3)[0] = 1"), lambda: exec("b'ab'[0] = 1"), lambda: exec("frozenset().x = 1"), lambda: exec("None.x = 1"), lambda: exec("del (1, 2)[0]"), lambda: exec("'abc'[0] += 'x'"), lambda: exec("len.x = 1"), lambda: exec("int.x = 1"), lambda: exec("del int.real"), lambda: exec("True.x = 1"), lambda: exec("print[0]"), lambda: exec("int[0]"), lambda: exec("x.append = 5"), lambda: exec("{}.x = 1"), lambda: exec("del x.append")):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
keys = {}
for key in (1, 1.0, True, "1", b"1", (1,), (1.0,), None, 0, False, "", frozenset(), float("inf"), -1, -2, 2**100, 1j, range(1), int, len, ...):
    keys[key] = keys.get(key, 0) + 1
print(len(keys), list(keys.values()))
for bad in ([], {}, set(), bytearray(), ([],), slice([]), frozenset):
    try:
        hash(bad)
        print("hashable")
    except TypeError as error:
        print(error)


class Node:
    def __init__(self, name):
        self.name = name
        self.next = None
        self.friends = []


n1, n2 = Node("one"), Node("two")
n1.next, n2.next = n2, n1
n1.friends.append(n2)
n2.friends = n1.friends
n2.friends.append(n1)
print(n1.next.next is n1, len(n1.friends), n1.friends[1].friends[0].name, n1 in n2.friends, n1 == n2, {n1: "a", n2: "b"}[n1.next])
first = second = third = {"count": 0}
second["count"] += 1
third = third | {"count": 10}
print(first, second is first, third)
chars = list("abc")
alias = chars
chars += ["d"]
chars = chars + ["e"]
print(chars, alias)
p = q = ()
p += (1,)
print(p, q)
u = {1, 2}
v = u
u |= {3}
u = u | {4}
print(sorted(u), sorted(v))
swap = [1, 2, 3]
swap[0], swap[2] = swap[2], swap[0]
swap[:] = swap[::-1]
swap[1:2] = swap
print(swap, sorted(swap) is swap, swap.sort() is None, swap)
