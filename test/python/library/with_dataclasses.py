"""dataclasses and enum: fields, defaults, ordering, inheritance, frozen, slots, conversion; enums, flags, auto."""

from dataclasses import KW_ONLY, MISSING, FrozenInstanceError, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, make_dataclass, replace
from enum import CONTINUOUS, Enum, EnumType, Flag, IntEnum, IntFlag, StrEnum, auto, member, nonmember, unique, verify
from typing import ClassVar


@dataclass
class Item:
    name: str
    price: float = 1.5
    tags: list[str] = field(default_factory=list, repr=False)
    count: ClassVar[int] = 0
    total: float = field(init=False, compare=False)
    scale: InitVar[int] = 2

    def __post_init__(self, scale):
        self.total = self.price * scale


a, b = Item("a"), Item("a", 1.5, ["t"], scale=10)
print(a, b, a == b, a == Item("a"), a.tags is Item("x").tags, b.total, [f.name for f in fields(Item)], asdict(b), astuple(a), is_dataclass(Item), is_dataclass(a), Item.__match_args__)


@dataclass(order=True, frozen=True, slots=True, kw_only=False)
class Version:
    major: int
    minor: int = 0
    label: str = field(default="", compare=False)


v = Version(1, 2)
print(v, v < Version(1, 3), max(Version(2), v), hash(v) == hash(Version(1, 2, "x")), {v: 1}[Version(1, 2)], replace(v, minor=9), hasattr(v, "__dict__"), sorted([Version(2), v, Version(1)]))
for action in (lambda: setattr(v, "major", 5), lambda: delattr(v, "major"), lambda: Version(), lambda: Version(1, 2, 3, 4), lambda: v < (1, 2), lambda: replace(v, nope=1), lambda: fields(5), lambda: asdict(Item)):
    try:
        print(action())
    except (FrozenInstanceError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)


@dataclass
class Base:
    x: int
    y: int = 0


@dataclass
class Child(Base):
    z: int = 5
    _: KW_ONLY
    x: int = 10
    w: str = "w"

    def __repr__(self):
        return f"custom {self.x} {self.y} {self.z} {self.w}"


print(Child(), Child(1, 2, w="q"), Child() == Base(10), [(f.name, f.default is MISSING, f.kw_only) for f in fields(Child)])
for source in ("x: int = 1\n    y: int", "x: list = []", "x: int = field(default=1, default_factory=int)", "x: int\n    def __init__(self): self.x = 'own'"):
    namespace = {"dataclass": dataclass, "field": field}
    try:
        exec(f"@dataclass\nclass T:\n    {source}\nt = T()\nprint(t)", namespace)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
Made = make_dataclass("Made", ["a", ("b", int), ("c", str, field(default="c"))], namespace={"double": lambda self: self.b * 2}, order=True)
print(Made(1, 2), Made(1, 2).double(), Made(1, 2) < Made(1, 3))


@dataclass
class Tree:
    value: int
    children: list["Tree"] = field(default_factory=list)
    parent: "Tree | None" = field(default=None, repr=False)


t = Tree(1, [Tree(2), Tree(3, [Tree(4)])])
t.children.append(t)
print(t)
match Version(3, 1):
    case Version(3, minor):
        print("minor", minor)


class Color(Enum):
    RED = 1
    GREEN = "g"
    BLUE = (0, 0, 255)
    CRIMSON = 1

    @property
    def lower(self):
        return self.name.lower()

    @classmethod
    def default(cls):
        return cls.RED

    def __str__(self):
        return f"Color {self.name}"


print(Color.RED, repr(Color.GREEN), Color.RED.name, Color.BLUE.value, Color["GREEN"], Color(1), Color((0, 0, 255)), Color.CRIMSON is Color.RED, list(Color), len(Color), Color.RED in Color, "g" in Color, 99 in Color, Color.RED.lower, Color.default(), list(Color.__members__), Color.RED == 1, Color.RED != Color.GREEN, {Color.RED: "r"}, isinstance(Color.RED, Color), type(Color).__name__, f"{Color.RED:>12}", hash(Color.RED) == hash("RED"))
for action in (lambda: Color(99), lambda: Color["PINK"], lambda: setattr(Color, "RED", 2), lambda: delattr(Color, "RED"), lambda: Color.RED < Color.GREEN, lambda: Color.PINK, lambda: setattr(Color.RED, "value", 5), lambda: type("Sub", (Color,), {}), lambda: Color.RED(), lambda: unique(Color)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Number(IntEnum):
    ONE = auto()
    TWO = auto()
    TEN = 10
    ELEVEN = auto()


class Word(StrEnum):
    HELLO = auto()
    OTHER = "custom"


print(Number.ELEVEN, repr(Number.TWO), Number.ONE + 1, Number.TWO > 1, sorted([Number.TEN, Number.ONE]), f"{Number.TEN:03d}", Number(2), [10, 20, 30][Number.ONE], Word.HELLO, repr(Word.HELLO), Word.OTHER.upper(), Word("custom"), "hello" == Word.HELLO, f"{Word.HELLO}!", max(Number))


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


p = Perm.R | Perm.X
print(p, repr(p), Perm.R in p, Perm.W in p, ~p, p & Perm.R, p ^ Perm.X, list(p), len(p), bool(Perm(0)), Perm.RW, Perm(3), repr(Perm(0)), p.name, p.value, Perm.R | Perm.W is Perm.RW, list(Perm))
try:
    Perm(99)
except ValueError as error:
    print(error)


class Mode(IntFlag):
    A = 1
    B = 2


print(Mode.A | 4, repr(Mode.A | Mode.B), Mode.A + 1, Mode(7), ~Mode.A, Mode.A | Mode.B == 3)


class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.42e23, 3.39e6)
    G = nonmember(6.67e-11)

    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius

    @property
    def gravity(self):
        return round(self.G * self.mass / self.radius**2, 2)


class Missing(Enum):
    A = "a"

    @classmethod
    def _missing_(cls, value):
        return cls.A if str(value).lower() == "a" else None

    @staticmethod
    def _generate_next_value_(name, start, count, last):
        return f"{name}{count}{last}"

    B = auto()


print([(planet.name, planet.gravity) for planet in Planet], Planet.G, Missing("A"), Missing.B.value)
Animal = Enum("Animal", "CAT DOG", start=5)
print(list(Animal), Enum("E", {"X": 1, "Y": 2}).Y.value, Enum("F", [("P", 1)]).P)
try:

    @unique
    class Dup(Enum):
        A = 1
        B = 1

except ValueError as error:
    print(error)
try:

    @verify(CONTINUOUS)
    class Gap(IntEnum):
        A = 1
        B = 3

except ValueError as error:
    print(error)
