"""Container, iterator, callable, context, number and conversion protocols of user classes, with their error messages."""


class OldSequence:
    def __init__(self, limit):
        self.limit = limit

    def __getitem__(self, index):
        if isinstance(index, slice):
            return ("slice", index.start, index.stop, index.step)
        if index >= self.limit:
            raise IndexError(index)
        return index * index


old = OldSequence(5)
print(list(old), 9 in old, 10 in old, max(old), [x for x in old], tuple(zip(old, "ab")), old[1:2], dict(enumerate(old)), sum(old), type(iter(old)).__name__, *old)
a, b, *rest = old
print(a, b, rest)
try:
    list(reversed(old))
except TypeError as error:
    print(error)
OldSequence.__len__ = lambda self: self.limit
print(list(reversed(old)), len(old), bool(OldSequence(0)), bool(old))


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n


it = Countdown(5)
print(next(it), 2 in it, list(it), next(it, "end"), list(map(str, Countdown(3))), [*Countdown(2)], max(Countdown(4)), dict(zip(Countdown(2), "xy")), sorted(Countdown(4)), "".join(str(i) for i in Countdown(3)), list(zip(Countdown(3), Countdown(2))), sum(Countdown(4), 100), any(Countdown(2)), all(Countdown(2)))


def make(**methods):
    return type("Made", (), {f"__{name}__": method for name, method in methods.items()})()


cases = {
    "iter not iterator": lambda: iter(make(iter=lambda self: 5)),
    "iter none": lambda: list(make(iter=None)),
    "next missing": lambda: next(make(iter=lambda self: self)),
    "len negative": lambda: len(make(len=lambda self: -1)),
    "len float": lambda: len(make(len=lambda self: 1.0)),
    "len huge": lambda: len(make(len=lambda self: 2**70)),
    "len bool": lambda: len(make(len=lambda self: True)),
    "bool int": lambda: bool(make(bool=lambda self: 1)),
    "repr int": lambda: repr(make(repr=lambda self: 5)),
    "str int": lambda: str(make(str=lambda self: 5)),
    "str none": lambda: print(make(str=lambda self: None)),
    "format int": lambda: format(make(format=lambda self, spec: 5)),
    "hash str": lambda: hash(make(hash=lambda self: "h")),
    "index str": lambda: [1][make(index=lambda self: "i")],
    "int str": lambda: int(make(int=lambda self: "i")),
    "int float": lambda: int(make(int=lambda self: 2.5)),
    "float int": lambda: float(make(float=lambda self: 5)),
    "complex int": lambda: complex(make(complex=lambda self: 5)),
    "bytes str": lambda: bytes(make(bytes=lambda self: "b")),
    "bytes ok": lambda: bytes(make(bytes=lambda self: b"ok")),
    "contains": lambda: 5 in make(contains=lambda self, x: "truthy"),
    "contains none": lambda: 5 in make(contains=None),
    "contains missing": lambda: 5 in make(),
    "reversed": lambda: reversed(make(reversed=lambda self: "anything")),
    "reversed none": lambda: reversed(make(reversed=None)),
    "call missing": lambda: make()(),
    "call": lambda: make(call=lambda self, *a, **k: (a, k))(1, *[2], x=3, **{"y": 4}),
    "call no self": lambda: make(call=lambda: 1)(),
    "getitem missing": lambda: make()[0],
    "setitem missing": lambda: make().__setitem__,
    "dir": lambda: dir(make(dir=lambda self: ["b", "a"])),
    "dir int": lambda: dir(make(dir=lambda self: 5)),
    "round": lambda: round(make(round=lambda self, n=None: ("rounded", n)), 2),
    "round missing": lambda: round(make()),
    "length_hint": lambda: list(make(iter=lambda self: iter("ab"), length_hint=lambda self: 100)),
    "length_hint bad": lambda: list(make(iter=lambda self: iter("ab"), length_hint=lambda self: "x")),
    "instancecheck": lambda: isinstance(1, make(instancecheck=lambda self, x: True)),
    "with missing": lambda: exec("with x: pass", {"x": make()}),
    "with no exit": lambda: exec("with x: pass", {"x": make(enter=lambda self: 1)}),
    "await missing": lambda: make().__await__,
    "new": lambda: type("N", (), {"__new__": lambda cls, *a: ("not an instance", a)})(1, 2),
    "init returns": lambda: type("I", (), {"__init__": lambda self: 5})(),
    "init args": lambda: type("I", (), {})(1),
    "init kw": lambda: type("I", (), {})(x=1),
    "new args": lambda: object.__new__(int),
    "new wrong": lambda: int.__new__(str),
    "new none": lambda: object.__new__(),
    "new 5": lambda: object.__new__(5),
    "sizeof": lambda: isinstance(make().__sizeof__(), int),
    "missing": lambda: type("D", (dict,), {"__missing__": lambda self, k: k * 2})()["ab"],
    "missing plain": lambda: make(missing=lambda self, k: k)["ab"],
    "set_name": lambda: type("S", (), {"x": make(set_name=lambda self, o, n: print("named", n))}).__name__,
    "neg": lambda: -make(neg=lambda self: "negative"),
    "int trunc": lambda: int(make(trunc=lambda self: 3)),
    "str subclass": lambda: type(str(make(str=lambda self: type("S", (str,), {})("x")))).__name__,
    "bool of len": lambda: bool(make(len=lambda self: 0)),
    "subclasshook": lambda: object.__subclasshook__(int),
    "fspath": lambda: open(make(fspath=lambda self: 5)),
    "del": lambda: make(**{"del": lambda self: None}) and "has del",
}
for name, action in cases.items():
    try:
        print(name, "->", action())
    except Exception as error:
        print(name, "->", type(error).__name__ + ":", error)


class Matrix:
    def __init__(self):
        self.cells = {}

    def __getitem__(self, key):
        return self.cells.get(key, 0)

    def __setitem__(self, key, value):
        self.cells[key] = value

    def __delitem__(self, key):
        del self.cells[key]

    def __contains__(self, key):
        return key in self.cells

    def __len__(self):
        return len(self.cells)

    def __iter__(self):
        return iter(self.cells)

    def __call__(self, *indices):
        return [self[i] for i in indices]


m = Matrix()
m[1, 2] = 5
m[1, 2] += 10
m[...] = "ellipsis"
m[0], m[1:2] = "zero", "slice"
print(m[1, 2], m[9, 9], (1, 2) in m, len(m), list(m), m((1, 2), 0))
del m[0], m[1, 2]
print(len(m))
try:
    del m[0]
except KeyError as error:
    print("KeyError", error)


class Meta(type):
    def __call__(cls, *args):
        obj = super().__call__(*args)
        obj.sealed = True
        return obj


class Built(metaclass=Meta):
    def __new__(cls, *args):
        self = super().__new__(cls)
        self.from_new = args
        return self

    def __init__(self, *args):
        self.from_init = args


print(vars(Built(1, 2)))


class Shape:
    def __new__(cls, sides):
        return super().__new__({3: Triangle, 4: Square}.get(sides, cls))

    def __init__(self, sides):
        self.sides = sides


class Triangle(Shape):
    def __init__(self, sides):
        super().__init__(sides)
        self.kind = "triangle"


class Square(Shape):
    pass


print(vars(Shape(3)), type(Shape(4)).__name__, type(Shape(9)).__name__)
calls = iter([3, 1, 4, "stop", 5])
print(list(iter(lambda: next(calls), "stop")), next(calls), list(iter(calls.__next__, None)))
