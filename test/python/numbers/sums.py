"""sum(): exact for ints, compensated for floats and complex numbers, generic for all else; start values, subclasses, errors."""

inf, nan = float("inf"), float("nan")


class F(float):
    def __radd__(self, other):
        return ("radd of float subclass", other)


class I(int):
    def __radd__(self, other):
        return ("radd of int subclass", other)


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __add__(self, other):
        return Money(self.cents + (other.cents if isinstance(other, Money) else other))

    __radd__ = __add__

    def __repr__(self):
        return f"{self.cents / 100:.2f}"


cases = [
    ([],), ([], 5), ([1, 2, 3],), ([1, 2], 10), (range(10**5),), ([2**62] * 9,), ([True, True, 2],), ([0.1] * 10,), ([1e16, 1.0, -1e16],), ([1e16, 1, -1e16],), ([1e16, True, -(10**16)],), ([0.5, 2**64, -(2**64)],), ([0.5, 10**400],), ([1, 10**400],),
    ([inf, 1, -5],), ([inf, -inf],), ([nan, 1],), ([1e308, 1e308, -1e308],), ([-0.0],), ([-0.0, 0],), ([-0.0, -0.0], -0.0), ([1e16, 1], -1e16), ([0.5, F(1)],), ([0.5, I(1)],), ([1, I(1)],), ([I(1), 2],), ([1], I(2)), ([1], True), ([F(0.5), 1],),
    ([1j, 2],), ([1.5, 2j, 3, 1e16, 1, -1e16],), ([1j, 1e16j, 1j, -1e16j],), ([1j, F(1)],), ([1j, I(1)],), ([1, 0.5, 1j, 2, 0.25],), ([1j, "a"],),
    ([[1], [2]], []), ([(1,), (2,)], ()), ([Money(150), Money(275)],), ([Money(150), 25], Money(0)), ([0.5, Money(10), 0.25],), ([Money(1), 1e16, 1.0, -1e16],), (["a"],), (["a"], ""), ([b"a"], b""), ([bytearray()], bytearray()), ([[1]],), ([None],), ([1, "a"],), ({"a": 1},), ({1: 2, 3: 4},), (5,), ([1], None), ((x for x in (1, 2.5)),), (iter([1, 2]), 0.0),
]
for arguments in cases:
    try:
        print(ascii(arguments)[:60].split(" at 0x")[0], "->", sum(*arguments))
    except Exception as error:
        print(ascii(arguments)[:60].split(" at 0x")[0], "->", type(error).__name__, error)
