"""try, except, else, finally: order, returns, loops, nesting, re-raising, matching, the exception variable."""

log = []


def run(action):
    log.clear()
    try:
        if action == "value":
            raise ValueError("v")
        if action == "key":
            raise KeyError("k")
        if action == "exit":
            raise SystemExit(3)
        if action == "return":
            return "returned"
        log.append("body")
    except ValueError as error:
        log.append(f"except {error}")
    except (KeyError, IndexError):
        log.append("except tuple")
        raise
    except Exception:
        log.append("never")
    else:
        log.append("else")
    finally:
        log.append("finally")
    return "end"


for action in ("none", "value", "key", "exit", "return"):
    try:
        print(action, run(action), log)
    except BaseException as error:
        print(action, "raised", repr(error), log)


def nested_finally(n):
    trail = []
    for i in range(n):
        try:
            try:
                if i == 1:
                    continue
                if i == 3:
                    break
                trail.append(i)
            finally:
                trail.append("inner")
        finally:
            trail.append("outer")
    else:
        trail.append("for else")
    return trail


print(nested_finally(2), nested_finally(6))


def try_in_loop():
    out = []
    while True:
        try:
            out.append(len(out))
            if len(out) > 3:
                raise StopAsyncIteration
        except StopAsyncIteration:
            break
        else:
            out.append("e")
        finally:
            out.append("f")
    return out


print(try_in_loop())


def replaced():
    try:
        try:
            raise ValueError("first")
        finally:
            raise KeyError("second")
    except KeyError as error:
        return repr(error), repr(error.__context__)


def value_is_computed_before_finally():
    x = [1]
    y = 1
    try:
        return x, y
    finally:
        x.append(2)
        y = 2


def overridden_by_exception():
    try:
        return "lost"
    finally:
        raise ValueError("finally wins")


def reraise_after_handling():
    try:
        raise ValueError("original")
    except ValueError:
        try:
            raise KeyError("inner")
        except KeyError:
            pass
        raise


for action in (replaced, value_is_computed_before_finally, overridden_by_exception, reraise_after_handling):
    try:
        print(action())
    except Exception as error:
        print(repr(error), repr(error.__context__))


def variable_deleted():
    error = "before"
    try:
        raise ValueError
    except ValueError as error:
        pass
    try:
        return error
    except UnboundLocalError as unbound:
        return str(unbound)


def variable_rebound():
    try:
        raise ValueError
    except ValueError as error:
        error = "rebound"
    return "error" in locals()


def variable_deleted_by_hand():
    try:
        raise ValueError
    except ValueError as error:
        del error
    return "fine"


print(variable_deleted(), variable_rebound(), variable_deleted_by_hand())


class Matcher:
    calls = []


def pick():
    Matcher.calls.append("pick")
    return (ValueError, (TypeError, (KeyError,)))


for error in (KeyError(1), TypeError(2), OSError(3)):
    try:
        try:
            raise error
        except ZeroDivisionError:
            pass
        except pick():
            print("matched", repr(error))
    except Exception as other:
        print("not matched", repr(other))
print(Matcher.calls)
for bad in ("5", "'ValueError'", "(ValueError, 5)", "[ValueError]", "ValueError()", "int", "None"):
    try:
        exec(f"try:\n    raise KeyError('k')\nexcept {bad}:\n    print('caught')")
    except TypeError as error:
        print(bad, "TypeError", error, repr(error.__context__))
    except KeyError as error:
        print(bad, "KeyError", error)
for bad in ("raise 5", "raise 'text'", "raise int", "raise None", "raise", "raise ValueError from 5", "raise ValueError from KeyError", "raise ValueError('a') from None", "raise (ValueError, KeyError)", "raise type", "raise NotImplemented", "raise NotImplementedError", "raise ValueError, 'x'", "assert 0", "assert 0, 'message'", "assert [], {'a': 1}", "assert 1, 1 / 0", "1 / 0", "[][1]", "{}['k']", "x", "import nonexistent_module", "from sys import nonexistent_name", "int('x')", "None.x", "raise StopIteration(5)", "raise KeyboardInterrupt('k')", "raise GeneratorExit", "raise Exception(1, 'two', [3])", "raise OSError(2, 'No such', 'file')", "raise UnicodeDecodeError('c', b'ab', 0, 1, 'why')", "raise SystemExit", "raise ImportError('m', name='n', path='p')", "raise type('Custom', (Exception,), {})('c')"):
    try:
        exec(bad)
        print(bad, "fine")
    except BaseException as error:
        print(bad, "|", type(error).__name__, "|", error, "|", error.args if not isinstance(error, SyntaxError) else error.msg, "|", repr(error.__cause__), error.__suppress_context__)


def deep(n):
    if n == 0:
        raise LookupError("bottom")
    try:
        deep(n - 1)
    finally:
        log.append(n)


log.clear()
try:
    deep(5)
except LookupError as error:
    print(error, log)


def yielding_finally():
    for i in range(3):
        try:
            yield i
        finally:
            log.append(("f", i))


log.clear()
for i in yielding_finally():
    if i == 1:
        break
print(log[:1])


def retry(times):
    attempts = 0
    while attempts < times:
        try:
            attempts += 1
            if attempts < 3:
                raise ConnectionError(f"attempt {attempts}")
            return f"ok after {attempts}"
        except ConnectionError as error:
            last = error
    raise RuntimeError("gave up") from last


print(retry(5))
try:
    retry(2)
except RuntimeError as error:
    print(error, repr(error.__cause__))


def swallow():
    for i in range(5):
        try:
            if i % 2:
                raise ValueError(i)
        except ValueError:
            continue
        else:
            yield i
        finally:
            yield -i


print(list(swallow()))
try:
    try:
        pass
    finally:
        x = 1
except:
    print("never")
else:
    print("bare except with else", x)
try:
    raise BaseException("base")
except:
    print("bare except catches everything")


def conditional(flag):
    try:
        return 1 / flag
    except ZeroDivisionError:
        return "division"
    except TypeError:
        return "type"
    finally:
        log.append(flag)


print(conditional(2), conditional(0), conditional("s"), log[-3:])
