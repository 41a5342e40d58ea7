"""math, decimal, fractions, statistics, random, cmath, hashlib: values that must agree to the last digit."""

import cmath
import hashlib
import math
import random
import statistics as st
import zlib
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, DivisionByZero, InvalidOperation, getcontext, localcontext
from fractions import Fraction

samples = [0.0, 0.5, 1.0, 2.0, -1.5, 10.0, 1e-5, 123.456, 1e10]
for name in ("sqrt", "exp", "log", "log2", "log10", "log1p", "expm1", "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "erf", "erfc", "gamma", "lgamma", "floor", "ceil", "trunc", "fabs", "degrees", "radians", "cbrt", "exp2", "isqrt", "factorial", "frexp", "modf", "ulp"):
    row = []
    for x in samples:
        try:
            result = getattr(math, name)(x)
            row.append(f"{result:.12g}" if isinstance(result, float) else str(result))
        except (ValueError, OverflowError, TypeError) as error:
            row.append(type(error).__name__)
    print(name, *row)
print(math.pi, math.e, math.tau, math.inf, math.gcd(12, 18, 27), math.lcm(4, 6), math.comb(50, 7), math.perm(10, 3), math.factorial(25), math.isqrt(10**40 + 1), math.hypot(3, 4, 12), math.dist((0, 0), (3, 4)), math.atan2(-1, -1), math.copysign(1, -0.0), math.fmod(-7, 3), math.remainder(7, 4), math.ldexp(0.5, 10), math.fsum([0.1] * 10), math.prod([2, 3, 4]), math.isclose(0.1 + 0.2, 0.3), math.nextafter(1, 2), math.log(8, 2), math.log(10**400), math.sumprod([1, 2], [3, 4]), math.pow(2, 0.5), math.fma(2, 3, 4), math.isfinite(math.nan))
for bad in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.factorial(1.5), lambda: math.exp(1000), lambda: math.gcd(1.5), lambda: math.comb(-1, 2), lambda: math.floor("a"), lambda: math.fsum([1, "a"]), lambda: math.isqrt(-1), lambda: math.acos(2), lambda: math.pow(0, -1), lambda: math.dist((1,), (1, 2)), lambda: math.ldexp(1, 10**6), lambda: math.sin(math.inf), lambda: math.log(-1), lambda: math.sqrt("4"), lambda: math.hypot("a")):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
print(Decimal("1.10") + Decimal("2.205"), Decimal(1) / 3, Decimal("0.1") * 3 == Decimal("0.3"), Decimal("1e3").quantize(Decimal("0.01")), Decimal("2.675").quantize(Decimal("0.01"), ROUND_HALF_UP), Decimal("-7") % 3, Decimal("-7") // 3, divmod(Decimal(7), 2), Decimal(2) ** Decimal("0.5"), Decimal("1.200").normalize(), Decimal(0.1), Decimal("NaN"), Decimal("-Infinity"), Decimal("1_000.5"), Decimal((1, (1, 2, 3), -2)), repr(Decimal("1E+5")), str(Decimal("0.0000001")), Decimal("123.456").as_tuple(), int(Decimal("3.9")), float(Decimal("0.1")), round(Decimal("2.5")), round(Decimal("2.567"), 2), Decimal("3.0") == 3, hash(Decimal("0.5")) == hash(0.5), sorted([Decimal(2), 1.5, Fraction(1, 3)]), f"{Decimal('1234567.891'):,.2f} {Decimal('0.00001'):e} {Decimal('5'):08.2f}", Decimal(10).sqrt(), Decimal(1).exp(), Decimal(10).ln(), Decimal("1.5").as_integer_ratio(), max(Decimal("1.0"), Decimal("1")))
with localcontext() as context:
    context.prec = 6
    context.rounding = ROUND_DOWN
    print(Decimal(2) / 3, +Decimal("1.23456789"), getcontext().prec)
for bad in (lambda: Decimal("x"), lambda: Decimal(1) / 0, lambda: Decimal(0) / 0, lambda: Decimal(1) + 1.5, lambda: Decimal("NaN") < 1, lambda: Decimal(1).quantize(Decimal("1e-50")), lambda: int(Decimal("inf")), lambda: Decimal([1])):
    try:
        print(bad())
    except (InvalidOperation, DivisionByZero, TypeError, OverflowError, ValueError) as error:
        print(type(error).__name__, error)
f = Fraction(3, 4)
print(f, repr(f), f + Fraction(1, 3), f * 2, f / 3, f**2, f**-1, f // Fraction(1, 3), f % Fraction(1, 3), -f, float(f), int(Fraction(7, 2)), round(Fraction(5, 2)), Fraction("0.125"), Fraction(" -3/6 "), Fraction(0.5), Fraction(Decimal("1.1")), f < 1, f == 0.75, hash(f) == hash(0.75), Fraction(3.14159).limit_denominator(100), f + 0.25, f + 1, Fraction(1, -2), math.floor(f), f.numerator, f"{f:.3f} {Fraction(1, 3):.5g}", sum([Fraction(1, n) for n in range(1, 8)]))
for bad in (lambda: Fraction(1, 0), lambda: Fraction("x"), lambda: Fraction(1.5, 2), lambda: Fraction(math.nan), lambda: f / 0, lambda: f < "a"):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
data = [2.5, 3.1, 4.7, 5.0, 5.0, 6.2, 9.9]
print(st.mean(data), st.fmean(data), st.median(data), st.median_low([1, 2, 3, 4]), st.mode(data), st.multimode("aabb"), st.stdev(data), st.pvariance(data), st.variance([1, 2, 3, 4]), st.quantiles(data), st.harmonic_mean([1, 2, 4]), st.geometric_mean([1, 2, 4]), st.correlation([1, 2, 3], [1, 4, 8]), st.linear_regression([1, 2, 3], [2, 4, 7]), st.mean([Fraction(1, 2), Fraction(1, 3)]), st.mean([Decimal("0.5"), 1]), st.NormalDist(10, 2).cdf(12), st.NormalDist.from_samples(data), st.median_grouped([1, 2, 2, 3]))
for bad in (lambda: st.mean([]), lambda: st.stdev([1]), lambda: st.mode([]), lambda: st.quantiles([]), lambda: st.mean(["a"])):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
random.seed(42)
print(random.random(), random.randint(1, 100), random.choice("abcdef"), random.sample(range(50), 5), random.shuffle(items := list(range(8))), items, random.uniform(1, 2), random.gauss(0, 1), random.choices("ab", [1, 3], k=5), random.getrandbits(70), random.randrange(0, 100, 7), random.expovariate(2), random.betavariate(2, 3), random.triangular(0, 1, 0.2), random.normalvariate(), random.gammavariate(2, 1), random.vonmisesvariate(0, 4), random.randbytes(5), random.lognormvariate(0, 1), random.paretovariate(3), random.weibullvariate(1, 2), random.binomialvariate(10, 0.3))
rng = random.Random("text seed")
state = rng.getstate()
first = [rng.random() for _ in range(3)]
rng.setstate(state)
print(first == [rng.random() for _ in range(3)], random.Random(2**100).random(), random.Random(1.5).random(), random.Random(b"bytes").random(), random.Random(-5).random() == random.Random(5).random())
for bad in (lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.sample([1], 2), lambda: random.randrange(0), lambda: random.choices([], k=1), lambda: random.Random([])):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
print(cmath.sqrt(-1), cmath.exp(1j * cmath.pi), cmath.polar(1 + 1j), cmath.rect(1, 0.5), cmath.phase(-1), cmath.log(-1), cmath.isclose(1j, 1j))
for name in ("md5", "sha1", "sha256", "sha512", "sha3_256", "blake2b"):
    h = hashlib.new(name, b"hello")
    h.update(b" world")
    print(name, h.hexdigest()[:40], h.digest_size, h.block_size, h.name)
print(zlib.crc32(b"hello"), zlib.adler32(b"hello"), len(zlib.compress(b"a" * 1000)), zlib.decompress(zlib.compress(b"round trip " * 50))[:22])
