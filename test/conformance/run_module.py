"""Runs one module of CPython's test suite and appends what happens to a file, one line an event:

    run_module.py EVENTS MODULE [SKIP]

Events are fields separated by tabs: `load COUNT`, `start ID`, `end ID RESULT SECONDS MESSAGE PLACE`, `fixture SCOPE RESULT
MESSAGE PLACE` where a class or the whole module is left out, and at last `module RESULT MESSAGE PLACE`. RESULT is ok,
fail, error, skip, xfail or xpass, PLACE the file and line that raised. SKIP names a file of test ids that are left out:
those that ended in an earlier process, which the next test then killed.
"""

import importlib
import os
import sys
import time
import unittest

RANK = {"ok": 1, "skip": 2, "xfail": 3, "xpass": 4, "fail": 5, "error": 6}


class Events:
    def __init__(self, path):
        self.file = open(path, "a", encoding="utf-8", errors="backslashreplace")

    def write(self, *fields):
        clean = (str(field).replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r") for field in fields)
        self.file.write("\t".join(clean) + "\n")
        self.file.flush()


class Names:
    """Ids are not unique in CPython's suite: the second test of a name gets `#2`."""

    def __init__(self):
        self.seen = {}

    def of(self, test):
        name = test.id()
        self.seen[name] = count = self.seen.get(name, 0) + 1
        return name if count == 1 else f"{name}#{count}"


def describe(error):
    """The message of an exception, and the place that raised it."""
    kind, value, traceback = error
    try:
        message = f"{kind.__name__}: {value}"
    except Exception:
        message = kind.__name__
    if "Failed to import test module" in message:
        # What unittest puts in the place of a module that does not load: the last line is the cause.
        message = message.rstrip().split("\n")[-1]
    place = ""
    while traceback is not None:
        file = traceback.tb_frame.f_code.co_filename
        if "unittest" not in file:
            place = f"{file.split('/python3.14/')[-1]}:{traceback.tb_lineno}"
        traceback = traceback.tb_next
    return message[:500], place


class Result(unittest.TestResult):
    """Reports each test once, with the worst that it and its subtests came to."""

    def __init__(self, events):
        super().__init__()
        self.events = events
        self.names = Names()

    def startTest(self, test):
        super().startTest(test)
        self.name = self.names.of(test)
        self.outcome, self.details = None, ()
        self.events.write("start", self.name)
        self.started = time.perf_counter()

    def stopTest(self, test):
        seconds = time.perf_counter() - self.started
        self.events.write("end", self.name, self.outcome or "ok", f"{seconds:.3f}", *self.details)
        super().stopTest(test)

    def note(self, outcome, *details):
        if self.outcome is None or RANK[outcome] > RANK[self.outcome]:
            self.outcome, self.details = outcome, details

    def note_error(self, test, outcome, *details):
        # The fixtures of classes and modules report under a stand-in for a test.
        if isinstance(test, unittest.TestCase):
            self.note(outcome, *details)
        else:
            self.events.write("fixture", test, outcome, *details)

    def addSuccess(self, test):
        self.note("ok")

    def addFailure(self, test, err):
        self.note_error(test, "fail", *describe(err))

    def addError(self, test, err):
        self.note_error(test, "error", *describe(err))

    def addSkip(self, test, reason):
        self.note_error(test, "skip", str(reason)[:500])

    def addExpectedFailure(self, test, err):
        self.note("xfail", *describe(err))

    def addUnexpectedSuccess(self, test):
        self.note("xpass")

    def addSubTest(self, test, subtest, err):
        if err is not None:
            outcome = "fail" if issubclass(err[0], test.failureException) else "error"
            self.note(outcome, *describe(err))


def leave_out(suite, skipped, names):
    """Takes the tests named in `skipped` out of a suite, in the order in which they would run."""
    kept = []
    for test in suite._tests:
        if isinstance(test, unittest.TestSuite):
            leave_out(test, skipped, names)
            kept.append(test)
        elif names.of(test) not in skipped:
            kept.append(test)
    suite._tests = kept


def set_up():
    """What CPython's own runner (test.libregrtest.setup) does before the first test, as far as results depend on it."""
    from test import support

    support.use_resources = []
    support.verbose = 0
    try:
        import signal

        # A process in the background inherits an ignored SIGINT.
        if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
            signal.signal(signal.SIGINT, signal.default_int_handler)
    except (ImportError, AttributeError):
        pass


def main(path, name, skip_file=None):
    events = Events(path)
    sys.argv[1:] = []
    # The working directory, as for -m test; last the places of modules that the implementation does not have.
    sys.path[0] = os.getcwd()
    sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "support"))
    skipped = set()
    if skip_file is not None:
        with open(skip_file, encoding="utf-8") as file:
            skipped = set(file.read().split("\n"))
    try:
        set_up()
        module = importlib.import_module("test." + name)
        suite = unittest.defaultTestLoader.loadTestsFromModule(module)
        events.write("load", suite.countTestCases())
        result = Result(events)
        if skipped:
            leave_out(suite, skipped, Names())
            for test_id in skipped:
                base, _, count = test_id.partition("#")
                result.names.seen[base] = max(result.names.seen.get(base, 0), int(count or 1))
        suite.run(result)
        events.write("module", "ok", "")
    except unittest.SkipTest as error:
        events.write("module", "skip", error)
    except BaseException as error:
        events.write("module", "error", *describe((type(error), error, error.__traceback__)))
    # Threads and children that tests left behind must not keep the process.
    os._exit(0)


# The guard matters: multiprocessing starts this file again in its children.
if __name__ == "__main__":
    main(*sys.argv[1:])
