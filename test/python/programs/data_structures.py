"""Data structures as classes: linked list, heap, tree map, trie, LRU cache, graph search, matrix, bit set, union-find."""


class LinkedList:
    class Node:
        __slots__ = "value", "next"

        def __init__(self, value, next=None):
            self.value, self.next = value, next

    def __init__(self, items=()):
        self.head, self.size = None, 0
        for item in reversed(list(items)):
            self.push(item)

    def push(self, value):
        self.head = self.Node(value, self.head)
        self.size += 1

    def __iter__(self):
        node = self.head
        while node:
            yield node.value
            node = node.next

    def reverse(self):
        previous, node = None, self.head
        while node:
            node.next, previous, node = previous, node, node.next
        self.head = previous
        return self

    def __len__(self):
        return self.size

    def __getitem__(self, index):
        if index < 0:
            index += self.size
        for i, value in enumerate(self):
            if i == index:
                return value
        raise IndexError("linked list index out of range")

    def __repr__(self):
        return " -> ".join(map(repr, self)) or "empty"


items = LinkedList("abcd")
print(items, len(items), items.reverse(), items[0], items[-1], "b" in items, list(items), LinkedList(), bool(LinkedList()))
try:
    items[4]
except IndexError as error:
    print(error)


class Heap:
    def __init__(self, key=lambda x: x):
        self.items, self.key = [], key

    def push(self, item):
        items, i = self.items, len(self.items)
        items.append(item)
        while i and self.key(items[i]) < self.key(items[(i - 1) // 2]):
            parent = (i - 1) // 2
            items[i], items[parent] = items[parent], items[i]
            i = parent

    def pop(self):
        items = self.items
        items[0], items[-1] = items[-1], items[0]
        smallest, i = items.pop(), 0
        while (child := 2 * i + 1) < len(items):
            if child + 1 < len(items) and self.key(items[child + 1]) < self.key(items[child]):
                child += 1
            if self.key(items[child]) >= self.key(items[i]):
                break
            items[i], items[child] = items[child], items[i]
            i = child
        return smallest

    def __bool__(self):
        return bool(self.items)

    def drain(self):
        while self:
            yield self.pop()


heap = Heap()
for n in (5, 3, 8, 1, 9, 2, 7, 3):
    heap.push(n)
print(list(heap.drain()), bool(heap))
by_length = Heap(key=len)
for word in "the quick brown fox jumps over a lazy dog".split():
    by_length.push(word)
print([len(word) for word in by_length.drain()])


class TreeMap:
    def __init__(self, **items):
        self.root, self.count = None, 0
        for key, value in items.items():
            self[key] = value

    def __setitem__(self, key, value):
        if self.root is None:
            self.root = [key, value, None, None]
            self.count += 1
            return
        node = self.root
        while True:
            if key == node[0]:
                node[1] = value
                return
            side = 2 if key < node[0] else 3
            if node[side] is None:
                node[side] = [key, value, None, None]
                self.count += 1
                return
            node = node[side]

    def __getitem__(self, key):
        node = self.root
        while node is not None:
            if key == node[0]:
                return node[1]
            node = node[2] if key < node[0] else node[3]
        raise KeyError(key)

    def items(self, node=...):
        node = self.root if node is ... else node
        if node is not None:
            yield from self.items(node[2])
            yield node[0], node[1]
            yield from self.items(node[3])

    def __iter__(self):
        return (key for key, _ in self.items())

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def __len__(self):
        return self.count

    def height(self):
        def measure(node):
            return 0 if node is None else 1 + max(measure(node[2]), measure(node[3]))

        return measure(self.root)


tree = TreeMap(m=1, c=2, x=3, a=4, d=5, z=6)
tree["c"] = 20
print(list(tree), dict(tree.items()), len(tree), tree["c"], "q" in tree, tree.height())
try:
    tree["nope"]
except KeyError as error:
    print(repr(error))


class Trie:
    def __init__(self):
        self.children, self.end = {}, False

    def add(self, word):
        node = self
        for ch in word:
            node = node.children.setdefault(ch, Trie())
        node.end = True

    def words(self, prefix=""):
        node = self
        for ch in prefix:
            if ch not in node.children:
                return
            node = node.children[ch]
        stack = [(prefix, node)]
        while stack:
            text, node = stack.pop()
            if node.end:
                yield text
            stack.extend((text + ch, child) for ch, child in sorted(node.children.items(), reverse=True))


trie = Trie()
for word in "car card care cat dog do done door".split():
    trie.add(word)
print(list(trie.words("car")), list(trie.words("do")), list(trie.words("x")), len(list(trie.words())))


class LRU:
    def __init__(self, size):
        self.size, self.data, self.hits = size, {}, 0

    def __call__(self, function):
        def cached(*args):
            if args in self.data:
                self.hits += 1
                self.data[args] = self.data.pop(args)
            else:
                self.data[args] = function(*args)
                if len(self.data) > self.size:
                    del self.data[next(iter(self.data))]
            return self.data[args]

        return cached


lru = LRU(3)
square = lru(lambda n: n * n)
print([square(n) for n in (1, 2, 1, 3, 4, 2, 1)], lru.hits, list(lru.data))

graph = {"a": {"b": 4, "c": 1}, "b": {"d": 1}, "c": {"b": 2, "d": 5}, "d": {"e": 3}, "e": {}, "z": {}}


def dijkstra(graph, start):
    distances, queue = {start: (0, None)}, Heap()
    queue.push((0, start))
    while queue:
        distance, node = queue.pop()
        if distance > distances[node][0]:
            continue
        for neighbour, weight in graph[node].items():
            candidate = distance + weight
            if neighbour not in distances or candidate < distances[neighbour][0]:
                distances[neighbour] = candidate, node
                queue.push((candidate, neighbour))
    return distances


def path(distances, end):
    return path(distances, distances[end][1]) + [end] if end is not None else []


def topological(graph):
    seen, order = {}, []

    def visit(node):
        if seen.get(node) == "open":
            raise ValueError(f"cycle at {node}")
        if node not in seen:
            seen[node] = "open"
            for neighbour in graph[node]:
                visit(neighbour)
            seen[node] = "done"
            order.append(node)

    for node in graph:
        visit(node)
    return order[::-1]


distances = dijkstra(graph, "a")
print(distances, path(distances, "e"), topological(graph))
try:
    topological({"p": ["q"], "q": ["p"]})
except ValueError as error:
    print(error)


class Matrix:
    def __init__(self, rows):
        self.rows = [list(row) for row in rows]

    @classmethod
    def identity(cls, n):
        return cls([int(i == j) for j in range(n)] for i in range(n))

    def __matmul__(self, other):
        return Matrix([sum(a * b for a, b in zip(row, column)) for column in zip(*other.rows)] for row in self.rows)

    def __pow__(self, n):
        result, base = Matrix.identity(len(self.rows)), self
        while n:
            if n & 1:
                result @= base
            base, n = base @ base, n >> 1
        return result

    def __eq__(self, other):
        return self.rows == other.rows

    def determinant(self):
        if len(self.rows) == 1:
            return self.rows[0][0]
        return sum((-1) ** j * value * Matrix([row[:j] + row[j + 1 :] for row in self.rows[1:]]).determinant() for j, value in enumerate(self.rows[0]))

    def __repr__(self):
        width = max(len(str(v)) for row in self.rows for v in row)
        return "\n".join(" ".join(f"{v:{width}}" for v in row) for row in self.rows)


m = Matrix([[1, 1], [1, 0]])
print((m**90).rows[0][1], Matrix([[2, 0, 1], [1, 3, 2], [1, 1, 4]]).determinant(), m @ Matrix.identity(2) == m)
print(Matrix([[1, -20], [300, 4]]) ** 2)


class BitSet:
    def __init__(self, items=()):
        self.bits = 0
        for item in items:
            self.bits |= 1 << item

    def __iter__(self):
        bits, i = self.bits, 0
        while bits:
            if bits & 1:
                yield i
            bits >>= 1
            i += 1

    def __and__(self, other):
        result = BitSet()
        result.bits = self.bits & other.bits
        return result

    def __len__(self):
        return self.bits.bit_count()

    def __contains__(self, item):
        return self.bits >> item & 1 == 1


evens, squares = BitSet(range(0, 100, 2)), BitSet(n * n for n in range(10))
print(list(evens & squares), len(evens), 64 in squares, 65 in squares, hex(squares.bits))


class UnionFind:
    def __init__(self):
        self.parent = {}

    def find(self, x):
        root = x
        while self.parent.setdefault(root, root) != root:
            root = self.parent[root]
        while self.parent[x] != root:
            self.parent[x], x = root, self.parent[x]
        return root

    def union(self, a, b):
        self.parent[self.find(a)] = self.find(b)

    def groups(self):
        result = {}
        for item in list(self.parent):
            result.setdefault(self.find(item), []).append(item)
        return sorted(sorted(group) for group in result.values())


sets = UnionFind()
for pair in ("ab", "cd", "be", "fg", "dc", "ga"):
    sets.union(*pair)
print(sets.groups())
