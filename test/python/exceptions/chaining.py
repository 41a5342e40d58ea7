"""Chaining, context, cause, suppression, notes, args, attributes of builtin exceptions, custom exceptions."""

import sys


def describe(error, depth=0):
    if error is None:
        return
    print("  " * depth + repr(error), "cause", repr(error.__cause__), "context", repr(error.__context__), "suppress", error.__suppress_context__)
    if error.__context__ is not None and depth < 4:
        describe(error.__context__, depth + 1)


def implicit():
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("while handling")


def explicit():
    try:
        {}["k"]
    except KeyError as error:
        raise ValueError("because") from error


def suppressed():
    try:
        {}["k"]
    except KeyError:
        raise ValueError("alone") from None


def three():
    try:
        implicit()
    except ValueError:
        try:
            explicit()
        except ValueError:
            raise TypeError("third")


def from_class():
    raise ValueError from KeyError


def same_object():
    error = ValueError("same")
    try:
        raise error
    except ValueError as caught:
        raise caught


def in_finally():
    try:
        raise ValueError("a")
    finally:
        try:
            raise KeyError("b")
        except KeyError as error:
            print("inside finally", repr(error.__context__))


def in_nested_call():
    try:
        raise ValueError("outer handled")
    except ValueError:
        helper()


def helper():
    raise KeyError("inner frame sees the context")


def cycle():
    a, b = ValueError("a"), KeyError("b")
    try:
        try:
            raise a
        except ValueError:
            raise b
    except KeyError:
        try:
            raise a
        except ValueError:
            return a.__context__ is b, b.__context__


for action in (implicit, explicit, suppressed, three, from_class, same_object, in_finally, in_nested_call, cycle):
    try:
        print(action.__name__, action())
    except Exception as error:
        print(action.__name__)
        describe(error)
print(sys.exception(), sys.exc_info())
try:
    raise ValueError("current")
except ValueError:
    print(repr(sys.exception()), sys.exc_info()[0], sys.exc_info()[2] is sys.exception().__traceback__)
    try:
        raise KeyError
    except KeyError:
        print(repr(sys.exception()))
    print(repr(sys.exception()))
print(sys.exception())
error = ValueError("noted")
error.add_note("first note")
error.add_note("second")
print(error.__notes__, error)
for bad in (lambda: error.add_note(5), lambda: error.add_note(), lambda: ValueError(x=1), lambda: setattr(error, "__cause__", 5), lambda: setattr(error, "__context__", "x"), lambda: setattr(error, "__traceback__", 5), lambda: setattr(error, "args", 5), lambda: error.with_traceback(5), lambda: delattr(error, "__cause__"), lambda: delattr(error, "args"), lambda: BaseException.__new__(int), lambda: UnicodeDecodeError("a"), lambda: UnicodeEncodeError(1, 2, 3, 4, 5), lambda: ImportError(foo=1), lambda: AttributeError("a", nope=1)):
    try:
        print(bad())
    except TypeError as e:
        print("TypeError", e)
print(error.with_traceback(None) is error, error.__traceback__, ValueError().args, str(ValueError()), str(ValueError("one")), str(ValueError("one", 2)), repr(ValueError("one", 2)), repr(ValueError("one",)), str(KeyError("quoted")), str(KeyError("a", "b")), str(KeyError()), repr(KeyError("k")))
error.args = "ab"
print(error.args, error, repr(error))
e = OSError(2, "No such file", "name.txt")
print(type(e).__name__, e.errno, e.strerror, e.filename, e, repr(e), e.args, e.filename2)
e = OSError(17, "exists", "a", None, "b")
print(type(e).__name__, e, e.filename2)
print([type(OSError(n, "x")).__name__ for n in (1, 2, 4, 10, 11, 13, 17, 20, 21, 32, 103, 104, 110, 111, 3, 9999)], OSError("just text").errno, IOError is OSError, EnvironmentError is OSError, OSError(1), repr(OSError(1, 2)))
e = UnicodeDecodeError("utf-8", b"abc\xff", 3, 4, "invalid start byte")
print(e, e.start, e.end, e.object, e.reason, e.encoding)
e.start = 0
print(e)
print(UnicodeEncodeError("ascii", "é", 0, 1, "ordinal"), UnicodeEncodeError("ascii", "aéü", 1, 3, "ordinal"), UnicodeTranslateError("x\u20ac", 1, 2, "why"))
e = SystemExit(5)
print(e.code, SystemExit().code, SystemExit("a", "b").code, repr(SystemExit("x")))
e = StopIteration(1, 2)
print(e.value, e.args, StopIteration().value)
e = ImportError("message", name="mod", path="/p")
print(e, e.name, e.path, e.msg, repr(e), ModuleNotFoundError("m", name="n").name)
e = SyntaxError("msg", ("file.py", 3, 5, "text line", 3, 9))
print(e, e.filename, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset, e.msg, repr(e), SyntaxError("only").lineno, str(SyntaxError()))
e = AttributeError("no attr", name="nm", obj=[1])
print(e, e.name, e.obj, NameError("n", name="nm").name, repr(e))


class Custom(Exception):
    code = 42

    def __init__(self, message, extra=None):
        super().__init__(message)
        self.extra = extra

    def __str__(self):
        return f"{self.args[0]} [{self.extra}]"


class Silent(Exception):
    def __init__(self, a, b):
        self.a = a


class Multi(KeyError, AttributeError):
    pass


for e in (Custom("hello", extra=1), Silent(1, 2), Multi("m")):
    try:
        raise e
    except (LookupError, Custom) as caught:
        print(repr(caught), str(caught), caught.args, isinstance(caught, AttributeError))
    except Exception as caught:
        print(repr(caught), str(caught), caught.args)


class BadInit(Exception):
    def __init__(self):
        raise RuntimeError("constructor failed")


class NotException:
    pass


class ReturnsOther(Exception):
    def __new__(cls):
        return NotException()


for source in (BadInit, ReturnsOther, NotException):
    try:
        raise source
    except Exception as error:
        print(type(error).__name__, error)
tree = {}
for cls in sorted((c for c in vars(__builtins__).values() if isinstance(c, type) and issubclass(c, BaseException)), key=lambda c: c.__name__):
    tree.setdefault(cls.__base__.__name__, []).append(cls.__name__)
for base, subclasses in sorted(tree.items()):
    print(base, subclasses)
print(ValueError("a") == ValueError("a"), ValueError.__mro__[1:4], BaseExceptionGroup.__mro__[1].__name__, ExceptionGroup.__bases__)


class StrFails(Exception):
    def __str__(self):
        raise RuntimeError("no str")


try:
    str(StrFails())
except RuntimeError as error:
    print(error)
