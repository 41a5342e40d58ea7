"""contextlib, abc, typing, types, weakref, inspect: the parts that programs use."""

import abc
import contextlib
import gc
import inspect
import io
import sys
import types
import typing
import weakref
from typing import Annotated, Any, Generic, Literal, NamedTuple, NewType, Optional, Protocol, TypedDict, TypeVar, Union, cast, get_args, get_origin, get_type_hints, overload, runtime_checkable


@contextlib.contextmanager
def managed(name):
    print("enter", name)
    try:
        yield name.upper()
    except ValueError as error:
        print("swallowed", error)
    finally:
        print("exit", name)


with managed("a") as a, managed("b"):
    print(a)
    raise ValueError("inside")
print("after")
try:
    with managed("c"):
        raise KeyError("through")
except KeyError as error:
    print(repr(error))


@managed("decorating")
def decorated():
    return "result"


print(decorated(), decorated())
with contextlib.suppress(ZeroDivisionError, KeyError):
    1 / 0
with contextlib.redirect_stdout(io.StringIO()) as buffer:
    print("captured")
print(repr(buffer.getvalue()))
with contextlib.ExitStack() as stack:
    names = [stack.enter_context(managed(n)) for n in "xy"]
    stack.callback(print, "callback", names)
    stack.push(lambda *exc: print("pushed", exc[0]) or True)
    raise TypeError("suppressed by the stack")
with contextlib.closing(io.StringIO()) as f, contextlib.nullcontext(5) as five:
    print(five, f.closed)
print(f.closed)


@contextlib.contextmanager
def no_yield():
    if False:
        yield


@contextlib.contextmanager
def two_yields():
    yield 1
    yield 2


for manager in (no_yield, two_yields):
    try:
        with manager():
            pass
    except RuntimeError as error:
        print(error)


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self): ...

    @property
    @abc.abstractmethod
    def name(self): ...

    def describe(self):
        return f"{self.name}: {self.area()}"


class Square(Shape):
    name = "square"

    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side**2


print(Square(3).describe(), Shape.__abstractmethods__ == {"area", "name"}, inspect.isabstract(Shape))
for cls in (Shape, type("Half", (Shape,), {"area": lambda self: 1})):
    try:
        cls()
    except TypeError as error:
        print(error)
Shape.register(int)
print(isinstance(5, Shape), issubclass(bool, Shape), isinstance("s", Shape))


class Sized(abc.ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return any("__len__" in base.__dict__ for base in other.__mro__) or NotImplemented


print(issubclass(list, Sized), isinstance(5, Sized))
T = TypeVar("T", bound=int)
UserId = NewType("UserId", int)


@runtime_checkable
class Closeable(Protocol):
    def close(self) -> None: ...


class Movie(TypedDict, total=False):
    title: typing.Required[str]
    year: int


class Employee(NamedTuple):
    name: str
    id: int = 3

    def label(self) -> str:
        return f"{self.name}#{self.id}"


class Box(Generic[T]):
    item: T
    next: "Optional[Box[T]]" = None

    def get(self, default: Union[T, None] = None, *args: int, key: Literal["a", 1] = "a", **kw: Annotated[str, "meta"]) -> list[T]: ...


print(Optional[int], Union[int, str, None], Union[int], list[T], dict[str, "Box[int]"], typing.Callable[[int, str], bool], Literal["a", 1], Annotated[int, "x"], Any, typing.List[int], tuple[int, ...], type[int], typing.ClassVar[int], Box[int], Box, T, UserId, UserId(5), Movie(title="x"), Employee("a").label(), Employee._field_defaults, isinstance(io.StringIO(), Closeable), isinstance(5, Closeable), Movie.__required_keys__, Movie.__optional_keys__)
print(get_origin(dict[str, int]), get_args(dict[str, int]), get_args(Literal[1, "b"]), get_origin(Union[int, str]), get_args(typing.Callable[[int], str]), get_type_hints(Box), get_type_hints(Box.get), get_type_hints(Box.get, include_extras=True)["kw"], get_type_hints(Employee), cast(int, "s"), Union[int, str] == Union[str, int], Optional[int] == int | None, list[int] == typing.List[int], typing.get_overloads(print))
for bad in (lambda: Union[()], lambda: Optional[int, str], lambda: Box[int, str], lambda: typing.List[int, str], lambda: isinstance(1, Union), lambda: Any(), lambda: TypeVar("T", int), lambda: NewType("X", int)("a") + 1, lambda: Literal, lambda: type("P", (int,), {})(5), lambda: isinstance(5, typing.List[int]), lambda: Generic[int]):
    try:
        print(bad())
    except TypeError as error:
        print(error)
ns = types.SimpleNamespace(a=1, b=[2])
ns.c = 3
print(ns, ns == types.SimpleNamespace(a=1, b=[2], c=3), types.MappingProxyType({"k": 1}), isinstance(len, types.BuiltinFunctionType), isinstance(print, types.FunctionType), isinstance(lambda: 0, types.LambdaType), types.new_class("N", (list,), {}, lambda body: body.update(x=1)).x, types.prepare_class("P")[0], types.ModuleType("m", "doc").__doc__)


class Node:
    pass


node = Node()
reference = weakref.ref(node, lambda r: print("collected"))
table = weakref.WeakValueDictionary(n=node)
keys = weakref.WeakKeyDictionary({node: "data"})
print(reference() is node, len(table), keys[node])
del node
gc.collect()
print(reference(), len(table), len(keys))
try:
    weakref.ref(5)
except TypeError as error:
    print(error)


def function(a, b: int = 2, /, c=3, *args, d, e: str = "x", **kw) -> bool:
    """Doc line one.

    Indented more.
    """
    local = 1
    yield local


signature = inspect.signature(function)
print(signature, [p.kind.name for p in signature.parameters.values()], signature.return_annotation, signature.bind(1, d=2).arguments, inspect.getdoc(function), inspect.isgeneratorfunction(function), inspect.signature(Square), inspect.signature(len), inspect.signature(Employee), inspect.getmro(Square)[0].__name__, inspect.isclass(Square), inspect.ismethod(Square(1).area), [m for m in inspect.getmembers(ns) if not m[0].startswith("_")], inspect.cleandoc("  a\n    b"), inspect.Parameter("p", inspect.Parameter.KEYWORD_ONLY, default=1), inspect.signature(str.split), inspect.signature(lambda *a, k=1: 0))
try:
    signature.bind(1)
except TypeError as error:
    print(error)
print(inspect.currentframe().f_code.co_name, sys._getframe().f_lineno > 1, inspect.getsource(Square.area).strip())
