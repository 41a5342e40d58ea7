"""The place of CPython's C test module: tests that only ask for it to be there can load.

Most of its functions look into CPython's own structures; that one is missing shows where it is used.
"""

import sys


def has_inline_values(obj):
    return False


def get_recursion_depth():
    depth = 0
    frame = sys._getframe(1)
    while frame is not None:
        depth += 1
        frame = frame.f_back
    return depth
