"""Imports: packages, relative imports, cycles, __all__, module attributes, errors, reload, namespace packages, runpy."""

import importlib
import importlib.util
import os
import runpy
import subprocess
import sys
import tempfile
from pathlib import Path

FILES = {
    "single.py": "print('running', __name__)\nvalue = 1\n_private = 2\n",
    "pkg/__init__.py": "print('init', __name__, __package__)\nfrom . import first\nfrom .first import name as renamed\n__all__ = ['second', 'renamed']\n",
    "pkg/first.py": "name = 'first'\nfrom . import second\nfrom .sub.deep import depth\n",
    "pkg/second.py": "from .first import name\nother = name + ' seen from second'\n",
    "pkg/sub/__init__.py": "",
    "pkg/sub/deep.py": "depth = 2\nfrom .. import first as up\nfrom ..first import name\n",
    "pkg/__main__.py": "import sys\nprint('main of pkg', __name__, sys.argv[1:])\n",
    "cycle_a.py": "import cycle_b\nx = cycle_b.y + 1\n",
    "cycle_b.py": "import cycle_a\ny = 1\nprint('a has x:', hasattr(cycle_a, 'x'))\n",
    "broken_cycle_a.py": "from broken_cycle_b import y\nx = 1\n",
    "broken_cycle_b.py": "from broken_cycle_a import x\ny = 1\n",
    "fails.py": "value = 1\nraise RuntimeError('while importing')\n",
    "bad_syntax.py": "def f(:\n",
    "lazy.py": "def __getattr__(name):\n    if name == 'made':\n        return 'on demand'\n    raise AttributeError(f'no {name} here')\ndef __dir__():\n    return ['made']\n",
    "starred.py": "from single import *\nfrom pkg import *\nprint(sorted(n for n in globals() if not n.startswith('__')))\n",
    "ns/part.py": "where = __name__\n",
    "changing.py": "version = 1\n",
    "outside.py": "from . import single\n",
    "beyond/__init__.py": "from ... import x\n",
    "script.py": "import sys\nprint(__name__, sys.argv[1:], __file__[-9:])\nresult = 42\n",
}


def attempt(label, action):
    try:
        print(label, action())
    except (ImportError, AttributeError, RuntimeError, SyntaxError, KeyError, ValueError, TypeError) as error:
        print(label, type(error).__name__, str(error).replace(folder, "TMP"), getattr(error, "name", None))


folder = os.path.realpath(tempfile.mkdtemp())
for name, text in FILES.items():
    path = Path(folder, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
sys.path.insert(0, folder)
sys.dont_write_bytecode = True
import single
import single as again
from single import value as v, _private

print(single is again, v, _private, single.__name__, single.__file__.replace(folder, "TMP"), repr(single).replace(folder, "TMP"), single.__spec__.name, single.__package__ == "", "single" in sys.modules)
import pkg.sub.deep
from pkg import second
from pkg.sub import deep as d

print(pkg.first.depth, d.depth, second.other, pkg.renamed, pkg.__path__ == [folder + "/pkg"], d.up is pkg.first, pkg.sub.deep is d, d.__package__, sorted(n for n in sys.modules if n.startswith("pkg")))
import cycle_a

print(cycle_a.x)
attempt("cycle", lambda: importlib.import_module("broken_cycle_a"))
attempt("fails", lambda: __import__("fails"))
attempt("fails again", lambda: "fails" in sys.modules)
attempt("syntax", lambda: __import__("bad_syntax"))
attempt("missing", lambda: __import__("no_such_module"))
attempt("missing part", lambda: __import__("pkg.no_such"))
attempt("not a package", lambda: __import__("single.part"))
attempt("name", lambda: exec("from single import nothing"))
attempt("submodule", lambda: exec("from pkg import nothing"))
attempt("relative", lambda: __import__("outside"))
attempt("beyond", lambda: __import__("beyond"))
attempt("relative in main", lambda: exec("from . import x", {"__name__": "__main__"}))
attempt("relative in exec", lambda: exec("from .first import name\nprint(name)", {"__name__": "pkg.made", "__package__": "pkg"}))
attempt("star", lambda: __import__("starred").__name__)
import lazy

print(lazy.made, dir(lazy), hasattr(lazy, "other"))
attempt("lazy", lambda: lazy.other)
attempt("from lazy", lambda: exec("from lazy import made, other"))
import ns.part

print(ns.part.where, hasattr(ns, "__file__"), type(ns.__path__).__name__)
import changing

Path(folder, "changing.py").write_text("version = 2\nadded = True\n" + "#" * 50)
changing.extra = "kept"
importlib.invalidate_caches()
print(importlib.reload(changing) is changing, changing.version, changing.added, changing.extra)
print(importlib.util.find_spec("pkg.first").origin.replace(folder, "TMP"), importlib.util.find_spec("nope"), importlib.import_module(".first", "pkg").name, importlib.util.resolve_name("..x", "a.b.c"))
spec = importlib.util.spec_from_file_location("by_path", folder + "/single.py")
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
print(module.value, module.__name__)
result = runpy.run_path(folder + "/script.py", run_name="__custom__")
print(result["result"], sorted(k for k in result if not k.startswith("__")), runpy.run_module("script")["result"])


class Finder:
    def find_spec(self, name, path, target=None):
        if name.startswith("virtual"):
            return importlib.util.spec_from_loader(name, self, origin="nowhere")
        return None

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        module.made_by = type(self).__name__


sys.meta_path.append(Finder())
import virtual_thing

print(virtual_thing.made_by, virtual_thing.__spec__.origin)
sys.modules["blocked"] = None
attempt("blocked", lambda: __import__("blocked"))
sys.modules["fake"] = type("Fake", (), {"attr": 7})()
import fake

print(fake.attr)
import math, os.path as p, sys as system

print(math.pi, p.basename("a/b"), system is sys, __import__("os.path").__name__, __import__("os.path", fromlist=["join"]).__name__)
for args in (["-m", "pkg", "a", "b"], ["script.py", "x"], ["-c", "import single; print(single.value, __name__)"], ["pkg", "dir"], ["-m", "no_such"], ["missing.py"]):
    run = subprocess.run([sys.executable, "-B", *args], cwd=folder, capture_output=True, text=True)
    print(args, run.returncode, run.stdout.split("\n"), run.stderr.strip().split("\n")[-1].replace(folder, "TMP").replace(sys.executable, "EXE"))
for path in sorted(Path(folder).rglob("*"), reverse=True):
    path.rmdir() if path.is_dir() else path.unlink()
Path(folder).rmdir()
