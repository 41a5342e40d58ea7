"""split, rsplit, splitlines, partition, join."""

text = "  one two  three   four "
print(text.split(), text.split(None, 2), text.rsplit(None, 2), text.split(" "), text.split(" ", 3), text.rsplit(" ", 2))
print("a,b,,c,".split(","), "a,b,,c,".split(",", 1), "a,b,,c,".rsplit(",", 1), "a,b".split(",", 0), "a,b".split(",", -1), "".split(), "".split(","), " ".split(), ",".split(","))
print("a<>b<>c".split("<>"), "aaaa".split("aa"), "abcabc".rsplit("bc", 1), "x".split(sep="y"), "a b c".split(maxsplit=1), "a\u2003b\x1cc\x85d".split())
print("key=value=more".partition("="), "key".partition("="), "a=b=c".rpartition("="), "abc".rpartition("="), "a--b".partition("--"))
lines = "one\ntwo\r\nthree\rfour\vfive\fsix\x1cseven\x85eight\u2028nine\n\nlast"
print(lines.splitlines())
print(lines.splitlines(True))
print("".splitlines(), "\n".splitlines(), "a\n".splitlines(), "a\n\n".splitlines(keepends=True), "\r\n\n\r".splitlines())
print(", ".join(["a", "b", "c"]), "".join("xyz"), "-".join([]), "-".join(("only",)), ".".join({"k": 1, "j": 2}), "|".join(str(i) for i in range(5)), "é".join("ab"))


class Text(str):
    pass


joined = "".join([Text("sub")])
print(joined, type(joined).__name__, type(Text("a").join(["b"])).__name__, type(Text("a b").split()[0]).__name__, type(Text("x")[0]).__name__, type(Text("x") + "y").__name__)
for bad in (lambda: "".join([1]), lambda: ",".join(["a", b"b"]), lambda: ",".join(5), lambda: "a".split(""), lambda: "a".split(1), lambda: "a".partition(""), lambda: "a".rsplit(b"a"), lambda: "a".split("b", "c"), lambda: "a".split("b", x=1), lambda: "a".partition(), lambda: "-".join(["a", "b", None, "c"])):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)

paragraph = """The quick brown fox
jumps over the lazy dog.   The dog
barks; the fox runs."""
words = {}
for word in paragraph.lower().replace(".", " ").replace(";", " ").split():
    words[word] = words.get(word, 0) + 1
for word, count in sorted(words.items(), key=lambda pair: (-pair[1], pair[0])):
    print(word, count, end=", ")
print()
table = [line.split(":") for line in "name:Ada:36\nname:Alan:41".splitlines()]
print(table, list(zip(*table)), [dict(zip(("field", "who", "age"), row)) for row in table])
print("\n".join(" ".join(reversed(line.split())) for line in paragraph.splitlines()))
