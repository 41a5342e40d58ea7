"""super() without arguments, __class__ cell, super in nested functions, comprehensions, class and static methods."""


class Base:
    attr = "base attr"

    def hello(self, *args):
        return ("base hello", args)

    @classmethod
    def make(cls):
        return ("base make", cls.__name__)

    @staticmethod
    def static():
        return "base static"

    @property
    def prop(self):
        return "base prop"

    def __getitem__(self, key):
        return ("base item", key)

    def __repr__(self):
        return "Base()"


class Child(Base):
    attr = "child attr"

    def hello(self, *args):
        return super().hello(*args, "child")

    @classmethod
    def make(cls):
        return super().make()

    @staticmethod
    def static():
        return Base.static()

    @property
    def prop(self):
        return super().prop + "+"

    def nested(self):
        def inner(self):
            return super().attr

        return inner(self), (lambda me: super().attr)(self), [super().attr for self in [self]], super().attr

    def cell(self):
        return __class__, __class__.attr

    def closure(self):
        return [__class__.__name__ for _ in range(1)], (lambda: __class__.__name__)()

    def item(self):
        return super().__getitem__("k")

    def explicit(self):
        return super(Child, self).hello(1), super(Child, type(self)).make(), super().__repr__()

    def info(self):
        s = super()
        return s.__thisclass__.__name__, s.__self__ is self, s.__self_class__.__name__, repr(s).split(",")[0]

    def rebound(self):
        first = super().attr
        self = 5
        try:
            return super().attr
        except TypeError as error:
            return first, str(error)

    def deleted(self):
        del self
        try:
            return super().attr
        except RuntimeError as error:
            return str(error)

    def set_through_super(self):
        super().new = 5

    def delayed(self):
        yield super().attr
        yield from (super(Child, self).attr for _ in range(1))


class Grand(Child):
    def hello(self, *args):
        return super().hello(*args, "grand")


g = Grand()
print(g.hello(0), g.make(), Grand.make(), g.static(), g.prop, g.nested(), g.cell(), g.closure(), g.item(), g.explicit(), g.info(), g.rebound(), g.deleted(), list(g.delayed()))
try:
    g.set_through_super()
except AttributeError as error:
    print(error)


def outside(self):
    return super().hello()


for action in (lambda: outside(g), lambda: super().x, lambda: super(Child).hello, lambda: super(Child, g).nothing, lambda: super(Child, Base()), lambda: super(Child, g)["k"], lambda: super(Base, g).hello()):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
Child.outside = outside
try:
    g.outside()
except RuntimeError as error:
    print(error)


class NoArgs:
    def f():
        return super()


try:
    NoArgs.f()
except RuntimeError as error:
    print(error)


class Early:
    def early(self):
        return __class__

    probe = None
    try:
        early(None)
    except NameError as error:
        probe = str(error)


print(Early.probe, Early().early() is Early)


class Meta(type):
    def __new__(mcls, name, bases, namespace):
        print("__classcell__" in namespace, end=" ")
        return super().__new__(mcls, name, bases, namespace)


class WithCell(metaclass=Meta):
    def f(self):
        return __class__.__name__


class WithoutCell(metaclass=Meta):
    def f(self):
        return 1


print(WithCell().f())


class Dropper(type):
    def __new__(mcls, name, bases, namespace):
        namespace.pop("__classcell__", None)
        return super().__new__(mcls, name, bases, namespace)


try:

    class Dropped(metaclass=Dropper):
        def f(self):
            return __class__

except RuntimeError as error:
    print(error)


class Unbound:
    bound = super(Child)


print(repr(super(Child)), Unbound.bound.__self__)


class Outer:
    name = "outer"

    class Inner:
        name = "inner"

        def which(self):
            return __class__.__name__, __class__.__qualname__

    def make(self):
        class Local:
            def who(self):
                return __class__.__qualname__

        return Local().who(), __class__.name


print(Outer.Inner().which(), Outer().make())


class Init(Base):
    def __init__(self, **kw):
        self.order = ["Init"]
        super().__init__(**kw)


class Init2(Init):
    def __init__(self):
        super().__init__()
        self.order.append("Init2")


print(Init2().order)
try:
    Init(x=1)
except TypeError as error:
    print(error)
