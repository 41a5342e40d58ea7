"""Plain calls: recursion, defaults, keywords, star arguments, closures, functions as values."""

import sys
import time


def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


def takeuchi(x, y, z):
    if y >= x:
        return z
    return takeuchi(takeuchi(x - 1, y, z), takeuchi(y - 1, z, x), takeuchi(z - 1, x, y))


def blend(a, b, weight=3, offset=1):
    return (a * weight + b + offset) % 1009


def configure(base, *, scale=2, shift=0, limit=997):
    return (base * scale + shift) % limit


def total(*values):
    result = 0
    for value in values:
        result += value
    return result


def collect(first, *rest, **options):
    return first + len(rest) + options.get("extra", 0)


def make_counter(start, step=1):
    count = start

    def increment(by=step):
        nonlocal count
        count = (count + by) % 10007
        return count

    def read():
        return count

    return increment, read


def compose(*functions):
    def composed(value):
        for function in functions:
            value = function(value)
        return value

    return composed


def adder(n):
    return lambda value: value + n


def with_defaults(rounds):
    value = 1
    for i in range(rounds):
        value = blend(value, i)
        value = blend(value, i, 5)
        value = blend(value, b=i, offset=7)
        value = configure(value, shift=i)
        value = configure(value, limit=1013, scale=3)
    return value


def with_stars(rounds):
    value = 0
    triple = (1, 2, 3)
    for i in range(rounds):
        value += total(i, 1, 2) + total(*triple)
        value += collect(i, 1, 2, extra=3) + collect(*triple, extra=i)
        value %= 100003
    return value


def with_closures(rounds):
    increment, read = make_counter(5, 3)
    pipeline = compose(adder(1), adder(2), lambda value: value * 3 % 1000, adder(4))
    value = 0
    for i in range(rounds):
        increment()
        increment(i)
        value = pipeline(value + read())
    return value


def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


def run():
    result = fibonacci(19) + takeuchi(12, 8, 4)
    result += with_defaults(14000) + with_stars(10000) + with_closures(12000)
    for n in range(150):
        result += even(n)
    return result


def measure(name, iterations, repeats):
    """Prints the best time of `iterations` runs, after as many to warm up."""
    check = run()
    best = float("inf")
    for repeat in range(repeats + 1):
        start = time.perf_counter()
        for _ in range(iterations):
            if run() != check:
                raise SystemExit(f"{name}: the check value changed")
        elapsed = time.perf_counter() - start
        if repeat > 0:
            best = min(best, elapsed)
    print(f"bench {name} seconds={best:.6f} check={check}")


if __name__ == "__main__":
    measure("calls", 10, int(sys.argv[1]) if len(sys.argv) > 1 else 5)
