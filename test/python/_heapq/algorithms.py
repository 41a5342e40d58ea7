"""_random, _bisect and _heapq on generated data."""
import _random, _bisect, _heapq
def attempt(f, *args, **names):
    try:
        return f(*args, **names)
    except Exception as error:
        return type(error).__name__, str(error)
R=_random.Random
r = R(42)
print([r.random() for _ in range(3)], [r.getrandbits(k) for k in (0, 1, 5, 32, 33, 53, 64, 100, 200)])
for seed in (0, -5, 2 ** 70, 1.5, 'a', (1, 2), True, 0.0):
    if seed != 'a':
        r.seed(seed)
        print(seed, r.random(), r.getrandbits(40))
s = r.getstate()
print(len(s), s[:3], s[-1])
x = r.random()
r.setstate(s)
print(x == r.random())
print(attempt(r.getrandbits, -1), attempt(r.getrandbits, 1.5), attempt(r.setstate, 1), attempt(r.setstate, (1,)), attempt(r.setstate, s[:-1] + (700,)), attempt(r.setstate, s[:-1] + (-1,)), attempt(r.seed, [1]), attempt(R, 1, 2), attempt(R, x=1), attempt(r.setstate, ('a',) * 625), attempt(r.seed, 1, 2))
class Sub(R):
    def __init__(self, a, b):
        self.seed(a + b)
print(Sub(1, 41).random() == R(42).random())
class It:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v < o.v
    def __repr__(self): return f'It({self.v})'
a = [1, 2, 2, 2, 3, 5]
for f in (_bisect.bisect_left, _bisect.bisect_right):
    for x in (0, 1, 2, 2.5, 5, 9):
        print(f(a, x), f(a, x, 1), f(a, x, 1, 3), f(a, x, key=lambda v: v), f([-v for v in a], -x, key=lambda v: -v))
    print(attempt(f, a, 1, -1), attempt(f, a, 'x'), attempt(f, 1, 2), attempt(f, a, 1, hi=10), attempt(f, a), attempt(f, a, 2, 0, None), attempt(f, range(10), 4), attempt(f, a, 1, 'a'), attempt(f, {}, 1), attempt(f, [It(1), It(3)], It(2)))
for f in (_bisect.insort_left, _bisect.insort_right):
    b = []
    for x in (3, 1, 2, 2.0, 1):
        f(b, x)
    f(b, -10, key=lambda v: -v)
    class L(list):
        def insert(self, i, x):
            print('insert', i, x)
    f(L(b), 2)
    print(b, attempt(f, (1, 2), 3), attempt(f, b, 1, -1))
state = 1
def random(n):
    global state
    state = (state * 1103515245 + 12345) % 2 ** 31
    return (state >> 8) % n
for suffix in ('', '_max'):
    h = [It(random(50)) for _ in range(60)]
    if suffix:
        It.__gt__ = lambda s, o: s.v > o.v
    g = lambda n: getattr(_heapq, n + suffix)
    g('heapify')(h)
    print([i.v for i in h])
    for i in range(10):
        g('heappush')(h, It(random(50)))
        print(g('heappop')(h), g('heappushpop')(h, It(random(50))), g('heapreplace')(h, It(random(50))), end=' ')
    print([i.v for i in h])
    big = [random(1000) for _ in range(3000)]
    g('heapify')(big)
    print(big[:20], [g('heappop')(big) for _ in range(20)], attempt(g('heappop'), []), attempt(g('heapreplace'), [], 1), g('heappushpop')([], 1), attempt(g('heapify'), (1,)), attempt(g('heappush'), (), 1), attempt(g('heapify'), [1, 'a']), attempt(g('heappop'), 1))
