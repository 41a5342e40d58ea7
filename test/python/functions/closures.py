"""Closures, nonlocal, global, late binding, unbound locals, cells, recursion, counters."""

counter = 0
shadow = "global"


def make_counter(start=0):
    count = start

    def increment(by=1):
        nonlocal count
        count += by
        return count

    def peek():
        return count

    def reset():
        nonlocal count
        del count
        return increment

    return increment, peek, reset


inc, peek, reset = make_counter(10)
inc2, peek2, _ = make_counter()
print(inc(), inc(5), peek(), inc2(), peek2(), inc.__closure__[0].cell_contents, inc.__code__.co_freevars, make_counter.__code__.co_cellvars)
reset()
for action in (peek, inc):
    try:
        action()
    except NameError as error:
        print(type(error).__name__, error)
print([f() for f in [lambda: i for i in range(3)]], [f() for f in [lambda i=i: i for i in range(3)]])
functions = []
for k in range(3):

    def show(j=k):
        return k, j

    functions.append(show)
print([f() for f in functions])


def bump():
    global counter, created
    counter += 1
    created = counter * 10


bump()
bump()
print(counter, created)


def unbound(flag):
    if flag:
        value = 1
    return value


def unbound2():
    print(shadow)
    shadow = "local"


def unbound3():
    x = 1
    del x
    return x


def unbound4():
    del never_set


def unbound5():
    for i in []:
        pass
    return i


def unbound6():
    y += 1
    y = 0


def unbound7():
    def inner():
        return later

    return inner()
    later = 1


def unbound8():
    try:
        raise ValueError
    except ValueError as error:
        pass
    return error


def unbound9():
    return undefined_global


def unbound10():
    global to_delete
    del to_delete


for action in (lambda: unbound(False), unbound2, unbound3, unbound4, unbound5, unbound6, unbound7, unbound8, unbound9, unbound10):
    try:
        print(action())
    except NameError as error:
        print(type(error).__name__, error, error.name)
print(unbound(True))


def nested(a):
    def level1(b):
        def level2(c):
            def level3(d):
                nonlocal a
                a += 1
                return a, b, c, d

            return level3

        return level2

    return level1


print(nested(1)(2)(3)(4), [cell.cell_contents for cell in nested("A")("B")("C").__closure__])


def shared():
    x = 0

    def up():
        nonlocal x
        x += 1

    def down():
        nonlocal x
        x -= 1

    return up, down, lambda: x


up, down, get = shared()
up(), up(), down()
print(get())


def recursive(n):
    def fact(k):
        return 1 if k <= 1 else k * fact(k - 1)

    return fact(n)


def is_even(n):
    return True if n == 0 else is_odd(n - 1)


def is_odd(n):
    return False if n == 0 else is_even(n - 1)


def ackermann(m, n):
    return n + 1 if m == 0 else ackermann(m - 1, 1) if n == 0 else ackermann(m - 1, ackermann(m, n - 1))


print(recursive(20), is_even(300), ackermann(2, 3), (lambda f: f(f, 10))(lambda f, n: n if n < 2 else f(f, n - 1) + f(f, n - 2)))


def memoize(function):
    cache = {}

    def wrapper(*args):
        if args not in cache:
            cache[args] = function(*args)
        return cache[args]

    wrapper.cache = cache
    wrapper.__name__ = function.__name__
    return wrapper


@memoize
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), len(fib.cache), fib.__name__)


def parameter_cell(a, b=2, *args, c, **kw):
    def inner():
        nonlocal a, args
        a += 1
        args += (9,)
        return a, b, args, c, kw

    return inner(), a, args


print(parameter_cell(1, 5, 6, c=7, d=8))


def mutable_default(item, bucket=[]):
    bucket.append(item)
    return bucket


print(mutable_default(1), mutable_default(2), mutable_default(3, []), mutable_default.__defaults__)


def class_in_closure(tag):
    class Local:
        def get(self):
            return tag

        @staticmethod
        def set(value):
            nonlocal tag
            tag = value

    return Local


L = class_in_closure("t1")
L.set("t2")
print(L().get())


def comprehension_cell():
    fs = [lambda: (x, y) for x in range(2) for y in "ab"]
    y = "outer"
    return [f() for f in fs], y


print(comprehension_cell())


def exception_cell():
    try:
        raise ValueError("kept")
    except ValueError as error:
        keep = lambda: error
    try:
        return keep()
    except NameError as e:
        return str(e)


print(exception_cell())


def loop_capture():
    result = []
    for i in range(3):
        j = i * 2
        result.append(lambda: (i, j))
    i = "after"
    return [f() for f in result]


print(loop_capture())
depth = 0


def dive():
    global depth
    depth += 1
    dive()


try:
    dive()
except RecursionError as error:
    print(type(error).__name__, str(error)[:32], depth > 500)


def locals_view(a, b=2):
    c = a + b
    snapshot = locals()
    d = 4
    return snapshot, sorted(locals())


print(locals_view(1))
print((lambda: (yield))().__next__(), (lambda *a, **k: (a, k))(1, b=2), (lambda x=(lambda: 5)(): x)(), (lambda: None)())
