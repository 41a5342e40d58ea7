"""Operators between numbers of different types, unsupported operand messages, comparison chains."""

operands = [True, 3, -4, 2**60, 1.5, -0.0, 2j]
operators = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "//": lambda a, b: a // b,
    "%": lambda a, b: a % b,
    "**": lambda a, b: a**b,
    "<": lambda a, b: a < b,
    "==": lambda a, b: a == b,
    "&": lambda a, b: a & b,
    "<<": lambda a, b: a << b,
}
for name, operator in operators.items():
    for a in operands:
        for b in operands:
            if name in ("**", "<<") and b == 2**60:
                continue
            try:
                result = operator(a, b)
                print(name, a, b, result, type(result).__name__)
            except (TypeError, ZeroDivisionError, ValueError, OverflowError) as error:
                print(name, a, b, type(error).__name__, error)

five, half, text, nothing = 5, 0.5, "abc", None
bad = [
    "1 + 'a'", "'a' + 1", "1 - None", "None * 2", "[] + ()", "() + []", "[1] * 1.5", "'ab' * 'c'", "{} + {}", "{1} + {2}", "{1} - [2]", "1 @ 2", "-'a'", "+[]", "~1.5", "not []",
    "'a' < 1", "[] < ()", "None < None", "{} < {}", "1 in 5", "'a' in 5", "1 in 'abc'", "five[0]", "len(5)", "five()", "text()", "nothing[0]", "5 .x", "'a' - 'b'", "'a' % 1", "b'a' + 'a'", "'a' + b'a'",
    "1 << 1.5", "1.5 << 1", "1 & 1.5", "2 ** 'a'", "'a' ** 2", "divmod('a', 1)", "pow(2, 'a')", "pow(1.5, 2, 3)", "abs('a')", "round('a')", "round(1.5, 'a')", "sum(['a'])", "sum(5)", "max()", "max(5)", "max([])",
    "sorted(5)", "sorted([1, 'a'])", "[1, 2, 3][text]", "(1, 2)[half]", "text[nothing]", "{}[[]]", "{[]}", "range('a')", "range(1.5)", "range(1, 2, 0)", "iter(5)", "next([])", "reversed({1})", "len(len)",
]
for expression in bad:
    try:
        print(expression, "->", eval(expression))
    except Exception as error:
        print(expression, "->", type(error).__name__ + ":", error)

x = 5
print(1 < x < 10, 1 < x > 3, 1 < x < 3, 1 < 2 < 3 < 4, 1 == 1.0 == True, 3 > 2 == 2, (3 > 2) == True, 3 in [3] == True, 1 < 2 in [2], not 1 == 2)


def trace(value):
    print("eval", value, end=" ")
    return value


print(trace(1) < trace(5) < trace(3) < trace(9))
print(trace(0) or trace("") or trace("last"), trace(1) and trace(2) and trace([]), trace(0) and trace(1))
