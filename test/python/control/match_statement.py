"""match: literals, captures, sequences, mappings, classes, or-patterns, guards, values, stars, binding rules."""


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Point3(Point):
    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


class Color:
    RED = 1
    GREEN = "green"

    class Deep:
        VALUE = (1, 2)


def classify(value):
    match value:
        case None:
            return "none"
        case True | False:
            return f"bool {value}"
        case 0:
            return "zero"
        case -1:
            return "minus one"
        case 1.5 | -2.5:
            return "float literal"
        case 3 + 4j | -1 - 2j:
            return "complex literal"
        case "text" | b"bytes":
            return "literal text or bytes"
        case Color.RED:
            return "never: 1 == True is caught before"
        case Color.GREEN:
            return "green"
        case Color.Deep.VALUE:
            return "deep value"
        case []:
            return "empty sequence"
        case [x]:
            return f"one {x}"
        case [1, 2, *rest]:
            return f"starts with 1 2, rest {rest}"
        case [first, *_, last] if first == last:
            return f"same ends {first}"
        case ["go", ("north" | "south") as direction]:
            return f"go {direction}"
        case (a, [b, c]) | [a, {"b": b, "c": c}]:
            return f"nested {a} {b} {c}"
        case [Point(x=0), *others]:
            return f"list with a point, {len(others)} others"
        case [*items]:
            return f"sequence of {len(items)}"
        case {} if not value:
            return "empty mapping"
        case {"type": "circle", "r": r}:
            return f"circle {r}"
        case {"type": kind, **rest}:
            return f"{kind} with {rest}"
        case {1: _, None: other}:
            return f"keys 1 and None: {other}"
        case {"deep": {"list": [_, second, *_]}}:
            return f"deep second {second}"
        case {}:
            return "other mapping"
        case Point3(x, y, z=z):
            return f"point3 {x} {y} {z}"
        case Point(0, 0):
            return "origin"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point(x=x, y=(1 | 2 | 3) as y):
            return f"small y {x} {y}"
        case Point():
            return "some point"
        case str(s):
            return f"str {s}"
        case int(n) | float(n):
            return f"number {n}"
        case bytes() | bytearray():
            return "bytes"
        case _:
            return f"default {type(value).__name__}"


values = [None, True, False, 0, -0.0, 1, -1, 1.0, 1.5, -2.5, 3 + 4j, -1 - 2j, "text", b"bytes", "green", (1, 2), [], (), [7], (7,), [1, 2, 3, 4], [5, 6, 5], ["go", "north"], ["go", "west"], (1, [2, 3]), [1, {"b": 2, "c": 3}], [Point(0, 9), 1], [1, 2], range(3), "ab", "", {}, {"type": "circle", "r": 2, "extra": 1}, {"type": "square", "side": 3}, {1: "x", None: "y"}, {"deep": {"list": (1, 2, 3)}}, {"z": 1}, Point3(1, 2, 3), Point(0, 0), Point(4, 4), Point(9, 2), Point(9, 9.5), 42, 10**30, 2.25, b"other", bytearray(b"x"), {1, 2}, print, iter([1]), memoryview(b"ab")]
for value in values:
    try:
        print(ascii(value).split(" at ")[0], "->", classify(value))
    except SyntaxError as error:
        print(error)


def bindings(value):
    seen = "unset"
    match value:
        case [seen, 1]:
            return "first", seen
        case [a, 2] | [2, a]:
            return "second", a
        case {"k": v, **others} as whole:
            return v, others, whole
        case (1 | 2) as n, *tail:
            return n, tail
    return "no match", seen


print(bindings([5, 1]), bindings([5, 2]), bindings([2, 9]), bindings({"k": 1, "l": 2}), bindings([1, 7, 8]), bindings([5, 5]))


class Custom:
    __match_args__ = ("only",)

    @property
    def only(self):
        raise AttributeError("looks missing")


class BadArgs:
    __match_args__ = ["list", "not tuple"]


class BadName:
    __match_args__ = (5,)


class Meta(type):
    def __instancecheck__(cls, instance):
        return instance == "pretend"


