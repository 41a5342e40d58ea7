"""sort and sorted: stability, key, reverse, errors in the middle, mixed numbers, big inputs; min and max."""

state = 12345


def rand(limit):
    global state
    state = (state * 1103515245 + 12345) % 2**31
    return state % limit


numbers = [rand(1000) for _ in range(200)]
print(sorted(numbers) == sorted(numbers, reverse=True)[::-1], sorted(numbers)[:10], sorted(numbers)[-5:])
pairs = [(rand(5), i) for i in range(100)]
by_first = sorted(pairs, key=lambda pair: pair[0])
print(all(a[0] < b[0] or (a[0] == b[0] and a[1] < b[1]) for a, b in zip(by_first, by_first[1:])))
by_first = sorted(pairs, key=lambda pair: pair[0], reverse=True)
print(all(a[0] > b[0] or (a[0] == b[0] and a[1] < b[1]) for a, b in zip(by_first, by_first[1:])), by_first[:6])
for pattern in (range(50), range(50, 0, -1), [1] * 20, [0, 1] * 10, [*range(30), *range(30)], [2.5, 1, 2**70, -1.5, True, -(2**65), 0.0, 2**53]):
    values = list(pattern)
    result = sorted(values)
    print(result[:9], result[-3:], len(result), all(a <= b for a, b in zip(result, result[1:])))
print(sorted("hello World"), sorted(["b", "B", "a", "A"], key=str.lower), sorted(["10", "9", "2"], key=int), sorted([(2, "b"), (1, "z"), (2, "a")]), sorted({"x": 1, "a": 2}), sorted([[2], [1, 5], []]), sorted(["é", "z", "😀", "\uffff", "a"]))
print(sorted([3, 1, 2], key=None), sorted([], key=lambda x: 1 / 0), sorted([-3, 2, -1], key=abs), sorted(range(5), key=lambda n: (n % 2, -n)), sorted(b"cab"))
comparisons = 0


class Item:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        global comparisons
        comparisons += 1
        return self.value < other.value

    def __repr__(self):
        return f"I{self.value}"


print(sorted([Item(n) for n in (3, 1, 2)]), comparisons)
comparisons = 0
sorted(Item(n) for n in range(100))
print("comparisons when sorted", comparisons)
comparisons = 0
sorted([Item(n) for n in range(100)], reverse=True)
print("comparisons when reversed", comparisons)
comparisons = 0
sorted([Item(n) for n in numbers])
print("comparisons at random", comparisons)
print(min([Item(2), Item(1)]), max([Item(1), Item(3), Item(2)], key=lambda item: item.value))
keys = []
items = [3, 1, 2]
items.sort(key=lambda n: keys.append(n) or n)
print(items, keys)
failing = [5, 3, 4, "x", 1, 2]
try:
    failing.sort()
except TypeError as error:
    print(error, sorted(map(str, failing)))
mutated = [3, 2, 1]
try:
    mutated.sort(key=lambda n: mutated.append(n) or n)
except ValueError as error:
    print(error, mutated)
seen = []
watched = [2, 1]
watched.sort(key=lambda n: seen.append(len(watched)) or n)
print(seen, watched)
for bad in (lambda: sorted(), lambda: sorted([1], lambda x: x), lambda: sorted([1], cmp=1), lambda: sorted([1], key=5), lambda: [2, 1].sort(reverse="x"), lambda: [2, 1].sort(reverse=None), lambda: sorted([1, None]), lambda: sorted([1j, 2j]), lambda: sorted([{}, {}]), lambda: sorted([(1, "a"), (1, 2)])):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
print(min(3, 1, 2), max([1, 5, 3]), min("b", "a"), max("abc"), min([], default="none"), max((), default=None), min([[2], [1]]), max([1, 2, 3], key=lambda n: -n), min(1, 1.0), max(1.0, 1), max(True, 1), min({"b": 1, "a": 2}), max([(1, 2), (1, 3)]), min("bca", key=ord), max(range(10)))
for bad in (lambda: min(), lambda: min(1), lambda: min([]), lambda: max(1, 2, default=3), lambda: max([1, "a"]), lambda: min([1], key=5), lambda: min(1, 2, foo=3), lambda: max(None)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
