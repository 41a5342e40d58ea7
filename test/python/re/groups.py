"""Match objects: groups by number and name, spans, defaults, lastindex, expand, repr, what they refuse."""

import copy
import re

DATE = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)(?:-(?P<day>\d\d))?")


def show(call, *args):
    try:
        print(repr(call(*args)))
    except Exception as error:
        print(type(error).__name__, error)


m = DATE.search("on 2024-02-29 and 2025-03", 3)
print(m, m.group(), m.group(0, 1, "day"), m[2], m["month"])
print(m.groups(), m.groupdict(), m.regs, m.lastindex, m.lastgroup)
print(m.start(), m.end("year"), m.span("day"), m.pos, m.endpos, m.string, m.re is DATE)

m = DATE.search("on 2024-02-29 and 2025-03", 14)
print(m, m.groups(), m.groups("?"), m.groupdict(default=0), m.span("day"), m.lastindex, m.lastgroup)
print(m.expand(r"\g<month>/\1 [\3] \g<0>"), repr(m.expand("plain")), bool(m))

for key in (4, -1, "week", 1.5, None, 10**30, True, [], ("year",)):
    show(m.group, key)
show(m.span, 1, 2)
show(m.start, "nope")
show(m.__getitem__, 9)
show(m.expand, r"\4")
show(m.expand, r"\g<week>")
show(m.expand, 5)
print(copy.copy(m) is m, copy.deepcopy(m) is m, re.match("x", "y"))

for pattern, text in [
    (r"(a)|(b)", "b"),
    (r"((a)(b))", "ab"),
    (r"(?:(a)|(b)|(c))*", "abca"),
    (r"(a(b)?)+", "aba"),
    (r"(?=(a+))(a)", "aaa"),
    (r"(?!(b))(a)", "a"),
    (r"((a)*)*", "aa"),
    (r"(a*)+", "b"),
    (r"(x)?(y)?", "z"),
]:
    m = re.match(pattern, text)
    print(pattern, m.span(), m.groups(), m.regs, m.lastindex)

print(re.match(".+", "'" * 40 + "\n\t\x00\u00e9\U0001f600", re.S))
print(re.fullmatch("a+?", "aaa"), re.fullmatch("a|ab", "ab"), re.fullmatch("a", "ab"))
print(re.compile("b").match("abc", 1), re.compile("^b").match("abc", 1), re.compile("b$").search("abc", 0, 2))
print(re.compile(r"\bb").search("abc", 1), re.compile("(?<=a)b").match("abc", 1), re.compile("").match("abc", 9))
print(re.compile("b").match("abc", -5), re.compile("").match("abc", 2, 1), re.compile("b").search(string="ab", pos=1, endpos=9))
