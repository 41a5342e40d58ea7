"""A JSON reader and writer written in plain Python: scanning, recursion, escapes, errors with positions."""


class JsonError(ValueError):
    def __init__(self, message, text, position):
        line = text.count("\n", 0, position) + 1
        column = position - text.rfind("\n", 0, position)
        super().__init__(f"{message}: line {line} column {column}")
        self.position = position


ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "/": "/", "\\": "\\", '"': '"'}


class Reader:
    def __init__(self, text):
        self.text, self.at = text, 0

    def fail(self, message, at=None):
        raise JsonError(message, self.text, self.at if at is None else at)

    def peek(self):
        while self.at < len(self.text) and self.text[self.at] in " \t\r\n":
            self.at += 1
        return self.text[self.at] if self.at < len(self.text) else ""

    def expect(self, ch):
        if self.peek() != ch:
            self.fail(f"expected {ch!r}")
        self.at += 1

    def value(self):
        match self.peek():
            case "{":
                return self.object()
            case "[":
                return self.array()
            case '"':
                return self.string()
            case "":
                self.fail("unexpected end")
            case c if c == "-" or c.isdigit():
                return self.number()
            case _:
                for word, result in (("true", True), ("false", False), ("null", None)):
                    if self.text.startswith(word, self.at):
                        self.at += len(word)
                        return result
                self.fail("unexpected character")

    def object(self):
        result = {}
        self.expect("{")
        if self.peek() == "}":
            self.at += 1
            return result
        while True:
            if self.peek() != '"':
                self.fail("expected a key")
            start = self.at
            key = self.string()
            if key in result:
                self.fail(f"duplicate key {key!r}", start)
            self.expect(":")
            result[key] = self.value()
            if self.peek() == ",":
                self.at += 1
                continue
            self.expect("}")
            return result

    def array(self):
        result = []
        self.expect("[")
        if self.peek() == "]":
            self.at += 1
            return result
        while True:
            result.append(self.value())
            if self.peek() == ",":
                self.at += 1
                continue
            self.expect("]")
            return result

    def string(self):
        start = self.at
        self.at += 1
        pieces = []
        while True:
            if self.at >= len(self.text):
                self.fail("unterminated string", start)
            ch = self.text[self.at]
            self.at += 1
            if ch == '"':
                return "".join(pieces)
            if ch == "\\":
                ch = self.text[self.at]
                self.at += 1
                if ch == "u":
                    code = int(self.text[self.at : self.at + 4], 16)
                    self.at += 4
                    if 0xD800 <= code < 0xDC00 and self.text[self.at : self.at + 2] == "\\u":
                        low = int(self.text[self.at + 2 : self.at + 6], 16)
                        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)
                        self.at += 6
                    pieces.append(chr(code))
                elif ch in ESCAPES:
                    pieces.append(ESCAPES[ch])
                else:
                    self.fail(f"bad escape {ch!r}", self.at - 1)
            elif ch < " ":
                self.fail("control character", self.at - 1)
            else:
                pieces.append(ch)

    def number(self):
        start = self.at
        while self.at < len(self.text) and self.text[self.at] in "+-0123456789.eE":
            self.at += 1
        token = self.text[start : self.at]
        try:
            return float(token) if set(token) & set(".eE") else int(token)
        except ValueError:
            self.fail(f"bad number {token!r}", start)


def loads(text):
    reader = Reader(text)
    result = reader.value()
    if reader.peek():
        reader.fail("extra data")
    return result


def dumps(value, indent=None, level=0):
    newline = "\n" + " " * (indent * (level + 1)) if indent else ""
    closing = "\n" + " " * (indent * level) if indent else ""
    separator = "," + (newline or " ")
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, str):
        reverse = {v: "\\" + k for k, v in ESCAPES.items() if k != "/"}
        return '"' + "".join(reverse.get(c) or (c if " " <= c <= "~" else escape(c)) for c in value) + '"'
    if isinstance(value, dict):
        items = [dumps(str(k)) + ": " + dumps(v, indent, level + 1) for k, v in value.items()]
        return "{" + newline + separator.join(items) + closing + "}" if items else "{}"
    if isinstance(value, (list, tuple)):
        items = [dumps(v, indent, level + 1) for v in value]
        return "[" + newline + separator.join(items) + closing + "]" if items else "[]"
    raise TypeError(f"cannot write {type(value).__name__}")


def escape(c):
    code = ord(c)
    if code < 0x10000:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"


document = """
{ "name": "taipan \\u00e9 \\ud83d\\ude00 \\"quoted\\"", "list": [1, -2.5, 1e3, 12345678901234567890, true, false, null, [], {}],
  "nested": {"a": {"b": [{"c": "d\\n\\t"}]}}, "empty": "" }
"""
value = loads(document)
print(ascii(value))
print(dumps(value))
print(dumps(value, indent=2))
print(loads(dumps(value)) == value, loads(dumps(value, indent=4)) == value)
for bad in ("", "[1, 2", '{"a" 1}', '{"a": 1, "a": 2}', "[1 2]", '"abc', '"\\x"', "nul", "[1,]", '{"a": }', "1 2", '{1: 2}', "-", "1.2.3", '["a\nb"]', "{\n  \"k\": [1,\n  oops]}"):
    try:
        print(loads(bad))
    except JsonError as error:
        print(repr(bad), "->", error, error.position)
try:
    dumps({"x": [object]})
except TypeError as error:
    print(error)
