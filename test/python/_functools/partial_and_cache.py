"""partial with placeholders, the cache of lru_cache, cmp_to_key and reduce."""
import _functools
from _functools import partial, reduce, cmp_to_key, Placeholder, _lru_cache_wrapper


def attempt(f, *args, **names):
    try:
        return f(*args, **names)
    except Exception as error:
        return type(error).__name__, str(error)


def show(*args, **names):
    return args, names


p = partial(show, 1, 2, a=3)
print(p(), p(4), p(4, a=5, b=6), p.args, p.keywords, p.func is show)
q = partial(p, 10, b=1)
print(q.func is show, q.args, q.keywords, q(20, 30, 40, 50, 60, c=1))
r = partial(show, Placeholder, 2, Placeholder, 4)
print(r(1, 3), r(1, 3, 5), attempt(r, 1))
s = partial(r, 'x')
print(s.args, s('y'), s('y', 'z'), attempt(s))
print(attempt(partial, show, Placeholder), attempt(partial, show, a=Placeholder))
print(attempt(partial, 1), repr(Placeholder), type(Placeholder)() is Placeholder)
print(attempt(type(Placeholder), 1), Placeholder.__reduce__())


class Shown:
    def __repr__(self):
        return 'Shown'

    def __call__(self, *args, **names):
        return args, names


print(partial(Shown(), 1, 'x', k=[2]))
u = partial(Shown())
u.__setstate__((u, (u,), {'me': u}, {'extra': 1}))
u.__setstate__((Shown(), (1,), {'me': u}, {'extra': 1}))
print(u, u.extra, u.__reduce__()[2][1])
print(attempt(u.__setstate__, (1, 2, 3)), attempt(u.__setstate__, (Shown(), (Placeholder,), {}, None)))


class Sub(partial):
    def __call__(self, *args):
        return 'sub', args


print(Sub(show, 1)(2), partial(Sub(show, 1), 3)(4))


class Owner:
    bound = partial(show, 'p')


print(len(Owner().bound(1)[0]), Owner.bound(1))

calls = []


def slow(*args, **names):
    calls.append((args, names))
    return len(calls)


def info(*args):
    return args


cached = _lru_cache_wrapper(slow, 2, False, info)
print([cached(x) for x in (1, 2, 1, 3, 2, 1, 3)], cached.cache_info())
cached.cache_clear()
print(cached.cache_info())
print([cached(1), cached(1.0), cached(True), cached(x=1), cached(x=1), cached(1, x=1)], cached.cache_info())
unbounded = _lru_cache_wrapper(slow, None, True, info)
print([unbounded(1) == unbounded(1.0), unbounded('a') == unbounded('a'), unbounded(a=1, b=2) == unbounded(b=2, a=1)], unbounded.cache_info())
none = _lru_cache_wrapper(slow, 0, False, info)
print(none(1) == none(1), none.cache_info())
print(_lru_cache_wrapper(slow, -5, False, info).cache_info())
print(attempt(_lru_cache_wrapper, 1, 2, False, info), attempt(_lru_cache_wrapper, slow, 'x', False, info))
print(attempt(cached, []), attempt(cached, [], 2), attempt(cached, {}))
fib = _lru_cache_wrapper(lambda n: n if n < 2 else fib(n - 1) + fib(n - 2), None, False, info)
print(fib(90), fib.cache_info())


def failing(x):
    raise ValueError(x)


failed = _lru_cache_wrapper(failing, 3, False, info)
print(attempt(failed, 1), attempt(failed, 1), failed.cache_info())


class Method:
    def f(self, x):
        return x * 2
    f = _lru_cache_wrapper(f, 10, False, info)


m = Method()
print(m.f(2), m.f(2), Method.f.cache_info(), cached.__copy__() is cached)

key = cmp_to_key(lambda a, b: (a % 5) - (b % 5))
print(sorted(range(12), key=key), key(1).obj, key(7) == key(2), key(7) > key(1), key(3) != key(8))
print(attempt(lambda: key(1) < 3), attempt(lambda: key < key))
print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a + b, [], 5), reduce(lambda a, b: a * b, [2, 3], initial=4))
print(attempt(reduce, 1, 2), attempt(reduce, 1, []), attempt(reduce, 1, [3]), attempt(reduce, 1))
