"""Writes data/readings.csv: a year of readings of three weather stations, with the faults that real ones have.

usage: make_data.py [DIRECTORY]
"""

import csv
import math
import random
import sys
from datetime import datetime, timedelta
from pathlib import Path

STATIONS = {
    "harbour": {"mean": 11.0, "swing": 7.5, "humidity": 82, "offset": 0.0},
    "hilltop": {"mean": 7.5, "swing": 9.5, "humidity": 70, "offset": 0.4},
    "valley": {"mean": 9.5, "swing": 11.0, "humidity": 76, "offset": -0.3},
}
START = datetime(2025, 1, 1)
STEP = timedelta(hours=8)


def temperature(rng, station, when, weather):
    """Seasons, time of day, and weather that changes slowly."""
    day = when.timetuple().tm_yday
    season = -math.cos((day - 20) / 365 * 2 * math.pi)
    daily = math.cos((when.hour - 15) / 24 * 2 * math.pi)
    return station["mean"] + station["swing"] * season + 3.2 * daily + weather + rng.gauss(0, 0.8)


def readings(rng):
    weather = 0.0
    when = START
    while when.year == START.year:
        weather = 0.92 * weather + rng.gauss(0, 1.1)
        for name, station in STATIONS.items():
            value = temperature(rng, station, when, weather + station["offset"])
            humidity = min(100, max(15, station["humidity"] - weather * 4 + rng.gauss(0, 6)))
            rain = max(0.0, rng.gammavariate(0.35, 4.0) - 2.5) if humidity > 75 else 0.0
            yield [when.isoformat(timespec="minutes"), name, f"{value:.1f}", f"{humidity:.0f}", f"{rain:.1f}"]
        when += STEP


def spoil(rng, rows):
    """Gaps, stuck sensors, spikes, and rows that got damaged on the way."""
    for row in rows:
        luck = rng.random()
        if luck < 0.004:
            continue
        if luck < 0.007:
            row[2] = f"{float(row[2]) + rng.choice([-1, 1]) * rng.uniform(18, 40):.1f}"
        elif luck < 0.009:
            row[2] = rng.choice(["", "n/a", "ERR", "--"])
        elif luck < 0.010:
            row[3] = str(rng.randint(101, 400))
        elif luck < 0.0105:
            row.pop()
        elif luck < 0.011:
            row[0] = row[0].replace("2025-", "2025/")
        yield row


def main(directory):
    rng = random.Random(20250101)
    directory.mkdir(parents=True, exist_ok=True)
    with open(directory / "readings.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["time", "station", "temperature", "humidity", "rain"])
        writer.writerows(spoil(rng, readings(rng)))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "data"))
