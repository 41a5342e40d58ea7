"""Records what strftime gives for many formats and times: python3.14 tools/record-strftime.py > test/unit/algorithms/strftime-cases.json"""
import json
import os
import random
import time

os.environ['TZ'] = 'UTC0'
time.tzset()
random.seed(1)
letters = 'aAbBcCdDeFgGhHIjklmMnpPrRsStTuUVwWxXyYzZ%EOfiJKLNQqvo+:'
cases = []
years = [2024, 2023, 1999, 2000, 1970, 1900, 999, 99, 0, -1, -12345, 10000, 12345]
for i in range(1500):
    year = random.choice(years) if i % 2 else random.randrange(1, 9999)
    day = random.randrange(0, 366)
    base = time.gmtime(day * 86400 + random.randrange(86400))
    import datetime
    weekday = (datetime.date(year % 400 + 400, 1, 1).weekday() + base.tm_yday - 1) % 7
    fields = (year, base.tm_mon, base.tm_mday, base.tm_hour, base.tm_min, base.tm_sec, weekday, base.tm_yday, 0)
    pieces = []
    for _ in range(4):
        flags = ''.join(random.choice(['', '', '', '-', '_', '0', '^', '#']) for _ in range(2))
        width = random.choice(['', '', '', '3', '10'])
        modifier = random.choice(['', '', '', '', 'E', 'O'])
        pieces.append('%' + flags + width + modifier + random.choice(letters))
    text = '|'.join(pieces)
    if i < 4 * len(letters):
        text = '%' + letters[i // 4]
    cases.append([text, fields[:8], time.strftime(text, fields)])
print(json.dumps(cases, ensure_ascii=False, separators=(',', ':')).replace('],["', '],\n["'))
