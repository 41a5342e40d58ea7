"""Every iterator of itertools on small inputs, its edges and its errors."""
from itertools import *
import itertools


def attempt(f, *args, **names):
    try:
        result = f(*args, **names)
        return list(islice(result, 30)) if hasattr(result, '__next__') else result
    except Exception as error:
        return type(error).__name__, str(error)


for r in range(-1, 5):
    for n in range(4):
        print(r, n, attempt(combinations, 'abc'[:n], r), attempt(combinations_with_replacement, 'abc'[:n], r),
              attempt(permutations, range(n), r))
print(attempt(permutations, 'abc'), attempt(product), attempt(product, 'ab', [1, 2]), attempt(product, 'ab', repeat=2),
      attempt(product, 'ab', []), attempt(product, 'ab', repeat=0), attempt(product, [], repeat=0))
print(attempt(count, 3), attempt(count, 2.5, -1)[:4], attempt(count, 2 ** 53 - 3)[:6], attempt(count, True)[:2], repr(count(1, 2)), repr(count(True)))
print(attempt(repeat, 1, 3), repr(repeat(1)), repr(repeat('a', 2)), repeat(1, 5).__length_hint__(), attempt(repeat, 1, -1))
print(attempt(chain, 'ab', [1]), attempt(chain.from_iterable, ['ab', 'c']), attempt(chain, 'a', 1, 'b'), attempt(cycle, 'ab')[:5], attempt(cycle, ''))
print(attempt(pairwise, 'abcd'), attempt(pairwise, 'a'), attempt(batched, 'abcde', 2), attempt(batched, 'abcde', 2, strict=True), attempt(batched, 'ab', 0))
print(attempt(zip_longest, 'ab', 'xyz', [], fillvalue='-'), attempt(zip_longest), attempt(zip_longest, 'ab'))
print(attempt(takewhile, lambda x: x < 3, [1, 2, 3, 1]), attempt(dropwhile, lambda x: x < 3, [1, 2, 3, 1]),
      attempt(filterfalse, None, [0, 1, '', 'a']), attempt(filterfalse, lambda x: x % 2, range(6)), attempt(starmap, pow, [(2, 3), [3, 2]]))
print(attempt(compress, 'abcdef', [1, 0, 1, 0, 1]), attempt(accumulate, [1, 2, 3]), attempt(accumulate, [1, 2, 3], lambda a, b: a * b, initial=5),
      attempt(accumulate, []), attempt(accumulate, [], initial=0))
for args in [(3,), (0,), (1, 4), (1, None), (None, 4), (1, 8, 3), (2, 9, 4), (5, 3), (None, None, None), (-1,), ('a',), (1, -1), (-1, 2), (1, 2, 0), (1, 2, 1.5)]:
    source = iter('abcdefghij')
    print(args, attempt(islice, source, *args), ''.join(source))
print([(k, list(g)) for k, g in groupby('aabbbac')], [(k, list(g)) for k, g in groupby(range(7), lambda x: x // 3)])
groups = list(groupby('aab'))
print([list(g) for _, g in groups])
g = groupby('aabb')
_, first = next(g)
print(next(first), next(g)[0], list(first))
a, b, c = tee(iter('abcd'), 3)
print(next(a), next(a), next(b), list(c), list(a), list(b), tee([1], 0), attempt(tee, [1], -1))
d = tee('xy')[0]
next(d)
print(list(d.__copy__()), list(tee(d)[1]), list(d))


class Reentrant:
    def __iter__(self):
        return self

    def __next__(self):
        return next(self.tee)


source = Reentrant()
source.tee, other = tee(source)
print(attempt(next, other))


class Sub(chain):
    pass


print(list(Sub('ab', 'c')), type(Sub.from_iterable(['a'])) is Sub, chain[int])
t = takewhile(lambda x: x, [1, 0, 1])
print(list(t), list(t))


def failing():
    yield 1
    raise KeyError('k')


for f in [lambda s: chain(s, 'a'), lambda s: accumulate(s), lambda s: batched(s, 2), lambda s: zip_longest(s, 'abc'), lambda s: pairwise(s), cycle, lambda s: islice(s, 5)]:
    i = f(failing())
    print([attempt(next, i) for _ in range(4)])
