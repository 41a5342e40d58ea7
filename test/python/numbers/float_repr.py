"""The shortest repr of floats, str(), and conversion from text in all its spellings."""

samples = [
    0.0, -0.0, 1.0, -1.0, 100.0, 1e15, 1e16, 1e17, 123456789012345680.0, 9007199254740992.0, 1e21, 1e22, 1e23, 1.5e300,
    0.1, 0.2, 0.3, 0.001, 0.0001, 0.00001, 1.2345e-5, 0.00012345, 1e-7, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308,
    3.141592653589793, 2.718281828459045, 1 / 3, 2 / 3, 1e100, 1.1, 123.456, 1234567.891, 4.35, 0.1 + 0.2, 1e5, 1.0e10, 299792458.0,
    9999999999999998.0, 99999999999999990.0, 0.30000000000000004, 4.9406564584124654e-324, 6.02214076e23, 1.602176634e-19,
]
for sample in samples:
    text = repr(sample)
    print(text, str(sample) == text, float(text) == sample, repr(-sample))

x = 1.0
for i in range(30):
    x = x * 1.7320508 + 0.1
    print(x, end=" ")
print()
x = 1.0
for i in range(30):
    x = x / 7.3
    print(x, end=" ")
print()

for text in ("1", " 1.5 ", "1e5", "1E-5", "+3.", ".5", "-.5e1", "1_000.5", "inf", "-Infinity", "NaN", "+nan", "infinity", "1e400", "-1e400", "1e-400",
             "0x10", "", " ", "1.2.3", "e5", "1e", "1__0", "_1", "1_", "--1", "1 2", "1e5.5", "٣.٥", "\n2.5\t", "nan1", "in", "1,5"):
    try:
        print(repr(text), float(text))
    except ValueError as error:
        print(error)
for bad in (None, [], "x", b"1.5", b"bad", {}, 1j):
    try:
        print(float(bad))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Fraction:
    def __init__(self, top, bottom):
        self.top = top
        self.bottom = bottom

    def __float__(self):
        return self.top / self.bottom


class Bad:
    def __float__(self):
        return "no"


class Index:
    def __index__(self):
        return 12


print(float(Fraction(1, 4)), float(Index()), float(True), float(10**20), float())
try:
    float(Bad())
except TypeError as error:
    print(error)


class Celsius(float):
    def __repr__(self):
        return f"{float.__repr__(self)}C"

    def __add__(self, other):
        return Celsius(float(self) + other)


warm = Celsius(21.5)
print(warm, warm + 2, 2 + warm, warm * 2, type(warm * 2).__name__, isinstance(warm, float), warm == 21.5, [warm], f"{warm:.2f}")
