"""Generators: iteration, return values, state, send, throw, close, finally, attributes, errors."""


def count(n):
    print("start")
    for i in range(n):
        received = yield i
        if received is not None:
            print("received", received)
    print("end")
    return "result"


g = count(3)
print(type(g).__name__, g.__name__, g.__qualname__, iter(g) is g, g.gi_running, g.gi_yieldfrom)
print(next(g), g.send("hello"), next(g))
try:
    next(g)
except StopIteration as stop:
    print("stopped", stop.value, stop.args)
try:
    next(g)
except StopIteration as stop:
    print("stopped again", stop.value, stop.args)
print(next(g, "default"), list(g), g.gi_frame)


def guarded():
    try:
        while True:
            try:
                x = yield "ready"
                print("got", x)
            except ValueError as error:
                print("caught", error)
                yield "handled"
    except GeneratorExit:
        print("closing")
        raise
    finally:
        print("cleanup")


g = guarded()
print(next(g), g.send(1), g.throw(ValueError("v")), next(g), g.throw(ValueError), g.close(), g.close())
g = guarded()
next(g)
try:
    g.throw(KeyError("k"))
except KeyError as error:
    print("out came", error)
try:
    next(g)
except StopIteration:
    print("finished")
fresh = guarded()
print(fresh.close())
fresh = guarded()
try:
    fresh.throw(RuntimeError("not started"))
except RuntimeError as error:
    print(error)
print(list(fresh))
fresh = guarded()
try:
    fresh.send(5)
except TypeError as error:
    print(error)


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


g = stubborn()
next(g)
try:
    g.close()
except RuntimeError as error:
    print(error)


def close_value():
    try:
        yield 1
    except GeneratorExit:
        return "value from close"


g = close_value()
next(g)
print(g.close(), g.close())


def reentrant():
    yield next(me)


me = reentrant()
try:
    next(me)
except ValueError as error:
    print(error)


def raises_stop():
    yield 1
    raise StopIteration("inner")


g = raises_stop()
next(g)
try:
    next(g)
except RuntimeError as error:
    print(error, repr(error.__cause__), error.__suppress_context__)


def leaking():
    yield next(iter([]))


try:
    list(leaking())
except RuntimeError as error:
    print(error)


def finally_order():
    try:
        yield 1
        try:
            yield 2
        finally:
            print("inner finally")
            yield 3
    finally:
        print("outer finally")
    return 4


print(list(finally_order()))
g = finally_order()
print(next(g), next(g))
print(g.throw(ZeroDivisionError("z")))
try:
    next(g)
except ZeroDivisionError as error:
    print("after the yield in finally:", error)


def return_in_finally():
    try:
        yield 1
        return "try"
    finally:
        print("finally runs before the value arrives")


g = return_in_finally()
next(g)
try:
    next(g)
except StopIteration as stop:
    print(stop.value)


def expressions():
    x = yield
    y = (yield x) + (yield)
    z = [(yield y), (yield "second")]
    print(f"{yield z}", (yield), sep="|")
    a = b = yield "chain"
    return (yield a + b) or (yield "never")


g = expressions()
print(next(g), g.send(5), g.send(10), g.send(20), g.send("a"), g.send("b"), g.send("f"), g.send("p"), g.send(50), sep=", ")
try:
    g.send("truthy")
except StopIteration as stop:
    print(stop.value)


def empty():
    return
    yield


def unreachable():
    if False:
        yield
    return 7


print(list(empty()), list(unreachable()))
for bad in (lambda: next(empty()), lambda: g.throw(5), lambda: g.throw("s"), lambda: g.send(), lambda: g.send(1), lambda: g.throw(), lambda: g.foo, lambda: setattr(g, "x", 1), lambda: setattr(g, "__name__", 5), lambda: len(g), lambda: g[0], lambda: type(g)(), lambda: g.throw(int)):
    try:
        print(bad())
    except StopIteration as stop:
        print("StopIteration", stop.args)
    except Exception as error:
        print(type(error).__name__, error)


def throw_context():
    try:
        yield 1
    except ValueError as error:
        raise KeyError("second") from error


g = throw_context()
next(g)
try:
    g.throw(ValueError("first"))
except KeyError as error:
    print(repr(error), repr(error.__cause__))


def exc_state():
    try:
        raise ValueError("inside")
    except ValueError:
        yield "suspended in except"
        raise


g = exc_state()
try:
    raise TypeError("outside")
except TypeError:
    print(next(g))
    try:
        next(g)
    except ValueError as error:
        print(repr(error), repr(error.__context__))
g = (print("evaluated", i) or i for i in range(3))
print(next(g), g.close(), list(g))
