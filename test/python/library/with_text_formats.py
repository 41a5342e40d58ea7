"""json, csv, string, textwrap, configparser, html, base64, struct, pprint: small dense uses."""

import base64
import configparser
import csv
import html
import io
import json
import pprint
import string
import struct
import textwrap
from urllib.parse import parse_qs, quote, unquote, urlencode, urljoin, urlsplit

value = {"a": [1, 2.5, -0.0, 1e20, True, None, "é\"\\\n\u2028😀"], "b": {"nested": {}}, "c": [], "1": {"x": (1, 2)}}
print(json.dumps(value), json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")), json.dumps(value, indent=2), json.dumps({1: 1, None: 2, True: 3, 1.5: 4}), json.dumps([float("inf"), float("nan")]), sep="\n")
print(json.loads(json.dumps(value)) == {**value, "1": {"x": [1, 2]}}, json.loads(' [1, 2.0, "\\u00e9\\ud83d\\ude00", -1.5e3, true, null, {"k": [{}]}] '), json.loads("1"), json.loads(b'"x"'), json.loads("NaN"), json.loads('{"a": 1, "a": 2}'), json.loads("[1.1]", parse_float=str), json.loads('{"a": 1}', object_pairs_hook=list), json.loads('{"x": {"y": 1}}', object_hook=lambda d: sorted(d)))
for bad in ("", "[1,]", '{"a" 1}', "{'a': 1}", "[1 2]", '"abc', "nul", "01", "1.", "-", '"\t"', '"\\x"', "[", '{"a": 1,}', "1 2", '{1: 2}', "\ufeff1", '["\\u12"]', "[1]]"):
    try:
        print(json.loads(bad))
    except json.JSONDecodeError as error:
        print(repr(bad), error, error.pos, error.lineno, error.colno)
for bad in ({1, 2}, object, {"k": 1j}, {(1, 2): 3}, [b"x"]):
    try:
        json.dumps(bad)
    except TypeError as error:
        print(error, getattr(error, "__notes__", None))
try:
    json.dumps([float("nan")], allow_nan=False)
except ValueError as error:
    print(error)
loop = []
loop.append(loop)
try:
    json.dumps(loop)
except ValueError as error:
    print(error)


class Encoder(json.JSONEncoder):
    def default(self, o):
        return sorted(o) if isinstance(o, set) else super().default(o)


print(json.dumps({"s": {3, 1}}, cls=Encoder), json.dumps({2: 1, (1,): 2}, skipkeys=True), json.dumps(2**70), json.JSONDecoder().raw_decode('{"a": 1} rest'))
rows = list(csv.reader(io.StringIO('a,"b ""q"" c",d\r\n1,"two\nlines",3\n\n"x",,\n')))
print(rows, list(csv.DictReader(io.StringIO("n,v\na,1\nb,2,extra\nc\n"))), list(csv.reader(["a;b|c"], delimiter=";", quotechar="|")), list(csv.reader(["1 'a b' 2"], delimiter=" ", quotechar="'", quoting=csv.QUOTE_NONNUMERIC)), csv.list_dialects())
out = io.StringIO()
writer = csv.writer(out)
writer.writerow(["plain", 'quote"d', "com,ma", "new\nline", 1.5, None, " sp "])
csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n").writerow(["x", 1])
d = csv.DictWriter(out, ["a", "b"], extrasaction="ignore", restval="-")
d.writeheader()
d.writerows([{"a": 1, "c": 2}, {"b": 3}])
print(repr(out.getvalue()))
for bad in (lambda: list(csv.reader(['"a'], strict=True)), lambda: csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE).writerow(["a,b"]), lambda: csv.DictWriter(io.StringIO(), ["a"]).writerow({"z": 1}), lambda: csv.reader([], delimiter="ab"), lambda: csv.reader([], "nope"), lambda: csv.writer(5)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
t = string.Template("$who likes ${what}s for $$5, $missing")
print(t.safe_substitute(who="Ann", what="dog"), string.capwords("hello  big world"), string.ascii_lowercase, string.digits, string.punctuation, string.Formatter().format("{0:>5} {k!r}", 1, k="x"), t.get_identifiers())
for bad in (lambda: t.substitute(who=1, what=2), lambda: string.Template("$ 5").substitute()):
    try:
        print(bad())
    except (KeyError, ValueError) as error:
        print(type(error).__name__, error)
paragraph = "The quick brown fox jumps over the lazy dog, and then-some-hyphenated words with averyveryverylongwordindeed follow."
print(textwrap.fill(paragraph, 30), textwrap.wrap(paragraph, 20, break_long_words=False)[-2:], textwrap.shorten(paragraph, 40), textwrap.indent("a\n\nb", "> "), textwrap.dedent("  x\n    y\n  z"), textwrap.fill("a b c", 4, initial_indent="* ", subsequent_indent="  "), sep="\n")
config = configparser.ConfigParser()
config.read_string("[DEFAULT]\nbase = /srv\n[site]\npath = %(base)s/www\nport: 8080\nflag = yes\nmulti = a\n  b\n; comment\n")
print(config.sections(), config["site"]["path"], config.getint("site", "port"), config["site"].getboolean("flag"), repr(config["site"]["multi"]), config.get("site", "none", fallback="f"), dict(config["site"]))
for bad in ("no section", "[a]\n[a]", "[a]\nx=1\nx=2", "[a]\nx=%(nope)s"):
    try:
        c = configparser.ConfigParser()
        c.read_string(bad)
        print(c["a"]["x"])
    except configparser.Error as error:
        print(type(error).__name__, str(error).replace("\n", " | "))
print(html.escape("<a href='x'>&</a>"), html.unescape("&lt;&eacute;&#233;&#x41;&amp;&notin;&bogus;"), base64.b64encode(b"hello\xff"), base64.b64decode("aGVsbG8="), base64.urlsafe_b64encode(b"\xfb\xff"), base64.b32encode(b"hi"), base64.b16decode("FF00"), base64.b85encode(b"data"))
print(quote("a b/é?&"), unquote("a%20%C3%A9+"), urlencode({"q": "a b", "x": [1, 2]}, doseq=True), parse_qs("a=1&b=2&a=3&c="), urlsplit("http://user:pw@Host:80/p/a;x?q=1#f"), urlsplit("http://h:81/").port, urljoin("http://a/b/c", "../d?x"), urljoin("http://a/b", "//other/c"))
print(struct.pack("<hIq", -2, 5, -1), struct.unpack(">Hf", b"\x01\x02\x3f\x80\x00\x00"), struct.calcsize("<bhiq"), struct.pack("3s2x?", b"abcd", True), struct.unpack("<2h", b"\x01\x00\xff\xff"), list(struct.iter_unpack("<B", b"\x01\x02")), struct.pack(">d", 1.5).hex(), struct.pack("<e", 1.0))
for bad in (lambda: struct.pack("<b", 200), lambda: struct.unpack("<h", b"\x00"), lambda: struct.pack("<z", 1), lambda: struct.pack("<h"), lambda: struct.pack("<h", 1.5), lambda: struct.pack("<s", "a")):
    try:
        print(bad())
    except struct.error as error:
        print(error)
pprint.pprint({"key" * 5: list(range(30)), "b": {"nested": ("tuple", {"set"}), "text": "word " * 20}}, width=60)
pprint.pprint([1, [2, [3, [4]]]], depth=2)
print(pprint.pformat({"b": 1, "a": 2}), pprint.pformat({"b": 1, "a": 2}, sort_dicts=False), pprint.saferepr(loop)[:20])
