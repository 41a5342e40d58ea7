"""findall, finditer, split, scanners, re.Scanner: empty matches, groups, limits."""

import re


def show(call, *args, **names):
    try:
        print(repr(call(*args, **names)))
    except Exception as error:
        print(type(error).__name__, error)


for pattern, text in [
    (r"\w+", "a bc, déf \u0436\u0437"),
    ("", "ab"),
    ("a*", "baac"),
    ("a*?", "baac"),
    (r"(\w)(\d)?", "a1b"),
    (r"(\d)|x", "1x2"),
    (r"\b|:+", "a::bc"),
    (r"(?m)^\s*#.*", "# a\nb\n  # c"),
    (r"(?s).", "a\n\U0001f600"),
    (rb"\w+", b"ab \xe9 cd"),
    (r"[^\W\d_]+", "ab1_c\u00aa\u2160"),
    (r"(?:(a)|b)+", "abba b"),
]:
    print(pattern, re.findall(pattern, text), [m.span() for m in re.finditer(pattern, text)])
    print(re.split(pattern, text), re.split(pattern, text, maxsplit=1))

print(re.compile("a").findall("aaaa", 1, 3), re.compile("^a").findall("aa"), re.compile("a").split("bab", -1))
print(re.split(r"(,)|(;)", "a,b;c"), re.split(r"\s*", " a b "), re.split("x", ""), re.findall("x", ""))

scanner = re.compile(r"\d").scanner("12a3")
print([scanner.match(), scanner.match(), scanner.match(), scanner.search(), scanner.pattern.pattern])
scanner = re.compile(r"\d*").scanner("1a", 0, 2)
print([m.span() for m in iter(scanner.search, None)], scanner.search())

iterator = re.finditer("a", "banana")
print(next(iterator).span(), [m.start() for m in iterator], next(iterator, "end"))

lexer = re.Scanner([
    (r"[a-zA-Z_]\w*", lambda s, token: ("name", token)),
    (r"\d+\.\d*", lambda s, token: float(token)),
    (r"\d+", lambda s, token: int(token)),
    (r"=|\+|-|\*|/", lambda s, token: token),
    (r"\s+", None),
])  # fmt: skip
print(lexer.scan("sum = 3*foo + 312.50+bar ?"))

TOKENS = re.compile(r"(?P<number>\d+(?:\.\d*)?)|(?P<name>[a-z]\w*)|(?P<op>[-+*/=()])|(?P<skip>\s+)|(?P<bad>.)")
print([(m.lastgroup, m.group()) for m in TOKENS.finditer("x1 = (2.5+y)?") if m.lastgroup != "skip"])

text = "ab" * 200_000
print(len(re.findall("(?:a|b)*?b", text)), re.match("(?:a|b)*", text).end(), re.match("(a|b)*c", text))
show(re.findall, "a", 5)
show(re.split, "a", None)
show(re.findall, b"a", "a")
show(re.findall, "a", bytearray(b"a"))
