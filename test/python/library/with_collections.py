"""collections: namedtuple, deque, Counter, OrderedDict, defaultdict, ChainMap, UserDict; heapq and bisect."""

import bisect
import heapq
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, abc, defaultdict, deque, namedtuple

Point = namedtuple("Point", "x y z", defaults=[0])
p = Point(1, y=2)
print(p, p.x, p[1], p._asdict(), p._replace(z=9), Point._fields, Point._field_defaults, Point._make([4, 5, 6]), p == (1, 2, 0), hash(p) == hash((1, 2, 0)), Point.__doc__, isinstance(p, tuple), *p)
for bad in (lambda: Point(), lambda: Point(1, 2, 3, 4), lambda: p._replace(q=1), lambda: namedtuple("A", "a a"), lambda: namedtuple("A", "class"), lambda: namedtuple("A", "_x"), lambda: setattr(p, "x", 5), lambda: Point._make([1])):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
print(namedtuple("R", "a class a", rename=True)(1, 2, 3))


class Vec(namedtuple("Base", ["x", "y"])):
    __slots__ = ()

    def __add__(self, other):
        return Vec(self.x + other.x, self.y + other.y)


print(Vec(1, 2) + Vec(3, 4))
d = deque([1, 2, 3], maxlen=4)
d.append(4)
d.append(5)
d.appendleft(0)
d.rotate(1)
print(d, d.maxlen, d[0], d[-1], len(d), d.popleft(), d.pop(), list(reversed(d)), d.count(0), d.index(2) if 2 in d else None)
d.extend("xyz")
d.extendleft("ab")
d.insert(1, "i") if len(d) < 4 else None
d[0] = "first"
del d[1]
print(d, d + deque([1]), d * 2, d == deque(d), d.copy(), deque() == deque(), deque([1]) < deque([2]))
for bad in (lambda: deque().pop(), lambda: d[99], lambda: d.remove("nope"), lambda: deque([1, 2], maxlen=2).insert(0, 1), lambda: deque(maxlen=-1), lambda: deque(5), lambda: d.index("q"), lambda: hash(d)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
try:
    for item in d:
        d.append(item)
except RuntimeError as error:
    print(error)
c = Counter("mississippi")
print(c, c.most_common(2), c["z"], sorted(c.elements()), c.total(), c + Counter("miss"), c - Counter("miss"), c & Counter("sip"), c | Counter("zzz"), +Counter(a=1, b=-1), -Counter(a=1, b=-2), c == Counter(m=1, i=4, s=4, p=2), Counter(a=1) <= Counter(a=2))
c.update("zz")
c.subtract({"s": 5})
print(c, dict(c), Counter([1, 1, 2]).most_common(), Counter(a=2, b=2).most_common(1))
o = OrderedDict(a=1, b=2, c=3)
o.move_to_end("a")
o.move_to_end("c", last=False)
print(o, o.popitem(last=False), list(reversed(o)), o == OrderedDict(b=2, a=1), o == dict(b=2, a=1), OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict.fromkeys("xy", 0))
g = defaultdict(list)
for word in "apple bean avocado".split():
    g[word[0]].append(word)
print(g, g.get("z"), "z" in g, g["z"], defaultdict(int, a=1), g.default_factory, defaultdict(lambda: "d")["x"])
try:
    defaultdict()["missing"]
except KeyError as error:
    print(repr(error))
try:
    defaultdict(5)
except TypeError as error:
    print(error)
m = ChainMap({"a": 1}, {"a": 2, "b": 3})
m["c"] = 4
print(m, m["a"], m["b"], dict(m), m.new_child({"a": 0})["a"], m.parents, len(m), m.maps[0], sorted(m))
try:
    m["zz"]
except KeyError as error:
    print(error)


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)


print(Lower(A=1, **{"B": 2}), UserList([1, 2]) + [3], UserString("abc").upper(), UserString("a") + "b")
print([isinstance(v, t) for v, t in (([], abc.Sequence), ({}, abc.Mapping), (set(), abc.MutableSet), ("", abc.Hashable), ((x for x in ()), abc.Generator), (len, abc.Callable), ([], abc.Hashable), (range(1), abc.Sequence), (iter([]), abc.Iterator), ({}.keys(), abc.KeysView), (b"", abc.Sequence), (5, abc.Iterable))])


class Range(abc.Sequence):
    def __len__(self):
        return 3

    def __getitem__(self, i):
        if i >= 3:
            raise IndexError
        return i * 10


r = Range()
print(list(r), 20 in r, r.index(10), r.count(5), list(reversed(r)))
try:
    type("Incomplete", (abc.MutableMapping,), {"__len__": lambda self: 0})()
except TypeError as error:
    print(error)
h = [5, 3, 8, 1, 9, 2]
heapq.heapify(h)
print(h, heapq.heappop(h), heapq.heappushpop(h, 0), heapq.heapreplace(h, 7), heapq.nlargest(3, h), heapq.nsmallest(2, h, key=lambda n: -n), list(heapq.merge([1, 4], [2, 3], [0, 9])), [heapq.heappop(h) for _ in range(len(h))])
a = [1, 3, 3, 5, 7]
print(bisect.bisect(a, 3), bisect.bisect_left(a, 3), bisect.bisect_right(a, 0), bisect.bisect_left(a, 9), bisect.bisect(a, 4, 1, 3), bisect.insort(a, 4), a, bisect.bisect_left(["a", "bb", "ccc"], 2, key=len))
