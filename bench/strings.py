"""Strings: split, join, replace, f-strings, format, slices, character loops, word counts, building and searching."""

import sys
import time

NOUNS = "river stone valley lantern orchard falcon harbor meadow winter thunder".split()
VERBS = "follows carries answers crosses remembers shelters".split()


def sentence(n):
    return f"The {NOUNS[n % 10]} {VERBS[n % 6]} the {NOUNS[(n * 7 + 3) % 10]}, {n} times; and the {NOUNS[n // 3 % 10]} sleeps."


def text(sentences):
    return " ".join(sentence(n) for n in range(sentences))


def word_count(source):
    counts = {}
    for word in source.lower().replace(",", " ").replace(";", " ").replace(".", " ").split():
        counts[word] = counts.get(word, 0) + 1
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def shift(source, by):
    result = []
    for ch in source:
        if "a" <= ch <= "z":
            result.append(chr((ord(ch) - 97 + by) % 26 + 97))
        elif ch.isupper():
            result.append(ch.lower())
        else:
            result.append(ch)
    return "".join(result)


def report(rows):
    lines = []
    for i in range(rows):
        price = i * 1.25
        lines.append(f"{i:>6}|{NOUNS[i % 10]:<12}|{price:10.2f}|{i * 37 % 1000:05d}|{i:x}")
        lines.append("{:>6} {!r:<12} {:,}".format(i, VERBS[i % 6], i * 12345))
        lines.append("%-8s%6d%8.3f" % (NOUNS[i % 7], i, price / 3))
    return "\n".join(lines)


def parse(table):
    total = 0
    for line in table.splitlines():
        fields = line.split("|")
        if len(fields) == 5:
            number, name, price, code, _ = (field.strip() for field in fields)
            total += int(number) + len(name) + int(float(price)) + int(code)
        elif line.startswith("  ") and line.endswith("5"):
            total += 1
    return total


def palindromes(source):
    count = 0
    for center in range(len(source)):
        for width in range(1, 4):
            piece = source[max(center - width, 0) : center + width + 1]
            if piece == piece[::-1]:
                count += 1
    return count


def build(length):
    result = ""
    for i in range(length):
        result += "abcdefghij"[i % 10]
        if i % 40 == 39:
            result += "\n"
    return result


def search(source):
    found = 0
    for noun in NOUNS:
        at = source.find(noun)
        while at >= 0:
            found += 1
            at = source.find(noun, at + 1)
        found += source.count(noun) + source.rfind(noun) % 7
        found += source.title().count(noun.capitalize())
    return found


def csv_fields(line):
    fields, field, quoted = [], "", False
    for ch in line:
        if ch == '"':
            quoted = not quoted
        elif ch == "," and not quoted:
            fields.append(field)
            field = ""
        else:
            field += ch
    fields.append(field)
    return fields


def run():
    source = text(450)
    counts = word_count(source)
    result = len(source) + counts[0][1] * len(counts)
    result += len(set(shift(source[:9000], 3).split())) + parse(report(900)) + palindromes(source[:5000])
    result += len(build(10000).splitlines()) + search(source)
    for n in range(500):
        result += len(csv_fields(f'{n},"{NOUNS[n % 10]}, {n}",plain,"a ""quoted"" one"'))
    return result + len("-".join(str(n) for n in range(5000))) + sum(len(word.strip("aeiou")) for word in source.split())


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
    measure("strings", 7, int(sys.argv[1]) if len(sys.argv) > 1 else 5)
