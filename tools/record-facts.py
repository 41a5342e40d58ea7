"""Records what CPython says about its builtin types and C modules: names, kinds, signatures, docs.

Run by the reference: `npm run facts`. Writes facts/types/NAME.json for each type
(with its module in front unless that is builtins), facts/modules/NAME.json for each module and facts/slots.json, the
signatures and docs that all slot wrappers of a name share. docs/internals/facts.md describes the form.
"""

import importlib
import json
import os
import sys
import types

# C modules that Taipan has no use for: other platforms, CPython's own tests and internals, terminals.
LEFT_OUT = {
    "_ctypes", "_ctypes_test", "_curses", "_curses_panel", "_dbm", "_gdbm", "_interpchannels", "_interpqueues", "_interpreters",
    "_lsprof", "_multiprocessing", "_posixshmem", "_remote_debugging", "_testbuffer", "_testcapi", "_testclinic",
    "_testclinic_limited", "_testimportmultiple", "_testinternalcapi", "_testlimitedcapi", "_testmultiphase",
    "_testsinglephase", "_xxtestfuzz", "_crypt", "_tkinter", "xxlimited", "xxlimited_35", "xxsubtype",
}
FLAGS = {
    1 << 3: "managed weakref", 1 << 4: "managed dict", 1 << 5: "sequence", 1 << 6: "mapping", 1 << 7: "no instantiation",
    1 << 8: "immutable", 1 << 9: "heap", 1 << 10: "base", 1 << 14: "gc", 1 << 17: "method descriptor", 1 << 20: "abstract",
    1 << 22: "match self",
}
MODULE_NOISE = {"__builtins__", "__cached__", "__doc__", "__file__", "__loader__", "__name__", "__package__", "__spec__"}
TYPE_NOISE = {"__doc__", "__module__", "__firstlineno__", "__static_attributes__"}


def full_name(cls):
    module = cls.__dict__.get("__module__", cls.__module__)
    if not isinstance(module, str):
        module = cls.__module__ if isinstance(cls.__module__, str) else "builtins"
    return cls.__qualname__ if module == "builtins" else f"{module}.{cls.__qualname__}"


def is_simple(value):
    """Whether the value is data that JSON can hold: also tuples of such and dicts (errno.errorcode, posix.sysconf_names)."""
    if value is None or type(value) in (bool, int, str):
        return True
    if type(value) in (tuple, list):
        return all(is_simple(item) for item in value)
    return type(value) is dict and all(type(k) in (int, str) and is_simple(v) for k, v in value.items())


def constant(value, with_value=True):
    fact = {"kind": "constant", "type": full_name(type(value))}
    if not with_value:
        return fact
    if type(value) in (float, complex, bytes):
        fact["repr"] = repr(value)
    elif is_simple(value) and not has_path(value):
        fact["value"] = value
    return fact


def has_path(value):
    """Paths and the like are facts about the machine, not about Python."""
    if isinstance(value, str):
        return value.startswith("/") or os.path.expanduser("~") in value
    if isinstance(value, dict):
        return any(has_path(v) for v in value.values())
    return isinstance(value, (tuple, list)) and any(map(has_path, value))


def documented(kind, value, owner=None):
    fact = {"kind": kind}
    if hasattr(value, "__text_signature__"):
        fact["signature"] = value.__text_signature__
    if getattr(value, "__doc__", None) is not None:
        fact["doc"] = value.__doc__
    return fact


KINDS = {
    types.MethodDescriptorType: "method",
    types.ClassMethodDescriptorType: "classmethod",
    types.WrapperDescriptorType: "slot wrapper",
    types.GetSetDescriptorType: "getset",
    types.MemberDescriptorType: "member",
    staticmethod: "staticmethod",
    classmethod: "python classmethod",
    types.FunctionType: "python function",
}


def member(cls, name, value):
    if name == "__new__" and isinstance(value, types.BuiltinMethodType):
        return documented("new", value)
    kind = KINDS.get(type(value))
    if kind == "staticmethod":
        return documented(kind, value.__func__)
    if kind is not None:
        return documented(kind, value)
    if isinstance(value, types.BuiltinMethodType):
        return documented("builtin", value)
    if isinstance(value, type):
        return {"kind": "type", "type": full_name(value)}
    return constant(value, with_value=name != "__abstractmethods__")


def record_type(cls, slots):
    fact = {
        "name": cls.__name__,
        "module": cls.__module__ if isinstance(cls.__module__, str) else None,
        "bases": [full_name(base) for base in cls.__bases__],
        "flags": [name for bit, name in FLAGS.items() if cls.__flags__ & bit],
        "signature": cls.__text_signature__,
        "doc": cls.__doc__ if isinstance(cls.__doc__, str) else None,
        "dict": cls.__dictoffset__ != 0,
        "weakrefs": cls.__weakrefoffset__ != 0,
        "members": {},
    }
    if cls.__qualname__ != cls.__name__:
        fact["qualname"] = cls.__qualname__
    for name in sorted(set(cls.__dict__) - TYPE_NOISE):
        entry = member(cls, name, cls.__dict__[name])
        if entry["kind"] == "slot wrapper":
            default = slots.setdefault(name, {key: entry[key] for key in ("signature", "doc")})
            entry = {key: text for key, text in entry.items() if default.get(key) != text}
        fact["members"][name] = entry
    return fact


