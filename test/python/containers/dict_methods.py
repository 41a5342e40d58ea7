"""dict: construction, order, methods, merging, views, key equality, subclasses with __missing__, errors."""

d = {"b": 1, "a": 2, 3: "three", (1, 2): "tuple", None: "none", 2.5: "float", b"k": "bytes", True: "true"}
print(d, len(d), d["a"], d[3.0], d[1], d[None], d[(1, 2)], "b" in d, "z" in d, d.get("z"), d.get("z", 0), d.get(1.0))
d[1] = "one"
d[3.0] = "still int key"
print(d, list(d), list(d.values()), list(d.items())[0], list(reversed(d))[:2])
print(d.pop("b"), d.pop("zz", "default"), d.popitem(), d.setdefault("new", []), d.setdefault("new", 5), d)
d.update({"u": 1}, v=2)
d.update([("w", 3), ["x", 4], "yz"])
d.update()
print(d, d.copy() == d, d.copy() is d)
del d["u"], d[None]
d["u"] = "back at the end"
print(list(d))
print(dict(), dict(a=1), dict([(1, 2)]), dict({"x": 1}, y=2), dict(zip("ab", range(2))), dict.fromkeys("ab"), dict.fromkeys([1, 2], 0), {**{"a": 1}, "b": 2, **{"a": 3}}, {k: v for v, k in enumerate("xyz")})
e, f = {"a": 1, "b": 2}, {"b": 3, "c": 4}
print(e | f, f | e, e == {"b": 2, "a": 1}, e != f, e | {}, type(e | f).__name__)
e |= f
e |= [("z", 0)]
print(e, e.keys() & f.keys() == {"b", "c"}, sorted(e.keys() | {"q"}), sorted(e.keys() - f.keys()), sorted(e.keys() ^ f), sorted(e.items() & f.items()), e.keys() >= f.keys(), f.keys().isdisjoint(["x"]), ("a", 1) in e.items(), 4 in e.values())
keys, values, items = e.keys(), e.values(), e.items()
print(keys, values, items, len(keys))
e["late"] = 5
print(keys, len(values), ("late", 5) in items, keys.mapping["late"], list(reversed(items))[0])
print({1: "a", 1.0: "b", True: "c"}, {0: 1, False: 2, -0.0: 3, 0j: 4}, {2**53: 1, float(2**53): 2}, {float("inf"): 1}, len({float("nan"): 1, float("nan"): 2}), {"1": 1, 1: 2}, {(): 1, frozenset(): 2}, {"a" + "b": 1}["ab"])
for bad in (
    lambda: {}["x"], lambda: {}[(1, 2)], lambda: {}.pop("x"), lambda: {}.popitem(), lambda: {[]: 1}, lambda: {}[{}], lambda: {}.get([]), lambda: [] in {}, lambda: dict(5), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: dict(["abc"]), lambda: dict(1, 2), lambda: {}.update(5), lambda: {} | [], lambda: {} < {}, lambda: {} + {}, lambda: {}.keys()[0], lambda: hash({}), lambda: {}.foo, lambda: {}.get(),
    lambda: {}.setdefault(), lambda: dict.fromkeys(5), lambda: {}.update({}, {}), lambda: {**5}, lambda: {**[1]}, lambda: dict(**{1: 2}), lambda: {}.pop(), lambda: {}.__delitem__("q"), lambda: {(1, []): 2}, lambda: {slice([], 1): 2}, lambda: {} | None, lambda: {1}.union({}[0]), lambda: {}.popitem(1), lambda: {}.items() < 5, lambda: {}.values() == {}.values(),
):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error, repr(error.args))


class Counter(dict):
    def __missing__(self, key):
        print("missing", key, end="; ")
        return 0


c = Counter(a=1)
c["a"] += 1
c["b"] += 1
print(c, c["zz"], c.get("zz"), "zz" in c, type(c.copy()).__name__, type(c | {}).__name__, c == {"a": 2, "b": 1})


class Loud(dict):
    def __setitem__(self, key, value):
        print("set", key, end="; ")
        super().__setitem__(key, value)

    def __getitem__(self, key):
        return ("got", super().__getitem__(key))

    def __contains__(self, key):
        return True


loud = Loud(a=1)
loud["b"] = 2
loud.update(c=3)
loud.setdefault("d", 4)
print(loud, loud["a"], loud.get("a"), "nope" in loud, dict(loud), {**loud}, list(loud.items())[0], len(loud))


class Key:
    def __init__(self, name, code):
        self.name, self.code = name, code

    def __hash__(self):
        return self.code

    def __eq__(self, other):
        return isinstance(other, Key) and self.name == other.name

    def __repr__(self):
        return self.name


k = {Key("a", 1): 1, Key("b", 1): 2, Key("a", 1): 3, Key("a", 2): 4, 1: "int"}
print(k, k[Key("b", 1)], len(k), Key("c", 1) in k, k.pop(Key("b", 1)), k)
loop = {}
loop["self"] = loop
loop["list"] = [loop]
print(loop, loop.keys(), loop.values())
counts = {}
for letter in "mississippi":
    counts[letter] = counts.get(letter, 0) + 1
groups = {}
for word in "apple avocado bean banana cherry".split():
    groups.setdefault(word[0], []).append(word)
print(counts, groups, {v: k for k, v in counts.items()}, sorted(counts, key=counts.get), max(counts, key=counts.get), sum(counts.values()), dict(sorted(counts.items(), key=lambda kv: kv[1])))
