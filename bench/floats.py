"""Float kernels: springs between particles, matrices, elimination, a fractal, integration, statistics."""

import sys
import time


class Particle:
    def __init__(self, x, y, mass):
        self.x = x
        self.y = y
        self.vx = 0.0
        self.vy = 0.0
        self.mass = mass


def springs(count, steps):
    particles = [Particle(i * 1.25, (i * i % 7) * 0.75, 1.0 + i * 0.1) for i in range(count)]
    dt = 0.005
    for _ in range(steps):
        for i in range(count):
            a = particles[i]
            for j in range(i + 1, count):
                b = particles[j]
                dx = b.x - a.x
                dy = b.y - a.y
                distance = (dx * dx + dy * dy + 0.01) ** 0.5
                force = (distance - 1.0) * 0.5 / distance
                a.vx += dx * force * dt / a.mass
                a.vy += dy * force * dt / a.mass
                b.vx -= dx * force * dt / b.mass
                b.vy -= dy * force * dt / b.mass
        for p in particles:
            p.x += p.vx * dt
            p.y += p.vy * dt
    return sum(0.5 * p.mass * (p.vx * p.vx + p.vy * p.vy) for p in particles)


def multiply(a, b):
    columns = list(zip(*b))
    return [[sum(x * y for x, y in zip(row, column)) for column in columns] for row in a]


def multiply_indexed(a, b, n):
    result = [[0.0] * n for _ in range(n)]
    for i in range(n):
        row = result[i]
        for k in range(n):
            factor = a[i][k]
            other = b[k]
            for j in range(n):
                row[j] += factor * other[j]
    return result


def eliminate(matrix, vector):
    n = len(vector)
    a = [row[:] + [value] for row, value in zip(matrix, vector)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(a[r][i]))
        a[i], a[pivot] = a[pivot], a[i]
        for r in range(i + 1, n):
            factor = a[r][i] / a[i][i]
            for c in range(i, n + 1):
                a[r][c] -= factor * a[i][c]
    solution = [0.0] * n
    for i in range(n - 1, -1, -1):
        known = sum(a[i][c] * solution[c] for c in range(i + 1, n))
        solution[i] = (a[i][n] - known) / a[i][i]
    return solution


def fractal(size, limit):
    inside = 0
    for j in range(size):
        ci = 2.5 * j / size - 1.25
        for i in range(size):
            cr = 3.0 * i / size - 2.1
            zr = zi = 0.0
            for n in range(limit):
                zr, zi = zr * zr - zi * zi + cr, 2.0 * zr * zi + ci
                if zr * zr + zi * zi > 4.0:
                    break
            else:
                inside += 1
    return inside


def integrate(function, low, high, steps):
    width = (high - low) / steps
    total = 0.0
    for i in range(steps):
        x = low + (i + 0.5) * width
        total += function(x) * width
    return total


def statistics(count):
    value, samples = 0.37, []
    for _ in range(count):
        value = 3.9 * value * (1.0 - value)
        samples.append(value)
    mean = sum(samples) / count
    variance = sum((s - mean) ** 2 for s in samples) / count
    return mean, variance, min(samples), max(samples)


def run():
    n = 30
    a = [[1.0 / (i + j + 1) + (i == j) for j in range(n)] for i in range(n)]
    b = [[(i * 3 + j) % 7 - 3.5 for j in range(n)] for i in range(n)]
    trace = sum(multiply(a, b)[i][i] for i in range(n)) + sum(multiply_indexed(b, a, n)[i][i] for i in range(n))
    solution = eliminate(a, [float(i) for i in range(n)])
    area = integrate(lambda x: x * x / (1.0 + x), 0.0, 2.0, 15000)
    mean, variance, low, high = statistics(8000)
    parts = (springs(14, 90), trace, solution[3], fractal(50, 60), area, mean, variance, low, high)
    return "/".join(f"{part:.6g}" for part in parts)


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
    measure("floats", 2, int(sys.argv[1]) if len(sys.argv) > 1 else 5)
