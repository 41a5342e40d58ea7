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


def only_looked_up(prefix):
    """Characters that the prefix and their number find but that have no name."""
    found = []
    for code in range(LIMIT):
        try:
            unicodedata.lookup(f"{prefix}{code:04X}")
        except KeyError:
            continue
        if unicodedata.name(chr(code), None) is None:
            found.append(code)
    return found


def checked(names):
    """The aliases and sequences, once CPython has confirmed each."""
    for name, code in names["aliases"].items():
        assert unicodedata.lookup(name) == chr(code), name
    for number in range(1, 257):
        assert unicodedata.lookup(f"VS{number}") == chr(0xFE00 + number - 1 if number <= 16 else 0xE0100 + number - 17)
    for name, codes in names["sequences"].items():
        assert unicodedata.lookup(name) == "".join(map(chr, codes)), name
    return names


def checksum(values):
    """As the unit tests compute it from our functions."""
    total = 0
    for value in values:
        total = (total * 31 + value) & 0xFFFFFFFF
    return total - (1 << 32) if total >> 31 else total


def letters(text):
    return checksum(map(ord, text))


def checksums(old):
    """Over all code points, for what the tables do not hold as such."""
    found = {
        "category 3.2.0": checksum(letters(old.category(c)) for c in CHARS),
        "bidirectional 3.2.0": checksum(letters(old.bidirectional(c)) for c in CHARS),
        "eastAsianWidth 3.2.0": checksum(letters(old.east_asian_width(c)) for c in CHARS),
        "mirrored 3.2.0": checksum(map(old.mirrored, CHARS)),
        "combining 3.2.0": checksum(map(old.combining, CHARS)),
        "decomposition 3.2.0": checksum(letters(old.decomposition(c)) for c in CHARS),
        "decimal 3.2.0": checksum(old.decimal(c, -1) for c in CHARS),
        "digit 3.2.0": checksum(old.digit(c, -1) for c in CHARS),
        "numeric 3.2.0": checksum(abs(int(old.numeric(c, -1) * 1000)) % 65536 for c in CHARS),
    }
    affected = CHARS[:0x20000] + CHARS[0x2F800:0x2FA20]
    for form in "NFC", "NFD", "NFKC", "NFKD":
        found[form] = checksum(ord(part) for c in affected for part in unicodedata.normalize(form, c))
        found[form + " 3.2.0"] = checksum(ord(part) for c in affected for part in old.normalize(form, c))
    return found


def corrected(old):
    """Characters of 3.2.0 that were decomposed otherwise then, and what to."""
    return [
        [ord(c), ord(old.normalize("NFD", c))]
        for c in CHARS
        if old.category(c) != "Cn" and old.normalize("NFD", c) != unicodedata.normalize("NFD", c)
    ]


def differences(old):
    """What the 3.2.0 database says otherwise, as runs; `=` where it agrees, nothing for None."""

    def record(char):
        pairs = [
            (getattr(old, name)(char), getattr(unicodedata, name)(char))
            for name in ("category", "bidirectional", "mirrored", "east_asian_width", "combining", "decomposition")
        ]
        pairs.append((old.numeric(char, None), unicodedata.numeric(char, None)))
        pairs.append((old.decimal(char, None), unicodedata.decimal(char, None)))
        pairs.append((old.digit(char, None), unicodedata.digit(char, None)))
        return "|".join("=" if a == b else "" if a is None else f"{a:g}" if isinstance(a, float) else str(a) for a, b in pairs)

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
        "corrected": corrected(unicodedata.ucd_3_2_0),
        "checksums": checksums(unicodedata.ucd_3_2_0),
        "tangut": only_looked_up("TANGUT IDEOGRAPH-"),
        **checked(json.load(open("facts/unicode-names.json"))),
    },
    sys.stdout,
)
