"""Records CPython's Unicode database as JSON on standard output. Run by the reference CPython for tools/generate-unicode.ts."""

import _sre
import json
import sys
import unicodedata

LIMIT = 0x110000
CHARS = [chr(c) for c in range(LIMIT)]


def runs(of):
    """The values of `of` over all characters as [length, value] pairs."""
    found = []
    for char in CHARS:
        value = of(char)
        if found and found[-1][1] == value:
            found[-1][0] += 1
        else:
            found.append([1, value])
    return found


def flags(char):
    """The predicates, in the order of the bits in src/algorithms/unicode/character-type.ts."""
    before_sigma = (char + "Σ").lower()[-1] == "ς"
    between = ("A" + char + "Σ").lower()[-1] == "ς"
    bits = [
        char.isalpha(),
        char.isdecimal(),
        char.isdigit(),
        char.isnumeric(),
        char.islower(),
        char.isupper(),
        char.istitle() and not char.isupper(),
        char.isspace(),
        char.isprintable(),
        char.isidentifier(),
        ("a" + char).isidentifier(),
        (char + "a").title()[-1] == "a",
        between and not before_sigma,
        len(("a" + char + "b").splitlines()) == 2,
    ]
    return sum(bit << index for index, bit in enumerate(bits))


def points(text):
    return [ord(c) for c in text]


def mapping(method):
    """Every character that `method` changes, with what it becomes."""
    return [[ord(c), points(method(c))] for c in CHARS if method(c) != c]


def values(of):
    """Every character that has a number, as [code, numerator, denominator]."""
    found = []
    for char in CHARS:
        value = of(char, None)
        if value is not None:
            top, bottom = next((round(value * d), d) for d in range(1, 1000) if round(value * d) / d == value)
            found.append([ord(char), top, bottom])
    return found


def decompositions(database):
    return [[ord(c), database.decomposition(c)] for c in CHARS if database.decomposition(c)]


def excluded():
    """Characters with a canonical pair that is never composed again."""
    found = []
    for char in CHARS:
        parts = unicodedata.decomposition(char).split()
        if len(parts) == 2 and parts[0][0] != "<":
            pair = "".join(chr(int(p, 16)) for p in parts)
            if unicodedata.normalize("NFC", pair) != char:
                found.append(ord(char))
    return found


def differences(old):
    """What the 3.2.0 database says otherwise, as runs; None where it agrees."""

    def record(char):
        pairs = [
            (getattr(old, name)(char), getattr(unicodedata, name)(char))
            for name in ("category", "bidirectional", "mirrored", "east_asian_width", "combining", "decomposition")
        ]
        pairs.append((old.numeric(char, None), unicodedata.numeric(char, None)))
        pairs.append((old.decimal(char, None), unicodedata.decimal(char, None)))
        pairs.append((old.digit(char, None), unicodedata.digit(char, None)))
        return [a if a != b else None for a, b in pairs]

    return runs(record)


json.dump(
    {
        "version": unicodedata.unidata_version,
        "category": runs(unicodedata.category),
        "flags": runs(flags),
        "lower": mapping(str.lower),
        "upper": mapping(str.upper),
        "title": mapping(str.title),
        "fold": mapping(str.casefold),
        "simpleLower": [[c, _sre.unicode_tolower(c)] for c in range(LIMIT) if _sre.unicode_tolower(c) != c],
        "simpleCased": runs(lambda char: _sre.unicode_iscased(ord(char))),
        "decimal": values(unicodedata.decimal),
        "digit": values(unicodedata.digit),
        "numeric": values(unicodedata.numeric),
        "bidirectional": runs(unicodedata.bidirectional),
        "combining": runs(unicodedata.combining),
        "eastAsianWidth": runs(unicodedata.east_asian_width),
        "mirrored": runs(unicodedata.mirrored),
        "decomposition": decompositions(unicodedata),
        "excluded": excluded(),
        "old": differences(unicodedata.ucd_3_2_0),
        "names": [unicodedata.name(c, "") for c in CHARS],
    },
    sys.stdout,
)
