"""Formatting integers: bases, signs, grouping, padding, character, bool, %-formatting and errors."""

values = [0, 1, -1, 42, -42, 255, 1234567, -1234567, 2**40, 10**20, -(10**20)]
specs = ["", "d", "b", "o", "x", "X", "#b", "#o", "#x", "#X", "n", "+", " ", "-", "5", "<5", "^5", ">5", "=5", "*^9", "05", "+05", "=+8", "08x", "#010x", "#010b",
         ",", "_", "_x", "_b", "012,", "e", ".2e", "f", ".1f", "g", "%", "020,d", "\u00e9^12", "<+6d", ">#8X"]
for spec in specs:
    print(repr(spec), *[format(value, spec) for value in values], sep="|")
print(format(65, "c"), format(0x1F600, "c"), format(8364, "5c") + "|", format(True), format(True, "d"), format(False, "5"), f"{True!s:>6}", f"{True:x}")
for value, spec in ((5, ".2d"), (5, ",x"), (5, "s"), (5, "q"), (-1, "c"), (0x110000, "c"), (5, "+c"), (5, "#c"), (5, ",c"), (True, "s"), (5, "10 d"), (5, "zd"), (5, "{}")):
    try:
        print(value, spec, repr(format(value, spec)))
    except (ValueError, OverflowError) as error:
        print(value, spec, type(error).__name__, error)
for template in ("%d", "%5d|", "%-5d|", "%05d", "%+d", "% d", "%i", "%u", "%o", "%x", "%X", "%#o", "%#x", "%#X", "%.3d", "%8.3d|", "%-8.3d|", "%+.4d", "%s", "%r", "%a", "%e", "%f", "%g"):
    print(template, *[template % value for value in (0, 42, -42, 10**18)], sep="|")
for template, argument in (("%d", "x"), ("%d", None), ("%x", 1.5), ("%c", "ab"), ("%c", 0x110000), ("%d %d", (1,)), ("%d", (1, 2)), ("%z", 1), ("%", 1), ("%(a)d", 1), ("%*d", (1,)), ("%(a", {"a": 1}), ("abc", 5), ("%c", 1.5)):
    try:
        print(template % argument)
    except (TypeError, ValueError, OverflowError) as error:
        print(template, type(error).__name__, error)
print("%(name)s is %(age)03d %%" % {"name": "Ada", "age": 36}, "%*d|%-*d|%.*f" % (6, 42, 6, 42, 2, 3.14159), "%c%c" % ("a", 98))
print("%s %r %a" % ("é", "é", "é"), "%s" % (None,), "%s" % ((1, 2),), "%5s|%-5s|%.2s" % ("abc", "abc", "abc"), "%d" % 3.99, "%d" % True)
print(bin(10), oct(64), hex(255), bin(-5), hex(-256), bin(0), oct(0), hex(0), bin(True))


class Five:
    def __index__(self):
        return 5


print(bin(Five()), hex(Five()), "%x" % Five(), [10, 20, 30, 40, 50, 60][Five()], range(10)[Five()], "ab" * Five())
