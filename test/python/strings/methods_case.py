"""str methods that change or test case and character classes."""

samples = ["", "hello world", "HELLO", "Hello World", "ß straße", "ǆ ǅ Ǆ", "ﬁne", "ΑΣ ΑΣΑ Σ", "i İ ı", "they're bill's", "abc123", "123", "½", "²", "٣", "Ⅷ", " \t\n", "a b", "名前", "_x1", "1x", "é", "e\u0301", "\u2028", "x\x00", "ŉ", "ΐ"]
for sample in samples:
    print(repr(sample), sample.upper(), sample.lower(), sample.title(), sample.capitalize(), sample.swapcase(), ascii(sample.casefold()), sep="|")
tests = ["isalnum", "isalpha", "isascii", "isdecimal", "isdigit", "isidentifier", "islower", "isnumeric", "isprintable", "isspace", "istitle", "isupper"]
for name in tests:
    print(name, "".join("01"[getattr(sample, name)()] for sample in samples))
for width in (0, 3, 8, 9):
    print(repr("abc".center(width)), repr("abcd".center(width, "*")), repr("abc".ljust(width, ".")), repr("abc".rjust(width)), "-42".zfill(width), "+".zfill(width), "x".zfill(width))
print("a\tbc\tdef\t".expandtabs(), "a\tbc\tdef".expandtabs(4), repr("a\tb\n\tc".expandtabs(3)), "\t".expandtabs(0) == "")
print("  both  ".strip() + "|", "  left".lstrip() + "|", "right  ".rstrip() + "|", "xyxabcyx".strip("xy"), "xyxabcyx".lstrip("xy"), "xyxabcyx".rstrip("xy"), "\u3000wide\xa0".strip() + "|", "aaa".strip("a") + "|")
print("prefix-body".removeprefix("prefix-"), "prefix-body".removeprefix("x"), "body.txt".removesuffix(".txt"), "body".removesuffix(""), "aa".removesuffix("a"))
for bad in (lambda: "a".center(), lambda: "a".center("x"), lambda: "a".center(5, "ab"), lambda: "a".ljust(5, 1), lambda: "a".upper(1), lambda: "a".strip(1), lambda: "a".zfill("x"), lambda: "a".expandtabs("x"), lambda: "a".removeprefix(1), lambda: "a".nothing(), lambda: "a".center(10**30)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
print("abc".casefold() == "ABC".casefold(), "ß".casefold() == "SS".casefold(), "Å" == "Å", "a" < "b" < "ba" < "é" < "名" < "😀", max("aZ9"), min("aZ9"))
print(str.upper("x"), list(map(str.strip, [" a ", "b "])), "abc".__len__(), "abc".__contains__("b"), "a".__add__("b"), "a".__mul__(3), "b".__gt__("a"), "a".__eq__(1))
