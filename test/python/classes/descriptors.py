"""Descriptors: data and non-data, precedence, __set_name__, __delete__, class and static methods, bound methods."""


class NonData:
    def __get__(self, instance, owner):
        return ("get", instance is None, owner.__name__)


class Data:
    def __init__(self):
        self.store = {}

    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return self.store.get(id(instance), "unset " + self.name)

    def __set__(self, instance, value):
        if value == "bad":
            raise ValueError("bad value for " + self.name)
        self.store[id(instance)] = value

    def __delete__(self, instance):
        if id(instance) not in self.store:
            raise AttributeError("nothing to delete in " + self.name)
        del self.store[id(instance)]


class SetOnly:
    def __set__(self, instance, value):
        instance.__dict__["s"] = value * 2


class C:
    n = NonData()
    d = Data()
    s = SetOnly()
    plain = "class attribute"


c = C()
print(c.n, C.n, c.d, isinstance(C.d, Data), c.plain, type(c.s).__name__)
c.n = "instance wins over non-data"
c.d = 5
c.__dict__["d"] = "hidden by the data descriptor"
c.s = 4
print(c.n, c.d, c.s, c.__dict__)
del c.n
print(c.n)
del c.d
print(c.d)
for action in (lambda: delattr(c, "d"), lambda: setattr(c, "d", "bad"), lambda: delattr(c, "plain"), lambda: delattr(c, "s"), lambda: c.zzz, lambda: delattr(C, "zzz"), lambda: delattr(c, "n")):
    try:
        print(action())
    except (AttributeError, ValueError) as error:
        print(type(error).__name__, error)
C.d = "replaced"
print(c.d, C.d, c.__dict__["d"])
del c.__dict__["d"]
print(c.d)


class Methods:
    total = 0

    def normal(self, x=1):
        return self, x

    @classmethod
    def make(cls, *args):
        return cls.__name__, args

    @staticmethod
    def plain(x):
        return x * 2

    @classmethod
    @property
    def chained(cls):
        return "no longer chained"


class Sub(Methods):
    pass


m = Methods()
print(m.normal(2)[0] is m, Methods.normal(m)[1], Methods.normal(5), m.make(1), Methods.make(), Sub.make(2), Sub().make(), m.plain(4), Methods.plain(5))
bound = m.normal
print(bound.__self__ is m, bound.__func__ is Methods.normal, bound.__name__, bound == m.normal, bound is m.normal, hash(bound) == hash(m.normal), bound != Methods().normal, Sub.make.__self__ is Sub, Methods.__dict__["make"].__func__.__name__, type(Methods.__dict__["plain"]).__name__, type(bound).__name__, type(Methods.normal).__name__)
m.normal = lambda x: "shadow " + str(x)
print(m.normal(3), type(m.normal).__name__)
Methods.extra = lambda self: "added later"
Methods.number = len
print(m.extra(), Sub().extra(), m.number("abc"))
method_type = type(bound)
print(method_type(lambda self, y: (self, y), "me")(7))
for bad in (lambda: Methods.normal(), lambda: m.plain(), lambda: m.make.x, lambda: setattr(bound, "x", 1), lambda: method_type(5, None), lambda: method_type(len, None), lambda: Methods().normal(1, 2), lambda: m.extra(1), lambda: Sub().plain(1, 2), lambda: staticmethod(), lambda: classmethod(5).__get__(None, int)(), lambda: staticmethod(5)()):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


class Lazy:
    def __init__(self, function):
        self.function = function

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        print("computing", end=" ")
        value = instance.__dict__[self.name] = self.function(instance)
        return value


class Circle:
    def __init__(self, r):
        self.r = r

    @Lazy
    def area(self):
        return 3 * self.r**2


circle = Circle(2)
print(circle.area, circle.area, vars(circle))
print(Circle.__dict__["area"].__get__(Circle(3), Circle), len.__get__ if hasattr(len, "__get__") else "builtins do not bind")


class Callable:
    def __call__(self, *args, **kwargs):
        return args, kwargs


class Holder:
    call = Callable()
    function = staticmethod(lambda *a: a)
    wrapped = staticmethod(len)


print(Holder().call(1, k=2), Holder().function(1), Holder.wrapped("abc"), staticmethod(len)("ab"))


class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.key = "_" + name

    def __get__(self, instance, owner):
        return self if instance is None else getattr(instance, self.key)

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.key[1:]} must be {self.kind.__name__}, not {type(value).__name__}")
        setattr(instance, self.key, value)


class Person:
    name = Typed(str)
    age = Typed(int)

    def __init__(self, name, age):
        self.name, self.age = name, age


print(Person("Ada", 36).age, vars(Person("Ada", 36)))
try:
    Person("Ada", "old")
except TypeError as error:
    print(error)
try:

    class BadName:
        x = type("D", (), {"__set_name__": lambda self, owner, name: 1 / 0})()

except ZeroDivisionError as error:
    print(error, error.__notes__)
