"""Changing a dict or set while iterating over it, and iterator behaviour afterwards."""


def attempt(label, action):
    try:
        print(label, action())
    except Exception as error:
        print(label, type(error).__name__, error)


def add_while_iterating(make, view):
    d = make()
    for item in view(d):
        d["new" + str(len(d))] = 1
    return d


def remove_while_iterating(make, view):
    d = make()
    for item in view(d):
        d.pop("a", None)
    return d


make = lambda: {"a": 1, "b": 2, "c": 3}
for name, view in (("keys", dict.keys), ("values", dict.values), ("items", dict.items), ("iter", iter), ("reversed", reversed)):
    attempt("add " + name, lambda: add_while_iterating(make, view))
    attempt("remove " + name, lambda: remove_while_iterating(make, view))


def replace_values():
    d = make()
    for key in d:
        d[key] = d[key] * 10
    return d


def swap_key():
    d = make()
    seen = []
    for key in d:
        seen.append(key)
        if key == "a":
            del d["b"]
            d["z"] = 26
    return seen, d


def delete_then_break():
    d = make()
    for key in d:
        del d[key]
        break
    return d


def churn():
    d = {}
    for i in range(1000):
        d[i] = i
        if i % 3:
            del d[i - i % 3]
            d[i - i % 3] = -1
    return len(d), list(d)[:6], list(d.values())[-4:], sum(d)


def safe_delete():
    d = {i: i for i in range(20)}
    for key in list(d):
        if key % 2:
            del d[key]
    return d


for action in (replace_values, swap_key, delete_then_break, churn, safe_delete):
    attempt(action.__name__, action)

d = make()
it = iter(d)
print(next(it), it.__length_hint__())
d["x"] = 1
attempt("next after add", lambda: next(it))
attempt("again", lambda: next(it))
del d["x"]
attempt("after delete", lambda: next(it))
d = make()
it = iter(d)
list(it)
d["y"] = 5
attempt("exhausted then grown", lambda: next(it))
d = make()
it = iter(d.items())
next(it)
d.clear()
attempt("cleared", lambda: next(it))


def grow_set():
    s = {1, 2, 3}
    for item in s:
        s.add(item + 10)
    return s


def shrink_set():
    s = {1, 2, 3}
    for item in s:
        s.discard(item)
    return s


def swap_set():
    s = {1}
    for item in s:
        s.remove(1)
        s.add(1)
    return s


attempt("set add", grow_set)
attempt("set discard", shrink_set)
attempt("set swap", swap_set)


class Evil:
    def __init__(self, target):
        self.target = target

    def __hash__(self):
        return 1

    def __eq__(self, other):
        self.target.clear()
        return False


target = {}
target[Evil(target)] = 1
attempt("eq clears", lambda: target.get(Evil(target), "not found"))
print(len(target))
order = {}
for key in "dcba":
    order[key] = key
order["d"] = "changed in place"
del order["b"]
order["b"] = "moved to the end"
print(order, order == dict(sorted(order.items())))
order.pop("c")
order.update(a=1, e=2)
print(order, order.popitem(), order.popitem(), list(order))
many = {i % 7: i for i in range(100)}
print(many, {**many, 0: "first stays first"})
