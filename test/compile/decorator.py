@register("name")
@cached
def f(a, /, b=1, *args, c, d=2, **rest) -> int:
    return a
