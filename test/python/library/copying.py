"""copy and deepcopy: containers, cycles, custom hooks, slots, shared references; pickle round trips."""

import copy
import pickle


class Plain:
    def __init__(self, **kw):
        self.__dict__.update(kw)

    def __eq__(self, other):
        return type(self) is type(other) and vars(self) == vars(other)


class Slotted:
    __slots__ = ("a", "b")

    def __init__(self, a):
        self.a = a


class Hooks:
    def __init__(self, tag):
        self.tag = tag

    def __copy__(self):
        return Hooks(self.tag + " copied")

    def __deepcopy__(self, memo):
        return Hooks(self.tag + " deep")


class State:
    def __init__(self):
        self.kept, self.dropped = [1], lambda: 0

    def __getstate__(self):
        return {"kept": self.kept}

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.dropped = "restored"


class Reduced:
    made = 0

    def __init__(self, *args):
        self.args = args

    def __reduce__(self):
        return Reduced, self.args, {"extra": "state"}, iter(["appended"]), iter([("k", "v")])

    def append(self, item):
        self.items = getattr(self, "items", []) + [item]

    def extend(self, items):
        for item in items:
            self.append(item)

    def __setitem__(self, key, value):
        self.pairs = (key, value)


class Sub(list):
    pass


for value in (1, "s", None, (1, 2), (1, [2]), [1, [2]], {"k": [1]}, {1, 2}, frozenset([1]), b"b", bytearray(b"x"), range(3), int, len, 1.5, 2**70, Ellipsis, slice(1, 2), [[]] * 2, Plain(x=[1]), Sub([1])):
    shallow, deep = copy.copy(value), copy.deepcopy(value)
    print(type(value).__name__, shallow is value, deep is value, shallow == value, deep == value)
shared = [1]
pair = [shared, shared]
clone = copy.deepcopy(pair)
print(clone[0] is clone[1], clone[0] is shared, copy.copy(pair)[0] is shared)
loop = [1]
loop.append(loop)
clone = copy.deepcopy(loop)
print(clone[1] is clone, clone is not loop)
node = Plain(name="n")
node.self = node
node.children = [Plain(parent=node)]
clone = copy.deepcopy(node)
print(clone.self is clone, clone.children[0].parent is clone, clone is not node)
t = ([],)
t[0].append(t)
print(copy.deepcopy(t)[0][0] is not t)
s = Slotted([1])
c, d = copy.copy(s), copy.deepcopy(s)
print(c.a is s.a, d.a is s.a, d.a, hasattr(c, "b"))
print(copy.copy(Hooks("h")).tag, copy.deepcopy([Hooks("h")])[0].tag)
state = copy.copy(State())
print(state.kept, state.dropped)
r = copy.copy(Reduced(1, 2))
print(r.args, r.extra, r.items, r.pairs)
memo = {}
value = [1]
print(copy.deepcopy(value, memo) is memo[id(value)], len(memo))
try:
    copy.replace(5, x=1)
except TypeError as error:
    print(error)
for bad in ((x for x in ()), open):
    try:
        print(copy.deepcopy(bad) is bad)
    except TypeError as error:
        print(error)
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    data = [1, -1, 2**70, 1.5, float("inf"), "é😀", b"\x00\xff", None, True, (1,), [], {"a": {1, 2}}, {1: (2, [3])}, frozenset("x"), 2j, range(5), Ellipsis, int, len, Plain(a=[1]), bytearray(b"q"), slice(1, None), ValueError("v")]
    dumped = pickle.dumps(data, protocol)
    loaded = pickle.loads(dumped)
    print(protocol, len(dumped), loaded[:-1] == data[:-1], repr(loaded[-1]))
loop = [1]
loop.append(loop)
back = pickle.loads(pickle.dumps(loop))
print(back[1] is back, pickle.loads(pickle.dumps([shared, shared]))[0] is not shared, pickle.dumps([1, "a"], 0), pickle.dumps({"k": (1, 2)}, 2), pickle.dumps("text", 4))
print(pickle.loads(pickle.dumps(State())).dropped, pickle.loads(pickle.dumps(Reduced(5))).items, vars(pickle.loads(pickle.dumps(node)).self)["name"])
for bad in (lambda: 0, (x for x in ()), type("Local", (), {})()):
    try:
        pickle.dumps(bad)
    except (pickle.PicklingError, TypeError, AttributeError) as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])
for bad in (b"", b"garbage", b"\x80\x09.", pickle.dumps([1])[:-3]):
    try:
        pickle.loads(bad)
    except (pickle.UnpicklingError, EOFError, ValueError, KeyError) as error:
        print(type(error).__name__, error)
