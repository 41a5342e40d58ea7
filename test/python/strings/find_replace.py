"""find, index, count, replace, startswith, translate, and membership."""

text = "abracadabra"
for needle in ("a", "abra", "", "x", "bra", "abracadabra", "abracadabraa"):
    row = [needle, text.find(needle), text.rfind(needle), text.count(needle), needle in text, text.startswith(needle), text.endswith(needle)]
    for span in ((1,), (1, 5), (-4,), (-4, -1), (20,), (5, 2), (None, 3), (0, 100), (11,), (12,)):
        row.append((text.find(needle, *span), text.rfind(needle, *span), text.count(needle, *span)))
    print(row)
print(text.replace("a", "A"), text.replace("a", "A", 2), text.replace("", "-"), text.replace("", "-", 3), text.replace("abra", ""), text.replace("a", "aa", -1), text.replace("x", "y"), text.replace("a", "b", 0), "".replace("", "x"), "aaa".replace("aa", "b"))
print("abc".replace("b", "x", count=1), "ééé".replace("é", "e", 2), "a.b.c".replace(".", "::"))
print(text.startswith(("x", "ab")), text.endswith(("ra", "x"), 3), text.startswith("bra", 1), text.startswith("", 11), text.startswith("", 12), text.endswith("a", 0, 1), text.startswith(()), text.index("c"), text.rindex("b"), text.index("a", 1))
for bad in (lambda: text.index("x"), lambda: text.rindex("z", 2), lambda: text.find(1), lambda: text.count(), lambda: text.startswith(1), lambda: text.startswith(["a"]), lambda: text.endswith(("a", 1), 0, 0), lambda: text.replace("a"), lambda: text.replace("a", 1), lambda: text.find("a", "b"), lambda: text.index("a", 1.5), lambda: 1 in text):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)

print("hello".translate({ord("l"): "L", ord("o"): None, ord("h"): 0x48}), "hello".translate(str.maketrans("el", "ip")), "hello".translate(str.maketrans("el", "ip", "h")), "abc".translate(str.maketrans({"a": "xyz", "b": None, 99: "!"})))
print(str.maketrans("ab", "cd"), str.maketrans({"a": 1}), str.maketrans("", "", "xy"))


class Table:
    def __getitem__(self, key):
        if key == 98:
            raise LookupError
        if key == 99:
            return None
        return chr(key).upper() * 2


print("abcd".translate(Table()))
for bad in (lambda: str.maketrans("ab", "c"), lambda: str.maketrans("a"), lambda: str.maketrans({"ab": 1}), lambda: str.maketrans({1.5: 1}), lambda: "a".translate({97: 1.5}), lambda: "a".translate({97: 0x110000}), lambda: str.maketrans("a", 1), lambda: "a".translate()):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
mixed = "a😀b😀c"
print(len(mixed), mixed[1], mixed[-1], mixed.find("😀"), mixed.rfind("😀"), mixed.find("b"), mixed.count("😀"), mixed.replace("😀", "-"), mixed.split("😀"), mixed[::-1], mixed[1:4], "😀" in mixed, mixed.index("c"), mixed.upper(), [ord(c) for c in mixed], mixed.center(9, "😀"), sorted(mixed), mixed.partition("😀"), mixed * 2, mixed.startswith("😀", 1), "x" + mixed < "y", mixed == "a😀" + "b😀c", hash(mixed) == hash("a" + mixed[1:]))
lone = "a\ud800b"
print(len(lone), ascii(lone), ascii(lone[1]), lone.find("\ud800"), lone == "a\ud800b", ascii(lone.replace("a", "😀")), ascii("\ud83d" + "\ude00"), len("\ud83d" + "\ude00"), "\ud83d\ude00" == "😀", lone.isprintable())
