"""Class bodies as scopes: names, globals, nonlocal, conditionals, loops, deletes, annotations, qualnames, repr."""

x = "global x"
y = "global y"


class Body:
    print("running", __name__, __qualname__)
    x = x + " copied"
    z = [y]
    for i in range(3):
        pass
    if x:
        conditional = True
    else:
        never = 1

    def method(self):
        return x, y

    def default(self, value=x):
        return value

    first = locals().get("x")
    del z
    global made_global
    made_global = "made in class body"
    lam = lambda self: (x, self.x)

    class Inner:
        value = x

        def get(self):
            return x

    try:
        1 / 0
    except ZeroDivisionError as error:
        message = str(error)
    with_star, *others = 1, 2, 3
    x2 = x
    x = "changed"


print(Body.x, Body.x2, hasattr(Body, "z"), Body.i, Body.conditional, hasattr(Body, "never"), Body().method(), Body().default(), Body.first, made_global, Body().lam(), Body.Inner.value, Body.Inner().get(), Body.message, Body.others, hasattr(Body, "error"))


def factory(x):
    class Local:
        x = x
        y = x * 2

        def outer_x(self):
            return x

        def bump(self):
            nonlocal x
            x += 1
            return x

    return Local


try:
    factory(5)
except NameError as error:
    print(type(error).__name__, error)


def factory2(n):
    class Local:
        value = n
        n2 = n * 2

        def bump(self):
            nonlocal n
            n += 1
            return n

        class Deep:
            deep = n

    return Local, lambda: n


Local, peek = factory2(5)
print(Local.value, Local.n2, Local().bump(), Local().bump(), peek(), Local.Deep.deep, Local.__qualname__, Local.Deep.__qualname__, Local.bump.__qualname__, repr(Local), Local.__module__)


def nonlocal_class():
    count = 0

    class Setter:
        nonlocal count
        count = 10
        count += 5

    return count, "count" in vars(Setter)


print(nonlocal_class())


class Unbound:
    try:
        print(undefined_name)
    except NameError as error:
        print(error)
    x = 1
    del x
    print(x)
    try:
        del x
    except NameError as error:
        print(error)


class Doc:
    "The docstring."


class NoDoc:
    1 + 1


class FDoc:
    f"not a docstring"


print(Doc.__doc__, NoDoc.__doc__, FDoc.__doc__, Doc.__name__, Doc.__dict__.keys() >= {"__doc__", "__module__", "__dict__", "__weakref__"}, Doc.__firstlineno__, list(vars(Body))[:3])


class Annotated:
    a: int
    b: str = "b"
    c: "forward" = None
    (d): float = 1.5
    x.y: int if False else 0 if False else None
    e: undefined_until_later

    def f(self, p: int, *q: str, r: "R" = 1, **s) -> None: ...


print(Annotated.b, hasattr(Annotated, "a"), Annotated.d, Annotated.f.__annotations__)
try:
    Annotated.__annotations__
except NameError as error:
    print(error)
undefined_until_later = "now defined"
print(Annotated.__annotations__)
print(repr(Doc).replace("__main__.", ""), str(type(Doc())), Doc().__class__.__qualname__, repr(Doc.__init__)[:24], repr(Body.method).split(" at ")[0], repr(Doc()).split(" at ")[0], repr(Body().method).split(" at ")[0])


class Aliases:
    def original(self):
        return "original"

    alias = original
    original = staticmethod(lambda: "replaced")
    __str__ = __repr__ = lambda self: "shared repr"
    names = [n for n in ("a", "b")]
    table = {n: len(n) for n in names}


print(Aliases().alias(), Aliases().original(), str(Aliases()), repr(Aliases()), Aliases.alias.__name__, Aliases.table)


class Outer:
    class Meta:
        ordering = "name"

    @staticmethod
    def helper(n):
        return n * 2

    computed = helper(21)
    computed_direct = helper.__func__(4)


print(Outer.computed, Outer.computed_direct, Outer.Meta.ordering)
for i in range(2):

    class Loop:
        index = i
        get = lambda self: i

    if i == 0:
        First = Loop
print(First.index, Loop.index, First().get(), First is Loop)


def decorated_scope():
    def deco(cls):
        return cls.value, x

    x = "enclosing"

    @deco
    class Temp:
        value = x

    return Temp


print(decorated_scope())
exec("class Dyn:\n    a = 1\n    def f(self): return self.a + b", {"b": 2, "__name__": "dynmod"}, scope := {})
try:
    print(scope["Dyn"]().f(), scope["Dyn"].__module__)
except NameError as error:
    print(error)
