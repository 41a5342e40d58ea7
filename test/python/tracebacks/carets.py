"""Tracebacks of many kinds of failing lines, each printed to stderr with its caret markers."""

import sys


class Thing:
    value = None

    def method(self, x):
        return x / 0

    def __add__(self, other):
        return self.missing

    def __getitem__(self, key):
        raise KeyError(key)

    @property
    def prop(self):
        return self.value.inner


def divide(a, b):
    return a / b


def binary(x):
    return 1 + 2 + x * (3 - "a") + 4


def call_chain(thing):
    return thing.method(1) + 5


def subscript(d):
    return d["a"]["b"]["c"]


def attribute(thing):
    return thing.value.inner.deep


def multi_line_call():
    return divide(
        1,
        b=0,
    )


def multi_line_expression(x):
    return (
        x
        + 1
        + "text"
    )


def comprehension():
    return [10 / n for n in (1, 0)]


def generator():
    return sum(10 / n for n in (1, 0))


def nested_function():
    def inner():
        raise ValueError("from inner")

    inner()


def unpack():
    a, b = [1, 2, 3]


def bad_call():
    divide(1)


def name():
    return undefined + 1


def suggestion():
    values = [1]
    return valeus


def comparison():
    return 1 < 2 < "a"


def compare_in():
    return 1 in 5


def fstring(x):
    return f"before {x.nothing} after {x}"


def with_statement():
    with Thing() as t:
        pass


def for_loop():
    for item in 5:
        pass


def assertion():
    assert 1 == 2, "they differ"


def bare_assertion():
    assert divide(4, 2) == 3


def raise_multi():
    raise ValueError(
        "spread over",
        "lines",
    )


def del_item():
    d = {}
    del d["missing"]


def augmented():
    x = "a"
    x += 1


def star_call():
    return print(*5)


def kw_call():
    return divide(**{"a": 1, "c": 2})


def lambda_call():
    return (lambda x: x.y)(5)


def unary():
    return -"a" + 1


def slice_bad():
    return "abc"[1:"x"]


def decorator_fail():
    @divide
    def decorated():
        pass


def class_body():
    class Broken:
        x = 1
        y = x.z


def default_value():
    def f(x=1 / 0):
        pass


def property_fail():
    return Thing().prop


def operator_fail():
    return Thing() + 1


def getitem_fail():
    return Thing()["k"]


def import_fail():
    import does_not_exist.at_all


def from_import_fail():
    from sys import does_not_exist


def wide():
    return "ééé" + "名前" + 5 + "tail"


def tabs_and_long():
    some_long_variable_name_number_one = 1; some_long_variable_name_number_two = "two"; return some_long_variable_name_number_one + some_long_variable_name_number_two


def await_like():
    return next(iter([]))


def conditional(x):
    return x.a if x else x.b


def walrus():
    return (y := 5) + (z := "a")


def index_error():
    return [1, 2, 3][len("abcdef")]


def matching(value):
    match value:
        case [a, b] if a / b:
            return a


def multi_assign():
    a = b = c.d


def call_in_args():
    return divide(divide(1, 1), divide(2, 0))


def parenthesized():
    return (1
            + 2) * ("a"
                    - 3)


actions = [
    lambda: divide(1, 0),
    lambda: binary(2),
    lambda: call_chain(Thing()),
    lambda: subscript({"a": {}}),
    lambda: attribute(Thing()),
    multi_line_call,
    lambda: multi_line_expression(1),
    comprehension,
    generator,
    nested_function,
    unpack,
    bad_call,
    name,
    suggestion,
    comparison,
    compare_in,
    lambda: fstring(1),
    with_statement,
    for_loop,
    assertion,
    bare_assertion,
    raise_multi,
    del_item,
    augmented,
    star_call,
    kw_call,
    lambda_call,
    unary,
    slice_bad,
    decorator_fail,
    class_body,
    default_value,
    property_fail,
    operator_fail,
    getitem_fail,
    import_fail,
    from_import_fail,
    wide,
    tabs_and_long,
    await_like,
    lambda: conditional(5),
    walrus,
    index_error,
    lambda: matching([1, 0]),
    multi_assign,
    call_in_args,
    parenthesized,
]
for action in actions:
    try:
        action()
    except Exception:
        sys.excepthook(*sys.exc_info())
print("shown", len(actions))
