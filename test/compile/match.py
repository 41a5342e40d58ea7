def area(shape):
    match shape:
        case Circle(radius=r):
            return r * r
        case {"kind": "square", "side": side, **rest}:
            return side * side
        case [width, height] if width > 0:
            return width * height
        case None | 0:
            return 0
        case str() as name:
            return len(name)
        case _:
            raise TypeError(shape)
