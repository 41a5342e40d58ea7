"""open, io, os.path, pathlib, tempfile, shutil, glob: files written and read back in a temporary folder."""

import glob
import io
import os
import shutil
import tempfile
from pathlib import Path, PurePosixPath, PureWindowsPath

with tempfile.TemporaryDirectory() as name:
    root = Path(name)
    file = root / "sub" / "text.txt"
    file.parent.mkdir()
    print(file.write_text("line one\nline two é😀\n\nlast", encoding="utf-8"), file.read_text(encoding="utf-8").splitlines(), file.stat().st_size, file.exists(), file.is_dir(), file.suffix, file.stem, file.name, file.relative_to(root), file.parent.name)
    with open(file, encoding="utf-8") as f:
        print(f.readline(), f.tell(), f.read(5), f.readlines(), f.read(), f.mode, f.encoding, f.closed, f.name == str(file), f.readable(), f.writable(), f.line_buffering)
    print(f.closed)
    with open(file, "a+", encoding="utf-8", newline="") as f:
        f.write("\r\nappended\r\n")
        f.writelines(["x\n", "y"])
        f.seek(0)
        print([line for line in f])
    with open(file, newline=None, encoding="utf-8") as f:
        print(list(f), f.newlines)
    with open(root / "data.bin", "wb") as f:
        print(f.write(bytes(range(10))), f.seek(5), f.write(b"XY"), f.tell(), f.truncate(8))
    with open(root / "data.bin", "r+b") as f:
        print(f.read(3), f.seek(-2, os.SEEK_END), f.read(), f.seek(1), f.readinto(buffer := bytearray(4)), buffer, f.peek(1)[:1] if hasattr(f, "peek") else b"")
    with open(root / "x.txt", "x") as f:
        print("exclusive", f.write("1"))
    for action in (lambda: open(root / "x.txt", "x"), lambda: open(root / "missing"), lambda: open(root), lambda: open(root / "x.txt", "q"), lambda: open(root / "x.txt", "rw"), lambda: open(root / "x.txt", "rb", encoding="utf-8"), lambda: f.read(), lambda: open(file, encoding="ascii").read(), lambda: (root / "missing").read_text(), lambda: (root / "sub").rmdir(), lambda: (root / "no" / "deep").mkdir(), lambda: (root / "sub").mkdir(), lambda: (root / "missing").unlink(), lambda: os.listdir(root / "missing"), lambda: open(root / "x.txt").write("a"), lambda: open(root / "x.txt", "w").read(), lambda: open(5.5), lambda: open(root / "x.txt", encoding="nope")):
        try:
            print(action())
        except (OSError, ValueError, TypeError, LookupError) as error:
            print(type(error).__name__, str(error).replace(name, "TMP"))
    (root / "b.py").touch()
    (root / "a.py").write_text("print()")
    (root / ".hidden").write_text("")
    (root / "sub" / "c.py").write_text("")
    print(sorted(p.name for p in root.iterdir()), sorted(p.relative_to(root).as_posix() for p in root.rglob("*.py")), sorted(p.name for p in root.glob("[ab].*")), sorted(os.listdir(root)), sorted(os.path.basename(p) for p in glob.glob(str(root / "*.py"))))
    for folder, folders, files in os.walk(root):
        print(os.path.relpath(folder, root), sorted(folders), sorted(files))
    shutil.copy(root / "a.py", root / "copy.py")
    (root / "copy.py").rename(root / "moved.py")
    shutil.copytree(root / "sub", root / "tree")
    print((root / "moved.py").read_text(), (root / "copy.py").exists(), sorted(p.name for p in (root / "tree").iterdir()), shutil.rmtree(root / "tree"), (root / "tree").exists())
    with os.scandir(root) as entries:
        print(sorted((e.name, e.is_file()) for e in entries))
    os.chdir(root)
    print(Path("a.py").exists(), os.path.abspath("a.py") == str(root.resolve() / "a.py") or os.getcwd() != str(root), Path.cwd().name == root.name)
    os.chdir("/")
    with tempfile.NamedTemporaryFile("w+", dir=root, suffix=".tmp") as temporary:
        temporary.write("temporary")
        temporary.flush()
        print(Path(temporary.name).read_text(), Path(temporary.name).suffix)
    os.environ["TAIPAN_TEST"] = "value"
    print(os.environ.get("TAIPAN_TEST"), os.getenv("NOPE_NOPE", "default"), os.path.expandvars("$TAIPAN_TEST/x"), os.sep, os.linesep == "\n", os.name)
print(root.exists())
p = PurePosixPath("/usr/lib/../bin/python3.tar.gz")
print(p, p.parts, p.suffixes, p.with_suffix(".txt"), p.with_name("x"), p.parent.parent, p / "a" / "/b", p.match("*.gz"), p.is_absolute(), PurePosixPath("a//b/./c"), p.as_posix(), PurePosixPath("a") < PurePosixPath("b"), repr(p), PurePosixPath("a/b").joinpath("c", "d"), PureWindowsPath("C:\\a\\b").parts, PureWindowsPath("c:/A") == PureWindowsPath("C:\\a"), p.relative_to("/usr"), p.is_relative_to("/opt"), PurePosixPath("x").with_stem("y"), p.full_match("/usr/**/*.gz"))
print(os.path.join("a", "/b", "c"), os.path.split("/a/b.c"), os.path.splitext("a.tar.gz"), os.path.normpath("a/./b/../c//d"), os.path.commonpath(["/a/b", "/a/c"]), os.path.dirname("a/b/"), os.path.basename("/"), os.path.isabs("/x"), os.path.commonprefix(["abc", "abd"]), os.path.relpath("/a/b", "/a/c"))
s = io.StringIO("one\ntwo\nthree")
print(s.readline(), s.read(), s.seek(0), list(s), s.getvalue()[:3], s.write("!"), s.getvalue(), s.truncate(3), s.getvalue())
b = io.BytesIO(b"abc")
print(b.read(1), b.getbuffer()[0], b.seek(0, 2), b.write(b"d"), b.getvalue(), io.TextIOWrapper(io.BytesIO("é\n".encode("latin-1")), "latin-1").read(), io.BufferedReader(io.BytesIO(b"xyz")).peek(2))
print(io.TextIOWrapper(io.BytesIO(b"a\xffb"), "utf-8", errors="replace").read() == "a\ufffdb", io.open is open, issubclass(io.StringIO, io.TextIOBase), io.SEEK_END, io.DEFAULT_BUFFER_SIZE)
