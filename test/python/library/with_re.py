"""re: matching, groups, substitution, flags, lookaround, backreferences, splitting, scanning, errors, bytes."""

import re

text = "The rain in Spain, 2025-03-17: 42 drops (and 7 more) fell on a plain plane."
print(re.findall(r"\b\w*ain\b", text), re.findall(r"(\d+)-(\d+)", text), re.search(r"\d{4}", text).span(), re.match("rain", text), re.fullmatch(r".*\.", text) is not None, re.split(r"[,:]\s*", text), re.split(r"(\d)", "a1b2c", maxsplit=1), re.sub(r"\d+", lambda m: str(int(m[0]) * 2), text), re.subn("a", "A", text, count=2), re.sub(r"(?P<y>\d{4})-(\d\d)", r"\2/\g<y>/\g<0>", text))
m = re.search(r"(?P<year>\d+)-(?P<month>\d+)(?:-(?P<day>\d+))?(x)?", text)
print(m, m.group(), m.group(1, "month"), m["day"], m.groups(), m.groups("none"), m.groupdict(), m.span("year"), m.start(4), m.lastindex, m.lastgroup, m.re.pattern, m.pos, m.endpos, m.expand(r"\g<day>.\2"), bool(m), m.regs)
for pattern, string in ((r"a*?b", "aaab"), (r"(a|ab)(c|bcd)(d*)", "abcd"), (r"^x", "a\nx"), (r"(?m)^x", "a\nx"), (r"(?i)HELLO", "hello"), (r"(?s)a.b", "a\nb"), (r"a.b", "a\nb"), (r"(?x) a  # c\n b", "ab"), (r"(\w)\1", "hello"), (r"(?P<q>['\"]).*?(?P=q)", "say 'hi' \"x\""), (r"(?<=\$)\d+", "cost $45"), (r"(?<!\$)\b\d+", "cost $45 or 6"), (r"\d+(?=%)", "5 of 10%"), (r"foo(?!bar)", "foobar foobaz"), (r"(a)?(?(1)b|c)", "ab c"), (r"[^\W\d_]+", "éà1_z"), (r"(?a:\w+)", "éa"), (r"\bfoo\b", "a foo."), (r"a{2,3}", "aaaa"), (r"a{,2}", "aaa"), (r"(?:ab)+", "ababx"), (r"[\]\-a]", "-"), (r"[a-c-z]", "-"), (r"\Aab\Z", "ab"), (r"a++b", "aaab"), (r"(?>a+)ab", "aaab"), (r"x*", "aaa"), (r"", "a"), (r"(|a)+", "aaa"), (r"((a)|b)*", "ab"), (r"\u00e9|\x41|\101", "A"), (r"[😀-😎]", "x😃"), (r"(?i)ß", "SS ß ẞ"), (r"(?i)[k-m]", "\u212a")):
    found = re.search(pattern, string)
    print(pattern, "->", found and (found.group(), found.span(), found.groups()))
print(re.findall("", "abc"), re.sub("", "-", "abc"), re.sub("x*", "-", "abxd"), re.split("x*", "axbc"), [m.span() for m in re.finditer(r"\w*", "ab c")], re.findall(r"(a)(b)?", "abaa"), re.sub("(a)|b", r"[\1]", "ab"))
p = re.compile(r"(\w+) (\w+)", re.I | re.M)
print(p.pattern, p.flags, p.groups, p.groupindex, repr(p), p == re.compile(r"(\w+) (\w+)", re.I | re.M), p.match("hello world", 0, 7), p.search("x y z", 2), p.fullmatch("a b").group(2), re.I | re.S, re.compile("a", re.A).flags, hash(p) == hash(re.compile(r"(\w+) (\w+)", re.I | re.M)))
print(re.escape("a.b*c [x] é\n-"), re.compile(rb"\d+").findall(b"a1b22"), re.sub(b"a", rb"\n", b"banana"), re.match(rb"(?i)\w", "É".encode("latin-1")))
for bad in (r"(", r")", r"[", r"*a", r"a**", r"a{2,1}", r"(?P<1>a)", r"(?P<a>x)(?P<a>y)", r"\1", r"(?P=no)", r"(?<=a+)b", r"(?z)", r"a(?i)b", r"[z-a]", r"\q", r"(?P<a", r"(?(1)a)", r"\N{no}", r"(?", r"(?:", r"\x1", r"\u12", "x" * 5 + "(", r"(?-i)", r"(?P>x)", r"(?#", r"a\ "):
    try:
        re.compile(bad)
        print(bad, "compiles")
    except re.error as error:
        print(bad, "->", error, "|", error.msg, error.pos, error.lineno, error.colno)
for bad in (lambda: re.match("a", b"a"), lambda: re.match(b"a", "a"), lambda: re.compile(5), lambda: m.group(9), lambda: m.group("no"), lambda: re.sub("a", r"\9", "a"), lambda: re.sub("a", r"\g<no>", "a"), lambda: re.sub("a", r"\g<", "a"), lambda: re.match("a", None), lambda: re.compile(p, re.I), lambda: re.sub("a", 5, "a"), lambda: re.compile(b"a", re.U), lambda: re.compile("a", re.L), lambda: m[None], lambda: re.split("a")):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
token = re.compile(r"\s*(?:(?P<num>\d+(?:\.\d*)?)|(?P<name>\w+)|(?P<op>[-+*/()=]))")


def tokenize(source):
    position = 0
    while position < len(source):
        match = token.match(source, position)
        if not match:
            raise SyntaxError(f"bad character at {position}")
        yield match.lastgroup, match[match.lastgroup]
        position = match.end()


print(list(tokenize("x1 = 3.14*(y + 2)")))
scanner = re.Scanner([(r"\d+", lambda s, t: int(t)), (r"\w+", lambda s, t: t), (r"\s+", None)])
print(scanner.scan("abc 12 d !"))
print(re.sub(r"(?m)^\s*(\w+)\s*=\s*(.*?)\s*$", r"\1: \2", "a = 1\n  b=two  \n# c"), re.findall(r"(?:^|,)(?:\"([^\"]*)\"|([^,]*))", '1,"a,b",,x'), re.match(r"(a+)+$", "a" * 18 + "b"), re.fullmatch(r"(?:\d{1,3}\.){3}\d{1,3}", "192.168.1.1").group(), re.findall(r"[\w.]+@[\w.]+\.\w+", "a.b@c.de, x@y.z"), re.sub(r"(\d)(?=(\d{3})+$)", r"\1,", "1234567"), re.purge())
