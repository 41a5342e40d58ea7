"""String literals, escapes, raw strings, concatenation, and the repr of every kind of character."""

print("tab\there", "newline\\n", "quote\"'", 'single\'"', "bell\a" == "\x07", "\101\60\7" == "A0\x07", "\x41\u0042\U00000043", "\N{LATIN SMALL LETTER E WITH ACUTE}", "\N{BULLET}")
print(r"raw\n\x", R"\\", rb"bytes\n", Rb"\x00", b"\x00\xff\n\t\\'", b'"', b"it's", "con" "cat" 'ened', "a\
b")
print("""triple "quoted"
second line\
 joined""")
print('''it's "all" fine''')
for text in ("", "a", "it's", 'say "hi"', "both ' and \"", "\\", "\n\r\t", "\x00\x01\x1f\x7f", "\x80\x9f\xa0\xad", "é", "\u0378", "\u2028\u200b\u202e", "\ue000", "\ufeff", "\uffff", "😀", "\U000e0001", "\U0010ffff", "\ud800", "名前", "a\u0301", "\u3000", "\u00ad"):
    print(ascii(text), repr(text) if text.isprintable() else ascii(repr(text)), len(text), len(repr(text)), text.isprintable())
for data in (b"", b"abc", b"it's", b'"', b"'\"", bytes(range(0, 40)), bytes(range(120, 140)), b"\\"):
    print(repr(data), str(data) == repr(data), bytearray(data), len(data))
print(str(b"abc", "ascii"), str(b"\xc3\xa9", "utf-8"), str(b"\xff", "utf-8", "replace") == "\ufffd", str(object=5), str(), str(None), repr(str), str(str))
print(repr("a'b" + 'c"d'), ascii("é\u20ac😀"), "%a" % "ü", "{!a}".format("ü"), f"{'ü'!a}")
print("abc" "def".upper(), ("x" "y") * 2, "a" + "b" * 3, "ab" 'cd' """ef""")
for source in (r"'\x4'", r"'\u12'", r"'\U00110000'", r"'\N{no such name}'", r"b'\x1'", "b'é'", "'unterminated", '"""open', r"'\N'", "'a' b'b'", r"u'\u00e9'", "ur'x'"):
    try:
        print(source, ascii(eval(source)))
    except SyntaxError as error:
        print(source, type(error).__name__, error.msg, error.lineno, error.offset)
