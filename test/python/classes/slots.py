"""__slots__: storage, inheritance, conflicts, missing values, dict and weakref slots."""


class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


p = Point(1, 2)
print(p.x, p.y, Point.__slots__, type(Point.x).__name__, Point.x.__name__, hasattr(p, "__dict__"))
p.x += 10
print(p.x)
del p.x
for bad in (lambda: p.x, lambda: delattr(p, "x"), lambda: setattr(p, "z", 1), lambda: p.__dict__, lambda: Point.x.__get__(5), lambda: Point.x.__set__(5, 1), lambda: p.zzz, lambda: setattr(p, "__init__", 1), lambda: delattr(p, "zzz"), lambda: vars(p), lambda: Point.x.__get__(None, None)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
print(Point.y.__get__(p, Point), Point.y.__set__(p, 7), p.y, Point.__dict__["y"] is Point.y)


class Point3(Point):
    __slots__ = "z"

    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


q = Point3(1, 2, 3)
print(q.x, q.y, q.z, hasattr(q, "__dict__"))


class Open(Point):
    pass


o = Open(1, 2)
o.anything = 5
print(o.__dict__, o.x, hasattr(o, "__dict__"))


class WithDict:
    __slots__ = ("a", "__dict__", "__weakref__")


w = WithDict()
w.a = 1
w.b = 2
print(w.__dict__, w.a)


class Private:
    __slots__ = ("__secret", "_open")

    def __init__(self):
        self.__secret = 42

    def reveal(self):
        return self.__secret


print(Private().reveal(), Private()._Private__secret, Private.__slots__)


class Shadow(Point):
    __slots__ = ("x",)


s = Shadow(1, 2)
print(s.x, hasattr(s, "x"), Shadow.x is Point.x)
try:
    Point.x.__get__(s)
except AttributeError as error:
    print(error)
bad_slots = [
    {"__slots__": ("a",), "a": 1},
    {"__slots__": ("1a",)},
    {"__slots__": (1,)},
    {"__slots__": 5},
    {"__slots__": ("__dict__", "__dict__")},
    {"__slots__": ("a", "a")},
    {"__slots__": ["a", "b"]},
    {"__slots__": {"a": "doc of a"}},
    {"__slots__": ()},
    {"__slots__": "word"},
    {"__slots__": ("a b",)},
    {"__slots__": iter(["i", "j"])},
]
for namespace in bad_slots:
    try:
        cls = type("T", (), namespace)
        print(sorted(name for name in cls.__dict__ if not name.startswith("__")), hasattr(cls(), "__dict__"))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class A:
    __slots__ = ("a",)


class B:
    __slots__ = ("b",)


class E:
    __slots__ = ()


for bases in ((A, B), (A, E), (E, A), (A, object)):
    try:
        print(type("M", bases, {"__slots__": ()}).__mro__[1].__name__)
    except TypeError as error:
        print(error)


class MyInt(int):
    __slots__ = ()


class MyList(list):
    __slots__ = ("extra",)


n = MyInt(5)
try:
    n.x = 1
except AttributeError as error:
    print(error)
items = MyList([1, 2])
items.extra = "e"
print(n + 1, items, items.extra, hasattr(items, "__dict__"))
for base in (int, tuple, bytes):
    try:
        type("V", (base,), {"__slots__": ("x",)})
        print(base.__name__, "ok")
    except TypeError as error:
        print(error)


class Default:
    __slots__ = ("value",)

    def __getattr__(self, name):
        return "default for " + name


d = Default()
print(d.value, d.other)
d.value = 0
print(d.value)
try:
    a = A()
    a.__class__ = B
except TypeError as error:
    print(error)


class A2:
    __slots__ = ("a",)


a = A()
a.a = "kept"
a.__class__ = A2
print(a.a, type(a).__name__)
