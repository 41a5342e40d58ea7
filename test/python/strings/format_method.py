"""str.format: fields, attribute and item access, conversions, nested specs, errors; __format__."""


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y
        self.tags = {"name": "p", "list": [10, 20], "1": "one", 1: "int one", "a b": "space"}

    def __str__(self):
        return f"({self.x}, {self.y})"

    def __repr__(self):
        return f"Point({self.x}, {self.y})"

    def __format__(self, spec):
        if spec == "polar":
            return f"{abs(complex(self.x, self.y)):.2f}"
        return f"<{spec}>" + str(self)


p = Point(3, 4)
print("{} {} {}".format(1, "two", 3.0), "{1} {0} {1}".format("a", "b"), "{x} {y}".format(x=1, y=2), "{0} {x}".format("pos", x="key"), "{{}} {{{}}}".format(5))
print("{} {!s} {!r} {!a} {:polar} {:anything}".format(p, p, p, "é", p, p))
print("{0.x} {0.y} {0.tags[name]} {0.tags[list][1]} {0.tags[1]} {0.tags[a b]}".format(p), "{p.x:>5}|{p.y:<5}|".format(p=p), "{[0]} {[k]}".format([7], {"k": 8}))
print("{:{}} {:{width}.{precision}} {:{}{}{}}".format("a", 5, 3.14159, "z", "*", "^", 7, width=8, precision=3) + "|")
print("{:>10}|{:<10}|{:^10}|{:*^10}|{:10}|{:.2}|{:5.1}|".format("abc", "abc", "abc", "abc", "abc", "abc", "abc"), "{:s}".format("x"), "{:é>4}".format("x"), "{!r:>8}".format("q"))
print("{:d} {:5d} {:<5d}| {:,} {:x} {:%} {:e} {:b}".format(1, 2, 3, 1234567, 255, 0.25, 1234.5, 5), "{:>{w}}".format("a", w=4), "{}".format(None), "{:}".format(True), "{!s:>6}".format(None))
bad = [
    ("{", ()), ("}", ()), ("{0", (1,)), ("{!}", (1,)), ("{!x}", (1,)), ("{!rr}", (1,)), ("{0}{}", (1, 2)), ("{}{0}", (1, 2)), ("{2}", (1,)), ("{name}", ()), ("{0.y}", (1,)), ("{0[a]}", ([1],)), ("{0[5]}", ([1],)), ("{0[a]}", ({},)), ("{:d}", ("x",)), ("{:>5}", (None,)), ("{:x}", ([],)),
    ("{0.}", (1,)), ("{0[}", (1,)), ("{0[]}", ([1],)), ("{a.b.c}", ()), ("{:{:{}}}", (1, 2, 3)), ("{:5}", (object,)), ("{ 0}", (1,)), ("{-1}", (1,)), ("{0[-1]}", ([1],)), ("{:=5}", ("a",)), ("{:,}", ("a",)), ("{:+}", ("a",)), ("{: }", ("a",)), ("{:05}", ("a",)), ("{:.}", ("a",)), ("{:#}", ("a",)), ("{:z}", ("a",)), ("{:99999999999999999999}", ("a",)),
    ("{0:}}", (1,)), ("{0[a}", (1,)), ("{0!r}x}", (1,)), ("{!r:}", (1,)), ("{0!}", (1,)), ("{:<<5}", ("a",)), ("{:{}}", (1,)),
]
for template, arguments in bad:
    try:
        print(template, repr(template.format(*arguments)))
    except Exception as error:
        print(template, type(error).__name__, error)


class BadFormat:
    def __format__(self, spec):
        return 5


class Plain:
    def __str__(self):
        return "plain"


for attempt in (lambda: format(BadFormat()), lambda: format(Plain(), "x"), lambda: format(Plain()), lambda: format(1, 2), lambda: format(), lambda: "{}".format_map({}), lambda: "{a} {b}".format_map({"a": 1, "b": 2})):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)


class Default(dict):
    def __missing__(self, key):
        return "<" + key + ">"


print("{a} {missing} {other}".format_map(Default(a=1)))
print(format("text", ">8"), format(3.5, ".2f"), format(p, "polar"), "{0!r:^12}|".format("mid"), "{:^+9.2f}|".format(2.5), "{:_^30,.3f}".format(1234567.891))
