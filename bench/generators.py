"""Generators: pipelines, yield from, tree walks, coroutines with send, generator expressions, permutations."""

import sys
import time


def count(limit):
    n = 0
    while n < limit:
        yield n
        n += 1


def keep(predicate, source):
    for item in source:
        if predicate(item):
            yield item


def change(function, source):
    for item in source:
        yield function(item)


def chunks(size, source):
    chunk = []
    for item in source:
        chunk.append(item)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def pipeline(limit):
    odd = keep(lambda n: n % 2, count(limit))
    squares = change(lambda n: n * n % 1013, odd)
    return sum(sum(chunk) * len(chunk) for chunk in chunks(5, squares))


class Node:
    def __init__(self, key, left=None, right=None):
        self.key = key
        self.left = left
        self.right = right

    def __iter__(self):
        if self.left is not None:
            yield from self.left
        yield self.key
        if self.right is not None:
            yield from self.right


def build(low, high):
    if low >= high:
        return None
    middle = (low + high) // 2
    return Node(middle, build(low, middle), build(middle + 1, high))


def flatten(items):
    for item in items:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


def nest(depth, width):
    if depth == 0:
        return list(range(width))
    return [nest(depth - 1, width) for _ in range(3)] + [depth]


def permutations(items):
    if len(items) <= 1:
        yield items
    else:
        for rest in permutations(items[1:]):
            for i in range(len(items)):
                yield rest[:i] + items[:1] + rest[i:]


def average():
    total = number = 0
    mean = 0
    while True:
        value = yield mean
        total += value
        number += 1
        mean = total // number


def accumulate(rounds):
    coroutine = average()
    next(coroutine)
    result = 0
    for i in range(rounds):
        result = (result + coroutine.send(i * 7 % 101)) % 10007
    return result


def task(name, steps):
    total = 0
    for i in range(steps):
        total += yield name + i
    return total


def schedule(count, steps):
    ready = [(task(i, steps + i), None) for i in range(count)]
    result = 0
    while ready:
        following = []
        for running, value in ready:
            try:
                request = running.send(value)
            except StopIteration as stop:
                result += stop.value
            else:
                following.append((running, request % 5))
        ready = following
    return result


def expressions(limit):
    pairs = ((i, j) for i in range(limit) for j in range(i) if (i + j) % 3 == 0)
    total = sum(i * j % 11 for i, j in pairs)
    return total + max(n % 97 for n in range(limit * 20)) + any(n > limit * 10 for n in range(limit * 12))


def countdown(n):
    if n:
        yield n
        yield from countdown(n - 1)


def run():
    result = pipeline(24000)
    tree = build(0, 2500)
    result += sum(tree) + sum(1 for key in tree if key % 2)
    result += sum(flatten(nest(6, 5))) + sum(p[0] for p in permutations([1, 2, 3, 4, 5, 6]))
    result += accumulate(14000) + schedule(40, 150) + expressions(140)
    return result + sum(countdown(90))


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
    measure("generators", 20, int(sys.argv[1]) if len(sys.argv) > 1 else 5)
