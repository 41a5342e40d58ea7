"""Records CPython's abstract grammar (the `ast` module) as facts/asdl.json. Run by the reference CPython."""

import ast
import json
import sys


def field(cls, name):
    kind = cls._field_types[name]
    text = kind.__name__ if isinstance(kind, type) else str(kind)
    star = optional = False
    if hasattr(kind, "__origin__") and kind.__origin__ is list:
        star, text = True, kind.__args__[0].__name__
    elif hasattr(kind, "__args__"):
        optional, text = True, next(a for a in kind.__args__ if a is not type(None)).__name__
    return {"name": name, "type": text, "star": star, "optional": optional}


def node(cls):
    return {
        "name": cls.__name__,
        "doc": cls.__doc__,
        "fields": [field(cls, name) for name in cls._fields],
        "attributes": list(cls._attributes),
    }


deprecated = {"Num", "Str", "Bytes", "NameConstant", "Ellipsis", "Index", "ExtSlice", "Suite", "AugLoad", "AugStore", "Param", "slice"}
sums, products = [], []
for cls in ast.AST.__subclasses__():
    if cls.__name__ in deprecated or cls.__module__ != "ast":
        continue
    constructors = [c for c in cls.__subclasses__() if c.__name__ not in deprecated and c.__module__ == "ast"]
    if constructors:
        sums.append({"name": cls.__name__, "doc": cls.__doc__, "constructors": [node(c) for c in constructors], "attributes": list(cls._attributes)})
    else:
        products.append({**node(cls), "doc": cls.__doc__})
json.dump({"sums": sums, "products": products}, open(sys.argv[1], "w"), indent=1)
