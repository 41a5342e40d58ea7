def choose(a, b, c):
    if not a and (b or c):
        return a or b
    return a if b < c <= 10 else None
