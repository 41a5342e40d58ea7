"""Formatting floats: every presentation type, precision, alternate form, grouping, alignment; % formatting."""

values = [0.0, -0.0, 1.0, 0.5, -1.5, 2.5, 3.14159265, 123456.789, 1e-5, 1.5e-10, 1e16, 1.23e25, 9.995, 0.05, 99.5, 999999.5, float("inf"), float("-inf"), float("nan")]
specs = ["", "f", ".0f", ".1f", ".3f", ".10f", "e", ".0e", ".2e", "E", "g", ".3g", ".10g", "G", "%", ".1%", "n", ".0g", "#g", "#.0f", "#.0e",
         "10.2f", "<10.2f", "^10.2f", ">10.2f", "=10.2f", "*^12.1f", "+.2f", " .2f", "-.2f", "010.2f", "+010.1f", ",", ",.2f", "_.1f", "015,.2f", "z.1f", "z.0f", ".5", "12", ".3_f"]
for spec in specs:
    print(repr(spec), *[format(value, spec) for value in values], sep="|")
for spec in ("d", "x", "c", "s", ".2d", "b", "5.", ",x", "z", "Z", "..2f", "10 f", ",_f"):
    try:
        print(spec, format(1.5, spec))
    except ValueError as error:
        print(spec, error)
for template in ("%f", "%.2f", "%e", "%.0e", "%g", "%.3g", "%G", "%10.3f", "%-10.3f|", "%+.1f", "% .1f", "%010.2f", "%#.0f", "%r", "%s", "%d", "%i", "%.10g", "%5.1f%%"):
    print(template, *[template % value for value in (3.14159, -2.5, 1e20, 0.0, -0.0, 1e-7)], sep="|")
print("%.3f %5d %-6s| %+d %x %o %c %r" % (2.0005, 42, "ab", 7, 255, 8, "z", "q"))
width, precision = 12, 4
print(f"{3.14159265:{width}.{precision}f}|{2.5:>{width}}|{1e10:<{width}.2e}|")
for number in (0.1, 1.005, 2.675, 1e21, 123456789.123456789):
    print(f"{number:.20f} {number:.30g} {number:.17g} {number!r:>25}")
print(f"{1e308:.0f}")
print(f"{5e-324:.5e} {1.7976931348623157e308:.3e} {0.000123456789:.4g} {1234567.0:.4g} {100000.0:g} {1000000.0:g} {1e-4:g} {1e-5:g}")
