"""Generator pipelines, infinite generators, laziness, itertools written by hand, coroutines that push, schedulers."""


def naturals(start=0):
    while True:
        yield start
        start += 1


def take(n, iterable):
    it = iter(iterable)
    for _ in range(n):
        try:
            yield next(it)
        except StopIteration:
            return


def sieve(numbers):
    while True:
        prime = next(numbers)
        yield prime
        numbers = (lambda p, source: (n for n in source if n % p))(prime, numbers)


def windows(n, iterable):
    window = []
    for item in iterable:
        window.append(item)
        if len(window) == n:
            yield tuple(window)
            window.pop(0)


def group_by(iterable, key):
    group, current = [], None
    for item in iterable:
        k = key(item)
        if group and k != current:
            yield current, group
            group = []
        current = k
        group.append(item)
    if group:
        yield current, group


def interleave(*iterables):
    iterators = [iter(i) for i in iterables]
    while iterators:
        for it in iterators[:]:
            try:
                yield next(it)
            except StopIteration:
                iterators.remove(it)


def product(*pools):
    if not pools:
        yield ()
        return
    for item in pools[0]:
        for rest in product(*pools[1:]):
            yield (item, *rest)


def collatz(n):
    while n != 1:
        yield n
        n = n // 2 if n % 2 == 0 else 3 * n + 1
    yield 1


print(list(take(10, sieve(naturals(2)))), list(take(3, windows(3, naturals()))), list(group_by([1, 1, 2, 4, 3, 5], lambda n: n % 2)), list(interleave("abc", range(2), [None])), list(product("ab", [1, 2])), list(collatz(6)))


def read(lines):
    for line in lines:
        print("<", end="")
        yield line


def parse(lines):
    for line in lines:
        key, _, value = line.partition("=")
        if value:
            yield key.strip(), value.strip()


def typed(pairs):
    for key, value in pairs:
        yield key, int(value) if value.isdigit() else value


pipeline = typed(parse(read(["a = 1", "junk", "b=two", "c = 33"])))
print("nothing read yet")
print(next(pipeline))
print(dict(pipeline))


def coroutine(function):
    def start(*args):
        g = function(*args)
        next(g)
        return g

    return start


@coroutine
def grep(pattern, target):
    try:
        while True:
            line = yield
            if pattern in line:
                target.send(line)
    except GeneratorExit:
        target.close()


@coroutine
def collect(result):
    try:
        while True:
            result.append((yield))
    finally:
        result.append("closed")


result = []
search = grep("py", collect(result))
for line in ("python", "java", "pypy", "c"):
    search.send(line)
search.close()
print(result)


class Scheduler:
    def __init__(self):
        self.ready = []
        self.log = []
        self.waiting = {}

    def spawn(self, name, task):
        self.ready.append((name, task, None))

    def run(self):
        while self.ready:
            name, task, value = self.ready.pop(0)
            try:
                request = task.send(value)
            except StopIteration as stop:
                self.log.append(f"{name} returned {stop.value}")
                for waiter in self.waiting.pop(name, []):
                    self.ready.append((*waiter, stop.value))
                continue
            except Exception as error:
                self.log.append(f"{name} died of {error!r}")
                continue
            match request:
                case ("join", other):
                    self.waiting.setdefault(other, []).append((name, task))
                case ("spawn", child, generator):
                    self.spawn(child, generator)
                    self.ready.append((name, task, child))
                case None:
                    self.ready.append((name, task, None))
                case other:
                    self.log.append(f"{name}: {other}")
                    self.ready.append((name, task, other))


def worker(n):
    for i in range(n):
        yield f"step {i}"
    return n * 100


def boss():
    child = yield ("spawn", "child", worker(2))
    yield
    value = yield ("join", child)
    echo = yield "echo"
    return value, echo


def failing():
    yield
    raise KeyError("oops")


scheduler = Scheduler()
scheduler.spawn("boss", boss())
scheduler.spawn("failing", failing())
scheduler.spawn("other", worker(3))
scheduler.run()
print("\n".join(scheduler.log))


def fibonacci():
    a, b = 0, 1
    while True:
        reset = yield a
        a, b = (0, 1) if reset else (b, a + b)


fib = fibonacci()
print([next(fib) for _ in range(15)], fib.send(True), [next(fib) for _ in range(3)])
print(sum(x for x in take(1000, naturals()) if x % 3 == 0), max(collatz(27)), len(list(collatz(27))), sum(1 for _ in product(range(5), range(6), range(7))))


def many_locals(a, b=2, *args, c=3, **kw):
    d = a + b
    for e in args:
        f = e * d
        yield d, e, f
        d += c
        if f > 50:
            g = "big"
            try:
                yield g, kw
            finally:
                del g
    else:
        h = [d for d in range(2)]
        yield h, d
    with_closure = lambda: (a, d)
    a += 1
    yield with_closure()


print(list(many_locals(1, 2, 5, 10, c=4, k="v")))
nested = ((i, j) for i in range(3) for j in (k * 10 for k in range(i)))
print(list(nested), list((yield_value for yield_value in [lambda: (x for x in "ab")][0]())))


class Tree:
    def __init__(self, *children):
        self.children = children

    def walk(self, depth=0):
        yield depth
        for child in self.children:
            yield from child.walk(depth + 1)


print(list(Tree(Tree(), Tree(Tree(Tree())), Tree()).walk()))
live = (lambda: [(yield 1), (yield 2)])()
print(next(live), live.send("a"))
try:
    live.send("b")
except StopIteration as stop:
    print(stop.value)
