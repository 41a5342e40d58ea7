"""Warnings that the compiler gives while a program is compiled, shown on standard error with their line."""

x, s = 5, "text"


def returns():
    try:
        return 1 / 0
    finally:
        return "finally wins"


def breaks():
    out = []
    for i in range(3):
        try:
            out.append(i)
            raise ValueError
        finally:
            if i == 1:
                break
            continue
    return out


print(returns(), breaks())
print(x is 5, x is not "a", "\d", b"\q", "\400" == "\x00", () is ())
print(len("\z \w"), f"{x}\_")
assert (x, "always true")
try:
    5()
except TypeError as error:
    print(error)
try:
    [(1, 2) (3, 4)]
except TypeError as error:
    print(error)
try:
    [[1] [x, 2]]
except TypeError as error:
    print(error)
print(0xF or 1, 1 if x else 2)
exec("print(x is 6)")
eval("'\\y'")
print("done")
