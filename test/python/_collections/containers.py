"""deque, defaultdict, OrderedDict, _tuplegetter and _count_elements."""
from _collections import deque, defaultdict, OrderedDict, _tuplegetter, _count_elements


def attempt(f, *args, **names):
    try:
        return f(*args, **names)
    except Exception as error:
        return type(error).__name__, str(error)


state = 12345


def random(n):
    global state
    state = (state * 1103515245 + 12345) % 2 ** 31
    return (state >> 8) % n


for maxlen in (None, 0, 1, 5, 40):
    d = deque(range(3), maxlen)
    for step in range(150):
        k = random(14)
        x = random(10)
        result = [lambda: d.append(x), lambda: d.appendleft(x), lambda: d.pop(), lambda: d.popleft(), lambda: d.rotate(x - 5),
                  lambda: d.extend(range(x)), lambda: d.extendleft(range(x)), lambda: d.insert(x - 5, step), lambda: d.remove(x),
                  lambda: d.index(x), lambda: d.count(x), lambda: d.reverse(), lambda: d.__setitem__(x - 5, step), lambda: d.__delitem__(x - 5)][k]
        result = attempt(result)
        if step % 5 == 0 or result is not None and step % 3 == 0:
            print(step, k, x, result, list(d)[:12], len(d))
d = deque('abc', maxlen=4)
print(d, d * 2, 2 * d, d + deque('xy'), d == deque('abc'), d < deque('abd'), d >= deque('ab'), d != deque('abc'), d == ['a', 'b', 'c'], d.maxlen)
d += 'zz'
print(d, d[0], d[-1], attempt(lambda: d[9]), attempt(lambda: d['a']), attempt(lambda: d + [1]), 'z' in d, list(reversed(d)), d.copy(), d.__reduce__()[:3])
d *= 3
print(d, attempt(deque, 1), attempt(deque, [], -1), attempt(deque, [], 'a'), attempt(deque.pop, deque()), attempt(deque().popleft))
d = deque([1])
d.append(d)
print(d)
d = deque(range(5))
i = iter(d)
next(i)
print(i.__length_hint__(), i.__reduce__()[1][1])
d.append(1)
print(attempt(next, i), attempt(next, i), attempt(d.insert, 0, 1), attempt(deque([1], 1).insert, 0, 1), d.index(3, 1, -1), attempt(d.index, 0, 2))
d.extend(d)
print(d, deque[int])


class Sub(deque):
    pass


print(Sub('ab', 3), type(Sub('a').copy()).__name__, Sub('ab', 3).copy().maxlen)

dd = defaultdict(list, {'a': [1]}, b=[2])
dd['c'].append(3)
print(dd, dd.default_factory is list, 'z' in dd, dd.get('z'), dd.copy(), dd | {'q': 1}, {'q': 1} | dd, attempt(defaultdict, 1), attempt(lambda: defaultdict()['x']))
print(defaultdict(None), defaultdict(int).__reduce__()[:4], dd.__missing__('new'), len(dd), type({} | dd).__name__)
dd.default_factory = lambda: dd
dd = defaultdict()
dd.default_factory = dd.__repr__
print(dd == {}, attempt(defaultdict, int, 1), attempt(defaultdict, int, [], []), defaultdict(int, x=1))

od = OrderedDict([('a', 1), ('b', 2)], c=3)
print(od, od == {'c': 3, 'b': 2, 'a': 1}, od == OrderedDict(c=3, b=2, a=1), list(reversed(od)), od.keys(), od.items(), od.values(), OrderedDict())
od.move_to_end('a')
od.move_to_end('c', last=False)
print(od, od.popitem(), od.popitem(last=False), attempt(od.move_to_end, 'q'), od, attempt(od.pop, 'z'), od.pop('z', 4), od.setdefault('n', 7), od.pop('n'))
od.update([('x', 1)], y=2)
print(od, od | {'z': 1}, {'z': 1} | od, od.copy() == od, od.__reduce__()[:3], OrderedDict.fromkeys('abc', 0), attempt(OrderedDict, 1, 2), attempt(OrderedDict, [(1,)]))
print(list(reversed(od.items())), od.keys() & {'x'}, attempt(OrderedDict().popitem), attempt(lambda: od['q']), attempt(od.__delitem__, 'q'))
i = iter(od)
next(i)
od['new'] = 1
print(attempt(next, i), attempt(lambda: [od.move_to_end(k) for k in od]))
od['self'] = od
print(od)


class Logged(OrderedDict):
    def __setitem__(self, key, value):
        print('set', key)
        super().__setitem__(key, value)


logged = Logged(a=1)
logged.update({'b': 2})
logged.extra = 1
print(logged, logged.copy(), logged.__reduce__()[:3], logged.setdefault('c', 3), logged.popitem())

g = _tuplegetter(1, 'doc')


class Point(tuple):
    y = g


print(Point((1, 2)).y, Point.y is g, g.__doc__, repr(g), attempt(lambda: Point((1,)).y), attempt(setattr, Point((1, 2)), 'y', 1), attempt(g.__get__, 5), attempt(delattr, Point((1, 2)), 'y'))
counts = {}
_count_elements(counts, 'abracadabra')
dd = defaultdict(int)
_count_elements(dd, [1, True, 1.0])
print(counts, dd, attempt(_count_elements, {}, [[]])[0], attempt(_count_elements, 1, [1]))
