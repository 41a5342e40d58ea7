"""Objects and methods: a valley of animals; classes, inheritance, polymorphism, properties, operators."""

import sys
import time


class Random:
    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 1103515245 + 12345) & 0x7FFFFFFF
        return (self.state >> 8) % limit


class Position:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Position(self.x + other.x, self.y + other.y)

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y

    def wrapped(self, size):
        return Position(self.x % size, self.y % size)

    def distance(self, other):
        return abs(self.x - other.x) + abs(self.y - other.y)


DIRECTIONS = [Position(0, 1), Position(1, 0), Position(0, -1), Position(-1, 0)]


class Animal:
    cost = 1
    breeding_energy = 40

    def __init__(self, valley, position, energy):
        self.valley = valley
        self.position = position
        self.energy = energy
        self.age = 0

    @property
    def alive(self):
        return self.energy > 0

    def step(self):
        self.age += 1
        self.energy -= self.cost
        self.move()
        self.eat()
        if self.energy > self.breeding_energy:
            self.breed()

    def move(self):
        direction = DIRECTIONS[self.valley.random.below(4)]
        self.position = (self.position + direction).wrapped(self.valley.size)

    def eat(self):
        raise NotImplementedError

    def breed(self):
        self.energy //= 2
        self.valley.born.append(type(self)(self.valley, self.position, self.energy))

    def weight(self):
        return self.age + self.energy


class Hare(Animal):
    def eat(self):
        valley = self.valley
        row = valley.grass[self.position.y]
        food = min(row[self.position.x], 6)
        row[self.position.x] -= food
        self.energy += food


class Runner(Hare):
    cost = 2

    def move(self):
        super().move()
        super().move()

    def weight(self):
        return super().weight() * 2


class Fox(Animal):
    cost = 3
    breeding_energy = 60

    def __init__(self, valley, position, energy):
        super().__init__(valley, position, energy)
        self.caught = 0

    def eat(self):
        for prey in self.valley.near(self.position):
            if isinstance(prey, Hare) and prey.alive and prey.position == self.position:
                self.energy += prey.energy
                prey.energy = 0
                self.caught += 1
                break

    def weight(self):
        return self.energy + self.caught * 10


class Valley:
    def __init__(self, size, seed):
        self.size = size
        self.random = Random(seed)
        self.grass = [[5] * size for _ in range(size)]
        self.animals = []
        self.born = []
        self.cells = {}
        for i in range(120):
            kind = (Hare, Runner, Hare, Fox)[i % 4]
            place = Position(self.random.below(size), self.random.below(size))
            self.animals.append(kind(self, place, 20))

    def near(self, position):
        return self.cells.get(position.y * self.size + position.x, ())

    def step(self):
        self.cells = {}
        for animal in self.animals:
            key = animal.position.y * self.size + animal.position.x
            self.cells.setdefault(key, []).append(animal)
        for animal in self.animals:
            if animal.alive:
                animal.step()
        self.animals = [animal for animal in self.animals if animal.alive] + self.born[:200]
        self.born = []
        for row in self.grass:
            for x in range(self.size):
                if row[x] < 8:
                    row[x] += 1

    def census(self):
        return sum(animal.weight() for animal in self.animals)


def run():
    valley = Valley(20, 7)
    total = 0
    for _ in range(160):
        valley.step()
        total = (total * 31 + valley.census()) % 1000003
    return total


def measure(name, iterations, repeats):
    """Prints the best time of `iterations` runs, after as many to warm up."""
    check = run()
    best = float("inf")
    for repeat in range(repeats + 1):
        start = time.perf_counter()
        for _ in range(iterations):
            if run() != check:
                raise SystemExit(f"{name}: the check value changed")
        elapsed = time.perf_counter() - start
        if repeat > 0:
            best = min(best, elapsed)
    print(f"bench {name} seconds={best:.6f} check={check}")


if __name__ == "__main__":
    measure("objects", 4, int(sys.argv[1]) if len(sys.argv) > 1 else 5)
