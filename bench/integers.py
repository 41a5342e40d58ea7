"""Integer kernels: sieve, gcd, modular powers, bit tricks, 32-bit hashing, digits, and some big integers."""

import sys
import time


def sieve(limit):
    flags = [True] * (limit + 1)
    flags[0] = flags[1] = False
    i = 2
    while i * i <= limit:
        if flags[i]:
            for j in range(i * i, limit + 1, i):
                flags[j] = False
        i += 1
    return [n for n, flag in enumerate(flags) if flag]


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def coprimes(limit):
    count = 0
    for a in range(1, limit):
        for b in range(a, limit):
            if gcd(a, b) == 1:
                count += 1
    return count


def power(base, exponent, modulus):
    result = 1
    base %= modulus
    while exponent:
        if exponent & 1:
            result = result * base % modulus
        base = base * base % modulus
        exponent >>= 1
    return result


def probable_primes(limit):
    return sum(1 for n in range(3, limit, 2) if power(2, n - 1, n) == 1)


def hash_bytes(rounds):
    h = 2166136261
    for i in range(rounds):
        h ^= i & 0xFF
        h = (h * 16777619) & 0xFFFFFFFF
        h = ((h << 5) | (h >> 27)) & 0xFFFFFFFF
    return h


def bits(limit):
    total = 0
    for n in range(limit):
        m = n
        while m:
            m &= m - 1
            total += 1
        total ^= n << 1
    return total


def collatz(limit):
    best = longest = 0
    for start in range(1, limit):
        n, length = start, 1
        while n != 1:
            n = n // 2 if n % 2 == 0 else 3 * n + 1
            length += 1
        if length > longest:
            best, longest = start, length
    return best * longest


def digits(limit):
    total = 0
    for n in range(limit):
        while n:
            n, digit = divmod(n, 10)
            total += digit
    return total


def big(size):
    factorial = 1
    for n in range(2, size):
        factorial *= n
    a, b = 0, 1
    for _ in range(size * 3):
        a, b = b, a + b
    return (factorial // (a + 1)) % 1000003 + len(str(a)) + pow(3, b % 10**30, 10**20) % 997


def run():
    primes = sieve(40000)
    result = len(primes) + primes[-1] + sum(-p // 7 % 11 for p in primes[:2000])
    result += coprimes(130) + probable_primes(3000) + hash_bytes(20000) + bits(4000)
    return result + collatz(1200) + digits(4000) + big(220)


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
    measure("integers", 12, int(sys.argv[1]) if len(sys.argv) > 1 else 5)
