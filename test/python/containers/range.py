"""range: arithmetic, membership, slicing, equality, iteration, big values, errors."""

for r in (range(0), range(5), range(2, 9, 3), range(10, 0, -3), range(0, -5), range(-3, 3, 2), range(2**70, 2**70 + 10, 4), range(5, 5), range(10, 0, -100)):
    print(r, len(r), list(r), bool(r), r[::-1], r[1:], list(reversed(r)), r == range(*r.indices(0)) if hasattr(r, "indices") else "", r.start, r.stop, r.step)
r = range(10, 50, 5)
print(r[0], r[-1], r[2:5], r[::2], r[::-2], r[100:], 20 in r, 21 in r, 20.0 in r, "a" in r, True in range(2), r.index(20), r.count(20), r.count(7), 2**64 in range(0, 2**65, 2), min(r), max(r), sum(r))
print(range(0) == range(2, 2), range(0, 3, 2) == range(0, 4, 2), range(3) == [0, 1, 2], hash(range(0, 3, 2)) == hash(range(0, 4, 2)), range(3) != range(4), range(2, 1) == range(0, -5, 1), {range(3): 1}[range(0, 3, 1)])
for bad in (lambda: range(), lambda: range(1, 2, 0), lambda: range("a"), lambda: range(1.0), lambda: range(1, 2, 3, 4), lambda: r[8], lambda: r[-9], lambda: r["a"], lambda: r[1.0], lambda: r.index(11), lambda: r.index("x"), lambda: range(3) < range(4), lambda: range(3) + range(3), lambda: range(3) * 2, lambda: len(range(2**64)), lambda: r.__setitem__, lambda: setattr(r, "start", 5), lambda: range(stop=5), lambda: range(None), lambda: range(0, 5, None)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


print(range(Index(3)), list(range(Index(1), Index(10), Index(4))), range(5)[Index(2)], range(True), list(range(2**53 - 1, 2**53 + 2)), range(2**64)[2**63], range(-(2**64), 2**64, 2**63)[-1])
it = iter(range(3))
print(next(it), it.__length_hint__(), list(it), next(it, "end"), list(iter(range(2**65, 2**65 + 2))), type(iter(range(3))).__name__, type(iter(range(2**70))).__name__)
for i in range(3):
    i = i * 10
    print(i, end=" ")
print(i)
for i in range(0):
    pass
print(i)
total = 0
for i in range(10):
    for j in range(i, 10, i + 1):
        if (i + j) % 4 == 0:
            continue
        if j > 8:
            break
        total += i * j
    else:
        total += 1000
print(total)
n = 5
for i in range(n):
    n += 1
print(n, i)
saved = range
counted = []


def fake(stop):
    counted.append(stop)
    return [7, 8]


range = fake
print([i for i in range(5)], counted)
for i in range(9):
    counted.append(i)
print(counted)
del range
print(list(range(3)), range is saved)
