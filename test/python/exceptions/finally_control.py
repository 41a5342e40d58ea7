"""finally blocks whose own return, break and continue replace what was under way (compiled from text, warnings off)."""

import warnings

warnings.simplefilter("ignore")
source = '''
def return_replaces_return():
    try:
        return "try"
    finally:
        return "finally"


def return_swallows_exception():
    try:
        1 / 0
    finally:
        return "swallowed"


def break_swallows():
    for i in range(3):
        try:
            raise ValueError(i)
        finally:
            break
    return "after loop", i


def continue_swallows():
    seen = []
    for i in range(3):
        try:
            seen.append(i)
            raise ValueError(i)
        finally:
            continue
    return seen


def break_drops_return():
    while True:
        try:
            return "dropped"
        finally:
            break
    return "after"


def nested():
    for i in range(3):
        try:
            try:
                return i
            finally:
                if i < 2:
                    continue
        finally:
            log.append(("outer", i))
    return "end"


def generator():
    for i in range(3):
        try:
            yield i
        finally:
            if i == 1:
                return "stopped"


def inner_return_in_except():
    try:
        raise KeyError("k")
    except KeyError:
        return "except"
    finally:
        log.append("finally ran")


def loop_else():
    for i in range(2):
        try:
            if i:
                return "returned"
        finally:
            log.append(i)
    else:
        return "else"


def with_and_finally():
    class M:
        def __enter__(self):
            return self

        def __exit__(self, *exc):
            log.append(exc[0] and exc[0].__name__)

    for i in range(3):
        with M():
            try:
                if i == 0:
                    continue
                raise IndexError
            finally:
                return i
'''
log = []
scope = {"log": log}
exec(source, scope)
for name, function in list(scope.items()):
    if callable(function):
        log.clear()
        try:
            result = function()
            print(name, list(result) if hasattr(result, "send") else result, log)
        except Exception as error:
            print(name, repr(error), log)
