"""Every function of math on chosen arguments, and its errors."""
import math
inf=math.inf; nan=math.nan
def attempt(s):
    try: print(s, '=>', eval(s))
    except Exception as e: print(s, '=>', type(e).__name__, e)
for f in 'acos acosh asin asinh atan atanh ceil cos cosh degrees erf erfc exp exp2 expm1 fabs floor gamma lgamma log log10 log1p log2 radians sin sinh sqrt tan tanh trunc ulp isfinite isinf isnan modf frexp factorial isqrt'.split():
    for x in ['2.0','-2.0','0','-1','-0.0','inf','-inf','nan','1000','10**400','-10**400', '"a"', '5.5', '1', '3j', 'True']:
        if f=='factorial' and x in('10**400',) : continue
        attempt(f'math.{f}({x})')
for s in ['math.log(8,2)','math.log(-1,2)','math.log(2,-1)','math.log(2,0)','math.log(2,1)','math.log(10**400,10)','math.log()','math.log(1,2,3)','math.log(x=1)','math.log("a")','math.log2(2**2000)','math.log10(10**500)','math.log(0,2)', 'math.log(2,"a")', 'math.log(2,None)',
 'math.pow(0,-1)','math.pow(-1,.5)','math.pow(10,400)','math.pow(-10,401)','math.pow(inf,-1)','math.pow(-inf,3)','math.pow(1,nan)','math.pow(nan,0)', 'math.pow(-0.0,-3)',
 'math.fmod(5,0)','math.fmod(inf,1)','math.fmod(5,inf)','math.fmod(-5,3)','math.fmod(nan,1)','math.remainder(5,0)','math.remainder(inf,2)','math.remainder(5,3)','math.remainder(5,inf)','math.remainder(nan,0)',
 'math.atan2(0,-0.0)','math.copysign(1,-0.0)','math.hypot()','math.hypot(3,4)','math.hypot(inf,nan)','math.hypot(1,2,3)','math.hypot("a")','math.hypot(nan,1)','math.dist([1,2],[3,4])','math.dist((1,),(2,3))','math.dist(1,2)','math.dist([],[])','math.dist(iter([1]),[2])',
 'math.gcd()','math.gcd(12,18,-4)','math.gcd(1.5)','math.lcm()','math.lcm(4,-6)','math.lcm(0,3)','math.lcm(1.5,2)','math.gcd(10**30,15)', 'math.gcd(0,-5)',
 'math.comb(5,2)','math.comb(-1,2)','math.comb(5,-1)','math.comb(5,7)','math.comb(10**30,2)','math.comb(5.0,2)','math.comb(10**30,10**30-1)','math.comb(10**30,10**20)','math.perm(5)','math.perm(5,None)','math.perm(5,2)','math.perm(5,6)','math.perm(-1)','math.perm(3,-1)','math.perm(10**30,2)','math.perm(10**30)', 'math.perm(10**30,10**20)',
 'math.factorial(-1)','math.factorial(2.0)','math.factorial(10**30)','math.factorial(20)','math.factorial(True)','math.isqrt(-1)','math.isqrt(2.0)','math.isqrt(10**40)',
 'math.fsum([1e308,1e308])','math.fsum([inf,-inf])','math.fsum([.1]*10)','math.fsum(["a"])','math.fsum([1,10**400])','math.fsum([])','math.fsum([inf,1])',
 'math.prod([1,2,3])','math.prod([])','math.prod([1,2.5])','math.prod([2,[1]])','math.prod("ab")','math.prod([1,2],start=5)','math.prod([1],5)','math.prod([10**20,3.5])','math.prod([2**62]*3)', 'math.prod([0.5,3])', 'math.prod([True,2])','math.prod([1,2],start="a")',
 'math.sumprod([1,2],[3,4])','math.sumprod([1],[2,3])','math.sumprod([1.5,2],[2,3])','math.sumprod([],[])','math.sumprod(["a"],[2])','math.sumprod(["a"],["b"])','math.sumprod([True],[2.5])','math.sumprod([inf],[0])','math.sumprod([1e308,1e308],[10,-10])','math.sumprod([10**400],[1.5])','math.sumprod([10**20],[10**20])','math.sumprod(1,2)', 'math.sumprod([.1]*10,[1]*10)','math.sumprod([1,2],[3.5,10**30])',
 'math.isclose(1,1+1e-10)','math.isclose(1,2)','math.isclose(1,2,rel_tol=-1)','math.isclose(inf,inf)','math.isclose(1,1.1,abs_tol=.2)','math.isclose(inf,1)','math.isclose("a",1)','math.isclose(1,2,abs_tol=-1)',
 'math.ldexp(1.5,3)','math.ldexp(1,10000)','math.ldexp(1,-10000)','math.ldexp(0,10**30)','math.ldexp(1,10**30)','math.ldexp(1,-10**30)','math.ldexp(-1,-10**30)','math.ldexp(1,1.5)','math.ldexp(nan,1)','math.ldexp(5e-324,1)',
 'math.nextafter(1,2)','math.nextafter(1,2,steps=3)','math.nextafter(1,2,steps=-1)','math.nextafter(1,2,steps=1.5)','math.nextafter(nan,1)','math.nextafter(1,inf,steps=10**30)','math.nextafter(0,1,steps=None)',
 'math.fma(2,3,4)','math.fma(inf,0,1)','math.fma(inf,1,-inf)','math.fma(1e308,10,0)','math.fma(nan,1,1)','math.fma(inf,0,nan)','math.fma(0.1,10,-1)',
 'math.ceil(1.5)','math.floor(-1.5)','math.floor(1e300)','math.trunc("a")','math.ceil("a")','math.floor(None)','math.trunc(5.7)','math.sin()','math.sin(1,2)','math.sin(x=1)','math.atan2(1)','math.copysign(1)','math.ceil()','math.isqrt()', 'math.frexp(0.0)','math.frexp(-3)','math.modf(-0.0)','math.modf(inf)','math.modf(-3.25)','math.fabs(-3)', 'math.exp2(1024)',  'math.gamma(171.7)','math.gamma(172)','math.lgamma(-2)','math.lgamma(1e308)']:
    attempt(s)
class F:
    def __float__(self): return 2.5
    def __floor__(self): return 'fl'
    def __ceil__(self): return 'ce'
    def __trunc__(self): return 'tr'
class I:
    def __index__(self): return 7
class B:
    def __float__(self): return 'x'
for s in ['math.floor(F())','math.ceil(F())','math.trunc(F())','math.sqrt(F())','math.sqrt(I())','math.sqrt(B())','math.gcd(I(),14)','math.floor(I())','math.comb(I(),2)','math.isqrt(I())','math.log(I())','math.factorial(I())', 'math.sumprod([F()],[1])']:
    attempt(s)
