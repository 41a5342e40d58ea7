"""Writes the data of a small shop: data/catalogue.json, data/movements.csv, data/orders.json and data/rules.json.

usage: make_data.py [DIRECTORY]
"""

import csv
import json
import random
import sys
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

KINDS = {
    "tea": ["Assam", "Darjeeling", "Sencha", "Lapsang Souchong", "Rooibos", "Earl Grey"],
    "coffee": ["Yirgacheffe", "Antigua", "Sumatra", "House Blend"],
    "book": ["The Compiler's Garden", "Snakes of the World", "A Short History of Tea", "Café Zürich", "Numbers & Names"],
    "mug": ["Blue Mug", "Travel Mug", "Enamel Mug"],
}
PRICES = {"tea": (4, 15), "coffee": (6, 18), "book": (9, 40), "mug": (7, 22)}
CUSTOMERS = [
    ("C001", "Adele Goldberg", "DE", False),
    ("C002", "Kristen Nygaard AS", "NO", True),
    ("C003", "John McCarthy", "US", False),
    ("C004", "Radia Perlman & Co.", "DE", True),
    ("C005", "Barbara Liskov", "FR", False),
    ("C006", "Łukasz Żółw", "PL", False),
]


def catalogue(rng):
    items = []
    for kind, names in KINDS.items():
        for number, name in enumerate(names, 1):
            low, high = PRICES[kind]
            price = Decimal(rng.randint(low * 100, high * 100) // 5 * 5) / 100
            item = {"sku": f"{kind[:1].upper()}{number:03}", "name": name, "kind": kind, "price": str(price), "reorder": {"at": rng.randint(5, 20), "quantity": rng.choice([24, 36, 48])}}
            if kind in ("tea", "coffee"):
                item["weight_g"] = rng.choice([100, 250, 500])
                item["best_before_days"] = rng.choice([180, 365])
            items.append(item)
    return items


def movements(rng, items):
    day = date(2025, 1, 2)
    stock = {item["sku"]: 0 for item in items}
    for item in items:
        quantity = rng.randint(20, 60)
        stock[item["sku"]] += quantity
        yield [day, item["sku"], "purchase", quantity, f"{Decimal(item['price']) * Decimal('0.55'):.2f}", "opening stock"]
    while day < date(2025, 6, 30):
        day += timedelta(days=rng.randint(0, 2))
        item = rng.choice(items)
        sku = item["sku"]
        if stock[sku] < item["reorder"]["at"] and rng.random() < 0.7:
            quantity = item["reorder"]["quantity"]
            cost = Decimal(item["price"]) * Decimal(rng.randint(50, 62)) / 100
            stock[sku] += quantity
            yield [day, sku, "purchase", quantity, f"{cost:.2f}", f"order {rng.randint(1000, 9999)}"]
            continue
        kind = rng.choices(["sale", "return", "loss", "count"], weights=[85, 6, 5, 4])[0]
        if kind == "count":
            counted = max(0, stock[sku] - rng.choice([0, 0, 0, 1, 2]))
            stock[sku] = counted
            yield [day, sku, "count", counted, "", "stocktaking"]
        elif kind == "return":
            reason = rng.choice(["unwanted", 'damaged, "dented"', "wrong item"])
            if "damaged" not in reason:
                stock[sku] += 1
            yield [day, sku, "return", 1, "", reason]
        else:
            quantity = min(rng.randint(1, 9), stock[sku])
            if quantity:
                stock[sku] -= quantity
                yield [day, sku, kind, quantity, "", "broken" if kind == "loss" else ""]


def orders(rng, items):
    result = []
    for number in range(1, 13):
        customer = rng.choice(CUSTOMERS)
        lines = [{"sku": item["sku"], "quantity": rng.choice([1, 1, 1, 2, 3, 6, 12])} for item in rng.sample(items, rng.randint(1, 5))]
        order = {"number": f"2025-{number:04}", "date": str(date(2025, 7, 1) + timedelta(days=number * 2)), "customer": customer[0], "lines": lines}
        if rng.random() < 0.3:
            order["coupon"] = rng.choice(["SUMMER10", "FREESHIP", "EXPIRED5"])
        result.append(order)
    result[6]["lines"].append({"sku": "X999", "quantity": 1})
    result[9]["lines"][0]["quantity"] = 0
    return {"customers": [dict(zip(("id", "name", "country", "business"), c)) for c in CUSTOMERS], "orders": result}


RULES = {
    "currency": "EUR",
    "home": "DE",
    "tax": {"DE": {"default": "0.19", "book": "0.07", "tea": "0.07", "coffee": "0.07"}, "FR": {"default": "0.20", "book": "0.055", "tea": "0.055"}, "PL": {"default": "0.23", "book": "0.05"}},
    "shipping": [{"up_to_g": 500, "price": "3.90"}, {"up_to_g": 2000, "price": "5.90"}, {"up_to_g": 10000, "price": "9.90"}],
    "default_weight_g": {"book": 450, "mug": 380},
    "discounts": [
        {"name": "Tea lover", "when": {"kind": "tea", "min_quantity": 3}, "percent": "10"},
        {"name": "Bulk", "when": {"min_quantity": 12}, "percent": "15"},
        {"name": "Business", "when": {"business": True, "min_total": "100"}, "percent": "5"},
    ],
    "coupons": {"SUMMER10": {"percent": "10", "until": "2025-07-20"}, "FREESHIP": {"free_shipping": True, "until": "2025-12-31"}, "EXPIRED5": {"percent": "5", "until": "2025-01-31"}},
}


def write_json(path, value):
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def main(directory):
    rng = random.Random("inventory")
    directory.mkdir(parents=True, exist_ok=True)
    items = catalogue(rng)
    write_json(directory / "catalogue.json", items)
    with open(directory / "movements.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["date", "sku", "kind", "quantity", "unit_cost", "note"])
        writer.writerows(movements(rng, items))
    write_json(directory / "orders.json", orders(rng, items))
    write_json(directory / "rules.json", RULES)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "data"))
