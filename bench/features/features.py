"""Times some hundred features one by one, each as the best time of one use, in a loop of its own.

usage: features.py [PART OF A NAME]...     prints a line `feature NAME NANOSECONDS` for each
"""

import sys
import time

FEATURES = {}


def feature(function):
    FEATURES[function.__name__] = function
    return function


class Point:
    kind = "point"

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def sum(self):
        return self.x + self.y

    def add(self, k):
        return self.x + k

    def with_default(self, k=1, j=2):
        return self.x + k + j

    @property
    def prop(self):
        return self.x

    @classmethod
    def make(cls, x):
        return x

    @staticmethod
    def static(x):
        return x

    def __add__(self, other):
        return self

    def __eq__(self, other):
        return self.x == other.x

    def __hash__(self):
        return self.x

    def __getitem__(self, i):
        return i

    def __len__(self):
        return 3

    def __call__(self, x):
        return x

    def __lt__(self, other):
        return self.x < other.x


class Point3(Point):
    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z

    def sum(self):
        return super().sum() + self.z


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Dynamic:
    def __getattr__(self, name):
        return 1


class Empty:
    pass


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        return False


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n


def no_arguments():
    return 1


def two(a, b):
    return a


def three_defaults(a, b=2, c=3):
    return a


def keyword_only(a, *, b=2):
    return a


def star(*args):
    return args


def double_star(**kw):
    return kw


def raiser():
    raise ValueError(1)


def deep_raiser(n):
    if n == 0:
        raise ValueError(1)
    deep_raiser(n - 1)


# Calls.


@feature
def call_0(n):
    for i in range(n):
        no_arguments()


@feature
def call_2(n):
    for i in range(n):
        two(i, 1)


@feature
def call_default(n):
    for i in range(n):
        three_defaults(i)


@feature
def call_keyword(n):
    for i in range(n):
        three_defaults(i, c=1)


@feature
def call_all_keywords(n):
    for i in range(n):
        two(a=i, b=1)


@feature
def call_keyword_only(n):
    for i in range(n):
        keyword_only(i, b=1)


@feature
def call_star_parameter(n):
    for i in range(n):
        star(i, 1, 2)


@feature
def call_star_argument(n):
    arguments = (1, 2)
    for i in range(n):
        two(*arguments)


@feature
def call_double_star_parameter(n):
    for i in range(n):
        double_star(a=i, b=1)


@feature
def call_double_star_argument(n):
    arguments = {"a": 1, "b": 2}
    for i in range(n):
        two(**arguments)


@feature
def call_forwarding(n):
    def wrapper(*args, **kwargs):
        return two(*args, **kwargs)

    for i in range(n):
        wrapper(i, b=1)


@feature
def call_closure(n):
    k = 5

    def inner(x):
        return x + k

    for i in range(n):
        inner(i)


@feature
def call_nonlocal(n):
    count = 0

    def inner():
        nonlocal count
        count += 1

    for i in range(n):
        inner()


@feature
def call_lambda(n):
    f = lambda x: x
    for i in range(n):
        f(i)


