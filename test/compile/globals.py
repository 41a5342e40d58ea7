limit = 10


def raise_limit(by):
    global limit
    limit = limit + by
    return len(str(limit))