def record_module(module, name):
    fact = {"name": name, "doc": module.__doc__, "names": {}}
    for attribute in sorted(set(vars(module)) - MODULE_NOISE):
        value = vars(module)[attribute]
        if isinstance(value, types.BuiltinFunctionType):
            entry = documented("function", value)
            if value.__module__ != name:
                entry["module"] = value.__module__
            if value.__name__ != attribute:
                entry["name"] = value.__name__
        elif isinstance(value, type):
            entry = {"kind": "type", "type": full_name(value)}
        elif isinstance(value, types.FunctionType):
            entry = documented("python function", value)
        elif isinstance(value, types.ModuleType):
            entry = {"kind": "module", "module": value.__name__}
        else:
            # What sys holds is about this process.
            entry = constant(value, with_value=name != "sys" or isinstance(value, int) or attribute == "byteorder")
        fact["names"][attribute] = entry
    return fact


def dump(path, fact, table):
    """JSON with one line for each entry of the table."""
    entries = fact[table]
    head = [f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in fact.items() if key != table]
    rows = [f"    {json.dumps(name)}: {json.dumps(entry, ensure_ascii=False)}" for name, entry in entries.items()]
    body = f'  "{table}": {{' + (("\n" + ",\n".join(rows) + "\n  ") if rows else "") + "}"
    with open(path, "w", encoding="utf-8", errors="surrogatepass") as file:
        file.write("{\n" + ",\n".join([*head, body]) + "\n}\n")


def is_native(cls):
    """Made by C code: not by a class statement, nor as a named tuple or an enum."""
    return not {"__firstlineno__", "__slots__", "_member_map_"} & set(cls.__dict__)


def all_types(modules):
    seen = {}

    def visit(cls):
        if cls in seen:
            return
        seen[cls] = None
        for sub in type.__subclasses__(cls):
            visit(sub)

    visit(object)
    for module in modules.values():
        for value in vars(module).values():
            if isinstance(value, type):
                visit(value)
    return [cls for cls in seen if is_native(cls)]


def make_hidden_types():
    """Some types become visible as subclasses of object only when they are first used."""
    async def agen():
        yield

    iterator = agen()
    parts = [iterator.asend(None), iterator.athrow(ValueError), anext(iterator, None), iterator.aclose()]
    for part in parts:
        part.close()
    t = t"{1}"
    return [iter(t), reversed({}), iter(memoryview(b"")), (lambda: 0).__code__.co_lines(), (lambda: 0).__code__.co_positions()]


def main(root):
    hidden = make_hidden_types()
    lib_dynload = os.path.join(os.path.dirname(os.__file__), "lib-dynload")
    native = {file.split(".")[0] for file in os.listdir(lib_dynload)} if os.path.isdir(lib_dynload) else set()
    modules = {}
    for name in sorted((set(sys.builtin_module_names) | native) - LEFT_OUT):
        if not name.startswith("_frozen"):
            modules[name] = importlib.import_module(name)
    for folder in ("types", "modules"):
        os.makedirs(os.path.join(root, folder), exist_ok=True)
        for file in os.listdir(os.path.join(root, folder)):
            os.unlink(os.path.join(root, folder, file))
    slots, wanted = {}, {}
    for cls in all_types(modules):
        name = full_name(cls)
        top = name.rpartition(".")[0].split(".")[0]
        if top in LEFT_OUT or top == "ctypes":
            continue
        if name in wanted:
            raise SystemExit(f"two types are called {name}")
        wanted[name] = cls
    inlined = {}
    for name in sorted(wanted):
        fact = record_type(wanted[name], slots)
        if name.startswith("ast."):
            inlined[name] = fact
        else:
            dump(os.path.join(root, "types", name + ".json"), fact, "members")
    for name, module in modules.items():
        fact = record_module(module, name)
        if name == "_ast":
            fact["types"] = {type_name: inlined[type_name] for type_name in sorted(inlined)}
            dump_ast(os.path.join(root, "modules", name + ".json"), fact)
        else:
            dump(os.path.join(root, "modules", name + ".json"), fact, "names")
    dump(os.path.join(root, "slots.json"), {"python": sys.version.split()[0], "slots": dict(sorted(slots.items()))}, "slots")
    del hidden
    print(f"{len(wanted)} types, {len(modules)} modules, {len(slots)} slots")


def dump_ast(path, fact):
    """The hundred and more node types stand in the module's file, one line each."""
    dump(path, {**fact, "names": {**fact["names"]}}, "names")
    with open(path, encoding="utf-8") as file:
        text = file.read()
    start = text.index('  "types": ')
    end = text.index("\n", start)
    rows = ",\n".join(f"    {json.dumps(n)}: {json.dumps(f, ensure_ascii=False)}" for n, f in fact["types"].items())
    with open(path, "w", encoding="utf-8") as file:
        file.write(text[:start] + '  "types": {\n' + rows + "\n  }," + text[end:])


main(sys.argv[1])
