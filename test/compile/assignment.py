def rotate(items):
    first, *rest, last = items
    items[0] = last
    items[1:] = rest
    items.tail = first
    return items
