"""__eq__, __ne__, ordering, __hash__, identity shortcuts, results that are not bool, total ordering by hand."""


class Version:
    def __init__(self, text):
        self.parts = tuple(int(part) for part in text.split("."))

    def __eq__(self, other):
        if isinstance(other, str):
            other = Version(other)
        return self.parts == other.parts if isinstance(other, Version) else NotImplemented

    def __lt__(self, other):
        if isinstance(other, str):
            other = Version(other)
        return self.parts < other.parts if isinstance(other, Version) else NotImplemented

    def __le__(self, other):
        return self == other or self < other

    def __hash__(self):
        return hash(self.parts)

    def __repr__(self):
        return "v" + ".".join(map(str, self.parts))


a, b, c = Version("1.2"), Version("1.10"), Version("1.2")
print(a == c, a is c, a != b, a < b, b > a, a <= c, a >= c, sorted([b, a, Version("0.9")]), max(a, b), a == "1.2", "1.2" == a, "1.10" > a, a == 5, a != 5, len({a, b, c}), {a: 1}[c], a in [b, c], [b, c].index(a))
for bad in (lambda: a < 5, lambda: 5 < a, lambda: a <= 5, lambda: a > None, lambda: sorted([a, 5])):
    try:
        print(bad())
    except TypeError as error:
        print(error)


class EqOnly:
    def __eq__(self, other):
        return True


class HashOnly:
    def __hash__(self):
        return 7


class Reversed(EqOnly):
    __hash__ = object.__hash__


print(EqOnly.__hash__, EqOnly() == 5, EqOnly() != 5, 5 == EqOnly(), None == EqOnly(), hash(HashOnly()), HashOnly() == HashOnly(), isinstance(hash(Reversed()), int))
for bad in (lambda: hash(EqOnly()), lambda: {EqOnly()}, lambda: {EqOnly(): 1}, lambda: hash(type("H", (), {"__hash__": lambda self: "x"})()), lambda: hash(type("H", (), {"__hash__": lambda self: 1.5})())):
    try:
        print(bad())
    except TypeError as error:
        print(error)
for value in (-1, 2**61 - 1, 2**64, 2**200, True, -(2**63)):
    print(value, hash(type("H", (), {"__hash__": lambda self: value})()))


class Odd:
    def __init__(self, result):
        self.result = result

    def __eq__(self, other):
        return self.result

    def __lt__(self, other):
        return self.result

    __hash__ = None


print(Odd("yes") == 1, Odd([]) == 1, Odd([]) != 1, Odd("x") < 1, 1 > Odd(0), Odd(0) in [1], 1 in [Odd("truthy")], [Odd(0)] == [1], [Odd(1)] == [1], Odd([1]) == 1 == 1, (Odd(None),) == (1,), [Odd(5)] < [1], [Odd(0), 3] < [1, 4])


class Never:
    def __eq__(self, other):
        return False

    def __hash__(self):
        return 1


n = Never()
print(n == n, n in [n], [n] == [n], (n,) == (n,), {n: 1} == {n: 1}, {n} == {n}, [n].index(n), [n].count(n), n != n, {n: "found"}.get(n), [n, n].count(Never()))


class Exploding:
    def __eq__(self, other):
        raise RuntimeError("compared")

    def __hash__(self):
        return 5

    def __bool__(self):
        raise RuntimeError("tested")


x = Exploding()
for action in (lambda: x in [1], lambda: x in [x], lambda: [1, x].index(x), lambda: [x] == [1], lambda: {5: 1}.get(x), lambda: {x: 1}[x], lambda: x and 1, lambda: not x, lambda: [1 for _ in [1] if x], lambda: x is x, lambda: 1 if x else 2, lambda: any([x]), lambda: list(filter(None, [x]))):
    try:
        print(action())
    except RuntimeError as error:
        print("RuntimeError", error)


class Ne:
    def __ne__(self, other):
        return "custom ne"


print(Ne() != 1, Ne() == 1, object() == object(), object() != object(), type(object().__ne__(1)).__name__, int.__eq__(1, 1.0), float.__eq__(1.0, 1), (1).__ne__(2), (1).__lt__("a"))


class Sub(Version):
    def __lt__(self, other):
        return "Sub decides"

    def __gt__(self, other):
        return "Sub decides gt"


print(Version("1") < Sub("2"), Sub("1") < Version("2"), Version("1") > Sub("2"), Version("3") == Sub("3"))


class ById:
    pass


first, second = ById(), ById()
print(first == first, first == second, first != second, len({first, second, first}), hash(first) == hash(first), {first: 1}.get(second))
for cmp in ("<", ">", "<=", ">="):
    try:
        eval(f"first {cmp} second")
    except TypeError as error:
        print(error)
