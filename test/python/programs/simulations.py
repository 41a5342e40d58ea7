"""Small simulations and puzzles: life, queens, sudoku, mandelbrot, random walk, elevator, bank."""

state = 42


def rand(n):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
    return (state >> 33) % n


def life(cells, steps):
    for _ in range(steps):
        counts = {}
        for x, y in cells:
            for dx in (-1, 0, 1):
                for dy in (-1, 0, 1):
                    if dx or dy:
                        counts[x + dx, y + dy] = counts.get((x + dx, y + dy), 0) + 1
        cells = {cell for cell, n in counts.items() if n == 3 or n == 2 and cell in cells}
    return cells


glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
print(sorted(life(glider, 4)), len(life({(0, 1), (1, 0), (1, 1), (1, 2), (2, 2)}, 60)))
cells = life(glider, 12)
for y in range(8):
    print("".join(".#"[(x, y) in cells] for x in range(8)))


def queens(n, row=0, columns=frozenset(), down=frozenset(), up=frozenset()):
    if row == n:
        return 1
    return sum(queens(n, row + 1, columns | {c}, down | {row - c}, up | {row + c}) for c in range(n) if c not in columns and row - c not in down and row + c not in up)


print([queens(n) for n in range(1, 8)])


class Sudoku:
    def __init__(self, text):
        self.cells = [int(c) if c.isdigit() else 0 for c in text if not c.isspace()]
        self.guesses = 0

    def candidates(self, i):
        row, column = divmod(i, 9)
        box = row // 3 * 27 + column // 3 * 3
        used = set(self.cells[row * 9 : row * 9 + 9]) | set(self.cells[column::9])
        for r in range(3):
            used.update(self.cells[box + r * 9 : box + r * 9 + 3])
        return [d for d in range(1, 10) if d not in used]

    def solve(self):
        best = None
        for i, value in enumerate(self.cells):
            if value == 0:
                options = self.candidates(i)
                if best is None or len(options) < len(best[1]):
                    best = (i, options)
                    if len(options) <= 1:
                        break
        if best is None:
            return True
        i, options = best
        for option in options:
            self.guesses += 1
            self.cells[i] = option
            if self.solve():
                return True
        self.cells[i] = 0
        return False

    def __str__(self):
        return "\n".join("".join(map(str, self.cells[r * 9 : r * 9 + 9])) for r in range(9))


puzzle = Sudoku("53..7.... 6..195... .98....6. 8...6...3 4..8.3..1 7...2...6 .6....28. ...419..5 ....8..79")
print(puzzle.solve(), puzzle.guesses)
print(puzzle)


def mandelbrot(width, height, limit):
    rows = []
    for j in range(height):
        row = ""
        for i in range(width):
            c = complex(-2.2 + 3.0 * i / width, -1.2 + 2.4 * j / height)
            z, n = 0j, 0
            while abs(z) <= 2 and n < limit:
                z = z * z + c
                n += 1
            row += " .:-=+*#%@"[n * 9 // limit]
        rows.append(row.rstrip())
    return rows


print("\n".join(mandelbrot(50, 14, 30)))


class Elevator:
    def __init__(self, floors):
        self.floors, self.at, self.direction, self.calls, self.moved = floors, 0, 1, {}, 0

    def call(self, floor, who):
        if not 0 <= floor < self.floors:
            raise IndexError(f"no floor {floor}")
        self.calls.setdefault(floor, []).append(who)

    def step(self):
        served = self.calls.pop(self.at, [])
        if self.calls:
            ahead = [f for f in self.calls if (f - self.at) * self.direction > 0]
            if not ahead:
                self.direction *= -1
            self.at += self.direction
            self.moved += 1
        return served

    def run(self):
        while self.calls:
            if served := self.step():
                yield self.at, served


elevator = Elevator(10)
for n in range(6):
    elevator.call(rand(10), f"p{n}")
try:
    elevator.call(10, "nobody")
except IndexError as error:
    print(error)
print(list(elevator.run()), elevator.moved)


class InsufficientFunds(Exception):
    pass


class Account:
    interest = 0.0
    opened = 0

    def __init__(self, owner, balance=0):
        self.owner, self._balance, self.history = owner, balance, []
        type(self).opened += 1

    @property
    def balance(self):
        return round(self._balance, 2)

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("deposit must be positive")
        self._balance += amount
        self.history.append(("deposit", amount))
        return self

    def withdraw(self, amount):
        if amount > self.limit():
            raise InsufficientFunds(f"{self.owner} has {self.balance:.2f}, wanted {amount:.2f}")
        self._balance -= amount
        self.history.append(("withdraw", amount))
        return self

    def limit(self):
        return self._balance

    def month(self):
        self._balance *= 1 + self.interest / 12

    def __repr__(self):
        return f"{type(self).__name__}({self.owner!r}, {self.balance:,.2f})"


class Savings(Account):
    interest = 0.05
    opened = 0


class Credit(Account):
    interest = 0.2

    def limit(self):
        return super().limit() + 1000


accounts = [Account("Ann", 100), Savings("Bob", 2500.5), Credit("Cy")]
for month in range(12):
    for account in accounts:
        try:
            account.withdraw(rand(300) + 0.25)
        except InsufficientFunds as error:
            account.deposit(rand(500) + 1)
            if month > 8:
                print(error)
        account.month()
print(accounts, [len(a.history) for a in accounts], Account.opened, Savings.opened, sum(a.balance for a in accounts) > 0)
position, seen = (0, 0), {}
for step in range(500):
    seen[position] = seen.get(position, 0) + 1
    dx, dy = [(0, 1), (1, 0), (0, -1), (-1, 0)][rand(4)]
    position = position[0] + dx, position[1] + dy
print(position, len(seen), max(seen.values()), sum(seen.values()))
