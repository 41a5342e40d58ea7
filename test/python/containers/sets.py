"""set and frozenset: operations, methods, comparisons, equality, mutation, hashing, errors."""

show = lambda s: "{" + ", ".join(sorted(map(repr, s))) + "}"
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(show(a | b), show(a & b), show(a - b), show(b - a), show(a ^ b), a == {4, 3, 2, 1}, a != b, a < b, {3} < b, b <= b, a > {1}, a >= a, a.isdisjoint({9}), 3 in a, len(a))
print(show(a.union([7], "x")), show(a.intersection([1, 3, 9], range(3))), show(a.difference([1], {2})), show(a.symmetric_difference([1, 9])), a.issubset(range(10)), a.issuperset([1]), a.copy() == a)
c = set("hello")
c.add("z")
c.discard("missing")
c.remove("h")
c.update("xy", [1])
print(show(c))
c &= {"x", "y", "z", 1}
c |= {2}
c -= {1}
c ^= {"x", "w"}
print(show(c))
c.intersection_update("wyz", ["w", "y"])
c.difference_update(["w"])
c.symmetric_difference_update("yq")
print(c, c.pop(), c, bool(c), set(), frozenset(), {1}, frozenset([1]), repr({(1, 2)}), {*()}, {*"a"})
print({1, 1.0, True}, {0, False, 0.0}, len({"a", "b", "a"}), {1} == frozenset([1]), hash(frozenset([1, 2])) == hash(frozenset([2, 1])), {frozenset([1]): "x"}[frozenset([1])], {1} | frozenset([1]), type({1} | frozenset([2])).__name__, type(frozenset([2]) | {1}).__name__, {frozenset([1])} == {frozenset({1})}, {1} in {frozenset([1])})
for bad in (
    lambda: set().pop(), lambda: {1}.remove(2), lambda: {1}.remove([]), lambda: {[]}, lambda: {1} | [2], lambda: {1} & "a", lambda: {1} - (1,), lambda: {1} < [1], lambda: {1} + {2}, lambda: set(5), lambda: set(1, 2), lambda: hash(set()), lambda: a[0], lambda: frozenset().add, lambda: {1}.union(5), lambda: {1}.add(), lambda: {{1}}, lambda: [] in {1}, lambda: {1} in {1}, lambda: {1} < 1, lambda: {1} == 1, lambda: {1}.update(1), lambda: frozenset(1), lambda: set(a=1), lambda: {1}.issubset(3), lambda: {1}.add({}), lambda: {1}.remove({2}), lambda: {1} ^ None,
):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
loop = [1]
print(loop.__class__({1, 2}) == [1, 2], sorted({3, 1, 2}), max({5, 6}), sum({1, 2, 3}), list({7}), tuple({"q"}), {x % 3 for x in range(10)} == {0, 1, 2}, dict.fromkeys({1}), "".join({"s"}))


class Tagged(set):
    def __init__(self, items, tag="none"):
        super().__init__(items)
        self.tag = tag

    def __contains__(self, item):
        return item == "magic" or super().__contains__(item)


t = Tagged([1, 2], tag="t")
print(show(t), t.tag, "magic" in t, 5 in t, type(t | {3}).__name__, type(t.copy()).__name__, t == {1, 2}, repr(Tagged([5])), t.union({9}).__class__.__name__)


class Frozen(frozenset):
    pass


print(repr(Frozen([1])), Frozen([1]) == frozenset([1]), hash(Frozen([1])) == hash(frozenset([1])), type(Frozen([1]) & {1}).__name__, type(Frozen([1]).copy()).__name__)
primes = {n for n in range(2, 100) if not any(n % d == 0 for d in range(2, int(n**0.5) + 1))}
print(len(primes), sorted(primes)[-5:], sorted(primes & set(range(50, 80))), sorted(set("the quick brown fox") - set("aeiou ")))
power = [frozenset()]
for item in "abc":
    power += [subset | {item} for subset in power]
print(sorted("".join(sorted(subset)) for subset in power), len(set(power)))
print({1, 2} <= {1, 2, 3} <= {1, 2, 3, 4}, {1} < {2}, {1} > {2}, {1} == {2}, set() < {1}, not set(), frozenset("ab") == set("ba"), frozenset("ab") <= {"a", "b", "c"})
