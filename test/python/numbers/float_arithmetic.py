"""Floats: signed zero, infinities, nan, floor division and remainder, rounding to even."""

inf = float("inf")
nan = float("nan")
values = [0.0, -0.0, 1.0, -1.0, 0.5, -2.5, 3.0, 1e16, -1e300, 5e-324, inf, -inf, nan]


def attempt(operation, a, b):
    try:
        return repr(operation(a, b))
    except (ZeroDivisionError, OverflowError, ValueError) as error:
        return type(error).__name__ + ": " + str(error)


operations = [
    ("+", lambda a, b: a + b),
    ("-", lambda a, b: a - b),
    ("*", lambda a, b: a * b),
    ("/", lambda a, b: a / b),
    ("//", lambda a, b: a // b),
    ("%", lambda a, b: a % b),
]
for name, operation in operations:
    for a in values:
        print(name, a, [attempt(operation, a, b) for b in values])

for a in (2.0, -2.0, 0.0, -0.0, inf, -inf, nan, 0.5):
    print("**", a, [attempt(lambda x, y: x**y, a, b) for b in (0, 1, 2, -1, 3.0, -3.0, inf, -inf, nan)])
print((-8.0) ** (1 / 3), (-1.0) ** 0.5, 2**0.5, 2**-1, 2**-2, (-2) ** -3, 10**-5, 4**0.5)
print(1e308 * 10, -1e308 * 10, 1e-320 / 10, 5e-324 / 2, -5e-324 / 2, 5e-324 * 0.5)
print(attempt(lambda a, b: a**b, 10.0, 400), attempt(lambda a, b: a**b, 0.0, -1))
print(0.1 + 0.2, 1 / 3, 2 / 3, 10 / 5, 7 / 2, -7 / 2, 1e22 + 1, 2.0**53 + 1)
print(7.0 // 2, -7.0 // 2, 7 // -2.0, 7.5 % 2, -7.5 % 2, 7.5 % -2, -0.0 // 1, -1 // inf, 1 % -inf, -1 % inf)
print(divmod(7.5, 2), divmod(-7.5, 2), divmod(7, -2.0), divmod(1.0, 0.1), 1.0 // 0.1, 1.0 % 0.1)
print(-0.0, 0.0, 0.0 == -0.0, -0.0 + 0.0, -0.0 - 0.0, -0.0 * 1, 0 * -1.0, -0.0 + 0, 0 - 0.0, -(0.0), abs(-0.0))
print([round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.6, -2.6, 1e20)])
print([round(x, 2) for x in (2.675, 1.005, -1.115, 0.125, 0.375, 1e300, 12345.678)], round(2.5, 0), round(1234.5, -2), round(-0.4, 0))
print(nan == nan, nan != nan, nan < 1, nan > 1, inf > 10**400, -inf < -(10**400), nan in [nan], [nan] == [nan], nan is nan)
print(max(1, nan), max(nan, 1), min(nan, 1), sorted([3, nan, 1]) is None, sum([0.1] * 10), sum([1e16, 1.0, -1e16]))
print((1.5).is_integer(), (2.0).is_integer(), (0.1).as_integer_ratio(), (-2.5).as_integer_ratio(), (1e20).as_integer_ratio())
print((0.1).hex(), (-3.75).hex(), (5e-324).hex(), inf.hex(), float.fromhex("0x1.8p3"), float.fromhex("-0x.1p-4"))
for method in (inf.as_integer_ratio, nan.as_integer_ratio):
    try:
        method()
    except (OverflowError, ValueError) as error:
        print(type(error).__name__, error)
for convert in (int, round):
    for bad in (inf, -inf, nan):
        try:
            convert(bad)
        except (OverflowError, ValueError) as error:
            print(convert.__name__, type(error).__name__, error)
print(int(2.9), int(-2.9), int(1e20), int(-0.5), int(123456789.99), int(9007199254740993.0))
print(hash(0.5), hash(1.0), hash(-0.0), hash(inf), hash(-inf), hash(1e300), hash(2.0**61), hash(0.1))
print(1.0 == 1, 1 == True, hash(1) == hash(1.0) == hash(True), {1: "a", 1.0: "b", True: "c"})
x = 0.0
for i in range(10):
    x += 0.1
print(x, x == 1.0, 1.0 - x)
total = 0
for i in range(1, 50):
    total += 1 / i**2
print(total, type(total))
y = 5
y /= 1
print(y, type(y), y // 2, type(y // 2), y % 3, 3.0 * 2, type(3.0 * 2), 2 * 1.5, 1.5 + 1.5, 4.0 - 2)
