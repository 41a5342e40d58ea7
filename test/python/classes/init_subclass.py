"""__init_subclass__, __class_getitem__, __set_name__ order, class keyword arguments."""

log = []


class Named:
    def __set_name__(self, owner, name):
        log.append(("set_name", owner.__name__, name, "subclassed" in owner.__dict__))


class Plugin:
    registry = {}

    def __init_subclass__(cls, /, key=None, **kwargs):
        super().__init_subclass__(**kwargs)
        log.append(("init_subclass", cls.__name__, key))
        cls.subclassed = True
        Plugin.registry[key or cls.__name__.lower()] = cls


class Csv(Plugin, key="csv"):
    field = Named()
    other = Named()


class Json(Plugin):
    pass


class Deep(Csv, key="deep"):
    third = Named()


print(log)
print(Plugin.registry, Json.subclassed, hasattr(Plugin, "subclassed"), type(Plugin.__dict__["__init_subclass__"]).__name__)
for action in (lambda: type("Bad", (Plugin,), {}, wrong=1), lambda: type("Bad", (), {}, wrong=1), lambda: type("Fine", (Plugin,), {}, key="fine").__name__, lambda: object.__init_subclass__(1), lambda: object.__init_subclass__(x=1)):
    try:
        print(action())
    except TypeError as error:
        print(error)


class Left:
    def __init_subclass__(cls, left=None, **kwargs):
        print("left", cls.__name__, left, kwargs)
        super().__init_subclass__(**kwargs)


class Right:
    def __init_subclass__(cls, right=None, **kwargs):
        print("right", cls.__name__, right, kwargs)
        super().__init_subclass__(**kwargs)


class Both(Left, Right, left=1, right=2):
    pass


class Vector:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item}]"


class Vector3(Vector):
    pass


print(Vector[int], Vector3["x", 1], type(Vector.__dict__["__class_getitem__"]).__name__)
try:
    Vector()[0]
except TypeError as error:
    print(error)
try:
    Left[int]
except TypeError as error:
    print(error)
alias = list[int]
print(alias, alias.__origin__, alias.__args__, alias([1, 2]), dict[str, list[int]], tuple[int, ...], type(alias).__name__, alias == list[int], hash(alias) == hash(list[int]), list[int][0:1] if False else "", set["forward"], int | None, int | str | int, (int | str).__args__, type[int], isinstance([], list), list[int] | None)
for action in (lambda: isinstance([], list[int]), lambda: issubclass(list, list[int]), lambda: int[str], lambda: list[int][str], lambda: type("S", (list[int],), {}).__mro__[1], lambda: 5 | int, lambda: int | 5, lambda: isinstance(5, int | list[int])):
    try:
        print(action())
    except TypeError as error:
        print(error)


class Validated:
    def __init_subclass__(cls):
        for name in cls.required:
            if not hasattr(cls, name):
                raise TypeError(f"{cls.__name__} lacks {name}")


try:

    class Incomplete(Validated):
        required = ["run", "stop"]

        def run(self):
            pass

except TypeError as error:
    print(error)


class Bases:
    def __mro_entries__(self, bases):
        print("mro_entries", len(bases))
        return (Left,)


class Late(Bases(), left=5):
    pass


keywords = {"left": "spread"}


class Spread(*[Left, Right], **keywords):
    pass


print(Late.__mro__[1].__name__, Spread.__mro__[1:3])


def decorator(tag):
    def wrap(cls):
        print("decorating", cls.__name__, tag)
        cls.tags = getattr(cls, "tags", []) + [tag]
        return cls

    return wrap


@decorator("outer")
@decorator("inner")
class Decorated(Left, left="d"):
    """Doc."""

    x: int = 5


print(Decorated.tags, Decorated.__doc__, Decorated.__annotations__, Decorated.__name__, Decorated.__static_attributes__, Decorated.__firstlineno__)


@lambda cls: [cls.__name__]
class Replaced:
    pass


print(Replaced)
