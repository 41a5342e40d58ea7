"""Type parameters: generic functions, classes, aliases, bounds, defaults, scopes, lazy evaluation."""


def first[T](items: list[T]) -> T:
    return items[0]


def full[A, *B, **C](x: A, *args: *B, **kw: C.kwargs) -> tuple[A, *B]:
    return x, args


class Stack[T]:
    items: list[T]

    def __init__(self):
        self.items = []

    def push(self, item: T) -> T:
        self.items.append(item)
        return item

    def convert[U](self, to: U) -> dict[T, U]:
        return T, U


class Bounded[T: int, S: (str, bytes), *Ts, **P]:
    pass


class Defaulted[D = list[int], **P = [int]]:
    pass


type Pair[T] = tuple[T, T]
type Recursive = list[Recursive] | int
type Lazy = undefined_name


print(first([1, 2]), full(1, 2), Stack().push(5), first.__type_params__, full.__type_params__, Stack.__type_params__)
T, U = Stack().convert(None)
print(T, U, type(T).__name__, T.__name__, T is Stack.__type_params__[0], T.__bound__, T.__constraints__, T.__variance__ if hasattr(T, "__variance__") else T.__infer_variance__)
a, *others = full.__type_params__
print(type(a).__name__, [type(o).__name__ for o in others], [repr(o) for o in others])
for p in Bounded.__type_params__ + Defaulted.__type_params__:
    print(p.__name__, getattr(p, "__bound__", "-"), getattr(p, "__constraints__", "-"), p.has_default() and p.__default__)
print(Pair, type(Pair).__name__, Pair.__name__, Pair.__type_params__, Pair.__value__, Recursive.__value__, Pair[int], Pair[int].__args__, Pair.__module__)
try:
    Lazy.__value__
except NameError as error:
    print(error)
undefined_name = str
print(Lazy.__value__)
print(Stack[int], Stack[int]().push("x"), Stack.__orig_bases__[0] if hasattr(Stack, "__orig_bases__") else None, Stack.__mro__[1].__name__, Stack.__parameters__)
print(first.__annotations__, Stack.__annotations__, Stack.push.__annotations__)
for bad in (lambda: Stack[int, str], lambda: Pair[int, str], lambda: T(), lambda: first[int], lambda: setattr(Pair, "x", 1), lambda: isinstance(5, T), lambda: isinstance(5, Pair), lambda: Pair(), lambda: class_bound().__bound__, lambda: Stack[()]):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


def class_bound[T: missing]():
    return T


try:
    class_bound().__bound__
except NameError as error:
    print(error)


def scope_test():
    x = "local"

    def generic[X](y: x, z=x) -> X:
        nonlocal x
        x = "changed"
        return X, x, z

    return generic(1), generic.__annotations__["y"], x


print(scope_test())
T = "outer T"


class Shadow[T]:
    inside = T
    T2 = T

    class Nested[V]:
        both = (T, V)

    def method(self):
        return T

    def generic[T](self):
        return T


print(Shadow.inside, T, Shadow.Nested.both, Shadow().method() is Shadow.inside, Shadow().generic() is Shadow.inside, hasattr(Shadow, "T"))


class Base:
    pass


class Child[T](Base, metaclass=type("M", (type,), {})):
    pass


def decorate(function):
    print("decorating", function.__name__, function.__type_params__)
    return function


@decorate
def decorated[Q](a: Q = None, *, b=T) -> Q:
    return b


print(Child.__mro__[1:3], type(Child).__name__, decorated(), decorated.__qualname__, Shadow.generic.__qualname__)


async def agen[T](x: T):
    yield T


def gen[T]():
    yield T


print(next(gen()), (lambda: [t for t in gen()])(), agen.__type_params__)
for source in ("def f[T, T](): 0", "class A[T: (yield)]: 0", "type X[T: await y] = 1", "def f[T](T: int): 0", "def f[T: (x := 1)](): 0", "class A[](): 0", "type X", "type X[*T: int] = 1", "def f[T = int, U](): 0", "def f[**P: int](): 0", "class C[T]:\n  nonlocal T", "def f[T]():\n  nonlocal T", "def f[T]():\n  global T", "type X[T] = (yield)", "type = 1; type X = type", "type: int = 5", "type\nX = 1", "lambda[T]: 0"):
    try:
        compile(source, "<s>", "exec")
        print(repr(source), "ok")
    except SyntaxError as error:
        print(repr(source), error.msg)


class Inherit[T](Stack[T]):
    pass


print(Inherit.__bases__, Inherit[str], Inherit().push(1), Inherit.__parameters__)
print([t.__name__ for t in (lambda f: f.__type_params__)(full)], Pair[T] if False else Pair[str].__origin__ is Pair, (Pair[int] | None).__args__[1], Pair | int)
