"""Answers questions about a web server's log in the combined format.

    weblog.py top pages data/access.log
    weblog.py sessions --timeout 20 data/access.log
    weblog.py grep "status >= 500 and path ~ '^/shop'" data/access.log
"""

import argparse
import heapq
import ipaddress
import json
import operator
import re
import string
import sys
from abc import ABC, abstractmethod
from collections import Counter, OrderedDict, defaultdict, namedtuple
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Flag, IntEnum, auto
from functools import lru_cache, partial, reduce, total_ordering
from itertools import chain, count, groupby, islice
from typing import Any, Final, Generic, TypeVar
from urllib.parse import parse_qsl, unquote, urlsplit

LINE: Final = re.compile(
    r"""
    (?P<host>\S+) \s (?P<ident>\S+) \s (?P<user>\S+) \s
    \[ (?P<time>[^]]+) \] \s
    " (?P<method>[A-Z]+) \s (?P<target>\S+) \s (?P<protocol>HTTP/\d\.\d) " \s
    (?P<status>\d{3}) \s (?P<size>\d+|-)
    (?: \s "(?P<referrer>[^"]*)" \s "(?P<agent>[^"]*)" )?
    \s* $
    """,
    re.VERBOSE,
)
ASSET: Final = re.compile(r"\.(css|js|svg|png|ico)$")
BROWSER: Final = re.compile(r"(?P<name>Firefox|Chrome|Version)/(?P<version>\d+)")


class Class(IntEnum):
    """The hundreds of a status."""

    INFORMATION = 1
    SUCCESS = 2
    REDIRECTION = 3
    CLIENT_ERROR = 4
    SERVER_ERROR = 5

    @property
    def label(self) -> str:
        return self.name.replace("_", " ").lower()


class Trait(Flag):
    """What gives a client away."""

    NONE = 0
    PROBES = auto()
    HAMMERS = auto()
    NO_AGENT = auto()
    CRAWLS = auto()
    DANGEROUS = PROBES | HAMMERS


