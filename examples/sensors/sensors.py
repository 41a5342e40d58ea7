"""Reports on a year of weather readings.

Reads a CSV file of readings (time, station, temperature, humidity, rain) and prints summaries, comparisons,
records and unusual values. Damaged rows are counted and left out; `validate` lists them.
"""

import argparse
import csv
import json
import math
import re
import statistics
import sys
import textwrap
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import Enum
from functools import cached_property
from itertools import groupby, pairwise, takewhile
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple, TextIO

EXIT_INVALID = 1
EXIT_USAGE = 2
EXIT_NO_DATA = 3


class ReadingError(ValueError):
    """A row that cannot be understood."""

    def __init__(self, line: int, problem: str):
        super().__init__(f"line {line}: {problem}")
        self.line = line
        self.problem = problem


class NoData(Exception):
    """The selection has no readings."""


@dataclass(frozen=True, slots=True, order=True)
class Reading:
    time: datetime
    station: str
    temperature: float
    humidity: int
    rain: float

    @classmethod
    def parse(cls, line: int, row: dict[str, str | None]) -> "Reading":
        if None in row.values() or None in row:
            raise ReadingError(line, f"expected 5 fields, found {sum(value is not None for value in row.values())}")
        try:
            time = datetime.fromisoformat(row["time"])
        except ValueError:
            raise ReadingError(line, f"bad time {row['time']!r}") from None
        numbers = {}
        for name, kind in (("temperature", float), ("humidity", int), ("rain", float)):
            try:
                numbers[name] = kind(row[name])
            except ValueError as error:
                raise ReadingError(line, f"bad {name} {row[name]!r}") from error
        reading = cls(time, row["station"], **numbers)
        if not 0 <= reading.humidity <= 100:
            raise ReadingError(line, f"humidity {reading.humidity} out of range")
        if not -60 <= reading.temperature <= 60:
            raise ReadingError(line, f"temperature {reading.temperature} out of range")
        return reading


class Period(Enum):
    """What readings are grouped by: a label and a function that names the group of a reading."""

    DAY = ("day", lambda r: r.time.date().isoformat())
    WEEK = ("week", lambda r: "{0}-W{1:02}".format(*r.time.isocalendar()))
    MONTH = ("month", lambda r: r.time.strftime("%Y-%m"))
    QUARTER = ("quarter", lambda r: f"{r.time.year} Q{(r.time.month - 1) // 3 + 1}")
    HOUR = ("hour", lambda r: f"{r.time:%H}:00")

    def __init__(self, label: str, key: Callable[[Reading], str]):
        self.label = label
        self.key = key

    @classmethod
    def from_label(cls, label: str) -> "Period":
        for period in cls:
            if period.label == label:
                return period
        choices = ", ".join(period.label for period in cls)
        raise argparse.ArgumentTypeError(f"{label!r} is not one of {choices}")


@dataclass
class Summary:
    name: str
    temperatures: list[float] = field(default_factory=list, repr=False)
    humidities: list[int] = field(default_factory=list, repr=False)
    rain: float = 0.0

    def add(self, reading: Reading) -> None:
        self.temperatures.append(reading.temperature)
        self.humidities.append(reading.humidity)
        self.rain += reading.rain

    @property
    def count(self) -> int:
        return len(self.temperatures)

    @cached_property
    def mean(self) -> float:
        return statistics.fmean(self.temperatures)

    @cached_property
    def deviation(self) -> float:
        return statistics.stdev(self.temperatures) if self.count > 1 else 0.0

    @cached_property
    def quartiles(self) -> tuple[float, float, float]:
        if self.count < 2:
            return (self.temperatures[0],) * 3
        low, middle, high = statistics.quantiles(self.temperatures, n=4, method="inclusive")
        return low, middle, high

    def as_dict(self) -> dict[str, object]:
        low, middle, high = self.quartiles
        return {
            "name": self.name,
            "readings": self.count,
            "temperature": {
                "min": min(self.temperatures),
                "mean": round(self.mean, 2),
                "median": round(middle, 2),
                "max": max(self.temperatures),
                "stdev": round(self.deviation, 3),
            },
            "humidity": round(statistics.fmean(self.humidities), 1),
            "rain": round(self.rain, 1),
        }


class Column(NamedTuple):
    title: str
    align: str
    text: Callable[[Summary], str]


