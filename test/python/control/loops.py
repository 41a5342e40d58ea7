"""for and while: else, break, continue, targets, nested loops, loop variables, chained comparisons, conditional expressions, walrus."""


def find(items, wanted):
    for index, item in enumerate(items):
        if item == wanted:
            break
    else:
        return "missing"
    return index


print(find("abc", "b"), find("abc", "z"), find([], 1))
n = 5
while n:
    n -= 1
    if n == 3:
        continue
    if n == 1:
        break
    print(n, end=" ")
else:
    print("no break")
print("left at", n)
while n:
    n -= 1
else:
    print("while else")
for i in range(3):
    for j in range(3):
        if j == 2:
            break
        if i == 1:
            continue
        print(i, j, end="; ")
    else:
        print("inner else")
        continue
    print("inner broke")
else:
    print("outer else")


class Box:
    pass


box, items, table = Box(), [0] * 3, {}
for box.value in range(2):
    pass
for items[1] in "xy":
    pass
for table["k"], (a, *b) in [(1, "abc"), (2, "de")]:
    print(table, a, b)
for x, in [(1,), (2,)]:
    print(x, end=" ")
for [p, q] in {"a": 1}.items():
    print(p, q, box.value, items)
for i in 1, 2, *[3, 4]:
    print(i, end=" ")
print()
for i in []:
    pass
try:
    for i in range(3):
        for i in range(10, 12):
            pass
        print(i, end=" ")
finally:
    print(i)
for bad in (5, None, len, object()):
    try:
        for x in bad:
            pass
    except TypeError as error:
        print(error)
try:
    for a, b in [(1, 2), (3,)]:
        print(a, b)
except ValueError as error:
    print(error, a, b)


def first_prime_over(n):
    while True:
        n += 1
        for d in range(2, n):
            if d * d > n:
                return n
            if n % d == 0:
                break
        else:
            return n


print(first_prime_over(100), first_prime_over(1), (x := 10) + x, [y := 1, y + 1], (z := 5, z))
stack = [1, 2, 3]
while stack and (top := stack.pop()) != 1:
    print("top", top, end=" ")
print(top, stack)
if (m := len("hello")) > 3 and (k := m * 2):
    print(m, k)
print("yes" if n else "no", 1 if 0 else 2 if 0 else 3, (1 if 1 else 2) if 0 else 4, [a if a else -1 for a in (0, 5)], (lambda v: "pos" if v > 0 else "neg" if v < 0 else "zero")(-3))
print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 >= 2 != 1, 1 in [1] in [[1]], not 1 in [2], n is not None, "a" not in "bc", 0 or [] or "last", 1 and "two" and 3, None and 1 / 0, 1 or 1 / 0, not (0 or ""))
calls = []


def note(v):
    calls.append(v)
    return v


note(1) < note(3) < note(2) < note(1 / 1)
note(0) and note(9)
note(5) or note(6)
(note("a") if note(False) else note("b"))
[note("i0"), note("i1")][note(1)]
note([0])[note(0)] = note("value")
note({}).setdefault(note("k"), note("d"))
print(calls)
a = b = c = []
b.append(1)
print(a, c is a)
i = 0
arr = [0, 0, 0]
i, arr[i] = 1, "assigned at 1"
arr[i], i = "late", 2
print(i, arr)
x = y = 3
x, y = y + 1, x - 1
print(x, y)
d = {}
d["self"] = d["n"] = len(d)
print(d)
s = "abc"
s += "d"
s *= 2
t = (1,)
t += (2,)
l = l2 = [1]
l += "xy"
l *= 2
print(s, t, l, l2 is l)


class Target:
    def __init__(self):
        self.log = []

    def __getattr__(self, name):
        return 10

    def __getitem__(self, key):
        self.log.append(("get", key))
        return 5

    def __setitem__(self, key, value):
        self.log.append(("set", key, value))


target = Target()
index = iter(range(10))
target[next(index)] += next(index)
target[next(index)] **= 2
target.attr += 5
target[1:2] += 1
print(target.log, target.__dict__["attr"])
del target.attr, arr[0], (d["n"]), [x, y]
try:
    x
except NameError as error:
    print(error)
pass; print("semicolons"); pass
if 1: print("one line"); print("if")
while 0: print("never")
else: print("one line else")
assert (lambda: True)(), "never"
...
if x2 := 0: pass
elif not x2: print("elif", x2)
else: pass
global_in_loop = 0
for _ in range(1000):
    global_in_loop += _ if _ % 3 else -_
print(global_in_loop)


def many_breaks(limit):
    out = []
    for a in range(limit):
        if a % 2:
            continue
        while True:
            a += 1
            if a > 5:
                break
            try:
                if a == 3:
                    continue
                if a == 5:
                    return out
                out.append(a)
            finally:
                out.append("f")
    return out


print(many_breaks(3))
