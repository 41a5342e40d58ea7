"""Calls: positional, keyword, defaults, star and double star arguments, positional-only, keyword-only, error messages."""


def plain(a, b):
    return a, b


def defaults(a, b=2, *, c=3, d):
    return a, b, c, d


def posonly(a, b=1, /, c=2, *args, d, e=5, **kw):
    return a, b, c, args, d, e, kw


def nothing():
    return "nothing"


def star(*args):
    return args


def kws(**kw):
    return kw


def kwonly(*, a, b, c=1):
    return a, b, c


def slashed(x, y, /):
    return x, y


def name_clash(a, /, **kw):
    return a, kw


class C:
    def method(self, x, y=0):
        return x, y

    @classmethod
    def cls_method(cls, x):
        return x

    @staticmethod
    def static(x):
        return x

    def __init__(self, p=0):
        self.p = p

    def __call__(self, q):
        return q


c = C()
good = [
    lambda: plain(1, 2), lambda: plain(b=1, a=2), lambda: plain(*[1, 2]), lambda: plain(1, **{"b": 5}), lambda: plain(*"ab"), lambda: defaults(1, d=4), lambda: defaults(1, 9, d=4, c=0), lambda: defaults(d=1, a=2), lambda: posonly(1, d=0), lambda: posonly(1, 2, 3, 4, 5, d=6, z=7, a=8, b=9),
    lambda: star(), lambda: star(1, *[2, 3], 4, *(5,), *{}), lambda: kws(a=1, **{"b": 2, "not an identifier": 3}), lambda: kwonly(b=1, a=2), lambda: name_clash(1, a=2), lambda: c.method(1), lambda: c.method(y=1, x=2), lambda: C.method(c, 5), lambda: C.cls_method(x=1), lambda: c(q=3), lambda: C(p=9).p, lambda: star(*range(3), *"ab"), lambda: kws(**{}, **{"a": 1}), lambda: plain(*iter([1, 2])), lambda: nothing(*(), **{}),
    lambda: (lambda *, k=1: k)(k=2), lambda: (lambda a, *b, c=3, **d: (a, b, c, d))(1, 2, c=4, e=5),
]
for call in good:
    print(call())
five, none, text = 5, None, "s"
bad = [
    lambda: plain(), lambda: plain(1), lambda: plain(1, 2, 3), lambda: plain(1, 2, 3, 4), lambda: plain(1, a=2), lambda: plain(1, c=2), lambda: plain(a=1), lambda: plain(b=1), lambda: plain(1, 2, c=3), lambda: plain(1, 2, a=3), lambda: plain(c=1, d=2), lambda: defaults(), lambda: defaults(1), lambda: defaults(1, 2, 3), lambda: defaults(1, 2, 3, d=4), lambda: defaults(1, 2, 3, 4, 5, d=6), lambda: defaults(d=1),
    lambda: posonly(), lambda: posonly(1), lambda: posonly(a=1, d=2), lambda: posonly(a=1, b=2, d=2), lambda: nothing(1), lambda: nothing(x=1), lambda: nothing(1, 2), lambda: star(a=1), lambda: kws(1), lambda: kws(1, 2), lambda: kwonly(1, 2), lambda: kwonly(), lambda: kwonly(a=1), lambda: kwonly(1, a=1, b=2), lambda: slashed(x=1, y=2), lambda: slashed(1, y=2), lambda: slashed(1, z=2), lambda: slashed(1), lambda: name_clash(a=1),
    lambda: c.method(), lambda: c.method(1, 2, 3), lambda: c.method(1, x=2), lambda: C.method(), lambda: c.method(z=1), lambda: C.cls_method(), lambda: C.cls_method(1, 2), lambda: c.static(), lambda: c(), lambda: c(1, 2), lambda: C(1, 2), lambda: C(q=1), lambda: (lambda: 0)(1), lambda: (lambda x: x)(), lambda: plain(*5), lambda: plain(1, *None), lambda: plain(**5), lambda: plain(**{1: 2}), lambda: kws(**{"a": 1}, **{"a": 2}), lambda: kws(a=1, **{"a": 2}), lambda: plain(1, **{"a": 1}),
    lambda: kws(**[("a", 1)]), lambda: five(), lambda: none(), lambda: text(), lambda: c.p(), lambda: plain(argument=1), lambda: plain(1, B=2), lambda: kws(**{"a": 1}, b=1, **{"b": 2}), lambda: plain.method(), lambda: star(*[1], *2), lambda: C.method(1), lambda: defaults(1, d=1, dd=2), lambda: defaults(1, dd=2),
]
for call in bad[:]:
    try:
        print(call())
    except TypeError as error:
        print("TypeError", error)
    except Exception as error:
        print(type(error).__name__, error)
builtin_bad = [
    lambda: len(), lambda: len(1, 2), lambda: len(x=1), lambda: len(obj="a"), lambda: abs(), lambda: abs(1, 2), lambda: ord(), lambda: chr(1, 2), lambda: print(sep=5), lambda: print(foo=1), lambda: print("a", end=1), lambda: sorted([1], 2), lambda: sorted([1], foo=1), lambda: int(1, 2, 3), lambda: str(1, 2, 3, 4), lambda: isinstance(1), lambda: getattr(1), lambda: "".join(), lambda: "".join("a", "b"), lambda: "a".replace(), lambda: "a".split(foo=1), lambda: [].append(x=1), lambda: {}.get(key=1),
    lambda: {}.update(1, 2), lambda: enumerate(), lambda: enumerate([], 1, 2), lambda: enumerate([], foo=1), lambda: enumerate([], start="a"), lambda: list(zip([], strict=1)), lambda: zip([], foo=1), lambda: map(), lambda: map(len), lambda: filter(None), lambda: range(start=1), lambda: sum(), lambda: sum([], 1, 2), lambda: sum([], foo=1), lambda: round(), lambda: round(1, 2, 3), lambda: pow(2), lambda: divmod(1), lambda: iter(), lambda: next(), lambda: bool(1, 2), lambda: bool(x=1), lambda: object(1), lambda: list(iterable=[1]), lambda: hash(), lambda: id(1, 2), lambda: callable(), lambda: type(1, 2, 3, 4), lambda: float(1, 2), lambda: tuple(1, 2), lambda: "a".upper(1), lambda: "a".encode(1, 2, 3), lambda: (1).bit_length(1), lambda: [].sort(foo=1), lambda: max(1, foo=2), lambda: reversed(), lambda: slice(1, 2, 3, 4),
]
for call in builtin_bad:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
order = []


def note(value):
    order.append(value)
    return value


star(note(1), *[note(2)], note(3), **{}) and kws(a=note("k1"), **{"b": note("k2")}, c=note("k3"))
note(plain)(note("a"), b=note("b"))
plain(b=note("later key"), *[note("earlier star")] and [note("star value")])
print([getattr(entry, "__name__", entry) for entry in order])
