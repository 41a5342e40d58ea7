"""repr and str of every builtin type, recursive containers, ascii, print options, format of types, dir and vars."""

import sys

print([None, True, 1, 1.0, -0.0, 1e100, 2**70, 1j, "s", b"b", bytearray(b"x"), (), (1,), [], {}, set(), frozenset(), {1}, {"k": "v"}, range(3), slice(1, 2), ..., NotImplemented, int, type, object, len, print, str.upper, ValueError("e"), memoryview(b"").format])
print(str([1, "a", 'it\'s', "\n", b"\x00", "é"]), repr("é\x00"), ascii(["é", "😀"]), str(("a",)), f"{['x']}", "%s" % (["y"],), str({"a": [1, {"b": ()}]}), repr(""), str(b""))
a = [1]
a.append(a)
b = {"self": None}
b["self"] = b
c = ([],)
c[0].append(c)
d = [a, b]
d.append(d)
print(a, b, c, d, [a, a])


class R:
    def __repr__(self):
        return "<R>"


class S:
    def __str__(self):
        return "<S>"


class Both(R, S):
    pass


print(R(), [R()], str(R()), f"{R()}", S().__class__.__name__, str(S()), f"{S()!s}", Both(), str(Both()), [Both()], {R(): S().__str__()}, (R(),), "%r %s" % (R(), Both()), repr(R), str(R()).__class__.__name__)
print("a", "b", sep="-", end="|\n")
print("a", 1, None, sep="")
print()
print(sep="x")
print("no newline", end="")
print(*[1, 2], *"ab", sep=", ", end=".\n", flush=True)
print("to stdout explicitly", file=sys.stdout)
print("none file", file=None)
print("x", sep=None, end=None)


class Writer:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)

    def flush(self):
        self.parts.append("<flush>")


w = Writer()
print("a", 5, sep="+", file=w)
print(file=w, flush=True)
print(w.parts)
saved, sys.stdout = sys.stdout, w
print("captured")
sys.stdout = saved
print(w.parts[-2:])
for bad in (lambda: print("x", file=5), lambda: print("x", sep=1), lambda: print("x", end=b""), lambda: print("x", nope=1), lambda: repr(), lambda: str(b"a", "utf-8", "strict", 1), lambda: str(5, "utf-8"), lambda: str("a", "utf-8"), lambda: ascii(), lambda: repr(type("B", (), {"__repr__": lambda self: None})()), lambda: str(type("B", (), {"__str__": lambda self: 1})()), lambda: "%s" % type("B", (), {"__str__": lambda self: 1})()):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
print(type(1), type("s"), type(None), type(type), type(len), type(lambda: 0), type((i for i in ())), type(...), type(NotImplemented), type(range(1)), type({}.keys()), type(iter([])), type(sys), type(print), type(int.real), type(R.__repr__), type(R().__repr__), type(R.__dict__), type(Exception), type(1j), type([].append), type(str.join), type((1).__add__), type(int.__add__), type(property()), type(classmethod(len)), type(slice(1)), type(memoryview(b"")), type(super(R)), type(int | str), type(list[int]), type((lambda: 0).__code__), type(b""), sep="\n")
print(isinstance(1, int), isinstance(True, int), isinstance(1, (str, int)), isinstance("", str | None), isinstance(None, type(None)), issubclass(bool, int), type(1) is int, type(True) is int, callable(len), callable(5), id(a) == id(a), hash("a") == hash("a"), hash(1) == 1, bool([]), int(), float(), str(), list(), dict(), tuple(), set(), bytes(), complex(), bool(), object().__class__ is object)
print(abs(-5), abs(-2.5), abs(3 + 4j), abs(True), abs(-(2**70)), divmod(7, 2), divmod(-7, 2), pow(2, 10), pow(2, 10, 1000), pow(2.0, 3), pow(base=2, exp=5), round(2.5), round(3.5), round(2.567, 2), round(-2.5), round(15, -1), round(5), round(5, 2), type(round(5.0)).__name__, type(round(5.0, 0)).__name__, bin(5), hex(255), oct(8), chr(97), ord("a"), len("abc"), hash(()), min(1, 2), max("ab"), sorted("ba"))
print(dir([])[-5:], [n for n in dir(R()) if not n.startswith("__")], vars(R()), sorted(vars(S).keys() - {"__weakref__", "__dict__", "__doc__", "__module__", "__firstlineno__", "__static_attributes__"}), "append" in dir(list), dir(5)[-6:], dir("")[-3:], "__doc__" in dir(len))


def scope():
    x = 1
    y = 2
    return dir(), vars(), sorted(locals())


print(scope())
print(input.__name__, open.__name__, __name__, __doc__[:10], __file__[-18:], __spec__, "__builtins__" in globals(), __debug__, type(__builtins__).__name__, type(__loader__).__name__ if "__loader__" in globals() else None)
print(len.__doc__, print.__doc__.splitlines()[0], int.__doc__.splitlines()[0], [].append.__doc__, str.join.__doc__.splitlines()[0], len.__text_signature__, print.__text_signature__, str.split.__text_signature__, int.__text_signature__, dict.__text_signature__, sorted.__text_signature__, list.sort.__text_signature__, object.__init__.__text_signature__, int.__add__.__text_signature__)
print(object.__doc__.splitlines()[0], object.__module__, object.__name__, int.__name__, int.__qualname__, int.__module__, int.__base__, int.__bases__, int.__mro__, bool.__mro__, type.__mro__, int.__dict__["real"].__class__.__name__, str.__flags__ & (1 << 28) != 0, object.__basicsize__ > 0, int.__itemsize__ > 0, type.__call__.__name__, object.__subclasshook__(1), object().__format__("").split(" at ")[0], object().__reduce_ex__(2)[0].__name__, object().__sizeof__() > 0)
