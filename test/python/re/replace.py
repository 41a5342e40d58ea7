"""sub and subn: templates, functions, counts, empty matches, text and bytes."""

import re


def show(call, *args, **names):
    try:
        print(repr(call(*args, **names)))
    except Exception as error:
        print(type(error).__name__, error)


print(re.sub(r"\s+", " ", "a  b\t\nc"), re.sub("x*", "-", "abxd"), re.sub("x*?", "-", "abxd"))
print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world, good day"), re.sub("(a)|b", r"[\1]", "ab"))
print(re.sub("a", "$& $1 $$ \\\\", "bab"), re.sub(r"(.)", r"\g<1>\g<0>\n", "ab"))
print(re.sub("(?P<first>a)(b)?", r"<\g<first>\2>", "aba"))
print(re.sub(r"\d+", lambda m: str(int(m[0]) * 2), "1 22 x3"))
print(re.sub("b", lambda m: None, "abc"), re.sub("", lambda m: "<%d>" % m.start(), "ab"))
print(re.sub("a", "b", "aaaa", count=2), re.subn("a", "b", "aaaa"), re.subn("a", "b", "aaaa", count=3))
print(re.compile("a").sub("b", "aaa", -1), re.compile("a").subn("b", "ccc"))
print(re.sub(r"(?m)^", "> ", "one\ntwo\n"), repr(re.sub(r"(?m)$", ";", "one\ntwo\n")))
print(re.sub(r"\b", "|", "a bc, d"), re.sub(r"(?=b)|c", "_", "abc"))
print(re.sub(b"a", b"[\\g<0>]", b"bab"), re.sub(b"a", bytearray(b"x"), b"bab"), re.sub(b"\xe9", b"e", b"caf\xe9"))
print(re.sub("\U0001f600", "x", "a\U0001f600b"), re.sub("a", "\U0001f600", "banana"), re.sub(".", "-", "\U0001f600a"))
print(re.sub("[aeiou]", "", "education"), re.sub("(?i)ß", "ss", "STRAẞE ß"))

pattern = re.compile("(a)(?P<n>b)?")
for template in [r"\3", r"\g<x>", r"\g<1", r"\g", r"\x", r"\g<>", r"\g<-1>", r"\g<1a>", r"\400", r"\07\0", r"\1\n\t\\", "\\"]:
    show(pattern.sub, template, "ab")
for repl, text in [(b"x", "a"), ("x", b"a"), (5, "a"), (lambda m: 5, "a"), (lambda m: b"", "a"), ("x", 5)]:
    show(pattern.sub, repl, text)
show(re.sub, "a", "b", "a", 0, 0, 0)
show(re.sub, "a", "b", "aA", count=1, flags=re.I)
show(pattern.sub, "b")
show(pattern.sub, "b", "a", count="x")


class Text(str):
    pass


result = re.sub("a", Text("b"), Text("aa"))
print(result, type(result), type(re.sub("x", "y", Text("aa"))), type(re.match("a", Text("a")).group()))
