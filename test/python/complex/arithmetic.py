"""Arithmetic, comparison, text and hashes of complex numbers and what they mix with."""
inf = float('inf')
nan = float('nan')
parts = [0.0, -0.0, 1.5, -3.0, inf, -inf, nan]
values = [complex(a, b) for a in parts for b in parts[::2]] + [2, -1.5, True, 10**30, 0]


def show(z):
    return repr(z)


def attempt(f, *args):
    try:
        return show(f(*args))
    except Exception as e:
        return f'{type(e).__name__}: {e}'


operations = {
    '+': lambda a, b: a + b,
    '-': lambda a, b: a - b,
    '*': lambda a, b: a * b,
    '/': lambda a, b: a / b,
    '==': lambda a, b: a == b,
}
for symbol, f in operations.items():
    for a in values:
        print(symbol, show(a), *(attempt(f, a, b) for b in values[::3]))
for a in values[:28]:
    print(show(a), attempt(abs, a), bool(a), -a, +a, a.conjugate(), str(a), f'{a:.2f} {a:>30} {a:+g} {a:^20e}')
for a in [2j, 1 + 1j, -1.5 + 0.5j, 3 - 0j, complex(-0.0, -2)]:
    for b in [0, 1, 2, -3, 7, 100, 101, 0.5, 1j, 2 - 1j, -0.0]:
        print(show(a), '**', b, attempt(pow, a, b), attempt(pow, b, a))
print((-8) ** 0.5, (-2.0) ** 0.5, (-8) ** (1 / 3))
for a in [1 + 2j, -1j, 1.5 - 2.5j, complex(3), complex(2**61 - 1, 1), complex(-1, 0), complex(inf, 1)]:
    print(hash(a))
print({1 + 0j: 'a'}[1], {2: 'b'}[2 + 0j], 1 == 1 + 0j, 10**30 == complex(10**30), 2**53 + 1 == complex(2**53))
for text in ['1', 'j', '-j', '+j', '1j', '1+j', '1-2.5e3j', ' ( 1e-3-1E+2j ) ', '(1+2j', '1+2', '1_0+2_0j', '1__0j', 'nan-infj', 'infinityj',
             '1e', '1e5', '1e5j', '.5j', '5.j', '.j', '', ' ', '()', '1 + 2j', '+-1j', '1+-2j', 'nanj', '\u0661+\u0662j', '1\x00', '1J', '0x1', '1+j2', '--j', '1+2j ', 'inf+nanj', '1_j', '_1j']:
    print(ascii(text), attempt(complex, text))
