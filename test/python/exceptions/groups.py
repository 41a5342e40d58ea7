"""Exception groups and except*: matching, splitting, nesting, re-raising, derive, errors."""

group = ExceptionGroup("top", [ValueError(1), TypeError("t"), ExceptionGroup("nested", [ValueError(2), KeyError("k")]), OSError(2, "gone")])
print(repr(group), str(group), group.message, group.exceptions[0], len(group.exceptions), group.args[0])
print(group.subgroup(ValueError), repr(group.subgroup(ValueError)), group.subgroup(ZeroDivisionError), repr(group.subgroup((KeyError, TypeError))), repr(group.subgroup(lambda e: "2" in str(e))))
match, rest = group.split(ValueError)
print(repr(match), repr(rest))
print(group.split(ExceptionGroup)[1], group.split(IndexError)[0])


def handle(error):
    try:
        raise error
    except* ValueError as eg:
        print("values", repr(eg), type(eg).__name__)
    except* (TypeError, KeyError) as eg:
        print("type or key", repr(eg))
    else:
        print("else is not run")
    finally:
        print("finally")


try:
    handle(group)
except ExceptionGroup as remaining:
    print("remaining", repr(remaining))
handle(ValueError("naked is wrapped"))
handle(ExceptionGroup("all handled", [ValueError(1), KeyError(2)]))
try:
    handle(IndexError("naked and unmatched"))
except IndexError as error:
    print("naked", repr(error))


def no_exception():
    try:
        pass
    except* ValueError:
        print("never")
    else:
        print("else")
    finally:
        print("finally")


no_exception()


def raising_inside():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2), KeyError(3)])
    except* ValueError:
        raise IndexError("new from handler")
    except* TypeError:
        raise


try:
    raising_inside()
except ExceptionGroup as eg:
    print(repr(eg), [repr(e.__context__) for e in eg.exceptions])


def reraise():
    try:
        raise ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [ValueError(2), TypeError(3)])])
    except* ValueError as eg:
        raise


try:
    reraise()
except ExceptionGroup as eg:
    print(repr(eg))


def raise_from():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError as eg:
        raise RuntimeError("wrapped") from eg


try:
    raise_from()
except ExceptionGroup as eg:
    print(repr(eg), repr(eg.exceptions[0].__cause__) if isinstance(eg.exceptions[0], RuntimeError) else repr(eg.exceptions))


def in_loop():
    seen = []
    for n in range(4):
        try:
            raise ExceptionGroup("loop", [ValueError(n)] + ([KeyError(n)] if n % 2 else []))
        except* ValueError as eg:
            seen.append(eg.exceptions[0].args[0])
        except* KeyError as eg:
            seen.append("key")
    return seen


print(in_loop())


class Coded(ExceptionGroup):
    def __new__(cls, message, exceptions, code):
        self = super().__new__(cls, message, exceptions)
        self.code = code
        return self

    def derive(self, excs):
        return Coded(self.message, excs, self.code)


coded = Coded("coded", [ValueError(1), TypeError(2)], 7)
coded.add_note("a note")
part = coded.subgroup(ValueError)
print(repr(part), part.code, part.__notes__)
try:
    try:
        raise coded
    except* TypeError as eg:
        print(eg.code)
except Coded as eg:
    print("left", repr(eg), eg.code, eg.__notes__)
print(type(BaseExceptionGroup("b", [ValueError()])).__name__, type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__)
for bad in (lambda: ExceptionGroup(), lambda: ExceptionGroup("m"), lambda: ExceptionGroup("m", []), lambda: ExceptionGroup("m", [1]), lambda: ExceptionGroup("m", ValueError()), lambda: ExceptionGroup(5, [ValueError()]), lambda: ExceptionGroup("m", [KeyboardInterrupt()]), lambda: ExceptionGroup("m", [ValueError]), lambda: group.subgroup(5), lambda: group.split(int), lambda: ExceptionGroup("m", [ValueError()], 3), lambda: setattr(group, "message", "x"), lambda: setattr(group, "exceptions", ()), lambda: repr(ExceptionGroup("tuple", (ValueError(), TypeError()))), lambda: type("E", (ExceptionGroup, ), {})("sub", [OSError()])):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
for source in ("try: pass\nexcept* ValueError: pass\nexcept KeyError: pass", "try: pass\nexcept*: pass", "for i in x:\n try: pass\n except* A: break", "def f():\n try: pass\n except* A: return 1", "for i in x:\n try: pass\n except* A: continue", "try: pass\nexcept *(A, B) as c: pass"):
    try:
        compile(source, "<s>", "exec")
        print("ok")
    except SyntaxError as error:
        print(error.msg)
for handler in ("ExceptionGroup", "BaseExceptionGroup", "(ValueError, ExceptionGroup)", "5"):
    try:
        exec(f"try:\n    raise ValueError(1)\nexcept* {handler}:\n    print('caught')")
    except TypeError as error:
        print(handler, error)
    except BaseException as error:
        print(handler, repr(error))
leaves = []


def walk(error, depth=0):
    if isinstance(error, BaseExceptionGroup):
        for child in error.exceptions:
            walk(child, depth + 1)
    else:
        leaves.append((depth, type(error).__name__))


walk(group)
print(leaves)


def nested_star():
    try:
        try:
            raise ExceptionGroup("outer", [ValueError(1), TypeError(2), OSError(3)])
        except* ValueError:
            try:
                raise ExceptionGroup("inner", [KeyError(4)])
            except* KeyError as inner:
                print("inner", repr(inner), repr(inner.__context__))
    except* TypeError as eg:
        print("outer type", repr(eg))
    except* OSError as eg:
        print("outer os", repr(eg))


nested_star()
