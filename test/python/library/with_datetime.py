"""datetime, calendar, time formatting: arithmetic, parsing, zones, comparison, ranges, errors."""

import calendar
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, time, timedelta, timezone

d, t = date(2024, 2, 29), time(13, 5, 9, 123456)
dt = datetime.combine(d, t)
tz = timezone(timedelta(hours=5, minutes=30), "IST")
aware = dt.replace(tzinfo=tz)
print(d, t, dt, aware, repr(d), repr(t), repr(dt), repr(aware), repr(timedelta(days=-1, seconds=5)), repr(tz), timezone.utc, UTC)
print(d.year, d.weekday(), d.isoweekday(), d.isocalendar(), d.toordinal(), d.timetuple().tm_yday, d.ctime(), d.replace(day=1), date.fromordinal(738945), date.fromisoformat("2024-12-31"), date.fromisocalendar(2025, 1, 1), date.min, date.max, MINYEAR, MAXYEAR)
print(d + timedelta(days=366), d - date(2023, 2, 28), d - timedelta(weeks=1), dt + timedelta(hours=11), dt - datetime(2024, 1, 1), aware - datetime(2024, 2, 29, tzinfo=UTC), aware.astimezone(UTC), aware.utcoffset(), aware.tzname(), aware.timestamp(), datetime.fromtimestamp(0, UTC), datetime.fromtimestamp(1e9 + 0.5, tz), aware == aware.astimezone(UTC), hash(aware) == hash(aware.astimezone(UTC)))
for spec in ("%Y-%m-%d %H:%M:%S.%f", "%a %A %b %B %d %j %U %W %w %u %V %G", "%I %p %y %c", "%x %X %% %z %Z %:z", "%H%M"):
    print(spec, "|", dt.strftime(spec), "|", aware.strftime(spec))
print(f"{d:%d.%m.%Y} {dt:%H h} {t:%M:%S} {dt}", d.isoformat(), dt.isoformat(" ", "minutes"), t.isoformat("milliseconds"), aware.isoformat(), datetime(2024, 1, 1).isoformat(), time(0).isoformat())
for text in ("2024-02-29T13:05:09", "2024-02-29 13:05", "20240229T130509Z", "2024-02-29T13:05:09.5+05:30", "2024-W09-4", "2024-02-29", "2024-02-29T24:00", "2024-02-30", "24-2-2", "2024-02-29T25:00", "", "2024-02-29T13:05:09+25:00", "2024-060"):
    try:
        print(text, datetime.fromisoformat(text))
    except ValueError as error:
        print(text, error)
for text, spec in (("17 March 2025", "%d %B %Y"), ("Mon Mar 17 10:05:33 2025", "%a %b %d %H:%M:%S %Y"), ("25/12/31 11PM", "%y/%m/%d %I%p"), ("2025-076", "%Y-%j"), ("10:05 +0130", "%H:%M %z"), ("2025 12 1", "%Y %W %w"), ("abc", "%Y"), ("2025-13-01", "%Y-%m-%d"), ("2025-01-01 x", "%Y-%m-%d"), ("2025", "%Q"), ("1.5", "%S.%f")):
    try:
        print(text, datetime.strptime(text, spec))
    except ValueError as error:
        print(text, error)
for action in (lambda: date(2023, 2, 29), lambda: date(0, 1, 1), lambda: date(2023, 13, 1), lambda: time(24), lambda: datetime(2023, 1, 1, 0, 60), lambda: date("2023"), lambda: dt < aware, lambda: dt == aware, lambda: dt - aware, lambda: d < dt, lambda: d == dt, lambda: d + 5, lambda: d + d, lambda: timedelta(days=10**10), lambda: date.max + timedelta(1), lambda: timezone(timedelta(hours=24)), lambda: timezone("x"), lambda: d.replace(month=2, day=30), lambda: date.fromisoformat("x"), lambda: time.fromisoformat("25:00"), lambda: timedelta(1) < 5, lambda: aware < aware.astimezone(UTC), lambda: date(2023, 1, 1.5), lambda: datetime.combine(dt, 5), lambda: timedelta("1"), lambda: setattr(d, "year", 5), lambda: datetime.fromtimestamp(1e20, UTC), lambda: date.fromordinal(0), lambda: timedelta() / 0):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
delta = timedelta(days=3, hours=-5, minutes=90, microseconds=7)
print(delta, delta.days, delta.seconds, delta.microseconds, delta.total_seconds(), -delta, abs(-delta), delta * 2, delta / 2, delta // timedelta(hours=1), delta % timedelta(hours=1), divmod(delta, timedelta(days=1)), delta * 0.5, delta / timedelta(hours=1), delta > timedelta(2), bool(timedelta()), timedelta.max, timedelta.min, timedelta.resolution, timedelta(0.5), timedelta(milliseconds=1.5), str(timedelta(days=-1)), str(timedelta(days=1, seconds=1)), hash(timedelta(1)) == hash(timedelta(hours=24)), timedelta(microseconds=0.5), timedelta(microseconds=1.5), sum([timedelta(1), timedelta(2)], timedelta()))
print(sorted([date(2025, 1, 1), date(2024, 6, 1), date.min])[0], max(dt, datetime(2030, 1, 1)), {d: 1}[date(2024, 2, 29)], d in [dt.date()], dt.date() == d, dt.time() == t, dt.timetz(), dt.timetuple()[:6], aware.utctimetuple()[:6], dt.fold, t.replace(hour=1), datetime.min, time.max, datetime(2024, 1, 1, 12, tzinfo=UTC).timestamp())
print(calendar.isleap(2024), calendar.monthrange(2024, 2), calendar.weekday(2024, 2, 29), calendar.leapdays(2000, 2025), calendar.day_name[0], calendar.month_abbr[12], calendar.monthcalendar(2025, 3)[0], calendar.timegm((2024, 1, 1, 0, 0, 0)))
print(calendar.month(2025, 3), calendar.TextCalendar(6).formatmonth(2024, 2), sep="")
days = [date(2024, 1, 31) + timedelta(days=n) for n in range(0, 400, 45)]
print([f"{day:%a%j}" for day in days], [day.isocalendar().week for day in days], [(b - a).days for a, b in zip(days, days[1:])])


class Eastern(timezone.__base__):
    def utcoffset(self, moment):
        return timedelta(hours=-5) + self.dst(moment)

    def dst(self, moment):
        return timedelta(hours=1) if moment and 3 < moment.month < 11 else timedelta(0)

    def tzname(self, moment):
        return "EDT" if self.dst(moment) else "EST"


for month in (1, 7):
    local = datetime(2024, month, 1, 12, tzinfo=Eastern())
    print(local, local.tzname(), local.astimezone(UTC), local.dst(), f"{local:%Z%z}", UTC.utcoffset(None), datetime(2024, month, 1, tzinfo=UTC).astimezone(Eastern()))
