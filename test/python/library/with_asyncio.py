"""asyncio: tasks, gather, timeouts, cancellation, queues, locks, events, task groups, streams of results."""

import asyncio


async def work(name, delay, result=None):
    await asyncio.sleep(delay / 100)
    if isinstance(result, Exception):
        raise result
    return f"{name} done" if result is None else result


async def ticker(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


async def producer(queue, n):
    for i in range(n):
        await queue.put(i)
    await queue.put(None)


async def consumer(queue, out):
    while (item := await queue.get()) is not None:
        out.append(item * item)
        queue.task_done()
    return sum(out)


class Resource:
    async def __aenter__(self):
        print("acquire")
        return self

    async def __aexit__(self, *exc):
        print("release", exc[0])
        return exc[0] is LookupError


async def cancellable():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cancelled inside")
        raise
    finally:
        print("cleanup")


async def main():
    print(await asyncio.gather(work("a", 3), work("b", 1), work("c", 2)))
    print(await asyncio.gather(work("a", 1), work("x", 1, ValueError("bad")), return_exceptions=True))
    try:
        await asyncio.gather(work("a", 1), work("x", 1, ValueError("raised")))
    except ValueError as error:
        print("gather raised", error)
    task = asyncio.create_task(cancellable(), name="victim")
    await asyncio.sleep(0)
    print(task.get_name(), task.done(), task.cancel(), task.cancelling())
    try:
        await task
    except asyncio.CancelledError as error:
        print("awaited", repr(error), task.cancelled())
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(5)
    except TimeoutError as error:
        print("timeout", repr(error))
    try:
        await asyncio.wait_for(work("slow", 500), 0.01)
    except TimeoutError:
        print("wait_for timed out")
    try:
        async with asyncio.TaskGroup() as group:
            first = group.create_task(work("ok", 1))
            group.create_task(work("x", 1, KeyError("one")))
            group.create_task(work("y", 1, ValueError("two")))
    except* KeyError as eg:
        print("group", repr(eg))
    except* ValueError as eg:
        print("group", repr(eg))
    print(first.result())
    done, pending = await asyncio.wait([asyncio.create_task(work("quick", 0)), asyncio.create_task(work("late", 5))], return_when=asyncio.FIRST_COMPLETED)
    print([t.result() for t in done], len(pending))
    print([await c for c in asyncio.as_completed([work("2", 2), work("1", 1), work("3", 3)])])
    queue, out = asyncio.Queue(2), []
    print(await asyncio.gather(producer(queue, 5), consumer(queue, out)), out, queue.empty(), queue.maxsize)
    lock, order = asyncio.Lock(), []

    async def critical(n):
        async with lock:
            order.append(n)
            await asyncio.sleep(0)
            order.append(n)

    await asyncio.gather(*(critical(n) for n in range(3)))
    print(order, lock.locked())
    event = asyncio.Event()

    async def waiter(n):
        await event.wait()
        return n

    waiters = [asyncio.create_task(waiter(n)) for n in range(2)]
    await asyncio.sleep(0)
    event.set()
    print(await asyncio.gather(*waiters), event.is_set())
    semaphore, running, most = asyncio.Semaphore(2), 0, 0

    async def limited():
        nonlocal running, most
        async with semaphore:
            running += 1
            most = max(most, running)
            await asyncio.sleep(0)
            running -= 1

    await asyncio.gather(*(limited() for _ in range(6)))
    print("at most", most)
    async with Resource():
        raise LookupError
    print([x async for x in ticker(4) if x % 2], {x: x async for x in ticker(2)}, sum([x async for x in ticker(5)]))
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_soon(future.set_result, "from call_soon")
    calls = []
    loop.call_later(0.01, calls.append, "later")
    handle = loop.call_later(0.005, calls.append, "never")
    handle.cancel()
    print(await future, future.done())
    await asyncio.sleep(0.03)
    print(calls, await asyncio.to_thread(lambda: "from a thread"))
    shielded = asyncio.create_task(work("shielded", 2))
    try:
        await asyncio.wait_for(asyncio.shield(shielded), 0.001)
    except TimeoutError:
        print("outer gave up,", await shielded)
    agen = ticker(10)
    print(await anext(agen), await agen.asend(None))
    await agen.aclose()
    print(len(asyncio.all_tasks()), asyncio.current_task().get_coro().__name__)
    return "main result"


print(asyncio.run(main()))


async def failing():
    raise RuntimeError("from main")


try:
    asyncio.run(failing())
except RuntimeError as error:
    print(error)
for bad in (lambda: asyncio.run(5), lambda: asyncio.get_running_loop(), lambda: asyncio.Queue().get_nowait()):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
with asyncio.Runner() as runner:
    print(runner.run(work("runner", 0)), runner.run(work("again", 0)))
