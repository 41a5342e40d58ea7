"""int(), bool(), complex(), chr(), ord(), and the special methods behind them."""

for text in ("0", "42", " -17 ", "+5", "1_000", "0b101", "0x1f", "0o17", "", "-", "1__0", "_1", "1_", "12a", "1.5", "٣٤", "\t7\n", "1e3", "9" * 25, "- 1", "0xg"):
    for base in (10, 0, 16, 2):
        try:
            print(repr(text), base, int(text, base))
        except ValueError as error:
            print(error)
for arguments in ((), (3.9,), (-3.9,), (True,), ("ff", 16), (b"12",), (bytearray(b"-7"),), (None,), ([],), (1j,), ("5", 1), ("5", 37), (5, 10), ("z", 36), ("1", -2), (object,)):
    try:
        print(int(*arguments))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    int(x=1)
except TypeError as error:
    print(error)
print(int("11", base=2), int(base=10, *("77",)))


class Both:
    def __int__(self):
        return 7

    def __index__(self):
        return 8


class OnlyIndex:
    def __index__(self):
        return 9


class BadInt:
    def __int__(self):
        return 1.5


class BadIndex:
    def __index__(self):
        return "x"


print(int(Both()), int(OnlyIndex()), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9][Both()], hex(OnlyIndex()))
for bad in (BadInt, BadIndex):
    try:
        int(bad())
    except TypeError as error:
        print(error)
try:
    [1, 2][BadIndex()]
except TypeError as error:
    print(error)


class Sized:
    def __init__(self, size):
        self.size = size

    def __len__(self):
        return self.size


class Truthy:
    def __init__(self, answer):
        self.answer = answer

    def __bool__(self):
        return self.answer


for value in (0, 1, -1, 0.0, -0.0, 0.1, "", "a", [], [0], {}, {0: 0}, (), (0,), None, 0j, 1j, range(0), range(1), b"", b"\0", Sized(0), Sized(3), Truthy(True), Truthy(False), set(), frozenset([0]), object):
    print(bool(value), not value, "yes" if value else "no", end="; ")
print()
for bad in (Truthy(1), Sized(-1), Sized(1.5), Sized("x")):
    try:
        bool(bad)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(True + True, True * 5, -True, ~0, True & False, True | 2, True ^ True, type(True & False), type(True & 1), sum([True, False, True]))
print(chr(97), chr(0x20AC), repr(chr(0)), ord("a"), ord("€"), ord("😀"), ord(b"x"), len(chr(0x1F600)))
for bad in (lambda: chr(-1), lambda: chr(0x110000), lambda: ord("ab"), lambda: ord(""), lambda: ord(5), lambda: chr("a"), lambda: chr(1.0), lambda: chr(10**30)):
    try:
        print(bad())
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
for arguments in ((), (1,), (1, 2), (1.5, -2), ("1+2j",), (" -3j ",), ("(1-1j)",), ("j",), ("1e3+inf j",), ("nan-infj",), ("",), ("1+",), (None,), ("1", 2), (1, "2")):
    try:
        print(complex(*arguments))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
c = 3 + 4j
print(c, c.real, c.imag, abs(c), c.conjugate(), -c, c + 1, c * 2, c * c, c / (1 - 1j), c**2, c == 3 + 4j, 1j * 1j, hash(3 + 0j) == hash(3), [0j, -0j, 1 - 0j, complex(-0.0, 0.0)])
for bad in (lambda: c < 1, lambda: c // 2, lambda: c % 2, lambda: int(c), lambda: float(c), lambda: divmod(c, 1), lambda: c / 0, lambda: 0j**-1):
    try:
        print(bad())
    except (TypeError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
print(f"{c} {c:.2f} {c:>12} {c!r} {1e20 + 1j} {1.5j}")