@feature
def call_recursive(n):
    def fib(k):
        return k if k < 2 else fib(k - 1) + fib(k - 2)

    for i in range(n // 177 + 1):
        fib(10)


@feature
def call_builtin_len(n):
    items = [1, 2, 3]
    for i in range(n):
        len(items)


@feature
def call_builtin_min(n):
    for i in range(n):
        min(i, 5)


@feature
def call_isinstance(n):
    p = Point(1, 2)
    for i in range(n):
        isinstance(p, Point)


@feature
def make_function(n):
    for i in range(n):

        def f():
            return i


# Objects.


@feature
def make_instance(n):
    for i in range(n):
        Point(i, 2)


@feature
def make_instance_super(n):
    for i in range(n):
        Point3(i, 2, 3)


@feature
def make_instance_slots(n):
    for i in range(n):
        Slotted(i, 2)


@feature
def make_instance_empty(n):
    for i in range(n):
        Empty()


@feature
def attribute_read(n):
    p = Point(1, 2)
    for i in range(n):
        p.x


@feature
def attribute_write(n):
    p = Point(1, 2)
    for i in range(n):
        p.x = i


@feature
def attribute_augmented(n):
    p = Point(1, 2)
    for i in range(n):
        p.x += 1


@feature
def attribute_class(n):
    p = Point(1, 2)
    for i in range(n):
        p.kind


@feature
def attribute_slots(n):
    p = Slotted(1, 2)
    for i in range(n):
        p.x = p.y


@feature
def attribute_property(n):
    p = Point(1, 2)
    for i in range(n):
        p.prop


@feature
def attribute_getattr(n):
    d = Dynamic()
    for i in range(n):
        d.anything


@feature
def attribute_getattr_builtin(n):
    p = Point(1, 2)
    for i in range(n):
        getattr(p, "x")


@feature
def attribute_hasattr_missing(n):
    p = Point(1, 2)
    for i in range(n):
        hasattr(p, "missing")


@feature
def attribute_setattr_builtin(n):
    p = Point(1, 2)
    for i in range(n):
        setattr(p, "x", i)


@feature
def method_0(n):
    p = Point(1, 2)
    for i in range(n):
        p.sum()


@feature
def method_1(n):
    p = Point(1, 2)
    for i in range(n):
        p.add(i)


@feature
def method_default(n):
    p = Point(1, 2)
    for i in range(n):
        p.with_default()


@feature
def method_keyword(n):
    p = Point(1, 2)
    for i in range(n):
        p.with_default(j=i)


@feature
def method_super(n):
    p = Point3(1, 2, 3)
    for i in range(n):
        p.sum()


@feature
def method_class(n):
    for i in range(n):
        Point.make(i)


@feature
def method_static(n):
    for i in range(n):
        Point.static(i)


@feature
def method_bound(n):
    m = Point(1, 2).add
    for i in range(n):
        m(i)


@feature
def method_polymorphic(n):
    items = [Point(1, 2), Point3(1, 2, 3)]
    for i in range(n):
        items[i & 1].add(i)


@feature
def operator_add_method(n):
    p = Point(1, 2)
    for i in range(n):
        p + p


@feature
def operator_eq_method(n):
    p = Point(1, 2)
    for i in range(n):
        p == p


@feature
def operator_getitem_method(n):
    p = Point(1, 2)
    for i in range(n):
        p[i]


@feature
def operator_call_method(n):
    p = Point(1, 2)
    for i in range(n):
        p(i)


@feature
def operator_len_method(n):
    p = Point(1, 2)
    for i in range(n):
        len(p)


@feature
def make_class(n):
    for i in range(n):
        type("C", (), {"x": 1})


# Numbers.


@feature
def int_add(n):
    t = 0
    for i in range(n):
        t = t + i


@feature
def int_multiply_modulo(n):
    t = 1
    for i in range(n):
        t = (t * 31 + i) % 65521


@feature
def int_floor_divide(n):
    for i in range(n):
        i // 7


@feature
def int_bits(n):
    t = 0
    for i in range(n):
        t = (t ^ i) & 0xFFFF | i >> 3


@feature
def int_hash_32(n):
    t = 1
    for i in range(n):
        t = (t * 16777619 ^ i) & 0xFFFFFFFF


@feature
def int_compare(n):
    c = 0
    for i in range(n):
        if 5 < i < 100:
            c += 1


@feature
def int_power(n):
    for i in range(n):
        i**2


@feature
def int_divmod(n):
    for i in range(n):
        divmod(i, 7)


@feature
def int_big_add(n):
    t = 2**70
    for i in range(n):
        t += i


@feature
def int_big_multiply(n):
    t = 3**50
    for i in range(n):
        t * t


@feature
def int_to_str(n):
    for i in range(n):
        str(i)


@feature
def int_from_str(n):
    for i in range(n):
        int("12345")


@feature
def float_arithmetic(n):
    x = 0.0
    for i in range(n):
        x = x * 0.5 + 1.25


@feature
def float_integral_values(n):
    x = 1.0
    for i in range(n):
        x = x + 2.0 - 1.0


@feature
def float_divide(n):
    for i in range(n):
        i / 3


@feature
def float_sqrt_power(n):
    for i in range(n):
        i**0.5


@feature
def float_to_str(n):
    for i in range(n):
        str(i / 7)


@feature
def float_from_str(n):
    for i in range(n):
        float("3.25")


@feature
def float_round(n):
    for i in range(n):
        round(i / 7, 2)


@feature
def complex_multiply(n):
    z = 1 + 0.5j
    for i in range(n):
        z * z


# Strings.


@feature
def str_concatenate(n):
    s = "abc"
    for i in range(n):
        s + "def"


@feature
def str_append(n):
    s = ""
    for i in range(n):
        s += "x"


@feature
def str_index(n):
    s = "hello world"
    for i in range(n):
        s[i % 11]


@feature
def str_slice(n):
    s = "hello world"
    for i in range(n):
        s[2:7]


@feature
def str_iterate(n):
    s = "hello world"
    for i in range(n // 11 + 1):
        for c in s:
            pass


@feature
def str_compare(n):
    s = "hello"
    for i in range(n):
        s == "hellp"


@feature
def str_in(n):
    s = "hello world"
    for i in range(n):
        "wor" in s


@feature
def str_split(n):
    s = "the quick brown fox"
    for i in range(n):
        s.split()


@feature
def str_join(n):
    parts = ["the", "quick", "brown"]
    for i in range(n):
        " ".join(parts)


@feature
def str_replace(n):
    s = "the quick brown fox"
    for i in range(n):
        s.replace("quick", "slow")


@feature
def str_methods(n):
    s = " Hello "
    for i in range(n):
        s.strip().lower()


@feature
def str_startswith(n):
    s = "hello world"
    for i in range(n):
        s.startswith("hello")


@feature
def str_isdigit(n):
    for i in range(n):
        "7".isdigit()


@feature
def str_ord_chr(n):
    for i in range(n):
        chr(ord("a") + 1)


@feature
def fstring_plain(n):
    for i in range(n):
        f"{i}:{i}"


@feature
def fstring_spec(n):
    for i in range(n):
        f"{i:>6}"


@feature
def fstring_float(n):
    for i in range(n):
        f"{i / 7:.2f}"


@feature
def str_format_method(n):
    for i in range(n):
        "{} {}".format(i, "x")


@feature
def str_percent(n):
    for i in range(n):
        "%d %s" % (i, "x")


@feature
def repr_list(n):
    items = [1, "a", 2.5]
    for i in range(n):
        repr(items)


@feature
def bytes_index(n):
    b = b"hello world"
    for i in range(n):
        b[i % 11]


@feature
def bytearray_append(n):
    b = bytearray()
    for i in range(n):
        b.append(i & 255)


# Containers.


@feature
def list_index(n):
    items = [1, 2, 3, 4]
    for i in range(n):
        items[i & 3]


@feature
def list_index_negative(n):
    items = [1, 2, 3, 4]
    for i in range(n):
        items[-1]


@feature
def list_store(n):
    items = [1, 2, 3, 4]
    for i in range(n):
        items[i & 3] = i


@feature
def list_augmented(n):
    items = [1, 2, 3, 4]
    for i in range(n):
        items[i & 3] += 1


@feature
def list_append(n):
    items = []
    for i in range(n):
        items.append(i)


@feature
def list_append_pop(n):
    items = []
    for i in range(n):
        items.append(i)
        items.pop()


@feature
def list_iterate(n):
    items = list(range(100))
    for i in range(n // 100 + 1):
        for item in items:
            pass


@feature
def list_enumerate(n):
    items = list(range(100))
    for i in range(n // 100 + 1):
        for j, item in enumerate(items):
            pass


@feature
def list_zip(n):
    items = list(range(100))
    for i in range(n // 100 + 1):
        for a, b in zip(items, items):
            pass


@feature
def list_comprehension(n):
    items = list(range(100))
    for i in range(n // 100 + 1):
        [x + 1 for x in items]


@feature
def list_comprehension_if(n):
    items = list(range(100))
    for i in range(n // 100 + 1):
        [x for x in items if x & 1]


@feature
def list_slice(n):
    items = list(range(20))
    for i in range(n):
        items[5:10]


@feature
def list_display(n):
    for i in range(n):
        [i, 1, 2]


@feature
def list_in(n):
    items = list(range(10))
    for i in range(n):
        9 in items


@feature
def list_sort(n):
    items = [(i * 7919) % 1009 for i in range(1000)]
    for i in range(n // 1000 + 1):
        sorted(items)


@feature
def list_sort_key(n):
    items = [(i * 7919) % 1009 for i in range(1000)]
    for i in range(n // 1000 + 1):
        sorted(items, key=lambda x: -x)


@feature
def list_sum(n):
    items = list(range(100))
    for i in range(n // 100 + 1):
        sum(items)


@feature
def list_of_map(n):
    items = list(range(100))
    for i in range(n // 100 + 1):
        list(map(abs, items))


@feature
def matrix_index(n):
    m = [[1, 2], [3, 4]]
    for i in range(n):
        m[i & 1][1]


@feature
def tuple_make_unpack(n):
    for i in range(n):
        a, b = i, 1


@feature
def tuple_return_unpack(n):
    def f(x):
        return x, 1

    for i in range(n):
        a, b = f(i)


@feature
def tuple_index(n):
    t = (1, 2, 3)
    for i in range(n):
        t[1]


@feature
def tuple_compare(n):
    t = (1, 2, 3)
    for i in range(n):
        t < (1, 2, 4)


@feature
def unpack_star(n):
    items = [1, 2, 3, 4]
    for i in range(n):
        a, *b = items


@feature
def dict_get_str(n):
    d = {"a": 1, "b": 2}
    for i in range(n):
        d["b"]


@feature
def dict_get_int(n):
    d = {j: j for j in range(100)}
    for i in range(n):
        d[i % 100]


@feature
def dict_get_tuple(n):
    d = {(j, 1): j for j in range(100)}
    for i in range(n):
        d[i % 100, 1]


@feature
def dict_get_instance(n):
    p = Point(1, 2)
    d = {p: 1}
    for i in range(n):
        d[p]


@feature
def dict_store_int(n):
    d = {}
    for i in range(n):
        d[i & 1023] = i


@feature
def dict_augmented(n):
    d = {"a": 0}
    for i in range(n):
        d["a"] += 1


@feature
def dict_method_get(n):
    d = {"a": 1}
    for i in range(n):
        d.get("b", 0)


@feature
def dict_setdefault(n):
    d = {}
    for i in range(n):
        d.setdefault(i & 63, [])


@feature
def dict_in(n):
    d = {"a": 1}
    for i in range(n):
        "a" in d


@feature
def dict_items(n):
    d = {j: j for j in range(100)}
    for i in range(n // 100 + 1):
        for k, v in d.items():
            pass


@feature
def dict_iterate(n):
    d = {j: j for j in range(100)}
    for i in range(n // 100 + 1):
        for k in d:
            pass


@feature
def dict_comprehension(n):
    for i in range(n // 100 + 1):
        {j: j for j in range(100)}


@feature
def dict_display(n):
    for i in range(n):
        {"a": i, "b": 2}


@feature
def dict_delete(n):
    d = {}
    for i in range(n):
        d[i] = 1
        del d[i]


@feature
def dict_merge(n):
    d, e = {"a": 1, "b": 2}, {"c": 3}
    for i in range(n):
        d | e


@feature
def set_add(n):
    s = set()
    for i in range(n):
        s.add(i & 1023)


@feature
def set_in(n):
    s = set(range(100))
    for i in range(n):
        i in s


@feature
def set_in_tuple(n):
    s = {(j, 1) for j in range(100)}
    for i in range(n):
        (i % 100, 1) in s


@feature
def set_operations(n):
    a, b = set(range(10)), set(range(5, 15))
    for i in range(n):
        a & b


@feature
def range_iterate(n):
    for i in range(n):
        pass


@feature
def while_loop(n):
    i = 0
    while i < n:
        i += 1


# Generators and iterators.


@feature
def generator_next(n):
    def g():
        for i in range(n):
            yield i

    for x in g():
        pass


@feature
def generator_make(n):
    def g():
        yield 1

    for i in range(n):
        for x in g():
            pass


@feature
def generator_expression(n):
    sum(x for x in range(n))


@feature
def generator_send(n):
    def g():
        while True:
            yield

    c = g()
    next(c)
    for i in range(n):
        c.send(i)


@feature
def generator_yield_from(n):
    def inner():
        for i in range(n):
            yield i

    def outer():
        yield from inner()

    for x in outer():
        pass


@feature
def generator_any(n):
    items = list(range(10))
    for i in range(n // 10 + 1):
        any(x > 8 for x in items)


@feature
def iterator_class(n):
    for x in Countdown(n):
        pass


@feature
def coroutine_await(n):
    async def inner():
        return 1

    async def outer():
        for i in range(n):
            await inner()

    try:
        outer().send(None)
    except StopIteration:
        pass


# Control.


@feature
def try_nothing_raised(n):
    for i in range(n):
        try:
            i
        except ValueError:
            pass


@feature
def try_finally(n):
    for i in range(n):
        try:
            i
        finally:
            i


@feature
def raise_here(n):
    for i in range(n):
        try:
            raise ValueError(i)
        except ValueError:
            pass


@feature
def raise_in_call(n):
    for i in range(n):
        try:
            raiser()
        except ValueError:
            pass


@feature
def raise_deep(n):
    for i in range(n):
        try:
            deep_raiser(8)
        except ValueError:
            pass


@feature
def catch_key_error(n):
    d = {}
    for i in range(n):
        try:
            d[i]
        except KeyError:
            pass


@feature
def catch_attribute_error(n):
    p = Empty()
    for i in range(n):
        try:
            p.missing
        except AttributeError:
            pass


@feature
def catch_value_error_int(n):
    for i in range(n):
        try:
            int("x")
        except ValueError:
            pass


@feature
def catch_stop_iteration(n):
    for i in range(n):
        try:
            next(iter(()))
        except StopIteration:
            pass


@feature
def catch_index_error(n):
    items = []
    for i in range(n):
        try:
            items[5]
        except IndexError:
            pass


@feature
def with_statement(n):
    m = Manager()
    for i in range(n):
        with m:
            pass


@feature
def match_literal(n):
    for i in range(n):
        match i & 3:
            case 0:
                pass
            case 1 | 2:
                pass
            case _:
                pass


@feature
def match_class(n):
    p = Point(1, 2)
    for i in range(n):
        match p:
            case Point(x=2):
                pass
            case Point(x=x, y=y):
                pass


@feature
def match_sequence(n):
    items = [1, 2, 3]
    for i in range(n):
        match items:
            case [1, x]:
                pass
            case [1, *rest]:
                pass


@feature
def global_read(n):
    for i in range(n):
        Point


@feature
def global_write(n):
    global counter
    for i in range(n):
        counter = i


@feature
def builtin_read(n):
    for i in range(n):
        len


@feature
def boolean_operators(n):
    a, b = 1, 0
    for i in range(n):
        a and b or a


@feature
def is_none(n):
    x = None
    for i in range(n):
        x is None


@feature
def conditional_expression(n):
    for i in range(n):
        1 if i & 1 else 2


def best_time(function):
    """Nanoseconds of one use. Many short runs: on a busy machine a long one is always disturbed."""
    n = 100
    while True:
        start = time.perf_counter()
        function(n)
        elapsed = time.perf_counter() - start
        if elapsed > 0.0015:
            break
        n *= 2
    best = elapsed / n
    for repeat in range(40):
        start = time.perf_counter()
        function(n)
        elapsed = time.perf_counter() - start
        best = min(best, elapsed / n)
        if elapsed < 0.0005:
            n *= 2
    return best * 1e9


def main(parts):
    for name, function in FEATURES.items():
        if not parts or any(part in name for part in parts):
            print(f"feature {name} {best_time(function):.3f}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