class Pretend(metaclass=Meta):
    pass


def try_match(value, source):
    namespace = {"value": value, "Point": Point, "Custom": Custom, "BadArgs": BadArgs, "BadName": BadName, "Pretend": Pretend, "five": 5}
    try:
        exec(f"match value:\n    case {source}:\n        result = 'matched'\n    case _:\n        result = 'no'", namespace)
        return namespace["result"]
    except Exception as error:
        return f"{type(error).__name__}: {getattr(error, 'msg', error)}"


for value, source in (
    (Point(1, 2), "Point(1, 2, 3)"), (Point(1, 2), "Point(1, x=1)"), (Custom(), "Custom(1)"), (BadArgs(), "BadArgs(1)"), (BadName(), "BadName(1)"), ("pretend", "Pretend()"), (5, "five()"), (5, "int(x, y)"), (5, "int(real=5)"), (5, "int(5, imag=0)"), ("s", "str('s')"), ([1], "list([1])"), ({"a": 1}, "dict({'a': 1})"), (Point(1, 2), "Point(z=1)"), (Point(1, 2), "Point(x=1, x=2)"),
    (1, "a, a"), (1, "x | 5"), (1, "(x | y)"), (1, "[x] | [y]"), (1, "{**rest, 'k': 1}"), (1, "{'a': 1, 'a': 2}"), (1, "[*a, *b]"), (1, "*a"), (1, "-x"), (1, "1 + 2"), (1, "f'x'"), (1, "{x: 1}"), (1, "Point"), (1, "a.b"), (1, "_ as x"), (1, "x as _"), (1, "x as y.z"), (1, "lambda: 0"), (1, "(1)"), (1, "((1 | 2))"), ((1,), "(1,)"), ((1,), "1,"), ([1, 2], "1, 2"), (1, "1 if five else 2"), (1, "not 1"), ({1: 2, "a": 3}, "{1: 2, **_}"), ({}, "{**rest}"), ("abc", "'a' 'bc'"), (b"a", "'a'"), (1.0, "1"), (True, "1"), (1, "True"), (10**20, "100_000_000_000_000_000_000"), (float("nan"), "float()"), ((1, 2, 3), "1, *_, 3"), ([[]], "[[]]"), ("a", "['a']"), ({"a": None}, "{'a': None}"), (type, "type()"), (None, "None"), ([None], "[None]"), (1, "undefined.attr"), (1, "Undefined()"),
):
    print(source, "->", try_match(value, source))
match, case, _ = "soft keyword", 1, 2
print(match, case, _)
match = {"x": lambda y: y}
print(match["x"](5))
type = 5
print(type)
log = []


class Seq:
    def __len__(self):
        log.append("len")
        return 2

    def __getitem__(self, i):
        log.append(i)
        return i


match Seq():
    case [a, b]:
        print("user classes are not sequences unless registered")
    case _:
        print("not a sequence", log)


class ListLike(list):
    def __len__(self):
        log.append("len")
        return super().__len__()

    def __getitem__(self, i):
        log.append(("item", i))
        return super().__getitem__(i)


match ListLike([1, 2, 3]):
    case [1, 9, _]:
        pass
    case [1, *mid, 3]:
        print(mid, log[:3])


class DictLike(dict):
    def get(self, key, default=None):
        log.append(("get", key))
        return super().get(key, default)

    def __missing__(self, key):
        return "made up"


log.clear()
match DictLike(a=1):
    case {"b": _}:
        print("never")
    case {"a": 1}:
        print("a", log)
match 5:
    case x if (y := x * 2) > 100:
        pass
    case x if x > 3:
        print(x, y)
match 1, 2:
    case a, b:
        print(a + b)
match [1, 2], {"k": (3,)}:
    case [_, a], {"k": (b,)}:
        print(a, b)
for command in ("quit", "get sword", "drop a b c", "look", ""):
    match command.split():
        case ["quit" | "exit"]:
            print("bye")
        case ["get", item]:
            print("got", item)
        case ["drop", *items] if items:
            print("dropped", *items)
        case [verb]:
            print("verb", verb)
        case []:
            print("nothing said")
