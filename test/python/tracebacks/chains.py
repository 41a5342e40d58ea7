"""Printed tracebacks of chained exceptions, groups, notes, recursion, exec'd code and odd exceptions."""

import sys


def cause():
    try:
        {}["k"]
    except KeyError as error:
        raise ValueError("converted") from error


def context():
    try:
        1 / 0
    except ZeroDivisionError:
        undefined_name


def suppressed():
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("only this") from None


def three_levels():
    try:
        cause()
    except ValueError:
        raise TypeError("outermost")


def recursive(n):
    if n == 0:
        raise RuntimeError("bottom")
    recursive(n - 1)


def mutual_a(n):
    mutual_b(n - 1)


def mutual_b(n):
    if n < 0:
        raise LookupError("end of the chain")
    mutual_a(n - 1)


def infinite():
    infinite()


def notes():
    error = ValueError("with notes")
    error.add_note("first note")
    error.add_note("second note\nover two lines")
    raise error


def multi_line_message():
    raise ValueError("line one\nline two\n\nline four")


def empty_message():
    raise ValueError


def group():
    errors = []
    for value in ("x", None, "5"):
        try:
            errors.append(int(value))
        except (ValueError, TypeError) as error:
            errors.append(error)
    raise ExceptionGroup("several", [e for e in errors if isinstance(e, Exception)])


def nested_group():
    try:
        group()
    except ExceptionGroup as inner:
        inner.add_note("noted group")
        raise ExceptionGroup("outer", [inner, KeyError("k"), ExceptionGroup("leaf group", [OSError(2, "gone")])]) from ValueError("cause of group")


def unmatched_star():
    try:
        group()
    except* KeyError:
        pass


def executed():
    exec("def f():\n    return 1 / 0\nf()")


def compiled():
    exec(compile("x = 1\ny = x.attr\n", "virtual.py", "exec"))


def syntax():
    compile("def f(:\n    pass\n", "bad.py", "exec")


def syntax_long():
    compile("x = [1, 2\ny = 3\n", "bad.py", "exec")


def indentation():
    compile("if x:\npass\n", "bad.py", "exec")


def reraised():
    try:
        recursive(1)
    except RuntimeError as error:
        raise error


def bare_reraise():
    try:
        recursive(1)
    except RuntimeError:
        raise


def with_traceback():
    try:
        recursive(1)
    except RuntimeError as error:
        raise error.with_traceback(None)


def in_finally():
    try:
        recursive(0)
    finally:
        [][0]


def stop_in_generator():
    def g():
        yield 1
        next(iter([]))

    list(g())


class Custom(Exception):
    def __str__(self):
        return "custom text"


class Unprintable(Exception):
    def __str__(self):
        raise RuntimeError("no")


class Outer:
    class Inner(Exception):
        pass


def custom():
    raise Custom


def unprintable():
    raise Unprintable


def inner_class():
    raise Outer.Inner("qualified name")


def key_error():
    raise KeyError("quoted key")


def os_error():
    open("/nonexistent/file.txt")


def unicode_error():
    "é".encode("ascii")


def from_callback():
    sorted([1, 2], key=lambda n: n.missing)


def from_map():
    list(map(lambda n: 1 / n, [1, 0]))


def cycle():
    a = ValueError("a")
    b = ValueError("b")
    a.__context__ = b
    b.__context__ = a
    raise a


def yield_from():
    def inner():
        yield 1
        raise ValueError("deep in a generator")

    def outer():
        yield from inner()

    for _ in outer():
        pass


def coroutine():
    async def bottom():
        raise ValueError("deep in a coroutine")

    async def top():
        await bottom()

    top().send(None)


def bound_method_error():
    class C:
        def __init__(self):
            self.x = self.y

        def __repr__(self):
            return "C()"

    C()


actions = [cause, context, suppressed, three_levels, lambda: recursive(12), lambda: recursive(2), lambda: mutual_a(9), notes, multi_line_message, empty_message, group, nested_group, unmatched_star, executed, compiled, syntax, syntax_long, indentation, reraised, bare_reraise, with_traceback, in_finally, stop_in_generator, custom, unprintable, inner_class, key_error, os_error, unicode_error, from_callback, from_map, cycle, yield_from, coroutine, bound_method_error]
for action in actions:
    try:
        action()
    except Exception:
        sys.excepthook(*sys.exc_info())


def show_frames(error):
    frames, tb = [], error.__traceback__
    while tb:
        code = tb.tb_frame.f_code
        frames.append((code.co_name, tb.tb_lineno - code.co_firstlineno, sorted(k for k in tb.tb_frame.f_locals if tb.tb_frame.f_locals is not globals() and len(k) < 9)[:4] if code.co_name != "<module>" else "module"))
        tb = tb.tb_next
    return frames


try:
    three_levels()
except TypeError as error:
    print(show_frames(error), show_frames(error.__context__), show_frames(error.__context__.__cause__))
try:
    infinite()
except RecursionError as error:
    print(len(show_frames(error)) > 100, show_frames(error)[-1][0])
