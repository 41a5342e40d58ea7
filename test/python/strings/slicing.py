"""Indexing and slicing of every sequence type with all kinds of bounds."""

sequences = ["abcdefgh", b"abcdefgh", bytearray(b"abcdefgh"), [0, 1, 2, 3, 4, 5, 6, 7], (0, 1, 2, 3, 4, 5, 6, 7), range(10, 26, 2)]
bounds = [None, 0, 1, 3, 7, 8, 9, 100, -1, -3, -8, -9, -100, 10**30, -(10**30)]
steps = [None, 1, 2, 3, -1, -2, -9, 100, 10**20]


def fold(values):
    result = 0
    for value in values:
        result = (result * 131 + (ord(value) if isinstance(value, str) else value) + 1) % 998244353
    return result


for sequence in sequences:
    checks = []
    for step in steps:
        total = 0
        for start in bounds:
            for stop in bounds:
                piece = sequence[start:stop:step]
                total = (total * 7 + len(piece) * 1000 + fold(piece)) % 998244353
        checks.append(total)
    print(type(sequence).__name__, checks)
    print(sequence[0], sequence[-1], sequence[2:5], sequence[::-1], sequence[5:1:-2], sequence[:0], sequence[True], sequence[slice(1, -1)])
    for index in (8, -9, 10**30, -(10**30), 1.0, "a", None, (1, 2)):
        try:
            print(sequence[index])
        except (IndexError, TypeError) as error:
            print(type(error).__name__, error)
    for bad in (slice(0, 5, 0), slice("a"), slice(1.5, None), slice(None, None, "x")):
        try:
            print(sequence[bad])
        except (ValueError, TypeError) as error:
            print(type(error).__name__, error)

s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, s == slice(1, 10, 2), s < slice(2, 3), slice(5), slice(None), hash(s) == hash(slice(1, 10, 2)))
for bounds in ((None, None, None), (1, -1, None), (None, None, -1), (-3, None, 2), (10, 0, -3), (-100, 100, 7)):
    print(bounds, [slice(*bounds).indices(length) for length in (0, 1, 5, 10)])
for bad in (lambda: slice(), lambda: slice(1, 2, 3, 4), lambda: slice(None, None, 0).indices(5), lambda: slice(1).indices(-1), lambda: slice("a").indices(3), lambda: s.foo):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


class Spy:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)


spy = Spy()
print(spy[1], spy[1:2], spy[:], spy[::], spy[1:2, 3], spy[..., None], spy[()], spy[1,], spy[*[1, 2], 3], spy["a":"b":"c"])
spy[1] = 2
spy[1:2] = [3]
spy[:, 1] = 0
del spy[5], spy[::2]
