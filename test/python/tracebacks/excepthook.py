"""sys.excepthook replaced, stderr written to directly, an exception raised while another is handled at the top level."""

import sys

original = sys.excepthook


def hook(kind, value, traceback):
    print("hook:", kind.__name__, value)
    frame = traceback
    while frame.tb_next:
        frame = frame.tb_next
    print("raised in", frame.tb_frame.f_code.co_name, "line", frame.tb_lineno)
    print("to stderr", file=sys.stderr)
    original(kind, value, None)


sys.excepthook = hook
sys.stderr.write("written before\n")


def fail():
    raise LookupError("seen by the hook")


try:
    raise KeyError("first")
except KeyError:
    fail()
