class Point:
    """A point."""

    origin = 0

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def moved(self, by):
        return Point(self.x + by, self.y)


class Point3(Point, metaclass=type):
    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z
