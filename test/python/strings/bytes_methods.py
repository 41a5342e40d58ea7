"""bytes and bytearray: construction, methods, mutation, encoding and decoding."""

print(bytes(), bytes(3), bytes([65, 66]), bytes("é", "utf-8"), bytes(b"x"), bytes(range(3)), bytes.fromhex("0a ff 41"), b"AB".hex(), b"abcdef".hex("-"), b"abcdef".hex(":", 2), b"abcdef".hex(":", -4))
data = b"Hello, World"
print(data[0], data[-1], data[1:4], list(data[:3]), 72 in data, b"World" in data, data + b"!", data * 2, len(data), data == "Hello, World", data < b"Jello", hash(data) == hash(bytes(data)))
print(data.upper(), data.lower(), data.title(), data.swapcase(), data.capitalize(), data.find(b"o"), data.rfind(111), data.count(b"l"), data.index(b"W"), data.replace(b"l", b"L", 2), data.startswith(b"He"), data.endswith((b"x", b"ld")))
print(b" a b ".split(), b"a,b,c".split(b",", 1), b"a\nb\r\n".splitlines(), b"-".join([b"x", bytearray(b"y")]), b"xxaxx".strip(b"x"), b"a=b".partition(b"="), b"7".zfill(3), b"ab".center(6, b"*"), b"a\tb".expandtabs(4), b"abc".translate(bytes(range(256)).replace(b"b", b"B"), b"c"), bytes.maketrans(b"a", b"b")[97])
print([getattr(b"Abc1", name)() for name in ("isalnum", "isalpha", "isascii", "isdigit", "islower", "isspace", "istitle", "isupper")], b"".isalpha(), b"pre-x".removeprefix(b"pre-"), b"x.y".removesuffix(b".y"))
print(b"%d %s %x %c %5.1f %r %%" % (5, b"in", 255, 65, 2.25, "é"), b"%(k)b" % {b"k": b"v"})
a = bytearray(b"hello")
a[0] = 72
a[1:3] = b"EL-L"
a.append(33)
a.extend([63, 64])
a += b"tail"
a.insert(0, 62)
print(a, len(a), a.pop(), a.pop(0), a)
a.remove(33)
a.reverse()
del a[0]
del a[::2]
print(a, a.copy() == a, bytes(a), a * 2)
a *= 2
a[::2] = bytes(len(a[::2]))
print(a)
a.clear()
print(a, bytearray(2), bytearray("x", "ascii"), bytearray.fromhex("00ff"))
for bad in (
    lambda: bytes(-1), lambda: bytes([256]), lambda: bytes(["a"]), lambda: bytes("a"), lambda: bytes(1.5), lambda: bytes(None), lambda: bytes.fromhex("0"), lambda: bytes.fromhex("zz"), lambda: b"a" + "b", lambda: b"a".join(["b"]), lambda: data["x"], lambda: b"abc".index(b"z"), lambda: b"a".find("a"), lambda: "a" in b"a", lambda: 300 in b"a",
    lambda: bytearray(b"a").append(256), lambda: bytearray(b"a").remove(1), lambda: bytearray().pop(), lambda: bytearray(b"ab").__setitem__(0, 256), lambda: bytearray(b"ab").__setitem__(5, 1), lambda: bytearray(b"ab").__setitem__(slice(0, 2, 1), 5), lambda: b"a".decode("nope"), lambda: b"\xff".decode(), lambda: b"\xc3".decode("utf-8"), lambda: b"\xe2\x28\xa1".decode(), lambda: "é".encode("ascii"), lambda: "\ud800".encode(), lambda: "a€b".encode("latin-1"), lambda: b"\x80".decode("ascii"), lambda: b"%d" % "x", lambda: b"%s" % "x",
    lambda: setattr(b"", "x", 1), lambda: b"ab".__setitem__(0, 1), lambda: bytes(b"a", "utf-8"), lambda: bytes("a", "utf-8", "strict", 1), lambda: "a".encode(5), lambda: b"a".decode("utf-8", "bogus"), lambda: b"\xff".decode("utf-8", "bogus"),
):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
text = "aé€😀"
for encoding in ("utf-8", "utf-16", "utf-16-le", "utf-32-be", "utf-8-sig", "latin-1", "ascii", "cp1252"):
    print(encoding, [text.encode(encoding, errors) for errors in ("ignore", "replace", "backslashreplace", "xmlcharrefreplace")])
print(text.encode().decode() == text, text.encode("utf-16").decode("utf-16") == text, b"a\xffb\xc3(".decode("utf-8", "replace"), b"a\xffb".decode("utf-8", "ignore"), b"a\xffb".decode("utf-8", "backslashreplace"), ascii(b"a\xffb".decode("utf-8", "surrogateescape")), "a\udcff".encode("utf-8", "surrogateescape"), "\ud800".encode("utf-8", "surrogatepass"))
try:
    b"ab\xffcd".decode("utf-8")
except UnicodeDecodeError as error:
    print(error.encoding, error.object, error.start, error.end, error.reason, error.args)
view = memoryview(bytearray(b"abcdef"))
print(view[0], view[1:3].tobytes(), len(view), view.tolist(), view[::-1].tobytes(), view.format, view.itemsize, view.nbytes, view.readonly, view == b"abcdef", bytes(view[2:]))
view[0] = 65
view[1:3] = b"BC"
print(view.obj, view.tobytes().decode(), memoryview(b"x").readonly)
for bad in (lambda: memoryview("x"), lambda: memoryview(b"x").__setitem__(0, 1), lambda: view.__setitem__(slice(0, 2), b"abc"), lambda: view[10], lambda: view.obj.append(1)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
view.release()
try:
    view[0]
except ValueError as error:
    print(error)