COLUMNS = [
    Column("n", ">", lambda s: str(s.count)),
    Column("min", ">", lambda s: f"{min(s.temperatures):.1f}"),
    Column("mean", ">", lambda s: f"{s.mean:.2f}"),
    Column("median", ">", lambda s: f"{s.quartiles[1]:.2f}"),
    Column("max", ">", lambda s: f"{max(s.temperatures):.1f}"),
    Column("stdev", ">", lambda s: f"{s.deviation:.2f}"),
    Column("hum %", ">", lambda s: f"{statistics.fmean(s.humidities):.0f}"),
    Column("rain mm", ">", lambda s: f"{s.rain:,.1f}"),
]


class ReadingFile:
    """The readings of a file, and what was wrong with the others."""

    def __init__(self, path: Path):
        self.path = path
        self.errors: list[ReadingError] = []

    def __iter__(self) -> Iterator[Reading]:
        self.errors.clear()
        with self.path.open(newline="", encoding="utf-8") as file:
            rows = csv.DictReader(file)
            for row in rows:
                try:
                    yield Reading.parse(rows.line_num, row)
                except ReadingError as error:
                    self.errors.append(error)

    def select(self, stations: Iterable[str] | None = None, since: date | None = None, until: date | None = None) -> list[Reading]:
        wanted = set(stations or ())
        readings = [
            reading
            for reading in self
            if (not wanted or reading.station in wanted)
            and (since is None or reading.time.date() >= since)
            and (until is None or reading.time.date() <= until)
        ]
        if not readings:
            raise NoData(f"no readings in {self.path.name} for this selection")
        return sorted(readings)


def summarize(readings: Iterable[Reading], key: Callable[[Reading], str]) -> list[Summary]:
    groups: dict[str, Summary] = {}
    for reading in readings:
        name = key(reading)
        if name not in groups:
            groups[name] = Summary(name)
        groups[name].add(reading)
    return sorted(groups.values(), key=attrgetter("name"))


def render_table(first: str, summaries: list[Summary]) -> Iterator[str]:
    rows = [[first, *(column.title for column in COLUMNS)]]
    rows += [[summary.name, *(column.text(summary) for column in COLUMNS)] for summary in summaries]
    widths = [max(map(len, cells)) for cells in zip(*rows)]
    aligns = ["<", *(column.align for column in COLUMNS)]
    for number, row in enumerate(rows):
        yield "  ".join(f"{cell:{align}{width}}" for cell, align, width in zip(row, aligns, widths)).rstrip()
        if number == 0:
            yield "  ".join("-" * width for width in widths)


def sparkline(values: list[float]) -> str:
    blocks = "▁▂▃▄▅▆▇█"
    low, high = min(values), max(values)
    scale = (len(blocks) - 1) / (high - low) if high > low else 0
    return "".join(blocks[round((value - low) * scale)] for value in values)


def moving_average(values: Iterable[float], window: int) -> Iterator[float]:
    recent: deque[float] = deque(maxlen=window)
    for value in values:
        recent.append(value)
        yield sum(recent) / len(recent)


@dataclass(frozen=True)
class Anomaly:
    reading: Reading
    expected: float
    score: float

    def __str__(self) -> str:
        r = self.reading
        return f"{r.time:%Y-%m-%d %H:%M}  {r.station:<8} {r.temperature:7.1f}  expected {self.expected:6.1f}  {self.score:+.1f} sigma"


def find_anomalies(readings: list[Reading], window: int, sigma: float) -> Iterator[Anomaly]:
    """Readings far from the median of those before, station by station."""
    ordered = sorted(readings, key=attrgetter("station", "time"))
    for _, group in groupby(ordered, key=attrgetter("station")):
        recent: deque[float] = deque(maxlen=window)
        for reading in group:
            if len(recent) == window:
                expected = statistics.median(recent)
                spread = statistics.median(abs(value - expected) for value in recent) * 1.4826
                score = (reading.temperature - expected) / max(spread, 0.5)
                if abs(score) >= sigma:
                    yield Anomaly(reading, expected, score)
                    continue
            recent.append(reading.temperature)


def longest_run(readings: list[Reading], test: Callable[[Reading], bool]) -> tuple[Reading, Reading, int] | None:
    best: list[Reading] = []
    for passes, group in groupby(readings, key=test):
        if passes and len(run := list(group)) > len(best):
            best = run
    return (best[0], best[-1], len(best)) if best else None


