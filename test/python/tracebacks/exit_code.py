"""sys.exit with a number: exit code, finally blocks and context managers run, nothing on stderr."""

import sys


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        print("exit sees", kind.__name__, value.code)


def main():
    with Manager():
        try:
            sys.exit(42)
        except Exception:
            print("SystemExit is not an Exception")
        finally:
            print("finally")


main()
