"""Lists: comprehensions, slices, sort with key, stacks and queues, tables of dynamic programming, zip, insertion."""

import sys
import time


def numbers(length, seed=3):
    value = seed
    result = []
    for _ in range(length):
        value = (value * 16807) % 2147483647
        result.append(value % 10000)
    return result


def sorting(values):
    ascending = sorted(values)
    by_digits = sorted(values, key=lambda n: (n % 10, n))
    descending = values[:]
    descending.sort(reverse=True)
    pairs = [(n % 100, i) for i, n in enumerate(values)]
    pairs.sort(key=lambda pair: pair[0])
    return ascending[100] + by_digits[200] + descending[300] + pairs[400][1]


def merge_sort(values):
    if len(values) < 2:
        return values
    middle = len(values) // 2
    left, right = merge_sort(values[:middle]), merge_sort(values[middle:])
    result = []
    i = j = 0
    while i < len(left) and j < len(right):
        if left[i] <= right[j]:
            result.append(left[i])
            i += 1
        else:
            result.append(right[j])
            j += 1
    return result + left[i:] + right[j:]


def comprehensions(values):
    squares = [n * n for n in values]
    evens = [n for n in squares if n % 2 == 0]
    table = [[(i * j) % 7 for j in range(40)] for i in range(40)]
    flat = [cell for row in table for cell in row if cell]
    columns = [list(column) for column in zip(*table)]
    return sum(evens) % 1009 + len(flat) + sum(map(sum, columns)) + sum(a * b for a, b in zip(values, values[1:])) % 997


def slices(values):
    total = 0
    for i in range(0, len(values), 8):
        window = values[i : i + 8]
        total += sum(window[::2]) - window[-1]
        window[1:3] = [i, i + 1, i + 2]
        window.reverse()
        total += len(window) + window[0]
        del window[::3]
        total += window[-1]
    return total


def common_subsequence(a, b):
    previous = [0] * (len(b) + 1)
    for x in a:
        current = [0]
        for j, y in enumerate(b):
            current.append(previous[j] + 1 if x == y else max(previous[j + 1], current[-1]))
        previous = current
    return previous[-1]


def stacks(rounds):
    stack, queue, total = [], [0], 0
    for i in range(rounds):
        stack.append(i)
        if i % 3 == 2:
            total += stack.pop() - stack.pop()
        queue.append(i)
        if len(queue) > 30:
            total += queue.pop(0)
        if i % 50 == 0:
            queue.insert(3, i)
        if i in queue[:5]:
            total += queue.index(i)
    return total + len(stack)


def insertion_sort(values):
    values = list(values)
    for i in range(1, len(values)):
        item = values[i]
        j = i - 1
        while j >= 0 and values[j] > item:
            values[j + 1] = values[j]
            j -= 1
        values[j + 1] = item
    return values


def run():
    values = numbers(5000)
    result = sorting(values) + merge_sort(values[:2500])[77] + comprehensions(values) + slices(values)
    result += common_subsequence([n % 12 for n in values[:170]], [n % 12 for n in values[200:370]])
    result += stacks(6000) + insertion_sort(values[:220])[50]
    doubled = values + values
    doubled *= 2
    result += len(doubled) + doubled.count(values[0]) + max(doubled) + min(doubled[::-1])
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
    measure("lists", 10, int(sys.argv[1]) if len(sys.argv) > 1 else 5)
