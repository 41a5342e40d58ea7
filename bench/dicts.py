"""Dicts: counting, grouping, memo tables with tuple keys, merging, views, deletion, inverted indexes."""

import sys
import time

WORDS = [f"{a}{b}{c}" for a in "bcdfgh" for b in "aeiou" for c in "klmnprst"]


def sequence(length, limit, seed=11):
    value = seed
    for _ in range(length):
        value = (value * 1664525 + 1013904223) & 0xFFFFFFFF
        yield (value >> 10) % limit


def count_words(indices):
    counts = {}
    for index in indices:
        word = WORDS[index]
        counts[word] = counts.get(word, 0) + 1
    return counts


def count_numbers(indices):
    counts = {}
    for index in indices:
        if index in counts:
            counts[index] += 1
        else:
            counts[index] = 1
    return counts


def group(indices):
    groups = {}
    for index in indices:
        groups.setdefault(WORDS[index][0], []).append(index)
    return {letter: sum(members) for letter, members in groups.items()}


def grid_paths(size):
    paths = {(0, 0): 1}
    for x in range(size):
        for y in range(size):
            if (x, y) != (0, 0):
                paths[x, y] = (paths.get((x - 1, y), 0) + paths.get((x, y - 1), 0)) % 1000007
    return paths[size - 1, size - 1]


def flood(size):
    seen = {(0, 0): 0}
    frontier = [(0, 0)]
    while frontier:
        following = []
        for x, y in frontier:
            for cell in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
                if 0 <= cell[0] < size and 0 <= cell[1] < size and cell not in seen and (cell[0] * cell[1]) % 5 != 1:
                    seen[cell] = seen[x, y] + 1
                    following.append(cell)
        frontier = following
    return sum(seen.values()) + len(seen)


class Cache:
    def __init__(self, size):
        self.size = size
        self.entries = {}
        self.hits = 0

    def lookup(self, key):
        entries = self.entries
        if key in entries:
            self.hits += 1
            entries[key] = value = entries.pop(key)
            return value
        value = entries[key] = key * key % 97
        if len(entries) > self.size:
            del entries[next(iter(entries))]
        return value


def merge(rounds):
    total = 0
    defaults = {"width": 80, "height": 24, "color": 3, "title": 5}
    for i in range(rounds):
        settings = {**defaults, "height": i, "extra": 1}
        settings.update(width=i % 7)
        other = settings | {"color": i}
        total += sum(other.values()) + len(settings)
        total += sum(1 for key in other.keys() & defaults.keys())
        for key, value in settings.items():
            if key != "title":
                total += value
    return total


def invert(counts):
    index = {}
    for word, count in counts.items():
        index.setdefault(count, set()).add(word)
    return sum(count * len(words) for count, words in index.items())


def run():
    indices = list(sequence(24000, len(WORDS)))
    counts = count_words(indices)
    numbers = count_numbers(indices)
    result = sum(counts.values()) + max(numbers.values()) + invert(counts)
    result += sum(group(indices).values()) + grid_paths(110) + flood(75)
    cache = Cache(100)
    result += sum(cache.lookup(index) for index in indices[:16000]) + cache.hits
    for key in [key for key in numbers if key % 3]:
        del numbers[key]
    return result + len(numbers) + merge(4000)


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
    measure("dicts", 6, int(sys.argv[1]) if len(sys.argv) > 1 else 5)
