"""Attribute access: __getattr__, __getattribute__, __setattr__, __delattr__, __dict__, getattr and friends, suggestions."""


class Logged:
    def __init__(self):
        object.__setattr__(self, "log", [])
        self.x = 1

    def __getattribute__(self, name):
        if not name.startswith("_") and name != "log":
            object.__getattribute__(self, "log").append("get " + name)
        return object.__getattribute__(self, name)

    def __getattr__(self, name):
        self.log.append("missing " + name)
        if name == "fallback":
            return 99
        raise AttributeError("no " + name)

    def __setattr__(self, name, value):
        self.log.append(f"set {name}={value}")
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        self.log.append("del " + name)
        object.__delattr__(self, name)

    def method(self):
        return self.x


o = Logged()
o.x += 1
o.method()
print(o.fallback, hasattr(o, "nope"), getattr(o, "zip", "default"))
del o.x
try:
    o.x
except AttributeError as error:
    print(error)
print(o.log)


class Plain:
    shared = []
    number = 5

    def __init__(self):
        self.own = 1


p, q = Plain(), Plain()
p.shared.append("both see this")
p.number += 1
q.__dict__["via dict"] = 2
q.__dict__.update(a=1, own="changed")
print(q.shared, p.number, q.number, Plain.number, vars(p), q.__dict__, q.a, q.own, getattr(q, "via dict"))
q.__dict__ = {"fresh": True}
print(q.fresh, hasattr(q, "own"), list(q.__dict__))
setattr(p, "with space", 1)
setattr(p, "é", 2)
print(getattr(p, "with space"), p.é, sorted(vars(p)), delattr(p, "é"), hasattr(p, "é"))
p.d = p.c = p.b = 0
print(list(vars(p)))
del p.c
p.c = "again"
print(list(vars(p)), "number" in dir(p), [n for n in dir(p) if not n.startswith("__")])
for bad in (
    lambda: p.missing, lambda: p.nubmer, lambda: Plain.missing, lambda: (5).foo, lambda: None.foo, lambda: "s".foo, lambda: [].appendd, lambda: p.missing.deeper, lambda: delattr(p, "missing"), lambda: delattr(p, "shared"), lambda: setattr(5, "x", 1), lambda: setattr("s", "upper", 1), lambda: setattr(p, 5, 1), lambda: getattr(p, 5), lambda: getattr(p), lambda: hasattr(p, None), lambda: setattr(p, "__dict__", 5), lambda: setattr(p, "__class__", 5),
    lambda: delattr(p, "__class__"), lambda: delattr(Plain, "nothing"), lambda: print.x, lambda: setattr(print, "x", 1), lambda: len.__name__, lambda: setattr(len, "__name__", "x"), lambda: (lambda: 0).x, lambda: object().x, lambda: setattr(object(), "x", 1), lambda: type(p).number.real.foo, lambda: vars(5), lambda: vars(), lambda: setattr(p, "x"), lambda: __import__("sys").nothing_here, lambda: getattr(p, "a", 1, 2), lambda: getattr(obj=1, name="x"),
):
    try:
        result = bad()
        print(result if not isinstance(result, dict) else "a dict")
    except Exception as error:
        print(type(error).__name__, error)
try:
    p.nope
except AttributeError as error:
    print(error.name, error.obj is p, error.args)


class Proxy:
    def __init__(self, target):
        self.__dict__["target"] = target

    def __getattr__(self, name):
        return getattr(self.target, name)

    def __setattr__(self, name, value):
        setattr(self.target, name, value)

    def __dir__(self):
        return ["z"] + dir(self.target)


proxy = Proxy(Plain())
proxy.number = 77
proxy.brand_new = 1
print(proxy.number, proxy.own, vars(proxy.target), "z" in dir(proxy), proxy.shared is Plain.shared)


class Attr(dict):
    __getattr__ = dict.__getitem__
    __setattr__ = dict.__setitem__
    __delattr__ = dict.__delitem__


a = Attr(x=1)
a.y = 2
del a.x
print(a, a.y)
try:
    a.zzz
except KeyError as error:
    print("KeyError", error)


class Mangled:
    __private = 1
    __dunder__ = 2
    _single = 3

    def __init__(self):
        self.__field = 4
        self.__class__.__static = 5

    def __hidden(self):
        return self.__field, __name__, self.__dunder__

    def call(self, __arg=6):
        def __inner(__x):
            return __x + __arg

        return self.__hidden(), __inner(1), getattr(self, "__private", "not mangled in strings"), hasattr(self, "_Mangled__private")


class _Mangled2(Mangled):
    __private = 10

    def get(self):
        return self.__private, self._Mangled__private


print(Mangled().call(), _Mangled2().get(), sorted(n for n in vars(Mangled) if "__" in n and not n.startswith("__")), vars(Mangled()))


class Meta(type):
    on_meta = "meta"


class WithMeta(metaclass=Meta):
    pass


print(WithMeta.on_meta, hasattr(WithMeta(), "on_meta"))
Plain.__getattr__ = lambda self, name: "patched " + name
print(p.whatever, Plain().another)
del Plain.__getattr__
print(hasattr(p, "whatever"))
Plain.number = property(lambda self: "now a property")
print(q.number, Plain().number)
Plain.__setattr__ = lambda self, name, value: object.__setattr__(self, name.upper(), value)
r = Plain()
r.abc = 1
print(vars(r))
