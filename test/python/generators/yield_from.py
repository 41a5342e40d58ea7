"""yield from: delegation of next, send, throw and close; return values; plain iterables; deep chains; trees."""


def inner(tag):
    try:
        x = yield f"{tag}1"
        print(tag, "received", x)
        y = yield f"{tag}2"
        print(tag, "received", y)
        return f"{tag} result"
    except ValueError as error:
        print(tag, "caught", error)
        yield f"{tag} recovered"
        return f"{tag} after error"
    except GeneratorExit:
        print(tag, "closed")
        raise
    finally:
        print(tag, "finally")


def outer():
    first = yield from inner("a")
    print("first =", first)
    second = yield from inner("b")
    print("second =", second)
    third = yield from [10, 20]
    print("third =", third)
    yield from ()
    yield from "xy"
    return (yield from (i * i for i in range(2)))


g = outer()
print(next(g))
print(g.send("s1"))
print(g.send("s2"))
print(g.gi_yieldfrom.__name__)
print(g.throw(ValueError("boom")))
print(next(g), next(g), next(g), next(g), next(g), next(g))
try:
    next(g)
except StopIteration as stop:
    print("value", stop.value)
g = outer()
next(g)
g.close()
g = outer()
next(g)
try:
    g.throw(KeyError("passes through"))
except KeyError as error:
    print(repr(error))


def over_list():
    yield from [1, 2, 3]


g = over_list()
print(next(g))
try:
    g.send("lists have no send")
except AttributeError as error:
    print(error)
g = over_list()
next(g)
try:
    g.throw(ValueError("into a list iterator"))
except ValueError as error:
    print(error)
g = over_list()
next(g)
print(g.close(), list(g))
for bad in (lambda: list((yield_bad)(5)), lambda: list((yield_bad)(None)), lambda: list((yield_bad)(len))):

    def yield_bad(x):
        yield from x

    try:
        print(bad())
    except TypeError as error:
        print(error)


class Custom:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration("custom value")
        return self.n

    def send(self, value):
        print("custom send", value)
        return ("sent", value)

    def throw(self, *args):
        print("custom throw", [getattr(a, "__name__", repr(a)) for a in args])
        raise StopIteration("thrown value")

    def close(self):
        print("custom close")


def wrap(it):
    result = yield from it
    yield ("result", result)


g = wrap(Custom())
print(next(g), g.send("v"), next(g), next(g), next(g))
g = wrap(Custom())
print(next(g), g.throw(IndexError("i")))
g = wrap(Custom())
next(g)
g.close()


def flatten(tree):
    if isinstance(tree, list):
        for child in tree:
            yield from flatten(child)
    else:
        yield tree


print(list(flatten([1, [2, [3, [4, [], 5]], 6], [[[7]]]])))


def chain(depth):
    if depth == 0:
        received = yield "bottom"
        return received * 2
    return (yield from chain(depth - 1)) + 1


g = chain(50)
print(next(g))
try:
    g.send(100)
except StopIteration as stop:
    print(stop.value)


class Node:
    def __init__(self, value, left=None, right=None):
        self.value, self.left, self.right = value, left, right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right

    def paths(self, prefix=()):
        prefix += (self.value,)
        if not (self.left or self.right):
            yield prefix
        for child in (self.left, self.right):
            if child:
                yield from child.paths(prefix)


def build(low, high):
    if low > high:
        return None
    middle = (low + high) // 2
    return Node(middle, build(low, middle - 1), build(middle + 1, high))


tree = build(1, 15)
print(list(tree), [sum(path) for path in tree.paths()], sum(tree), max(tree))


def permutations(items):
    if not items:
        yield []
    for i, item in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1 :]):
            yield [item, *rest]


def hanoi(n, a, b, c):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield a + c
        yield from hanoi(n - 1, b, a, c)


print(["".join(p) for p in permutations("abc")], " ".join(hanoi(3, "A", "B", "C")))


def averager():
    total = count = 0
    average = None
    while True:
        value = yield average
        if value is None:
            return total, count
        total += value
        count += 1
        average = total / count


def grouper(results, key):
    while True:
        results[key] = yield from averager()


results = {}
for key, values in {"a": [1, 2, 3], "b": [10, 20]}.items():
    group = grouper(results, key)
    next(group)
    print([group.send(v) for v in values])
    group.send(None)
print(results)


def suppressing():
    while True:
        try:
            yield from inner("s")
            break
        except KeyError:
            print("outer caught KeyError and restarts")


g = suppressing()
print(next(g), g.throw(KeyError("k")), g.throw(ValueError("v")))
print(next(g, "done"))


def self_delegating():
    yield from me


me = self_delegating()
try:
    next(me)
except ValueError as error:
    print(error)


def close_returns():
    def sub():
        try:
            yield 1
        except GeneratorExit:
            print("sub returns instead of raising")
            return 5

    x = yield from sub()
    print("never reached", x)


g = close_returns()
next(g)
print(g.close())
