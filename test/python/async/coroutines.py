"""Coroutine objects driven by hand: states, send, throw, close, await protocol, async generators, errors, messages."""


class Awaitable:
    def __init__(self, *values):
        self.values = values

    def __await__(self):
        received = []
        for value in self.values:
            received.append((yield value))
        return received


def drive(coroutine, *sends):
    out = []
    try:
        value = None
        sends = iter(sends)
        while True:
            out.append(coroutine.send(value))
            value = next(sends, None)
    except StopIteration as stop:
        return out, stop.value
    except BaseException as error:
        return out, repr(error)


async def simple():
    return "simple"


async def two():
    first = await Awaitable(1, 2)
    second = await inner()
    return first, second


async def inner():
    try:
        return await Awaitable("in")
    finally:
        print("inner finally", end=" ")


async def raising():
    await Awaitable(1)
    raise ValueError("raised")


async def stop():
    raise StopIteration("not allowed")


print(drive(simple()), drive(two(), "a", "b", "c"), drive(raising()), drive(stop()))
c = two()
print(type(c).__name__, c.__name__, c.cr_await, c.cr_running, c.cr_frame is not None, c.cr_suspended)
print(c.send(None), type(c.cr_await).__name__, c.cr_suspended, c.close(), c.cr_frame)
c = two()
c.send(None), c.send(None)
print(c.send(None))
try:
    c.throw(KeyError("thrown"))
except KeyError as error:
    print(repr(error))
for bad in (lambda: c.send(None), lambda: c.throw(ValueError), lambda: iter(c), lambda: next(c), lambda: list(c), lambda: c.foo, lambda: c.send(), lambda: c.close()):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
fresh = simple()
try:
    fresh.send(5)
except TypeError as error:
    print(error)
fresh.close()


async def awaiting(value):
    return await value


class NotIterator:
    def __await__(self):
        return 5


def plain_generator():
    yield 1


for value in (5, None, [1], plain_generator(), NotIterator(), "s", simple):
    print(drive(awaiting(value)))
once = simple()
print(drive(awaiting(once)), drive(awaiting(once)))


async def agen(n):
    try:
        for i in range(n):
            x = yield i
            if x:
                print("agen got", x, end=" ")
        await Awaitable("agen awaits")
    except ValueError as error:
        yield f"handled {error}"
    finally:
        print("agen finally", end=" ")


async def use_agen():
    out = []
    async for x in agen(2):
        out.append(x)
    g = agen(3)
    out.append(await g.asend(None))
    out.append(await g.asend("hello"))
    out.append(await g.athrow(ValueError("v")))
    try:
        await g.__anext__()
    except StopAsyncIteration as stop:
        out.append(repr(stop))
    out.append([x async for x in agen(2)])
    out.append({x async for x in agen(1)})
    nested = [[y async for y in agen(x)] for x in range(2)]
    lazy = (x * 2 async for x in agen(2))
    out.append(type(lazy).__name__)
    out.append([x async for x in lazy])
    return out, nested


print(drive(use_agen()))
g = agen(1)
print(type(g).__name__, g.__name__, g.ag_running, g.ag_frame is not None)
for bad in (lambda: g.asend(1).send(None), lambda: iter(g), lambda: next(g), lambda: list(g), lambda: drive(awaiting(g)), lambda: [x for x in g], lambda: aiter(5), lambda: anext(5), lambda: drive(anext(agen(0), "default")), lambda: drive(anext(agen(0))), lambda: len(g)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


class BadAiter:
    def __aiter__(self):
        return 5


class BadAnext:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5


class NoAexit:
    async def __aenter__(self):
        return 1


class SyncManager:
    def __enter__(self):
        return 1

    def __exit__(self, *args):
        return None


class PlainAenter:
    def __aenter__(self):
        return 5

    async def __aexit__(self, *args):
        pass


async def async_for(x):
    async for _ in x:
        return "iterated"


async def async_with(x):
    async with x as y:
        return y


for value in (5, [1], BadAiter(), BadAnext(), plain_generator()):
    print(drive(async_for(value)))
for value in (5, NoAexit(), SyncManager(), PlainAenter()):
    print(drive(async_with(value)))


class Manager:
    def __init__(self, suppress):
        self.suppress = suppress

    async def __aenter__(self):
        return await Awaitable("enter")

    async def __aexit__(self, kind, value, tb):
        await Awaitable(("exit", kind.__name__ if kind else None))
        return self.suppress


async def managed(suppress, fail):
    for i in range(2):
        async with Manager(suppress) as entered, Manager(False):
            if fail and i == 0:
                raise LookupError("inside")
            return i, entered
    return "loop ended"


print(drive(managed(False, False), "s1"), drive(managed(True, True)), drive(managed(False, True)))


async def return_in_finally_order():
    try:
        try:
            await Awaitable(1)
            return "value"
        finally:
            await Awaitable(2)
    finally:
        await Awaitable(3)


c = return_in_finally_order()
print(drive(c))
c = return_in_finally_order()
print(c.send(None), c.throw(ValueError("t")), c.send(None))
try:
    c.send(None)
except ValueError as error:
    print(repr(error))


class Lazy:
    async def method(self):
        return self

    @classmethod
    async def make(cls):
        return cls.__name__

    async def __call__(self):
        return "called"


print(drive(Lazy.make()), drive(Lazy()()), type(drive(Lazy().method())[1]).__name__)
lam = lambda: (await_value async for await_value in agen(1))
print(type(lam()).__name__)


async def deep(n):
    return 0 if n == 0 else 1 + await deep(n - 1)


print(drive(deep(100)))


async def comprehension_mix():
    return [await awaiting(simple()) + str(i) for i in range(2) if await simple()], {k: await simple() for k in "a"}, (await simple()).upper(), f"{await simple()!r}", await (simple() if 1 else None), [*(await Awaitable(1, 2))], -len(await simple()), await simple() in ["simple"], (x := await simple())


print(drive(comprehension_mix()))
