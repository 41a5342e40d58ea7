"""Big integers: factorials, powers, text in several bases, shifts, modular powers, digits."""


def factorial(n):
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result


def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def isqrt(n):
    x = 1 << ((n.bit_length() + 1) // 2)
    while True:
        y = (x + n // x) // 2
        if y >= x:
            return x
        x = y


print(factorial(25))
print(factorial(60))
print(str(factorial(300))[:40], len(str(factorial(300))))
print(fibonacci(300))
print(isqrt(10**60), isqrt(2 * 10**60))
print(2**200, -(2**200), (-2) ** 199)
print(hex(2**100), oct(-(2**70)), bin(2**65 + 5))
print(int("f" * 20, 16), int("-" + "7" * 30, 8), int("z" * 15, 36), int("1" * 70, 2))
print(pow(3, 10**18, 10**9 + 7), pow(2, -1, 97), pow(-5, 3, 13), pow(10, 20, -7), pow(0, 0, 1))
try:
    pow(2, -1, 4)
except ValueError as error:
    print(error)
try:
    pow(2, 3, 0)
except ValueError as error:
    print(error)
print((1 << 100) >> 98, (-1 << 100) >> 99, -1 >> 1000, 1 >> 1000, (-(2**80)) >> 3)
print((2**100 - 1) & 0xFF, (-(2**100)) & (2**101 - 1), (-5) & 2**70, (-5) | 2**70, (-5) ^ 2**70, ~(2**70))
print(sum(int(digit) for digit in str(2**1000)))
print(10**30 // 7, 10**30 % 7, -(10**30) // 7, -(10**30) % 7, 10**30 // -7, 10**30 % -7)
print(10**30 == 10.0**30, 10**22 == 1e22, 2**53 + 1 == float(2**53 + 1), 2**1000 > 1e300, -(2**1000) < 1e300)
print(10**25 / 10**24, 2**1023 / 2**1000, (2**60 + 1) / 2**60, 3 * 10**400 / 10**400)
for text in ("10**400 / 3", "float(10**400)", "10**400 * 1.0", "10**400 + 0.5"):
    try:
        print(text, eval(text))
    except OverflowError as error:
        print(text, error)
print((2**64).bit_length(), (-(2**64)).bit_length(), (2**64 - 1).bit_count(), (0).bit_length(), (-255).bit_count())
print((1000).to_bytes(2, "big"), (2**64 + 258).to_bytes(10, "little"), (-2).to_bytes(3, "big", signed=True))
print(int.from_bytes(b"\xff\x00\x01" * 4, "big"), int.from_bytes(b"\xff" * 9, "little", signed=True))
for arguments in ((256, 1), (-1, 1), (2**70, 8)):
    try:
        print(arguments[0].to_bytes(arguments[1], "big"))
    except OverflowError as error:
        print(error)
print(hash(2**61 - 1), hash(2**61), hash(-(2**61) + 1), hash(-1), hash(-2), hash(2**100), hash(-(2**100)))
a = 123456789012345678901234567890
b = 987654321098765432109876543210
print(a * b, b - a, b // a, b % a, -b // a, -b % a, a - b, a ** 3)
print(round(a, -20), round(-a, -25), round(15, -1), round(25, -1), round(-15, -1), round(a, 5) == a)
print(f"{a:,} {a:_} {a:x} {a:>40} {a:+d} {a:e} {-a:_X}")
while a:
    a, remainder = divmod(a, 10**9)
    print(remainder, end=" ")
print()
try:
    int("9" * 5000)
except ValueError as error:
    print(error)
try:
    str(10**5000)
except ValueError as error:
    print(error)
