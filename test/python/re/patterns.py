"""Pattern objects: repr, flags, equality, hashing, the cache, pickling, wrong patterns."""

import copy
import pickle
import re


def show(call, *args, **names):
    try:
        print(repr(call(*args, **names)))
    except Exception as error:
        print(type(error).__name__, error)


p = re.compile(r"(?P<a>x)(y)(?P<b>z)", re.I | re.M)
print(p, p.pattern, p.flags, p.groups, dict(p.groupindex), type(p.groupindex).__name__)
print(re.compile("a"), re.compile("a", re.A), re.compile(b"a"), re.compile(b"a", re.L), re.compile("(?xs)a"))
print(re.compile("a'\"\n\u00e9"), len(repr(re.compile("x" * 300))), re.compile("", re.DEBUG) and None)
print(p == re.compile(p.pattern, re.I | re.M), p == re.compile(p.pattern), p != 5, hash(p) == hash(copy.copy(p)))
print(re.compile("a") == re.compile(b"a"), {re.compile("a"): 1}[re.compile("a")], re.compile(p) is p)
print(pickle.loads(pickle.dumps(p)) == p, copy.deepcopy(p) is p, re.compile("a") is re.compile("a"))
print(re.Pattern[str], re.Match[bytes], isinstance(p, re.Pattern), re.escape("a.b*c[d]-\n \u00e9"))

for pattern in [
    "(", ")", "[", "*", "a**", "(?P<n", "(?P<1>a)", "(?P<n>a)(?P<n>b)", "(?P=x)", r"\1", r"(\1)", "(?(1)a|b|c)", "(?(2)a)(b)",
    "(?<=a+)b", "a{2,1}", "x{99999999999}", "(?z)", "(?i", "a(?i)b", "(?-u:a)", r"\N{NO SUCH}", r"\u12", r"\q", "[b-a]", "[z-\\d]",
    "(?#", "(?P>a)", "(?<a)", "\\", "(?L)a", "a+++", "(?ia-i:b)",
]:  # fmt: skip
    show(re.compile, pattern)
for pattern in [b"(?u)a", rb"\u0041", b"(?P<\xe9>a)"]:
    show(re.compile, pattern)
show(re.compile, 5)
show(re.compile, p, re.I)
show(re.compile, "a", re.L)
show(re.compile, b"a", re.U)
show(re.compile, "a", re.A | re.U)
show(re.Pattern)
show(p.match)
show(p.match, "a", 1, 2, 3)
show(p.match, "a", nope=1)
show(p.match, b"a")
show(re.compile(b"a").match, "a")
show(p.match, None)
show(p.match, "a", "b")
show(p.match, "a", 10**30)
show(setattr, p, "flags", 1)
try:
    re.compile("a(\nb")
except re.error as error:
    print(error, error.msg, error.pattern, error.pos, error.lineno, error.colno)
