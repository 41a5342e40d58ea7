"""The functions and getters of _operator."""
import _operator as o


def attempt(f, *args, **names):
    try:
        return f(*args, **names)
    except Exception as error:
        return type(error).__name__, str(error)


values = [0, -3, True, 2.5, 'ab', [1, 2], None, 10 ** 20]
for name in ['add', 'sub', 'floordiv', 'truediv', 'mod', 'and_', 'or_', 'xor', 'lshift', 'concat',
             'lt', 'le', 'eq', 'ne', 'gt', 'ge', 'is_', 'is_not', 'contains', 'countOf', 'indexOf', 'getitem']:
    f = getattr(o, name)
    for a in values:
        for b in values:
            if name == 'lshift' and b == 10 ** 20 or name == 'mod' and a == 'ab':
                continue
            print(name, repr(a), repr(b), attempt(f, a, b))
for name in ['neg', 'pos', 'abs', 'invert', 'inv', 'not_', 'truth', 'index', 'is_none', 'is_not_none']:
    for a in values:
        if a is not True:
            print(name, repr(a), attempt(getattr(o, name), a))
for name in ['iadd', 'iconcat', 'imul', 'isub', 'ior']:
    x = [1]
    print(name, attempt(getattr(o, name), x, [2]), attempt(getattr(o, name), x, 2), x)
print(attempt(o.length_hint, [1, 2]), attempt(o.length_hint, 1, 7), attempt(o.length_hint, 1, 'a'), attempt(o.length_hint))
d = {}
print(o.setitem(d, 1, 2), d, o.delitem(d, 1), d)
print(o.call(divmod, 7, 2), attempt(o.call), o.call(dict, a=1))
print(o._compare_digest('abc', 'abc'), o._compare_digest(b'abc', b'abd'), o._compare_digest(b'a', b'ab'),
      attempt(o._compare_digest, 'é', 'e'), attempt(o._compare_digest, 'a', b'a'))
g = o.itemgetter(1)
print(g([5, 6]), o.itemgetter(0, -1)('xyz'), attempt(g, [1]), attempt(g), attempt(g, [1, 2], 3), attempt(g, x=1), repr(g), g.__reduce__()[1])
print(o.itemgetter(slice(1, 3))('abcdef'), repr(o.itemgetter(1, 'a')))


class Node:
    def __init__(self, **names):
        self.__dict__.update(names)

    def method(self, *args, **names):
        return self.v, args, names


n = Node(v=1, child=Node(v=2, child=Node(v=3)))
print(o.attrgetter('v')(n), o.attrgetter('child.child.v')(n), o.attrgetter('v', 'child.v')(n), attempt(o.attrgetter('x.y'), n))
print(attempt(o.attrgetter, 1), repr(o.attrgetter('a.b', 'c')), o.attrgetter('a', 'b').__reduce__()[1])
m = o.methodcaller('method', 1, 2, k=3)
print(m(n), repr(m), attempt(o.methodcaller, 1), attempt(o.methodcaller('nope'), n))
print(o.methodcaller('split', ',')('a,b'), o.methodcaller('upper')('a'), attempt(m), o.methodcaller('x', 1).__reduce__()[1])
