"""What patterns match: classes, anchors, case, lookaround, conditionals, atomic and possessive repeats, backtracking."""

import re

CASES = [
    (r"\d\s\w", 0, ["1 a", "\u0661\u2003\u0436", "1\x1ca"]),
    (r"\d\s\w", re.A, ["1 a", "\u0661\u2003\u0436"]),
    (r"\bcafé\b", 0, ["café", "cafés", "un café!"]),
    (r"\bcaf\b", re.A, ["café"]),
    (r"\B", 0, ["", "a", "ab"]),
    (r"a$", 0, ["a", "a\n", "a\nb"]),
    (r"a$", re.M, ["a\r", "a\nb"]),
    (r"a\Z|a\z", 0, ["a", "a\n"]),
    (r"^b", re.M, ["a\nb", "a\rb", "a\u2028b"]),
    (r"a.b", 0, ["a\rb", "a\nb", "a\u2028b", "a\U0001f600b"]),
    (r"a.b", re.S, ["a\nb"]),
    (r"k\u017f\u00df", re.I, ["Ks\u1e9e", "\u212aS\u00df"]),
    (r"[a-z]+", re.I, ["\u212a\u017f", "\u0130\u0131"]),
    (r"[^k]", re.I, ["K", "\u212a", "a"]),
    (r"(?i:a)b", 0, ["Ab", "AB"]),
    (r"(?i)(\w)\1", 0, ["aA", "\u03c3\u03c2", "ab"]),
    (r"(?-i:a)b", re.I, ["aB", "AB"]),
    (r"(?a:\w)\w", 0, ["a\u0436", "\u0436a"]),
    (r"(?<=ab)c", 0, ["abc", "bc"]),
    (r"(?<!a)b(?!c)", 0, ["ab", "b", "bc"]),
    (r"(?<=(a|b))c", 0, ["bc"]),
    (r"(a)?b(?(1)c|d)", 0, ["abc", "bd", "abd", "bc"]),
    (r"(?P<q>['\"])?x(?(q)(?P=q))", 0, ["'x'", "x", "'x\""]),
    (r"(?>a*)a", 0, ["aaa"]),
    (r"(?>a|ab)c", 0, ["ac", "abc"]),
    (r"a*+b", 0, ["aab", "aac"]),
    (r"(?:ab|a)++b", 0, ["abab", "aab"]),
    (r"a{2,3}+a", 0, ["aaa", "aaaa"]),
    (r"(?:a?)*?b", 0, ["aab"]),
    (r"(?:a|b)*?c|d", 0, ["abc", "abd"]),
    (r"(?:|a)*", 0, ["aa"]),
    (r"(a|ab)(bc|c)?$", 0, ["abc", "ab"]),
    (r"(?:(x)|y)*\1", 0, ["xyx", "yy"]),
    (r"[\]\-^\\a]+", 0, ["]-^\\a"]),
    (r"[]a]+[^]b]", 0, ["]a]c", "]b"]),
    (r"[\w.-]+@[\w-]+\.\w+", 0, ["to joe.x@ex-ample.org now"]),
    (r"\x41\u0042\U00000043\103\t\N{DIGIT ONE}", 0, ["ABCC\t1"]),
    (r"(?x) a b # comment" "\n" r" \ c [ ] #", 0, ["ab c "]),
    (r"a{,2}b{0}c{2,}", 0, ["aaacc", "c", "bccc"]),
    (r"a{b}{1", 0, ["a{b}{1"]),
    ("\U0001f600+[\U0001f600-\U0001f64f]", 0, ["\U0001f600\U0001f600\U0001f610"]),
    ("[^\u4e00]", 0, ["\u4e00\U00020000"]),
]  # fmt: skip

for pattern, flags, texts in CASES:
    compiled = re.compile(pattern, flags)
    for text in texts:
        m, full = compiled.search(text), compiled.fullmatch(text)
        print(ascii(pattern), int(flags), ascii(text), m and (m.span(), m.groups()), full and full.span())

print(re.match(rb"[\w]+", b"ab\xe9").span(), re.match(rb"(?i)\xe9", b"\xc9"), re.match(rb"(?L)\w+", b"ab\xe9").span())
print(re.search(rb"\x00(.)", b"a\x00\xff").group(1), re.match("(?s).*", "\ud800\udc00").span())
