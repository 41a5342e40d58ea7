"""Function objects: attributes, defaults, annotations, code, changing them, decorators, partial application by hand."""


def sample(a, b: int = 2, /, c: "str" = "x", *args: float, d, e: list = None, **kw: dict) -> bool:
    """Doc of sample."""
    local = a
    return local


print(sample.__name__, sample.__qualname__, sample.__doc__, sample.__defaults__, sample.__kwdefaults__, sample.__annotations__, sample.__module__, sample.__dict__, sample.__closure__, sample.__type_params__)
code = sample.__code__
print(code.co_name, code.co_qualname, code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_varnames, code.co_nlocals, code.co_flags & 12, code.co_firstlineno, code.co_freevars, code.co_cellvars, type(code).__name__)
sample.attribute = [1]
sample.__doc__ = "changed"
sample.__name__ = "renamed"
sample.__defaults__ = (10, 20)
sample.__kwdefaults__ = {"d": 30}
print(sample.attribute, sample.__doc__, sample.__name__, repr(sample).split(" at ")[0], sample(1, e=0), sample.__dict__)


def tiny(x=1):
    return x


def other(x=5):
    return ("other", x)


print(tiny())
tiny.__defaults__ = None
try:
    tiny()
except TypeError as error:
    print(error)
tiny.__defaults__ = (7,)
print(tiny())
tiny.__code__ = other.__code__
print(tiny(), tiny.__name__)
del tiny.__defaults__
try:
    tiny()
except TypeError as error:
    print(error)
for attribute, value in (("__name__", 5), ("__qualname__", 5), ("__defaults__", 5), ("__kwdefaults__", 5), ("__code__", 5), ("__dict__", 5), ("__closure__", None), ("__globals__", {}), ("__annotations__", 5), ("__code__", (lambda: sample2).__code__ if False else compile("1", "x", "eval"))):
    try:
        setattr(other, attribute, value)
        print(attribute, "set")
    except (TypeError, AttributeError, ValueError) as error:
        print(attribute, type(error).__name__, error)
FunctionType = type(sample)
made = FunctionType(other.__code__, {"x": 1}, "made", (99,))
print(made(), made.__name__, FunctionType.__name__)
for arguments in ((), (5, {}), (other.__code__, 5), (other.__code__, {}, 5), (other.__code__, {}, None, 5)):
    try:
        FunctionType(*arguments)
    except TypeError as error:
        print(error)


def decorator(function):
    print("decorating", function.__name__)

    def wrapper(*args, **kwargs):
        print("before", args, kwargs)
        try:
            return function(*args, **kwargs)
        finally:
            print("after")

    wrapper.__wrapped__ = function
    wrapper.__dict__.update(function.__dict__)
    return wrapper


def tagged(tag, *, times=1):
    def outer(function):
        print("tag", tag, times)
        function.tags = getattr(function, "tags", ()) + (tag,) * times
        return function

    return outer


@decorator
@tagged("a", times=2)
@tagged("b")
def add(x, y=1):
    return x + y


print(add(1, y=5), add.tags, add.__wrapped__(1))
registry = {}


class Register:
    def __init__(self, name):
        self.name = name

    def __call__(self, function):
        registry[self.name] = function
        return function

    def __matmul__(self, other):
        return Register(self.name + other)


@Register("one")
def first():
    return 1


@(Register("tw") @ "o")
def second():
    return 2


@[Register("three")][0]
@(lambda f: f)
def third():
    return 3


print({name: function() for name, function in registry.items()})


def compose(*functions):
    def composed(x):
        for function in reversed(functions):
            x = function(x)
        return x

    return composed


def partial(function, *args, **kwargs):
    return lambda *more, **other: function(*args, *more, **{**kwargs, **other})


print(compose(str, lambda x: x + 1, abs)(-5), partial(divmod, 17)(5), partial(int, base=2)("101"), partial(print, "a", sep="-")("b", "c"))
curry = lambda f: lambda a: lambda b: f(a, b)
print(curry(lambda a, b: a * b)(6)(7), (lambda: (lambda: (lambda: "deep")())())(), list(map(lambda x, y: x + y, [1, 2], [3, 4])), sorted("bca", key=lambda ch: -ord(ch)), (lambda *args: args)(*"ab"), (lambda a, b=2, *c, d=4, **e: (a, b, c, d, e))(1, d=0, z=9))
print(callable(sample), callable(5), callable(int), callable(lambda: 0), callable(type("C", (), {})()), callable(type("C", (), {"__call__": 1})()), sample == sample, sample is other, hash(sample) == hash(sample), {sample: "key"}[sample])
print(repr(print), repr(len), repr("".join).split(" at ")[0], repr(str.join), repr(int.__add__), repr((5).__add__).split(" at ")[0], repr([].append).split(" at ")[0], repr(dict.fromkeys), type(len).__name__, type("".join).__name__, type(str.join).__name__, type(int.__add__).__name__, type((5).__add__).__name__, len.__name__, len.__module__, str.join.__qualname__, [].append.__self__, str.join.__objclass__)


def annotated(x: undefined_annotation, y: 1 + 1 = 0) -> "text":
    inner: also_undefined
    value: int = 5
    return value


print(annotated(1))
try:
    annotated.__annotations__
except NameError as error:
    print(error)
undefined_annotation = "late"
print(annotated.__annotations__, annotated.__annotate__(1))
annotated.__annotations__ = {"z": int}
print(annotated.__annotations__, annotated.__annotate__)


def variable_names():
    first = 1
    for second in range(2):
        with_walrus = (third := second)
    try:
        import sys as fourth
    except ImportError as fifth:
        pass
    def sixth(): pass
    class seventh: pass
    [eighth for eighth in []]
    return tuple(locals())


print(variable_names(), variable_names.__code__.co_varnames, variable_names.__code__.co_names, variable_names.__code__.co_consts[:2])


async def coroutine(): ...
def generator(): yield
async def async_generator(): yield


print([bool(f.__code__.co_flags & flag) for f in (coroutine, generator, async_generator) for flag in (0x20, 0x80, 0x200)])
