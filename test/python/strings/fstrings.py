"""f-strings: conversions, nested specs, nested quotes, debug specifier, lambdas, evaluation order, errors."""

name, value, width, items, table = "Ada", 3.14159, 10, [1, 2, 3], {"key": "v", 'it"s': 2}


class Thing:
    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"

    def __format__(self, spec):
        return f"format[{spec}]"


thing = Thing()
print(f"{name} {name!r} {name!s} {name!a} {value} {value:.2f} {value!r:>10} {thing} {thing!s} {thing!r} {thing:xyz} {thing!r:>6}|")
print(f"{value:{width}.{2}f}|{value:>{width + 2}}|{name:{'*'}^{width}}|{name:{'<' if width > 5 else '>'}{width}}|{42:#{'0'}{width}x}")
print(f"{name=} {value=:.3f} {name = } {name=!s} {1 + 1=} {items[0]=} {table["key"]=}", f"{ thing = :q}", f"{value  =  !r:^12}")
print(f"{table['key']} {table["key"]} {f"{f'{name}'}"} {"nested \"quotes\""} {'a' "b"} {"\n" == chr(10)} {'\\'}")
print(f"{{literal}} {{{name}}} {{{{}}}} {'{'}{"}"} {{", f"", f"plain" "joined" f"{1}" rf"\n{2}", fr'\d{3}')
print(f"{lambda_result(5) if (lambda_result := (lambda x: x * 2)) else 0} {(lambda: 7)()} {[x for x in items if x > 1]} {({'a': 1}['a'])} { {1, 1} } {items[1:]} {items[::-1]} {(x := 5)} {x:=+5} {x!r}")
print(f"""multi
{name
   .upper()} {
   # a comment
   value:.1f} end""")
print(f'{1,} {1, 2} {*items,} {not items} {name if items else value} {1 if 0 else 2:>4} {-1:+} {3 if 1 else 4!r} {1 == 1} {2 != 3} {1 < 2}')
order = []


def note(tag, result):
    order.append(tag)
    return result


print(f"{note('a', 1):{note('b', 5)}}{note('c', 2)!r:{note('d', '>')}{note('e', 4)}}", order)
print(f"{'é😀':>6}|{'é😀':*^7}|{None}|{True:5}|{...}|{print}"[:40], f"{b'bytes'}", f"{1e5} {1e16} {10**20:,} {255:x} {1234.5:_.2f} {0.5:%}")


def describe(*args, **kwargs):
    return f"{len(args)} {sorted(kwargs)} {'-'.join(f'{k}={v!r:>4}' for k, v in sorted(kwargs.items()))}"


print(describe(1, 2, b="x", a=3))
print([f"{n:0{w}d}" for n, w in ((5, 3), (42, 6))], "".join(f"{c}{i}" for i, c in enumerate("abc")), f"{'':>3}|{'' or 'empty'}")
for source in ('f"{}"', 'f"{ }"', 'f"{a b}"', 'f"{1!x}"', 'f"{1!}"', 'f"{"', 'f"}"', 'f"{1:{2:{3:{4}}}}"', 'f"{*1}"', 'f"{lambda x: 1}"', 'f"{a:=5}"', 'f"{yield}"', 'f"{1!r!s}"', 'f"{1:}}"', "f'{a[\"b\"]}'", 'f"{1', 'f"{(1]}"', 'f"{1;2}"', 'f"{x=!}"', 'bf"x"', 'f"{5!r:d}"', 'f"{\'a\':d}"', 'f"{undefined}"'):
    try:
        print(source, eval(source, {"a": {"b": 7}}))
    except Exception as error:
        print(source, type(error).__name__, getattr(error, "msg", error))