def command_summary(args: argparse.Namespace, source: ReadingFile, out: TextIO) -> int:
    readings = source.select(args.station, args.since, args.until)
    summaries = summarize(readings, args.by.key if args.by else attrgetter("station"))
    if args.json:
        json.dump([summary.as_dict() for summary in summaries], out, indent=2)
        print(file=out)
        return 0
    for line in render_table(args.by.label if args.by else "station", summaries):
        print(line, file=out)
    if len(summaries) > 2:
        means = [summary.mean for summary in summaries]
        print(f"\nmean  {sparkline(means)}", file=out)
        print(f"trend {sparkline(list(moving_average(means, 3)))}", file=out)
    if source.errors:
        print(f"\n{len(source.errors)} damaged rows left out", file=out)
    return 0


def command_compare(args: argparse.Namespace, source: ReadingFile, out: TextIO) -> int:
    by_time: dict[datetime, dict[str, Reading]] = defaultdict(dict)
    for reading in source.select([args.first, args.second]):
        by_time[reading.time][reading.station] = reading
    pairs = [(at[args.first], at[args.second]) for at in by_time.values() if len(at) == 2]
    if not pairs:
        raise NoData(f"{args.first} and {args.second} have no readings in common")
    differences = [a.temperature - b.temperature for a, b in pairs]
    correlation = statistics.correlation(*zip(*((a.temperature, b.temperature) for a, b in pairs)))
    slope, intercept = statistics.linear_regression(*zip(*((b.temperature, a.temperature) for a, b in pairs)))
    print(f"{args.first} against {args.second}: {len(pairs)} readings in common", file=out)
    print(f"  difference   {statistics.fmean(differences):+.2f} ± {statistics.stdev(differences):.2f}", file=out)
    print(f"  correlation  {correlation:.4f}", file=out)
    print(f"  fit          {args.first} = {slope:.3f} × {args.second} {intercept:+.2f}", file=out)
    warmer = Counter("first" if d > 0 else "second" if d < 0 else "equal" for d in differences)
    for key, name in (("first", args.first), ("second", args.second), ("equal", "neither")):
        share = warmer[key] / len(pairs)
        print(f"  {name + ' warmer':<16} {share:6.1%} {'#' * math.floor(share * 40)}", file=out)
    return 0


def command_anomalies(args: argparse.Namespace, source: ReadingFile, out: TextIO) -> int:
    anomalies = sorted(find_anomalies(source.select(args.station), args.window, args.sigma), key=lambda a: -abs(a.score))
    for anomaly in anomalies[: args.limit]:
        print(anomaly, file=out)
    if len(anomalies) > args.limit:
        print(f"… and {len(anomalies) - args.limit} more", file=out)
    per_station = Counter(anomaly.reading.station for anomaly in anomalies)
    print(f"{len(anomalies)} unusual readings:", ", ".join(f"{name} {n}" for name, n in per_station.most_common()) or "none", file=out)
    return 0


def command_records(args: argparse.Namespace, source: ReadingFile, out: TextIO) -> int:
    readings = source.select(args.station)
    for station, group in groupby(sorted(readings, key=attrgetter("station", "time")), key=attrgetter("station")):
        own = list(group)
        unusual = {anomaly.reading for anomaly in find_anomalies(own, 21, 6)}
        own = [reading for reading in own if reading not in unusual]
        coldest, hottest = min(own, key=attrgetter("temperature")), max(own, key=attrgetter("temperature"))
        wettest = max(own, key=attrgetter("rain"))
        first, second = max(pairwise(own), key=lambda pair: abs(pair[1].temperature - pair[0].temperature))
        gaps = [(a, b) for a, b in pairwise(own) if b.time - a.time > timedelta(hours=12)]
        print(station, file=out)
        print(f"  coldest   {coldest.temperature:5.1f} °C  {coldest.time:%d %B, %H:%M}", file=out)
        print(f"  hottest   {hottest.temperature:5.1f} °C  {hottest.time:%d %B, %H:%M}", file=out)
        print(f"  wettest   {wettest.rain:5.1f} mm  {wettest.time:%a %d %b}", file=out)
        print(f"  jump      {second.temperature - first.temperature:+5.1f} °C  between {first.time:%d %b %H:%M} and {second.time:%d %b %H:%M}", file=out)
        for label, test in (("frost", lambda r: r.temperature < 0), ("dry", lambda r: r.rain == 0), ("warm", lambda r: r.temperature > 18)):
            if run := longest_run(own, test):
                start, end, length = run
                print(f"  {label:<9} {length:3} readings from {start.time:%d %b} to {end.time:%d %b}", file=out)
        print(f"  gaps      {len(gaps)}, the longest {max(b.time - a.time for a, b in gaps) if gaps else timedelta(0)}", file=out)
        year_start = list(takewhile(lambda r: r.time.month == 1, own))
        print(f"  january   {len(year_start)} readings, mean {statistics.fmean(r.temperature for r in year_start):.1f} °C", file=out)
    return 0


