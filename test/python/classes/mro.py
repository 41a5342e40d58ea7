"""Method resolution order: diamonds, super chains, conflicts, builtin bases, class hierarchy queries."""


class A:
    def who(self):
        return "A"

    def chain(self):
        return ["A"]


class B(A):
    def who(self):
        return "B>" + super().who()

    def chain(self):
        return ["B"] + super().chain()


class C(A):
    def who(self):
        return "C>" + super().who()

    def chain(self):
        return ["C"] + super().chain()


class D(B, C):
    def who(self):
        return "D>" + super().who()

    def chain(self):
        return ["D"] + super().chain()


class E(C, B):
    pass


class F(D):
    chain = A.chain


names = lambda cls: [c.__name__ for c in cls.__mro__]
for cls in (A, B, C, D, E, F):
    print(names(cls), cls().who(), cls().chain(), [base.__name__ for base in cls.__bases__], cls.__base__.__name__)
print(super(B, D()).who(), super(D, D()).who(), super(C, D()).who(), C.who(D()), A.who(D()))
for bases in ((A, B), (B, D), (D, E), (A, A), (int, str), (bool,), (object, A), (type(None),), (range,), (type(lambda: 0),), (5,), (type(...),), (int, float)):
    try:
        X = type("X", bases, {})
        print(names(X))
    except TypeError as error:
        print(bases[0] if bases[0] == 5 else bases[0].__name__, error)
print(issubclass(D, A), issubclass(A, D), issubclass(D, (int, C)), isinstance(D(), (str, B)), isinstance(5, A), issubclass(bool, int), isinstance(True, int), isinstance(A, type), issubclass(type, object), isinstance(object, type), issubclass(A, object), isinstance(5, int | str), issubclass(bool, int | None))
print([cls.__name__ for cls in A.__subclasses__()], A.mro() == list(A.__mro__), D.__mro__[0] is D)
for bad in (lambda: issubclass(5, A), lambda: issubclass(A, 5), lambda: isinstance(A(), 5), lambda: isinstance(A(), (A, 5)), lambda: isinstance(1, (5, int)), lambda: super(A, 5), lambda: super(5, 6), lambda: super(D, A()).who(), lambda: super().who(), lambda: D().missing, lambda: D.missing, lambda: super(A, A()).who(), lambda: isinstance(1, [int])):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


class Mixin:
    def __init__(self, *args, **kwargs):
        print("Mixin", args, kwargs)
        super().__init__(*args, **kwargs)


class Base:
    def __init__(self, x=0):
        print("Base", x)
        self.x = x


class Child(Mixin, Base):
    def __init__(self, y, **kwargs):
        print("Child", y)
        super().__init__(y * 2, **kwargs)


child = Child(5)
print(child.x, vars(child))
try:
    Child(5, z=1)
except TypeError as error:
    print(error)


class IntPlus(Mixin, int):
    def __init__(self, *args):
        pass

    def __add__(self, other):
        return IntPlus(super().__add__(other) + 1)


print(IntPlus(5) + 1, names(IntPlus), IntPlus(3) * 2, type(IntPlus(3) * 2).__name__)
B.who = lambda self: "patched " + A.who(self)
print(D().who(), B().who())
D.__bases__ = (C, B)
print(names(D), D().who(), names(F))
try:
    A.__bases__ = (D,)
except TypeError as error:
    print(error)
d = D()
d.__class__ = C
print(d.who(), type(d).__name__)
for target in (int, 5, list):
    try:
        d.__class__ = target
    except TypeError as error:
        print(error)


class WithMro(type):
    def mro(cls):
        return [cls, A, object]


class Custom(B, metaclass=WithMro):
    pass


print(names(Custom), Custom().who())


class Base1:
    def __mro_entries__(self, bases):
        return (A,)


class Real(Base1()):
    pass


print(Real.__bases__, "__orig_bases__" in Real.__dict__, type(Real.__orig_bases__[0]).__name__)
