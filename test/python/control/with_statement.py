"""with statements: order, suppression, several managers, exceptions in enter and exit, return and break inside."""

log = []


class Manager:
    def __init__(self, name, suppress=False, fail_enter=False, fail_exit=False):
        self.name, self.suppress, self.fail_enter, self.fail_exit = name, suppress, fail_enter, fail_exit

    def __enter__(self):
        log.append("enter " + self.name)
        if self.fail_enter:
            raise RuntimeError("enter " + self.name)
        return self.name.upper()

    def __exit__(self, kind, value, traceback):
        log.append(f"exit {self.name} {kind.__name__ if kind else None} {value!r} {traceback is not None}")
        if self.fail_exit:
            raise KeyError("exit " + self.name)
        return self.suppress


def show(action):
    log.clear()
    try:
        result = action()
    except Exception as error:
        result = (repr(error), repr(error.__context__))
    print(action.__name__, result)
    for entry in log:
        print("   ", entry)


def simple():
    with Manager("a") as a:
        return a


def several():
    with Manager("a") as a, Manager("b") as b, Manager("c"):
        log.append(a + b)
    return "done"


def parenthesized():
    with (
        Manager("a") as a,
        Manager("b"),
    ):
        return a


def raising():
    with Manager("a"), Manager("b"):
        raise ValueError("v")


def suppressed():
    with Manager("a"), Manager("b", suppress=True), Manager("c"):
        raise ValueError("v")
    return "after"


def enter_fails():
    with Manager("a"), Manager("b", fail_enter=True), Manager("c"):
        log.append("never")


def enter_fails_suppressed():
    with Manager("a", suppress=True), Manager("b", fail_enter=True):
        log.append("never")
    return "outer swallowed it"


def exit_fails():
    with Manager("a"), Manager("b", fail_exit=True):
        pass


def exit_fails_while_raising():
    with Manager("a"), Manager("b", fail_exit=True):
        raise ValueError("original")


def exit_replaces_then_suppressed():
    with Manager("a", suppress=True), Manager("b", fail_exit=True):
        raise ValueError("original")
    return "gone"


def loop():
    out = []
    for i in range(4):
        with Manager(str(i), suppress=True):
            if i == 1:
                continue
            if i == 2:
                1 / 0
            if i == 3:
                break
            out.append(i)
    return out


def in_finally():
    try:
        with Manager("a"):
            return "returned"
    finally:
        log.append("finally")


def target_forms():
    class Box:
        pass

    box, items = Box(), [0, 0]
    with Manager("p") as box.attr, Manager("q") as items[1]:
        pass
    with Manager("xy") as (first, second):
        pass
    return box.attr, items, first, second


def expression_only():
    m = Manager("m")
    with m, m:
        pass
    return "reused"


def truthy_exit():
    class Odd(Manager):
        def __exit__(self, *args):
            super().__exit__(*args)
            return "truthy text"

    with Odd("odd"):
        raise ValueError
    return "suppressed by text"


def stop_iteration():
    with Manager("s"):
        next(iter([]))


def generator_based():
    def body():
        with Manager("g"):
            yield 1
            yield 2

    g = body()
    next(g)
    g.close()
    return list(body())


def nested_return():
    with Manager("outer"):
        for i in range(3):
            with Manager("inner"):
                if i == 1:
                    return i


for action in (simple, several, parenthesized, raising, suppressed, enter_fails, enter_fails_suppressed, exit_fails, exit_fails_while_raising, exit_replaces_then_suppressed, loop, in_finally, target_forms, expression_only, truthy_exit, stop_iteration, generator_based, nested_return):
    show(action)


class NoEnter:
    def __exit__(self, *args):
        pass


class NoExit:
    def __enter__(self):
        pass


class OnInstance:
    pass


class AsyncOnly:
    async def __aenter__(self):
        pass

    async def __aexit__(self, *args):
        pass


on_instance = OnInstance()
on_instance.__enter__ = lambda: 1
on_instance.__exit__ = lambda *a: None
for manager in (NoEnter(), NoExit(), 5, None, on_instance, NoEnter, AsyncOnly()):
    try:
        with manager:
            print("never")
    except TypeError as error:
        print("TypeError", error)


class Counting:
    depth = 0

    def __enter__(self):
        Counting.depth += 1
        return Counting.depth

    def __exit__(self, *exc):
        Counting.depth -= 1


with Counting() as one, Counting() as two:
    with Counting() as three:
        print(one, two, three, Counting.depth)
print(Counting.depth)


class Transaction:
    def __init__(self, data):
        self.data = data

    def __enter__(self):
        self.saved = dict(self.data)
        return self.data

    def __exit__(self, kind, value, tb):
        if kind is not None:
            self.data.clear()
            self.data.update(self.saved)
        return kind is not None and issubclass(kind, LookupError)


data = {"a": 1}
with Transaction(data) as d:
    d["b"] = 2
with Transaction(data) as d:
    d["c"] = 3
    d["missing"]
print(data)
with (yielded := Manager("walrus")), Manager("x") as m:
    print(yielded.name, m)
with (Manager("tuple of one")):
    pass
