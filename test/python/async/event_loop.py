"""async and await on an event loop written here: tasks, futures, sleep, cancellation, gather, async for, async with."""


class Future:
    def __init__(self):
        self.done = False
        self.result = self.error = None
        self.waiters = []

    def set_result(self, value):
        self.done, self.result = True, value
        self.wake()

    def set_error(self, error):
        self.done, self.error = True, error
        self.wake()

    def wake(self):
        for waiter in self.waiters:
            loop.ready.append((waiter, None))
        self.waiters.clear()

    def __await__(self):
        if not self.done:
            yield self
        if self.error:
            raise self.error
        return self.result


class Cancelled(BaseException):
    pass


class Task(Future):
    def __init__(self, name, coroutine):
        super().__init__()
        self.name, self.coroutine = name, coroutine
        self.waiting_on = None
        loop.ready.append((self, None))

    def step(self, error):
        try:
            if error is None:
                future = self.coroutine.send(None)
            else:
                future = self.coroutine.throw(error)
        except StopIteration as stop:
            self.set_result(stop.value)
        except (Exception, Cancelled) as error:
            self.set_error(error)
        else:
            self.waiting_on = future
            future.waiters.append(self)

    def cancel(self):
        if self.waiting_on and self in self.waiting_on.waiters:
            self.waiting_on.waiters.remove(self)
        loop.ready.append((self, Cancelled(self.name)))


class Loop:
    def __init__(self):
        self.ready, self.timers, self.now, self.sequence = [], [], 0, 0

    def call_later(self, delay, future):
        self.sequence += 1
        self.timers.append((self.now + delay, self.sequence, future))
        self.timers.sort(key=lambda timer: timer[:2])

    def run(self, coroutine):
        main = Task("main", coroutine)
        while not main.done:
            while self.ready:
                task, error = self.ready.pop(0)
                if not task.done:
                    task.step(error)
            if main.done:
                break
            if not self.timers:
                raise RuntimeError("deadlock")
            self.now, _, future = self.timers.pop(0)
            future.set_result(None)
        if main.error:
            raise main.error
        return main.result


loop = Loop()


async def sleep(delay, value=None):
    future = Future()
    loop.call_later(delay, future)
    await future
    return value


async def gather(*coroutines):
    tasks = [Task(f"g{i}", c) for i, c in enumerate(coroutines)]
    return [await task for task in tasks]


def say(*words):
    print(f"[{loop.now}]", *words)


async def worker(name, delay, count):
    for i in range(count):
        await sleep(delay)
        say(name, i)
    return f"{name} finished"


async def failing():
    await sleep(2)
    raise ValueError("failed on purpose")


class Resource:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        await sleep(1)
        say("acquired", self.name)
        return self

    async def __aexit__(self, kind, value, traceback):
        await sleep(1)
        say("released", self.name, kind.__name__ if kind else None)
        return kind is KeyError


class Ticker:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return await sleep(1, self.n)


async def numbers(n):
    try:
        for i in range(n):
            await sleep(1)
            received = yield i
            if received:
                say("received", received)
    finally:
        say("numbers cleaned up")


class Queue:
    def __init__(self):
        self.items, self.getters = [], []

    def put(self, item):
        if self.getters:
            self.getters.pop(0).set_result(item)
        else:
            self.items.append(item)

    async def get(self):
        if self.items:
            return self.items.pop(0)
        future = Future()
        self.getters.append(future)
        return await future


async def producer(queue, n):
    for i in range(n):
        await sleep(1)
        queue.put(i * i)
    queue.put(None)


async def consumer(queue):
    total = 0
    while (item := await queue.get()) is not None:
        total += item
        say("consumed", item)
    return total


async def main():
    say(await gather(worker("a", 2, 2), worker("b", 3, 2)))
    try:
        await gather(failing(), sleep(1))
    except ValueError as error:
        say("caught", error)
    async with Resource("r") as r, Resource("s"):
        say("using", r.name)
    async with Resource("suppressing"):
        raise KeyError
    async for tick in Ticker(3):
        if tick == 1:
            continue
        say("tick", tick)
    else:
        say("no more ticks")
    async for n in numbers(2):
        say("number", n)
    say([x async for x in numbers(3) if x], {x: y async for x in Ticker(2) for y in "ab"}, [await sleep(1, i) for i in range(2)], sum([x async for x in Ticker(4)]))
    queue = Queue()
    results = await gather(consumer(queue), producer(queue, 3))
    say("totals", results)
    task = Task("victim", worker("victim", 1, 100))
    await sleep(3)
    task.cancel()
    try:
        await task
    except Cancelled as error:
        say("cancelled", error)
    agen = numbers(5)
    say(await agen.asend(None), await agen.asend("hello"), await anext(agen))
    try:
        await agen.athrow(IndexError("thrown in"))
    except IndexError as error:
        say(repr(error))
    agen = numbers(5)
    await anext(agen)
    await agen.aclose()
    say(await anext(agen, "default"), await anext(aiter(Ticker(1))))
    return "main result"


print(loop.run(main()), loop.now)


async def deadlock():
    await Future()


try:
    Loop.run(loop, deadlock())
except RuntimeError as error:
    print(error)
