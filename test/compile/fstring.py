def describe(name, value):
    return f"{name!r:>10} = {value:.{2}f}{{}}"
