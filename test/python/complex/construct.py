"""complex(): arguments, conversions, operators."""
import warnings
warnings.simplefilter('always')
def sw(m,c,f,l,file=None,line=None): print('  W', c.__name__, m)
warnings.showwarning=sw
class C:
    def __init__(s,v): s.v=v
    def __complex__(s): return s.v
class F:
    def __init__(s,v): s.v=v
    def __float__(s): return s.v
class I:
    def __index__(s): return 7
class CS(complex): pass
class FS(float): pass
class IS(int): pass
class SS(str): pass
vals={'1':1,'2j':2j,'"3+1j"':"3+1j",'None':None,'C(1j)':C(1j),'C(1)':C(1),'C(CS)':C(CS(1,2)),'F(1)':F(1),'F(FS)':F(FS(2.5)),'I':I(),'CS':CS(3,4),'10**400':10**400,'"a"':"a",'-0.0':-0.0}
def t(s,f):
    try: r=f(); print(s, type(r).__name__, repr(r))
    except Exception as e: print(s, type(e).__name__, e)
for n,a in vals.items():
    t(f'complex({n})',lambda:complex(a))
    t(f'complex(real={n})',lambda:complex(real=a))
    t(f'complex(imag={n})',lambda:complex(imag=a))
    t(f'complex.from_number({n})',lambda:complex.from_number(a))
    t(f'CS({n})',lambda:CS(a))
    t(f'CS.from_number({n})',lambda:CS.from_number(a))
    for m,b in vals.items():
        t(f'complex({n},{m})',lambda:complex(a,b))
t('',lambda:complex())
t('',lambda:complex(1,2,3))
t('',lambda:complex(x=3))
t('',lambda:complex(1,real=3))
t('',lambda:complex(1,2,imag=3))
t('',lambda:pow(1j,2,3)); t('',lambda:pow(1j,2,1j)); t('',lambda:pow(2,1j,3))
t('',lambda:divmod(1j,2)); t('',lambda:1j//2); t('',lambda:2%1j)
t('',lambda:1j<2); t('',lambda:abs(complex(1e308,1e308)))
t('',lambda:1j/0); t('',lambda:1/0j);t('',lambda:1j/0j); t('',lambda:0j**-1); t('',lambda:0j**1j); t('',lambda: (1e200+1j)**5)
t('',lambda:int(1j)); t('',lambda:float(1j)); t('', lambda:(1j).__float__())
t('',lambda:complex.__new__(int)); t('',lambda:(1j).__getnewargs__()); t('',lambda:CS(1,2).__complex__()); t('',lambda:+CS(1,2)); t('',lambda:-CS(1,2)); t('',lambda:CS(1,2)+1)
t('',lambda:CS(1,2).conjugate()); t('',lambda:CS(1,2).__pos__()); t('',lambda:(1j).__add__('x')); t('',lambda:(1j).__eq__('x')); t('',lambda:(1j).__lt__(1j))
t('',lambda:format(1+2j,'>20')); t('',lambda:format(1+2j,'05')); t('',lambda:format(1j,'d')); t('',lambda:hash(1j)); t('',lambda:hash(complex(3.0,0)));t('',lambda:hash(-1j))
t('',lambda:str(CS(1,2))); t('',lambda:f'{CS(1,2)}'); t('',lambda:(1j).real.__class__); t('',lambda:setattr(1j,'real',2)); t('',lambda:'%s'%1j)
t('',lambda:complex('0x1')); t('',lambda:complex.from_number('1'))
t('',lambda:sum([1,2.5,1j])); t('', lambda:sum([0.1]*10+[1j])); 
