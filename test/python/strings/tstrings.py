"""Template strings: parts, interpolations, conversion and format spec kept, concatenation, rendering by hand."""

name, value = "Ada", 3.14159
template = t"Hello {name!r:>10} and {value:.2f}{value}!"
print(type(template).__name__, template.strings, template.values)
for part in template.interpolations:
    print(type(part).__name__, part.value, part.expression, part.conversion, repr(part.format_spec))
for part in template:
    print(part if isinstance(part, str) else (part.value, part.expression))
Template = type(template)
Interpolation = type(template.interpolations[0])


def render(template):
    pieces = []
    for part in template:
        if isinstance(part, str):
            pieces.append(part)
            continue
        result = part.value
        if isinstance(result, Template):
            result = render(result)
        if part.conversion == "r":
            result = repr(result)
        elif part.conversion == "s":
            result = str(result)
        elif part.conversion == "a":
            result = ascii(result)
        pieces.append(format(result, part.format_spec))
    return "".join(pieces)


print(render(template))
print(render(t"{1 + 1} {name=} { name } {'x'!a:*^5} {value:{10}.{3}f} {{braces}}"))
print(render(t"outer {t"inner {name}"} end"))
print((t"a{1}b" + t"c{2}d").strings, (t"{1}" + t"{2}").strings, t"".strings, t"plain".values, (t"x" t"y{3}").strings)
print(repr(t"a{1}b"), repr(t""), repr(t"{name!r:>5}".interpolations[0]))
print(Template("x", Interpolation(5, "five"), "y", "z").strings, Template(Interpolation(1), Interpolation(2)).strings, list(Template()))
i = Interpolation(1, "one", "r", "d")
match i:
    case Interpolation(value, expression, conversion, spec):
        print(value, expression, conversion, spec)
print(t"a" == t"a", Template.__match_args__ if hasattr(Template, "__match_args__") else None, Interpolation.__match_args__, Template.__module__, Interpolation.__module__)
for bad in (lambda: t"a" + "b", lambda: "a" + t"b", lambda: Template(1), lambda: Interpolation(), lambda: Interpolation(1, "a", "x"), lambda: Interpolation(1, 2), lambda: t"{1 / 0}", lambda: setattr(template, "strings", ()), lambda: Template(a=1)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
for source in ('t"{}"', 't"{a b}"', 't"{1!x}"', 't"a" "b"', 't"a" f"b"', 'bt"x"', 't"{"', "rt'\\n{1}'.strings", 'ft"x"'):
    try:
        print(source, eval(source))
    except SyntaxError as error:
        print(source, error.msg)
lazy = []
t"{lazy.append(1)} {lazy.append(2)}"
print(lazy)


def html(template):
    escaped = lambda text: text.replace("&", "&amp;").replace("<", "&lt;")
    return "".join(part if isinstance(part, str) else escaped(str(part.value)) for part in template)


evil = "<script>"
print(html(t"<p>{evil}</p><b>{1 & 3}</b>"))
