"""The empty place of CPython's C test module: tests that only ask for it to be there can load."""
