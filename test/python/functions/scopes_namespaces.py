"""global, del, exec, eval, compile, globals(), locals(), vars(), __builtins__ and shadowing."""

import sys

value = 1
print(eval("value + 1"), eval("value + x", {"value": 10, "x": 5}), eval("a + b", {"a": 1}, {"b": 2}), eval("[value for _ in range(2)]"), eval("  (1,\n2)"), eval("lambda: 5")())
namespace = {}
exec("x = 1\ndef f(n):\n    return n * x\ny = f(21)\nclass K: z = x", namespace)
print(sorted(k for k in namespace if k != "__builtins__"), namespace["y"], namespace["f"](2), namespace["K"].z, "__builtins__" in namespace)
namespace["x"] = 100
print(namespace["f"](2))
split_globals, split_locals = {"g": 1}, {}
exec("g2 = g\nl = 5\nglobal forced\nforced = 6", split_globals, split_locals)
print(sorted(k for k in split_globals if k != "__builtins__"), split_locals)
code = compile("a * 2", "<expr>", "eval")
print(eval(code, {"a": 21}), code.co_name, code.co_filename, code.co_names)
code = compile("for i in range(3): total += i", "<stmt>", "exec")
scope = {"total": 0}
exec(code, scope)
exec(code, scope)
print(scope["total"], scope["i"])
exec(compile("6 * 7; 'shown'; None", "<single>", "single"))


def local_exec(a):
    exec("a = 99; b = 2")
    result = [a, "b" in locals()]
    target = {"a": a}
    exec("b = a + 1", {}, target)
    result.append(target)
    result.append(eval("a * 2"))
    return result


print(local_exec(5))


def module_level():
    globals()["made_dynamically"] = "yes"
    globals()["value"] += 1
    return made_dynamically, value


print(module_level(), "made_dynamically" in globals(), globals() is vars(), globals() is sys.modules["__main__"].__dict__, locals() is globals())
del globals()["made_dynamically"]
try:
    made_dynamically
except NameError as error:
    print(error)


def deleting():
    global temporary
    temporary = 1
    del temporary
    try:
        return temporary
    except NameError as error:
        return str(error)


print(deleting())
a = b = c = [1, 2, 3, 4]
del a, b[0], c[1:]
print(b, c is b)
try:
    del undefined_thing
except NameError as error:
    print(error)
len_backup = len
len = lambda x: "shadowed len"
print(len("abc"), eval("len('a')"), len_backup("abc"))


def uses_len():
    return len([1, 2])


print(uses_len())
del len
print(uses_len(), len("abc"))
try:
    del len
except NameError as error:
    print(error)
import builtins

builtins.brand_new = "from builtins"
print(brand_new)
del builtins.brand_new
real_abs = builtins.abs
builtins.abs = lambda x: "patched abs"
print(abs(-5), eval("abs(-5)"))
builtins.abs = real_abs
print(abs(-5))
for bad in (lambda: eval("x = 1"), lambda: eval(""), lambda: eval(5), lambda: exec(5), lambda: compile("1", "f", "bad"), lambda: compile(5, "f", "exec"), lambda: eval("1", 5), lambda: eval("1", {}, 5), lambda: exec("1", 5), lambda: eval(compile("1", "f", "exec")), lambda: compile("1\n2", "f", "single"), lambda: eval(b"1 + 1"), lambda: exec("a = b", {"__builtins__": {}}), lambda: eval("len('x')", {"__builtins__": {}}), lambda: eval("open", {"__builtins__": {"open": "safe"}}), lambda: eval("1 1"), lambda: eval("1;2")):
    try:
        print(bad())
    except SyntaxError as error:
        print(type(error).__name__, error.msg)
    except Exception as error:
        print(type(error).__name__, error)