def command_validate(args: argparse.Namespace, source: ReadingFile, out: TextIO) -> int:
    good = sum(1 for _ in source)
    kinds = Counter(re.sub(r"'[^']*'|\d+", "…", error.problem) for error in source.errors)
    for error in source.errors[: args.limit]:
        print(error, file=out)
    if len(source.errors) > args.limit:
        print(f"… and {len(source.errors) - args.limit} more", file=out)
    print(f"{good} good rows, {len(source.errors)} damaged", file=out)
    for kind, n in sorted(kinds.items(), key=lambda item: (-item[1], item[0])):
        print(textwrap.indent(f"{n:3} {kind}", "  "), file=out)
    return EXIT_INVALID if source.errors else 0


def command_export(args: argparse.Namespace, source: ReadingFile, out: TextIO) -> int:
    readings = source.select(args.station, args.since, args.until)
    if args.fahrenheit:
        readings = [replace(r, temperature=round(r.temperature * 9 / 5 + 32, 1)) for r in readings]
    if args.format == "json":
        rows = [asdict(reading) | {"time": reading.time.isoformat()} for reading in readings]
        for row in rows:
            print(json.dumps(row, sort_keys=True), file=out)
    else:
        writer = csv.writer(out, delimiter=";", lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
        writer.writerow(["time", "station", "temperature", "humidity", "rain"])
        writer.writerows([f"{r.time:%Y-%m-%d %H:%M}", r.station, r.temperature, r.humidity, r.rain] for r in readings)
    return 0


@contextmanager
def output(path: str | None) -> Iterator[TextIO]:
    if path is None or path == "-":
        yield sys.stdout
        return
    with open(path, "w", encoding="utf-8") as file:
        yield file


def make_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="sensors", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", "-o", metavar="FILE", help="write to FILE, not to standard output")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, function: Callable[..., int], about: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=about, description=about.capitalize() + ".")
        sub.add_argument("file", type=Path, help="CSV file of readings")
        sub.set_defaults(function=function)
        return sub

    def selection(sub: argparse.ArgumentParser, dates: bool = True) -> None:
        group = sub.add_argument_group("selection")
        group.add_argument("--station", "-s", action="append", metavar="NAME", help="only this station; may be given again")
        if dates:
            group.add_argument("--since", type=date.fromisoformat, metavar="DATE")
            group.add_argument("--until", type=date.fromisoformat, metavar="DATE")

    sub = command("summary", command_summary, "temperatures, humidity and rain by station or period")
    sub.add_argument("--by", type=Period.from_label, metavar="PERIOD", help="day, week, month, quarter or hour")
    sub.add_argument("--json", action="store_true", help="print JSON")
    selection(sub)
    sub = command("compare", command_compare, "two stations against each other")
    sub.add_argument("first")
    sub.add_argument("second")
    sub = command("anomalies", command_anomalies, "readings far from those before")
    sub.add_argument("--window", type=int, default=21, help="number of readings before (default: %(default)s)")
    sub.add_argument("--sigma", type=float, default=5.0, help="how far (default: %(default)s)")
    sub.add_argument("--limit", type=int, default=10)
    selection(sub, dates=False)
    sub = command("records", command_records, "extremes of the year")
    selection(sub, dates=False)
    sub = command("validate", command_validate, "list damaged rows; exit status 1 if there are any")
    sub.add_argument("--limit", type=int, default=8)
    sub = command("export", command_export, "readings as CSV with semicolons or as lines of JSON")
    sub.add_argument("--format", choices=["csv", "json"], default="csv")
    sub.add_argument("--fahrenheit", action="store_true")
    selection(sub)
    return parser


def main(argv: list[str] | None = None) -> int:
    args = make_parser().parse_args(argv)
    try:
        with output(args.output) as out:
            return args.function(args, ReadingFile(args.file), out)
    except NoData as problem:
        print(f"sensors: {problem}", file=sys.stderr)
        return EXIT_NO_DATA
    except OSError as error:
        print(f"sensors: {error.filename}: {error.strerror}", file=sys.stderr)
        return EXIT_USAGE


if __name__ == "__main__":
    sys.exit(main())