@total_ordering
@dataclass(frozen=True, slots=True, eq=False)
class Request:
    line: int
    host: str
    time: datetime
    method: str
    path: str
    query: str
    status: int
    size: int
    referrer: str
    agent: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Request) and self.line == other.line

    def __lt__(self, other: "Request") -> bool:
        return (self.time, self.line) < (other.time, other.line)

    def __hash__(self) -> int:
        return hash(self.line)

    @property
    def kind(self) -> Class:
        return Class(self.status // 100)

    @property
    def is_page(self) -> bool:
        return ASSET.search(self.path) is None

    @property
    def browser(self) -> str:
        return browser_of(self.agent)


@lru_cache(maxsize=256)
def browser_of(agent: str) -> str:
    if "bot" in agent.lower():
        return "crawler"
    if match := BROWSER.search(agent):
        name = {"Version": "Safari"}.get(match["name"], match["name"])
        return f"{name} {match['version']}"
    return agent.partition("/")[0] if agent != "-" else "unknown"


class LogError(Exception):
    pass


def parse_line(number: int, text: str) -> Request:
    match = LINE.match(text)
    if match is None:
        raise LogError(f"line {number}: not in the combined format: {text[:40].rstrip()!r}")
    fields = match.groupdict(default="-")
    try:
        time = datetime.strptime(fields["time"], "%d/%b/%Y:%H:%M:%S %z")
        ipaddress.ip_address(fields["host"])
    except ValueError as error:
        raise LogError(f"line {number}: {error}") from error
    target = urlsplit(fields["target"])
    size = 0 if fields["size"] == "-" else int(fields["size"])
    return Request(number, fields["host"], time, fields["method"], unquote(target.path), target.query, int(fields["status"]), size, fields["referrer"], fields["agent"])


def read(paths: Iterable[str], damaged: list[LogError]) -> Iterator[Request]:
    for path in paths:
        with open(path, encoding="utf-8") as file:
            for number, text in enumerate(file, 1):
                try:
                    yield parse_line(number, text)
                except LogError as error:
                    damaged.append(error)


# A small language of conditions: `status >= 400 and not path ~ '^/static'`.

TOKEN: Final = re.compile(r"\s*(?:(?P<number>\d+)|(?P<string>'[^']*'|\"[^\"]*\")|(?P<word>[a-z_]+)|(?P<symbol>[<>=!~]+|[()]))")
OPERATORS: Final[dict[str, Callable[[Any, Any], bool]]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "~": lambda text, pattern: re.search(pattern, text) is not None,
}
Token = namedtuple("Token", "kind text position")


class ConditionError(ValueError):
    def __init__(self, message: str, source: str, position: int):
        super().__init__(f"{message}\n  {source}\n  {' ' * position}^")


class Condition(ABC):
    @abstractmethod
    def matches(self, request: Request) -> bool: ...

    def __and__(self, other: "Condition") -> "Condition":
        return Combined(all, self, other)

    def __or__(self, other: "Condition") -> "Condition":
        return Combined(any, self, other)

    def __invert__(self) -> "Condition":
        return Combined(lambda results: not any(results), self)


class Combined(Condition):
    def __init__(self, combine: Callable[[Iterable[bool]], bool], *parts: Condition):
        self.combine, self.parts = combine, parts

    def matches(self, request: Request) -> bool:
        return self.combine(part.matches(request) for part in self.parts)


class Comparison(Condition):
    def __init__(self, field: str, compare: Callable[[Any, Any], bool], value: str | int):
        self.field, self.compare, self.value = operator.attrgetter(field), compare, value

    def matches(self, request: Request) -> bool:
        return self.compare(self.field(request), self.value)


class ConditionParser:
    FIELDS = {"host": str, "method": str, "path": str, "query": str, "status": int, "size": int, "referrer": str, "agent": str, "browser": str}

    def __init__(self, source: str):
        self.source = source
        self.tokens = self.tokenize()
        self.token = next(self.tokens)

    def tokenize(self) -> Generator[Token]:
        position = 0
        while self.source[position:].strip():
            match = TOKEN.match(self.source, position)
            if match is None:
                raise ConditionError("unexpected character", self.source, position + len(self.source[position:]) - len(self.source[position:].lstrip()))
            yield Token(match.lastgroup, match[match.lastgroup], match.start(match.lastgroup))
            position = match.end()
        yield Token("end", "the end", len(self.source))

    def fail(self, expected: str) -> None:
        raise ConditionError(f"expected {expected}, found {self.token.text}", self.source, self.token.position)

    def take(self, *texts: str) -> str | None:
        if self.token.text not in texts:
            return None
        text, self.token = self.token.text, next(self.tokens)
        return text

    def parse(self) -> Condition:
        condition = self.either()
        if self.token.kind != "end":
            self.fail("the end")
        return condition

    def either(self) -> Condition:
        parts = [self.both()]
        while self.take("or"):
            parts.append(self.both())
        return reduce(operator.or_, parts)

    def both(self) -> Condition:
        parts = [self.single()]
        while self.take("and"):
            parts.append(self.single())
        return reduce(operator.and_, parts)

    def single(self) -> Condition:
        if self.take("not"):
            return ~self.single()
        if self.take("("):
            condition = self.either()
            if not self.take(")"):
                self.fail(")")
            return condition
        field = self.token.text
        kind = self.FIELDS.get(field)
        if self.token.kind != "word" or kind is None:
            self.fail("a field")
        self.take(field)
        symbol = self.take(*OPERATORS)
        if symbol is None:
            self.fail("an operator")
        wanted = "number" if kind is int else "string"
        if self.token.kind != wanted:
            self.fail(f"a {wanted}")
        value = self.token.text
        self.take(value)
        if symbol == "~":
            try:
                re.compile(value[1:-1])
            except re.error as error:
                raise ConditionError(f"bad pattern: {error}", self.source, self.token.position - len(value)) from None
        return Comparison(field, OPERATORS[symbol], int(value) if kind is int else value[1:-1])


# Reports.

K = TypeVar("K")


class Tally(Generic[K]):
    """Requests and bytes by key; the biggest first, equal ones in the order of their keys."""

    def __init__(self) -> None:
        self.requests: Counter[K] = Counter()
        self.bytes: defaultdict[K, int] = defaultdict(int)

    def add(self, key: K, size: int) -> None:
        self.requests[key] += 1
        self.bytes[key] += size

    def largest(self, n: int) -> list[tuple[K, int]]:
        return heapq.nsmallest(n, self.requests.items(), key=lambda item: (-item[1], str(item[0])))

    def __len__(self) -> int:
        return len(self.requests)


def size_text(size: float) -> str:
    for unit in ("B", "kB", "MB"):
        if size < 1000:
            return f"{size:.0f} {unit}" if unit == "B" else f"{size:.1f} {unit}"
        size /= 1000
    return f"{size:.2f} GB"


KEYS: Final[dict[str, Callable[[Request], object]]] = {
    "pages": lambda r: r.path if r.is_page else None,
    "hosts": operator.attrgetter("host"),
    "statuses": lambda r: f"{r.status} {r.kind.label}",
    "browsers": operator.attrgetter("browser"),
    "referrers": lambda r: urlsplit(r.referrer).netloc or None,
    "searches": lambda r: dict(parse_qsl(r.query)).get("q"),
    "networks": lambda r: str(ipaddress.ip_network(f"{r.host}/{64 if ':' in r.host else 24}", strict=False)),
}


def command_top(args: argparse.Namespace, requests: Iterable[Request]) -> int:
    tally: Tally[object] = Tally()
    key = KEYS[args.what]
    for request in requests:
        if (name := key(request)) is not None:
            tally.add(name, request.size)
    total = tally.requests.total()
    for rank, (name, number) in zip(count(1), tally.largest(args.number)):
        print(f"{rank:3}. {number:6,} {number / total:6.1%} {size_text(tally.bytes[name]):>9}  {name}")
    print(f"{len(tally):,} {args.what} in {total:,} requests")
    return 0


def command_timeline(args: argparse.Namespace, requests: Iterable[Request]) -> int:
    label = {"hour": "%H:00", "day": "%a %d %b", "weekday": "%u %A"}[args.by]
    counts: dict[str, Counter[Class]] = OrderedDict()
    for request in sorted(requests):
        counts.setdefault(request.time.strftime(label), Counter())[request.kind] += 1
    if args.by != "day":
        counts = dict(sorted(counts.items()))
    widest = max((sum(classes.values()) for classes in counts.values()), default=0)
    marks = {Class.SUCCESS: "#", Class.REDIRECTION: ">", Class.CLIENT_ERROR: "?", Class.SERVER_ERROR: "!"}
    for name, classes in counts.items():
        bar = "".join(mark * round(classes[kind] * args.width / widest) for kind, mark in marks.items())
        print(f"{name:<12} {classes.total():5} {bar}")
    print("legend:", ", ".join(f"{mark} {kind.label}" for kind, mark in marks.items()))
    return 0


@dataclass
class Session:
    host: str
    requests: list[Request]

    @property
    def duration(self) -> timedelta:
        return self.requests[-1].time - self.requests[0].time

    @property
    def pages(self) -> list[str]:
        return [path for path, _ in groupby(r.path for r in self.requests if r.is_page)]


def sessions(requests: Iterable[Request], timeout: timedelta) -> Iterator[Session]:
    opened: dict[tuple[str, str], Session] = {}
    for request in sorted(requests):
        key = request.host, request.agent
        session = opened.get(key)
        if session is not None and request.time - session.requests[-1].time > timeout:
            yield opened.pop(key)
            session = None
        if session is None:
            opened[key] = session = Session(request.host, [])
        session.requests.append(request)
    yield from opened.values()


def command_sessions(args: argparse.Namespace, requests: Iterable[Request]) -> int:
    people = (request for request in requests if request.browser != "crawler" and request.agent != "-")
    found = [s for s in sessions(people, timedelta(minutes=args.timeout)) if s.pages]
    if not found:
        print("no sessions")
        return 1
    print(f"{len(found)} sessions, {sum(len(s.pages) for s in found) / len(found):.2f} pages each")
    entries = Counter(s.pages[0] for s in found)
    exits = Counter(s.pages[-1] for s in found)
    steps = Counter(chain.from_iterable(zip(s.pages, s.pages[1:]) for s in found))
    bounced = sum(len(s.pages) == 1 for s in found)
    print(f"{bounced / len(found):.1%} leave after one page")
    for title, counter in (("enter", entries), ("leave", exits)):
        print(f"{title}: " + ", ".join(f"{page} {n}" for page, n in sorted(counter.items(), key=lambda item: (-item[1], item[0]))[:4]))
    for (a, b), n in sorted(steps.items(), key=lambda item: (-item[1], item[0]))[:5]:
        print(f"{n:5}  {a} -> {b}")
    longest = max(found, key=lambda s: (s.duration, s.host))
    print(f"longest: {longest.host}, {longest.duration}, {len(longest.requests)} requests")
    buyers = [s for s in found if any(r.path == "/shop/checkout" and r.status == 302 for r in s.requests)]
    print(f"{len(buyers)} checkouts; {sum('/shop/cart' in s.pages for s in buyers)} went through the cart")
    return 0


def command_suspects(args: argparse.Namespace, requests: Iterable[Request]) -> int:
    by_host: defaultdict[str, list[Request]] = defaultdict(list)
    for request in requests:
        by_host[request.host].append(request)
    template = string.Template("$host: $n requests, $errors refused, traits $traits")
    dangerous = 0
    for host in sorted(by_host, key=lambda name: (":" in name, ipaddress.ip_address(name))):
        own = sorted(by_host[host])
        traits = Trait.NONE
        errors = sum(r.kind is Class.CLIENT_ERROR for r in own)
        if errors >= max(3, len(own) // 2):
            traits |= Trait.PROBES
        if any(b.time - a.time < timedelta(seconds=5) for a, b in zip(own, islice(own, 8, None))):
            traits |= Trait.HAMMERS
        if all(r.agent == "-" for r in own):
            traits |= Trait.NO_AGENT
        if any(r.browser == "crawler" for r in own):
            traits |= Trait.CRAWLS
        if traits:
            names = "+".join(trait.name.lower() for trait in traits)
            print(template.substitute(host=host, n=len(own), errors=errors, traits=names))
        dangerous += Trait.DANGEROUS in traits
    print(f"{dangerous} dangerous")
    return 1 if dangerous else 0


def command_grep(args: argparse.Namespace, requests: Iterable[Request]) -> int:
    condition = ConditionParser(args.condition).parse()
    found = filter(condition.matches, requests)
    if args.count:
        number = sum(1 for _ in found)
        print(number)
        return 0 if number else 1
    number = 0
    for number, r in enumerate(islice(found, args.limit), 1):
        if args.json:
            print(json.dumps({"line": r.line, "time": r.time.isoformat(), "host": r.host, "request": f"{r.method} {r.path}", "query": parse_qsl(r.query), "status": r.status, "size": r.size}, ensure_ascii=False))
        else:
            print(f"{r.line}: {r.time:%d %b %H:%M:%S} {r.host} {r.method} {r.path} {r.status} {r.size}")
    return 0 if number else 1


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="weblog", description="Answers questions about a web server's log.", epilog="exit status: 0, 1 when nothing (or, for suspects, something) is found, 2 on errors")
    parser.add_argument("--strict", action="store_true", help="fail on the first damaged line")
    parser.add_argument("--since", type=datetime.fromisoformat, metavar="TIME", help="only requests from this time on")
    commands = parser.add_subparsers(title="commands", dest="command", required=True)
    add = partial(commands.add_parser, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    top = add("top", help="the most frequent pages, hosts, ...")
    top.add_argument("what", choices=sorted(KEYS))
    top.add_argument("-n", "--number", type=int, default=10, help="how many")
    timeline = add("timeline", help="requests over time")
    timeline.add_argument("--by", choices=["hour", "day", "weekday"], default="day", help="what a line is")
    timeline.add_argument("--width", type=int, default=50, help="of the longest bar")
    visits = add("sessions", help="visits of people")
    visits.add_argument("--timeout", type=float, default=30, help="minutes after which a new session begins")
    add("suspects", help="clients that probe or hammer")
    grep = add("grep", help="requests that fulfil a condition")
    grep.add_argument("condition")
    output = grep.add_mutually_exclusive_group()
    output.add_argument("--count", action="store_true", help="only how many")
    output.add_argument("--json", action="store_true", help="as lines of JSON")
    grep.add_argument("--limit", type=int, default=20, help="at most so many")
    functions = {"top": command_top, "timeline": command_timeline, "sessions": command_sessions, "suspects": command_suspects, "grep": command_grep}
    for sub in commands.choices.values():
        sub.add_argument("logs", nargs="+", metavar="LOG")
    args = parser.parse_args(argv)
    damaged: list[LogError] = []
    try:
        requests: Iterable[Request] = read(args.logs, damaged)
        if args.since is not None:
            since = args.since if args.since.tzinfo else args.since.astimezone()
            requests = (request for request in requests if request.time >= since)
        status = functions[args.command](args, requests)
    except ConditionError as error:
        parser.error(f"bad condition: {error}")
    except OSError as error:
        parser.exit(2, f"weblog: {error}\n")
    if damaged:
        print(f"weblog: {len(damaged)} damaged lines, the first: {damaged[0]}", file=sys.stderr)
        if args.strict:
            return 2
    return status


if __name__ == "__main__":
    sys.exit(main())
