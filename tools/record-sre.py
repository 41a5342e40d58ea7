"""Writes facts/sre.json: patterns compiled by CPython, and what it matches with them.

Run with CPython 3.14: `python3.14 tools/record-sre.py`. The tests of src/algorithms/sre replay the
file; a result is the spans of all groups, flat (-1 for a group that took no part), and lastindex.
"""

import json
import random
import re
import warnings
from re import _compiler, _parser

warnings.simplefilter("ignore")

I, L, M, S, A = re.I, re.L, re.M, re.S, re.A

# (pattern, flags, subjects): each opcode, each way of backtracking, and patterns of the library.
CHOSEN = [
    ("", 0, ["", "ab"]),
    ("abc", 0, ["abc", "xabcx", "ab", "ababc"]),
    ("aab", 0, ["aaaab", "aabaab"]),
    (".", 0, ["a", "\n", "\r"]),
    (".", S, ["a", "\n"]),
    (r"^a|b$|\Ac|d\Z", M, ["a\na", "b\nb", "\nc", "cd\n", "d"]),
    (r"a$", 0, ["a", "a\n", "a\n\n", "a\nb"]),
    (r"\bfoo\b", 0, ["foo", "a foo!", "afoo", "éfoo"]),
    (r"\bfoo\b", A, ["éfoo", "foo_"]),
    (r"\Boo\B|\B", 0, ["fooo", "", "oo"]),
    (r"\d+|\w+|\s+", 0, ["12 ab\u0663_", "\u00e9\u2028\u0431"]),
    (r"\d+|\w+|\s+", A, ["12 ab\u0663_", "\u00e9\u2028\u0431"]),
    (r"\D+|\W|\S+", 0, ["12 ab\u0663_"]),
    (r"[^\W\d]+|[\d\s]", 0, ["a1 b2\u0431"]),
    (r"[a-f0-9]{2,4}", 0, ["deadbeef", "g1", "g12"]),
    (r"[^,\n]*,", 0, ["a,b", ",", "a\n,"]),
    ("[\u0400-\u0410\u2000\u4e00-\u4fff]+", 0, ["\u0405\u2000\u4e01", "a"]),
    ("[\U0001f600-\U0001f610a]+", 0, ["x\U0001f601a", "a"]),
    ("[^\U0001f600]", 0, ["\U0001f600a", "\U0001f600"]),
    ("k[a-z]\u00df", I, ["K\u212a\u1e9e", "kk\u00df", "KZ\u00df"]),
    ("[k-m]+[^i]", I, ["KLM\u212a1", "kI", "k\u0130"]),
    ("(?i:ABC)d", 0, ["abcd", "abCD"]),
    ("strasse|ſt|ﬁ|\u0131", I, ["STRASSE", "ST", "ﬁ", "I"]),
    ("[ab]X", A | I, ["Bx", "aX"]),
    (r"(\w)\1", I, ["aA", "\u03c3\u03a3", "ab"]),
    (r"(\w)\1", A | I, ["aA", "\u03c3\u03a3"]),
    ("[\U00010400-\U00010410]", I, ["\U00010428", "\U00010400", "a"]),
    (b"[a-c]\xe9", I, [b"B\xe9", b"b\xc9"]),
    (rb"[^a]\w(\w)\1", L | I, [b"abcC", b"\xe9abB"]),
    (rb"a[b-d]\b", L | I, [b"AC", b"ac_"]),
    (rb"[^bc]|[^\wq]|(?:x|[^ace])", L | I, [b"B", b"aC", b"Q-"]),
    (r"(a|ab)(c|bcd)(d*)", 0, ["abcd"]),
    (r"(a+|b)*", 0, ["ab", "", "aab"]),
    (r"(?:(a)|b)*", 0, ["ab", "ba"]),
    (r"(?:(a)|(b)|(c))*d", 0, ["abcd", "cad"]),
    (r"(a*)*", 0, ["b", "aa"]),
    (r"(a*)+b?", 0, ["b", "aab"]),
    (r"(?:a?b??)*c", 0, ["abac", "c"]),
    (r"(?:|a)*b", 0, ["aab"]),
    (r"(?:|a)*", 0, ["aa"]),
    (r"(a??)*?b", 0, ["aab"]),
    (r"((?:ab){2,3}?)(ab)*", 0, ["abababab"]),
    (r"(?:a{2}|b){1,3}c", 0, ["aabaac", "bbbbc"]),
    (r".*?foo", 0, ["a foo foo", "fo\nfoo"]),
    (r".*foo", 0, ["a foo foo", "fo"]),
    (r"a{0}b|(c){0}d", 0, ["b", "d"]),
    (r"(?>a+)ab|a++b", 0, ["aaab"]),
    (r"(?:ab|a)*+b", 0, ["abab", "aab", "ababb"]),
    (r"(?:ab|a){2,}+", 0, ["aba", "a"]),
    (r"(?:(a)|b?)*+c", 0, ["abac", "c"]),
    (r"(?=(a+))a*b\1", 0, ["aabaa", "baaabac"]),
    (r"(?!(a)b)\w+", 0, ["abc", "acb"]),
    (r"(?<=ab)c|(?<!x)d", 0, ["abc", "xd", "d", "cd"]),
    (r"(?<=(a))b|(?<=(?=b).)c", 0, ["ab", "bc"]),
    (r"(a)?(?(1)b|c)", 0, ["ab", "c", "ac"]),
    (r"(a(b*)(?(1)x|y))", 0, ["aby", "abbx", "ay"]),
    (r"(?:(a)?b)*(?(1)c)", 0, ["abbc", "b"]),
    (r"(a)|\1b", 0, ["ab", "b"]),
    (r"(?P<q>['\"]).*?(?P=q)", 0, ["a 'b\" c' d", "\"\""]),
    (r"[^\s\S]|a", 0, ["a", ""]),
    (r"[^\s\S]*a", 0, ["ba"]),
    (r"[\s\S]+", 0, ["a\nb"]),
    (r"(?!)|a", 0, ["a"]),
    (r"x*", 0, ["axb", "xx"]),
    (r"\b|:+", 0, ["a::bc"]),
    (r"(?m)^(?=.)|,\s*", 0, ["a, b\n\nc"]),
    (r"\s*([A-Za-z_]\w*)\s*=\s*('[^']*'|\"[^\"]*\"|\S+)\s*(?:;|$)", 0, ["a = 'b c'; d=2", "=3"]),
    (r"\$(?:(?P<escaped>\$)|(?P<named>[_a-z][_a-z0-9]*)|\{(?P<braced>[_a-z]+)\}|(?P<invalid>))", I,
     ["$a ${B} $$ $1"]),
    (r"(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][-+]?[0-9]+)?", 0, ["-12.5e+3", "01", "x-0.5"]),
    (r"(?P<number>\d+)|(?P<name>[a-z]\w*)|(?P<op>[-+*/=()])|(?P<space>\s+)", 0, ["x1 = (2+y)"]),
    (r"(\d{4})-(\d{2})-(\d{2})(?:[T ](\d\d):(\d\d)(?::(\d\d))?)?", 0,
     ["2024-02-29", "on 2024-02-29 12:30", "2024-02-29T12:30:59Z"]),
]  # fmt: skip


