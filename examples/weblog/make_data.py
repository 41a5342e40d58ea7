"""Writes data/access.log: ten days of a web server's log in the combined format, with crawlers, attacks and damage.

usage: make_data.py [DIRECTORY]
"""

import random
import sys
from datetime import datetime, timedelta, timezone
from itertools import accumulate
from pathlib import Path

PAGES = ["/", "/about", "/blog", "/blog/compilers", "/blog/snakes", "/shop", "/shop/cart", "/shop/checkout", "/search", "/contact"]
ASSETS = ["/static/site.css", "/static/app.js", "/static/logo.svg", "/favicon.ico"]
ATTACKS = ["/wp-login.php", "/admin", "/.env", "/phpmyadmin/index.php", "/../../etc/passwd"]
WORDS = ["python", "javascript", "caf%C3%A9", "taipan+speed", "%E8%9B%87", "a%26b"]
BROWSERS = [
    "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
]
CRAWLERS = ["Mozilla/5.0 (compatible; FriendlyBot/2.1; +http://bot.example/)", "curl/8.8.0"]


def address(rng):
    if rng.random() < 0.1:
        return f"2001:db8::{rng.randrange(1, 9)}"
    network = rng.choice(["192.0.2", "198.51.100", "203.0.113"])
    return f"{network}.{rng.randrange(1, 40)}"


def line(host, when, request, status, size, referrer, agent):
    stamp = when.strftime("%d/%b/%Y:%H:%M:%S %z")
    return f'{host} - - [{stamp}] "{request}" {status} {size or "-"} "{referrer}" "{agent}"'


def visit(rng, when):
    """A person reads a few pages, with their assets."""
    host, agent, referrer = address(rng), rng.choice(BROWSERS), rng.choice(["-", "https://search.example/?q=snake"])
    for _ in range(min(1 + int(rng.expovariate(0.5)), 8)):
        page = rng.choices(PAGES, weights=[9, 2, 4, 5, 4, 5, 3, 1, 3, 1])[0]
        method, status = "GET", rng.choices([200, 304, 301, 500], weights=[90, 6, 2, 1])[0]
        target = page
        if page == "/search":
            target = f"{page}?q={rng.choice(WORDS)}&page={rng.randint(1, 3)}"
        elif page == "/shop/checkout":
            method, status = "POST", rng.choice([302, 302, 422])
        yield line(host, when, f"{method} {target} HTTP/1.1", status, 0 if status == 304 else rng.randint(900, 60000), referrer, agent)
        if rng.random() < 0.35:
            asset = rng.choice(ASSETS)
            yield line(host, when, f"GET {asset} HTTP/1.1", rng.choice([200, 304]), rng.randint(300, 20000), f"https://www.example.org{page}", agent)
        referrer = f"https://www.example.org{page}"
        when += timedelta(seconds=rng.randint(4, 300))


def crawl(rng, when):
    host, agent = f"192.0.2.{rng.randrange(200, 204)}", rng.choice(CRAWLERS)
    for page in rng.sample(PAGES, 6):
        yield line(host, when, f"GET {page} HTTP/1.1", 200, rng.randint(900, 60000), "-", agent)
        when += timedelta(seconds=2)


def attack(rng, when):
    host = f"203.0.113.{rng.randrange(240, 245)}"
    for _ in range(rng.randint(4, 25)):
        yield line(host, when, f"{rng.choice(['GET', 'POST', 'HEAD'])} {rng.choice(ATTACKS)} HTTP/1.0", rng.choice([403, 404, 404]), 153, "-", "-")
        when += timedelta(milliseconds=rng.randint(200, 900))


def log(rng):
    moment = datetime(2025, 3, 24, tzinfo=timezone(timedelta(hours=1)))
    end = moment + timedelta(days=10)
    kinds, weights = [visit, crawl, attack], list(accumulate([88, 9, 3]))
    while moment < end:
        busy = 1.0 if 7 <= moment.hour < 23 else 0.25
        weekend = 0.6 if moment.weekday() >= 5 else 1.0
        moment += timedelta(seconds=rng.expovariate(busy * weekend / 1500))
        kind = rng.choices(kinds, cum_weights=weights)[0]
        for text in kind(rng, moment):
            if rng.random() < 0.004:
                text = text[: rng.randrange(10, len(text))]
            yield text


def main(directory):
    directory.mkdir(parents=True, exist_ok=True)
    with open(directory / "access.log", "w", encoding="utf-8") as file:
        for text in log(random.Random(80)):
            print(text, file=file)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "data"))
