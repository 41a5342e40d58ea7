"""Integer arithmetic around the edges of 32-bit, 53-bit and 64-bit numbers."""

edges = [0, 1, -1, 2, -2, 7, -7]
for bits in (15, 16, 30, 31, 32, 52, 53, 54, 63, 64, 65, 100):
    for delta in (-1, 0, 1):
        edges.append(2**bits + delta)
        edges.append(-(2**bits) + delta)


def checksum(values):
    total = 0
    for value in values:
        total = (total * 31 + value) % 1000000007
    return total


print("count", len(edges))
print("sum", sum(edges))
print("add", checksum(a + b for a in edges for b in edges))
print("sub", checksum(a - b for a in edges for b in edges))
print("mul", checksum(a * b for a in edges for b in edges))
print("floordiv", checksum(a // b for a in edges for b in edges if b))
print("mod", checksum(a % b for a in edges for b in edges if b))
print("and", checksum(a & b for a in edges for b in edges))
print("or", checksum(a | b for a in edges for b in edges))
print("xor", checksum(a ^ b for a in edges for b in edges))
print("cmp", sum((a < b) + 2 * (a == b) + 4 * (a >= b) for a in edges for b in edges))
print("shift", checksum(a << n for a in edges for n in (0, 1, 5, 31, 32, 63, 64)))
print("rshift", checksum(a >> n for a in edges for n in (0, 1, 5, 31, 32, 63, 64)))

for a in (2**53 - 1, 2**53, 2**53 + 1, 2**31 - 1, 2**31, -(2**31), -(2**53)):
    print(a, a + 1, a - 1, -a, +a, ~a, abs(a), a * a, a * 3, a + a)

for a in (7, -7, 2**53 + 1, -(2**53) - 1, 10**20, -(10**20)):
    for b in (3, -3, 2**31, -(2**31), 2**53, -(10**19)):
        print(a, b, a // b, a % b, divmod(a, b) == (a // b, a % b), (a // b) * b + a % b == a)

for expression in ("1 // 0", "1 % 0", "divmod(5, 0)", "2**70 // 0", "2**70 % 0", "1 << -1", "1 >> -1", "1 / 0", "0 ** -1"):
    try:
        print(expression, eval(expression))
    except (ZeroDivisionError, ValueError) as error:
        print(expression, type(error).__name__, error)

x = 2**52
for step in range(6):
    x += 2**50
    x *= 2
    print(x, x.bit_length(), x % 1000, hash(x))
n = 10
n += 5
n -= 3
n *= 7
n //= 2
n **= 3
n %= 1000
n <<= 4
n >>= 1
n |= 1
n &= 0xFFF
n ^= 0x55
print(n)