class Grammar:
    def __init__(self, rng):
        self.rng = rng
        self.groups = []

    def atom(self, depth):
        rng = self.rng
        kind = rng.random()
        if depth == 0 or kind < 0.4:
            return rng.choice(["a", "b", "c", ".", r"\w", "[ab]", "[^a]", r"\s"])
        if kind < 0.46:
            return rng.choice(["^", "$", r"\b", r"\B"])
        if kind < 0.66:
            self.groups.append(None)
            number = len(self.groups)
            body = self.alternation(depth - 1)
            self.groups[number - 1] = number
            return f"({body})"
        if kind < 0.8:
            return f"(?:{self.alternation(depth - 1)})"
        if kind < 0.86:
            return f"(?{rng.choice(['=', '!', '<=a', '<!b'])}{self.alternation(depth - 1)})"
        if kind < 0.89:
            return f"(?>{self.alternation(depth - 1)})"
        closed = [group for group in self.groups if group]
        if not closed:
            return "c"
        if kind < 0.95:
            return rf"\{rng.choice(closed)}"
        return f"(?({rng.choice(closed)}){self.sequence(depth - 1)}|{self.sequence(depth - 1)})"

    def item(self, depth):
        rng = self.rng
        atom = self.atom(depth)
        if rng.random() < 0.5:
            return atom
        suffix = rng.choice(["", "", "?", "+"])
        return atom + rng.choice(["*", "+", "?", "{2}", "{1,2}", "{0,2}"]) + suffix

    def sequence(self, depth):
        return "".join(self.item(depth) for _ in range(self.rng.choice([0, 1, 1, 2, 2, 3])))

    def alternation(self, depth):
        count = self.rng.choice([1, 1, 1, 2, 3])
        return "|".join(self.sequence(depth) for _ in range(count))


def spans(match):
    if match is None:
        return None
    return [edge for span in match.regs for edge in span] + [match.lastindex]


def record(pattern, flags, subjects):
    tree = _parser.parse(pattern, flags)
    compiled = re.compile(pattern, flags)
    cases = []
    for subject in subjects:
        for pos, endpos in {(0, len(subject)), (1, len(subject)), (0, len(subject) - 1)}:
            if not 0 <= pos <= endpos:
                continue
            scanner = compiled.scanner(subject, pos, endpos)
            cases.append({
                "subject": subject if isinstance(subject, str) else list(subject),
                "pos": pos,
                "endpos": endpos,
                "fullmatch": spans(compiled.fullmatch(subject, pos, endpos)),
                "finditer": [spans(match) for match in compiled.finditer(subject, pos, endpos)],
                "scanner": [spans(match) for match in iter(scanner.match, None)],
            })  # fmt: skip
    return {
        "pattern": pattern if isinstance(pattern, str) else pattern.decode("latin1"),
        "flags": int(compiled.flags),
        "groups": compiled.groups,
        "code": _compiler._code(tree, flags),
        "cases": sorted(cases, key=lambda case: (case["pos"], case["endpos"])),
    }


def main():
    records = [record(*chosen) for chosen in CHOSEN]
    rng = random.Random(314)
    seen = set()
    while len(seen) < 120:
        pattern = Grammar(rng).alternation(3)
        try:
            re.compile(pattern)
        except re.error:
            continue
        if not 4 < len(pattern) < 40 or pattern in seen:
            continue
        seen.add(pattern)
        subjects = ["".join(rng.choices("aabbc \n", k=rng.randint(2, 7))) for _ in range(2)]
        records.append(record(pattern, rng.choice([0, 0, M, S]), subjects))
    lines = ",\n".join(json.dumps(r, separators=(",", ":"), ensure_ascii=True) for r in records)
    with open("facts/sre.json", "w") as file:
        file.write(f"[\n{lines}\n]\n")


main()
