"""sys.exit with a text: printed on stderr, exit code 1; other exit arguments caught before."""

import sys

for argument in ((), (None,), (0,), (True,), ("text",), ([1],), (1.5,), ((1, 2),)):
    try:
        sys.exit(*argument)
    except SystemExit as error:
        print(argument, error.code, error.args)
try:
    raise SystemExit
except SystemExit as error:
    print(error.code)
sys.exit("fatal: something went wrong")
