"""Metaclasses: __new__, __init__, __call__, __prepare__, keyword arguments, conflicts, attribute lookup on classes."""


class Meta(type):
    def __prepare__(name, bases, **kwargs):
        print("prepare", name, [b.__name__ for b in bases], kwargs)
        return {"injected": name.lower()}

    def __new__(mcls, name, bases, namespace, **kwargs):
        print("new", name, [k for k in namespace if not k.startswith("__")], kwargs)
        return super().__new__(mcls, name, bases, dict(namespace))

    def __init__(cls, name, bases, namespace, **kwargs):
        print("init", name, kwargs)
        super().__init__(name, bases, namespace)

    def __call__(cls, *args, **kwargs):
        print("call", cls.__name__, args, kwargs)
        return super().__call__(*args, **kwargs)

    def meta_method(cls):
        return "meta " + cls.__name__

    @property
    def meta_property(cls):
        return cls.injected + "!"

    def __len__(cls):
        return 42

    def __getitem__(cls, key):
        return (cls.__name__, key)

    def __iter__(cls):
        return iter("xyz")

    def __contains__(cls, item):
        return item == "in"

    def __repr__(cls):
        return f"<Meta {cls.__name__}>"

    def __add__(cls, other):
        return ("added", other)

    def __bool__(cls):
        return False

    def __getattr__(cls, name):
        if name.startswith("dyn_"):
            return "dynamic " + name
        raise AttributeError(name)


class Base(metaclass=Meta, flag=1):
    x = 5

    def __init__(self, value=None):
        self.value = value


class Child(Base, other="k"):
    y = 6


print(type(Child), Child.meta_method(), Child.meta_property, len(Child), Child["key"], list(Child), "in" in Child, Child, Child + 1, bool(Child), Child.dyn_q, Child.injected)
instance = Child(9)
print(instance.value, type(instance), hasattr(instance, "meta_method"), hasattr(Child, "nope"))
for bad in (lambda: instance.meta_method(), lambda: len(instance), lambda: Child.zzz, lambda: instance.dyn_x, lambda: Child(1, 2)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


class Other(type):
    pass


try:

    class Conflict(Base, metaclass=Other):
        pass

except TypeError as error:
    print(error)


class MetaSub(Meta):
    pass


class Winner(Base, metaclass=MetaSub):
    pass


print(type(Winner).__name__)


class Singleton(type):
    instances = {}

    def __call__(cls, *args):
        if cls not in Singleton.instances:
            Singleton.instances[cls] = super().__call__(*args)
        return Singleton.instances[cls]


class Config(metaclass=Singleton):
    def __init__(self, name="default"):
        self.name = name


print(Config("a") is Config("b"), Config().name)


class Registry(type):
    members = {}

    def __new__(mcls, name, bases, namespace):
        cls = type.__new__(mcls, name, bases, namespace)
        mcls.members[name] = cls
        return cls

    def __setattr__(cls, name, value):
        print("setting", name)
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        print("deleting", name)
        super().__delattr__(name)

    def __instancecheck__(cls, instance):
        return instance == "magic" or super().__instancecheck__(instance)

    def __subclasscheck__(cls, subclass):
        return subclass is int or super().__subclasscheck__(subclass)

    def __eq__(cls, other):
        return isinstance(other, Registry)

    def __hash__(cls):
        return 1

    def __dir__(cls):
        return ["b", "a"]


class R1(metaclass=Registry):
    pass


class R2(R1):
    pass


R1.attr = 1
del R1.attr
print(list(Registry.members), isinstance("magic", R1), isinstance(5, R1), isinstance(R2(), R1), issubclass(int, R1), issubclass(str, R1), R1 == R2, dir(R1))


def function_meta(name, bases, namespace):
    return (name, bases, sorted(k for k in namespace if not k.startswith("__")))


class NotAClass(metaclass=function_meta):
    a = 1
    b = 2


print(NotAClass)
Dynamic = type("Dynamic", (Base,), {"z": 1, "hello": lambda self: "hi " + str(self.z)}, kw=3)
print(Dynamic().hello(), Dynamic.__name__, Dynamic.__module__, Dynamic.__qualname__)
for bad in (lambda: type("X"), lambda: type("X", ()), lambda: type(1, (), {}), lambda: type("X", [], {}), lambda: type("X", (), []), lambda: type("X", (), {}, kw=1), lambda: type(), lambda: type(1, 2), lambda: type("X\0", (), {}), lambda: type.__call__(), lambda: type("X", (5,), {}), lambda: Meta("Y", (), {}, 1, 2)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
print(type(5), type(type), type("X", (), {})().__class__.__name__, type("X", (), {"__module__": "m"}), type("", (), {}).__name__ == "")


class Spy(dict):
    def __setitem__(self, key, value):
        if not key.startswith("__"):
            print("body sets", key)
        super().__setitem__(key, value)

    def __missing__(self, key):
        if key.startswith("auto_"):
            return key.upper()
        raise KeyError(key)


class SpyMeta(type):
    @classmethod
    def __prepare__(mcls, name, bases):
        return Spy()


class Watched(metaclass=SpyMeta):
    a = auto_x
    b = [a, len(a)]

    def method(self):
        return self.b


print(Watched().method(), type(Watched.__dict__).__name__)
try:

    class BadPrepare(metaclass=type("M", (type,), {"__prepare__": lambda *a: 5})):
        pass

except TypeError as error:
    print(error)
Base.__name__ = "Renamed"
Base.__qualname__ = "New.Name"
print(Base.__name__, Base.__qualname__, repr(Base))
for attribute, value in (("__name__", 5), ("__qualname__", 5), ("__bases__", 5), ("__bases__", ()), ("__dict__", {}), ("__mro__", ())):
    try:
        setattr(Config, attribute, value)
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
for target in (int, list, type, object):
    try:
        target.x = 1
    except TypeError as error:
        print(error)
