"""Records what functions of the reference CPython's math module answer on chosen and random floats as
test/unit/algorithms/libm/cases.json: `python3.14 tools/record-libm-cases.py`.

Floats are written as the 16 hexadecimal digits of their bits; an answer is null where CPython raises.
"""

import json
import math
import random
import struct

rng = random.Random(314)
COUNT = 60

SPECIAL = [
    0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, -2.5, 3.0, math.inf, -math.inf, math.nan, 5e-324, -5e-324,
    2.2250738585072014e-308, 1.7976931348623157e308, 1e22, -1e300, 1e-300, 0.9999999999999999,
    1.0000000000000002, 1e-9, 709.782712893384, 710.0, -745.1332191019411, -745.2, -708.4, -1022.5,
    -1074.5, 1024.0, math.pi, math.pi / 2, 26.6, 171.7, -170.5, 1048577.0,
]


def bits(x):
    return struct.pack(">d", x).hex()


def around(low, high):
    return lambda: rng.uniform(low, high)


def scale(low, high):
    return lambda: math.copysign(2.0 ** rng.uniform(low, high), rng.random() - 0.5)


def size(low, high):
    return lambda: 2.0 ** rng.uniform(low, high)


ONE = {
    "exp": [around(-10, 10), around(-745, 709)],
    "exp2": [around(-10, 10), around(-1074, 1023)],
    "log": [size(-5, 5), size(-1074, 1023), around(0.9, 1.1)],
    "log2": [size(-5, 5), size(-1074, 1023), around(0.9, 1.1)],
    "log10": [size(-5, 5), size(-1074, 1023), around(0.9, 1.1)],
    "sin": [around(-10, 10), scale(-30, 20), scale(20, 1023)],
    "cos": [around(-10, 10), scale(-30, 20), scale(20, 1023)],
    "tan": [around(-10, 10), scale(-30, 20), scale(20, 1023)],
    "asin": [around(-1, 1), scale(-30, 0)],
    "acos": [around(-1, 1), scale(-30, 0)],
    "atan": [around(-10, 10), scale(-30, 60)],
    "cosh": [around(-10, 10), scale(-30, 9)],
    "sinh": [around(22, 710)],
    "asinh": [around(-10, 10), scale(-30, 1000)],
    "acosh": [around(1, 10), size(0, 1000), around(1, 1.00001)],
    "atanh": [around(-1, 1), scale(-30, 0)],
    "erf": [around(-6, 6), scale(-30, 2)],
    "erfc": [around(-6, 6), around(0, 27)],
    "gamma": [around(-20, 171), around(0.5, 20), around(-190, -140)],
    "lgamma": [around(-20, 171), around(0.5, 20), size(-30, 300)],
    "cbrt": [around(-1000, 1000), scale(-1070, 1023)],
}
TWO = {
    "pow": [
        (around(0, 10), around(-10, 10)),
        (size(-1000, 1000), around(-1, 1)),
        (around(0.5, 2), around(-700, 700)),
        (around(-9, 9), lambda: float(rng.randrange(-20, 20))),
        (lambda: float(rng.randrange(1, 1000)), lambda: float(rng.randrange(2, 9))),
    ],
    "atan2": [(around(-10, 10), around(-10, 10)), (scale(-60, 60), scale(-60, 60))],
    "hypot": [(around(-10, 10), around(-10, 10)), (scale(-1070, 1000), scale(-1070, 1000))],
}


def answer(function, *arguments):
    try:
        return bits(function(*arguments))
    except (ValueError, OverflowError):
        return None


cases = {}
for name, generators in ONE.items():
    function = getattr(math, name)
    special = [] if name == "sinh" else SPECIAL
    inputs = special + [g() for g in generators for _ in range(COUNT // len(generators))]
    cases[name] = [[bits(x), answer(function, x)] for x in inputs]
for name, generators in TWO.items():
    function = getattr(math, name)
    pairs = [(x, y) for x in SPECIAL[:19] for y in SPECIAL[:19]]
    pairs += [(g(), h()) for g, h in generators for _ in range(COUNT // len(generators))]
    cases[name] = [[bits(x), bits(y), answer(function, x, y)] for x, y in pairs]
vectors = []
for _ in range(COUNT):
    magnitude = 2.0 ** rng.choice([0, 0, 1000, -1000, -1060, rng.uniform(-500, 500)])
    count = rng.choice([1, 3, 4, 9])
    vectors.append([rng.uniform(-1, 1) * magnitude * rng.choice([1, 1, 1e-10]) for _ in range(count)])
vectors += [[math.nan, math.inf, 1.0], [math.nan, 1.0, 2.0], [], [0.0, -0.0, 0.0]]
cases["vectorNorm"] = [[[bits(x) for x in v], answer(math.hypot, *v)] for v in vectors]

with open("test/unit/algorithms/libm/cases.json", "w") as file:
    rows = ",\n".join(
        f"{json.dumps(name)}: [\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]"
        for name, rows in cases.items()
    )
    file.write("{" + rows + "}\n")
