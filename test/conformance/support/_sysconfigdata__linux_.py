"""The build variables of an implementation that was not built by CPython's Makefile: none."""

build_time_vars = {}
