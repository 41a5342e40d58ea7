"""Exceptions: raised and caught here, one and several calls down, finally, dictionary misses, conversions, custom classes."""

import sys
import time


class ParseError(Exception):
    def __init__(self, message, position):
        super().__init__(message)
        self.position = position


class Retry(ParseError):
    pass


def raise_here(rounds):
    caught = 0
    for i in range(rounds):
        try:
            if i % 2:
                raise ValueError(i)
            caught += 1
        except ValueError:
            caught += 2
    return caught


def check(n):
    if n % 3 == 0:
        raise KeyError(n)
    return n


def one_down(rounds):
    total = 0
    for i in range(rounds):
        try:
            total += check(i)
        except KeyError as error:
            total -= error.args[0] % 7
    return total


def deep(n, depth):
    if depth == 0:
        if n % 2 == 0:
            raise ParseError("deep", n)
        return n
    return deep(n, depth - 1) + 1


def many_down(rounds):
    total = 0
    for i in range(rounds):
        try:
            total += deep(i, 8)
        except Retry:
            total += 1000
        except ParseError as error:
            total += error.position % 13
    return total


def with_finally(rounds):
    opened = closed = 0
    for i in range(rounds):
        try:
            opened += 1
            try:
                if i % 5 == 0:
                    raise OSError("gone")
                if i % 7 == 0:
                    continue
                closed += 1
            finally:
                closed += 2
        except OSError:
            opened += 3
    return opened * 3 + closed


def misses(rounds):
    table = {i: i * i for i in range(0, 100, 2)}
    values = [3, 1, 4, 1, 5]
    total = 0
    for i in range(rounds):
        try:
            total += table[i % 100]
        except KeyError:
            total += 1
        try:
            total += values[i % 8]
        except IndexError:
            total += 2
    return total


def conversions(rounds):
    texts = ["12", "x", "7.5", "", "99", "1e", "-4"]
    total = 0
    for i in range(rounds):
        text = texts[i % 7]
        try:
            total += int(text)
        except ValueError:
            try:
                total += int(float(text) * 2)
            except ValueError:
                total += 1
        try:
            total += text.missing
        except AttributeError:
            total += 1
    return total


def rethrow(n):
    try:
        return check(n)
    except KeyError as error:
        raise Retry("again", n) from error


def chained(rounds):
    total = 0
    for i in range(rounds):
        try:
            total += rethrow(i)
        except ParseError as error:
            total += error.position + isinstance(error.__cause__, KeyError)
    return total


class Guard:
    def __init__(self):
        self.failures = 0

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        if kind is not None:
            self.failures += 1
        return kind is ZeroDivisionError


def guarded(rounds):
    guard = Guard()
    total = 0
    for i in range(rounds):
        with guard:
            total += 100 // (i % 4)
    return total + guard.failures


def drain(rounds):
    total = 0
    for i in range(rounds):
        numbers = iter(range(i % 5))
        while True:
            try:
                total += next(numbers)
            except StopIteration:
                break
    return total


def never_raised(rounds):
    total = 0
    for i in range(rounds):
        try:
            total += i
        except ValueError:
            total = 0
        finally:
            total ^= 1
    return total


def run():
    result = raise_here(10000) + one_down(12000) + many_down(4000) + with_finally(15000) + misses(15000)
    return result + conversions(9000) + chained(7000) + guarded(9000) + drain(4000) + never_raised(30000)


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
    measure("exceptions", 8, int(sys.argv[1]) if len(sys.argv) > 1 else 5)
