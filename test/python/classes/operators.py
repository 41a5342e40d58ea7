"""Operator overloading: every binary, reflected, in-place and unary method, NotImplemented, priority of subclasses."""

binary = "add sub mul truediv floordiv mod pow matmul and or xor lshift rshift divmod".split()
symbols = dict(zip(binary, "+ - * / // % ** @ & | ^ << >>".split()))


def logger(name):
    def method(self, *args):
        return (name, self.tag, *[getattr(a, "tag", a) for a in args])

    return method


class Full:
    def __init__(self, tag):
        self.tag = tag


for name in binary:
    setattr(Full, f"__{name}__", logger(name))
    setattr(Full, f"__r{name}__", logger("r" + name))
    if name != "divmod":
        setattr(Full, f"__i{name}__", logger("i" + name))
for name in ("neg", "pos", "invert", "abs", "round", "trunc", "floor", "ceil"):
    setattr(Full, f"__{name}__", logger(name))
f = Full("f")
for name, symbol in symbols.items():
    target = f
    scope = {"f": f, "x": f}
    exec(f"x {symbol}= 5", scope)
    print(eval(f"f {symbol} 5"), eval(f"5 {symbol} f"), eval(f"f {symbol} f"), scope["x"])
print(divmod(f, 2), divmod(2, f), pow(f, 2), pow(f, 2, 3), -f, +f, ~f, abs(f), round(f), round(f, 2))


class Silent:
    tag = "silent"

    def __add__(self, other):
        print("Silent.add", end=" ")
        return NotImplemented

    def __radd__(self, other):
        print("Silent.radd", end=" ")
        return NotImplemented

    def __iadd__(self, other):
        print("Silent.iadd", end=" ")
        return NotImplemented

    def __eq__(self, other):
        print("Silent.eq", end=" ")
        return NotImplemented

    def __lt__(self, other):
        print("Silent.lt", end=" ")
        return NotImplemented

    def __gt__(self, other):
        print("Silent.gt", end=" ")
        return NotImplemented


class Silent2(Silent):
    pass


class Silent3(Silent):
    def __radd__(self, other):
        print("Silent3.radd", end=" ")
        return "from Silent3"

    def __gt__(self, other):
        return "gt of Silent3"


s, t, u = Silent(), Silent2(), Silent3()
for action in (lambda: s + 1, lambda: 1 + s, lambda: s + s, lambda: s + t, lambda: t + s, lambda: s + u, lambda: u + s, lambda: s + f, lambda: f + s, lambda: s == 1, lambda: s == s, lambda: s == t, lambda: s != 1, lambda: s < 1, lambda: s < t, lambda: s < u, lambda: s > 1, lambda: 1 < s, lambda: s <= s, lambda: -s, lambda: s @ s, lambda: abs(s), lambda: s[0], lambda: s(), lambda: divmod(s, 1), lambda: pow(s, 2, 3), lambda: "a" + s, lambda: [1] + s, lambda: [1] * s, lambda: s * [1], lambda: 5 % s, lambda: "%s" % s.tag):
    try:
        print(action())
    except TypeError as error:
        print("TypeError", error)
try:
    s += 1
except TypeError as error:
    print("TypeError", error)


class Vector:
    def __init__(self, *values):
        self.values = values

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(*(a + b for a, b in zip(self.values, other.values)))

    def __mul__(self, k):
        return Vector(*(v * k for v in self.values))

    __rmul__ = __mul__

    def __matmul__(self, other):
        return sum(a * b for a, b in zip(self.values, other.values))

    def __neg__(self):
        return self * -1

    def __iadd__(self, other):
        self.values = (self + other).values
        return self

    def __eq__(self, other):
        return isinstance(other, Vector) and self.values == other.values

    def __repr__(self):
        return f"Vector{self.values}"

    def __bool__(self):
        return any(self.values)

    def __getitem__(self, i):
        return self.values[i]

    def __radd__(self, other):
        return self if other == 0 else NotImplemented


v, w = Vector(1, 2), Vector(3, 4)
alias = v
v += w
print(v, alias is v, v * 2, 2 * v, v @ w, -v, v == Vector(4, 6), v != w, bool(Vector(0, 0)), sum([v, w]), list(v), v[-1])
for action in (lambda: v + 1, lambda: "x" + v, lambda: hash(v), lambda: v < w):
    try:
        print(action())
    except TypeError as error:
        print("TypeError", error)


class Base:
    def __add__(self, other):
        return "Base.add"

    def __radd__(self, other):
        return "Base.radd"


class SubSame(Base):
    pass


class SubOver(Base):
    def __radd__(self, other):
        return "SubOver.radd"


print(Base() + SubSame(), Base() + SubOver(), SubOver() + Base(), 1 + SubSame(), Base() + Base())


class MyInt(int):
    def __add__(self, other):
        return "MyInt.add"

    def __radd__(self, other):
        return "MyInt.radd"


print(MyInt(1) + 1, 1 + MyInt(1), 1.5 + MyInt(1), MyInt(2) * 3, MyInt(5) == 5, -MyInt(5), type(-MyInt(5)).__name__)


class InstanceOnly:
    pass


i = InstanceOnly()
i.__add__ = lambda other: "never used"
i.__len__ = lambda: 5
try:
    i + 1
except TypeError as error:
    print(error)
try:
    len(i)
except TypeError as error:
    print(error)


class NoneBlocks(Base):
    __radd__ = None
    __iter__ = None
    __contains__ = None
    __hash__ = None


for action in (lambda: 1 + NoneBlocks(), lambda: iter(NoneBlocks()), lambda: 1 in NoneBlocks(), lambda: hash(NoneBlocks()), lambda: list(NoneBlocks())):
    try:
        print(action())
    except TypeError as error:
        print(error)
print(NotImplemented, type(NotImplemented).__name__, f.__add__(1), (5).__add__("x"), (5).__radd__(1), "a".__add__("b"), (1.5).__eq__("x"), [].__eq__(()), object().__eq__(1), object().__lt__(1))
try:
    bool(NotImplemented)
except TypeError as error:
    print(error)
