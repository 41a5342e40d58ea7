"""A shop's stock and invoices, from a catalogue (JSON), movements (CSV), orders (JSON) and rules (JSON)."""

from __future__ import annotations

import argparse
import csv
import json
import sys
import textwrap
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, redirect_stdout, suppress
from copy import deepcopy
from dataclasses import KW_ONLY, InitVar, dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum, auto, unique
from functools import cached_property, singledispatch, singledispatchmethod, wraps
from io import StringIO
from itertools import accumulate, batched, chain
from pathlib import Path
from string import Template, capwords
from typing import Any, Literal, NewType, TypedDict, cast

from money import CurrencyMismatch, Money
from rules import Context, Coupon, Discount, RuleError, Rules, Sold

Sku = NewType("Sku", str)
LINE_WIDTH = 72


class InventoryError(Exception):
    exit_code = 1


class UnknownSku(InventoryError, LookupError):
    def __str__(self) -> str:
        return f"no item {self.args[0]} in the catalogue"


class NotEnough(InventoryError):
    def __init__(self, item: Item, wanted: int, there: int):
        super().__init__(f"{item.name}: {wanted} wanted, {there} in stock")
        self.short = wanted - there


class BadOrder(InventoryError):
    exit_code = 3


class ReorderData(TypedDict):
    at: int
    quantity: int


@dataclass(frozen=True)
class Item:
    sku: Sku
    name: str
    kind: str
    price: Money
    reorder: ReorderData = field(compare=False)
    _: KW_ONLY
    weight_g: int | None = None
    best_before_days: int | None = None

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Item:
        match data:
            case {"sku": str(sku), "name": str(name), "kind": str(kind), "price": str(price), "reorder": {"at": int(), "quantity": int()} as reorder, **rest}:
                return cls(Sku(sku), name, kind, Money(price), cast(ReorderData, reorder), **rest)
            case {"sku": sku}:
                raise InventoryError(f"item {sku}: incomplete")
            case _:
                raise InventoryError(f"not an item: {textwrap.shorten(json.dumps(data), 50)}")


@unique
class Kind(StrEnum):
    PURCHASE = auto()
    SALE = auto()
    RETURN = auto()
    LOSS = auto()
    COUNT = auto()


@dataclass(order=True)
class Movement:
    day: date
    sku: Sku
    kind: Kind
    quantity: int
    unit_cost: Money | None = field(compare=False)
    note: str = ""
    check: InitVar[bool] = True

    def __post_init__(self, check: bool) -> None:
        if check and self.quantity < 0:
            raise ValueError(f"negative quantity {self.quantity}")

    @classmethod
    def from_row(cls, row: dict[str, str]) -> Movement:
        cost = Money(row["unit_cost"]) if row["unit_cost"] else None
        return cls(date.fromisoformat(row["date"]), Sku(row["sku"]), Kind(row["kind"]), int(row["quantity"]), cost, row["note"])


@dataclass
class Lot:
    day: date
    quantity: int
    cost: Money


class Stock:
    """What is there of each item, first in, first out."""

    def __init__(self, catalogue: Catalogue):
        self.catalogue = catalogue
        self.lots: defaultdict[Sku, deque[Lot]] = defaultdict(deque)
        self.sold: defaultdict[Sku, int] = defaultdict(int)
        self.cost_of_sales = Money(0)
        self.losses = Money(0)
        self.log: list[str] = []

    def quantity(self, sku: Sku) -> int:
        return sum(lot.quantity for lot in self.lots[sku])

    def value(self, sku: Sku) -> Money:
        return Money.total(lot.cost * lot.quantity for lot in self.lots[sku])

    def take(self, sku: Sku, quantity: int) -> Money:
        there = self.quantity(sku)
        if quantity > there:
            raise NotEnough(self.catalogue[sku], quantity, there)
        cost = Money(0)
        while quantity:
            lot = self.lots[sku][0]
            part = min(lot.quantity, quantity)
            cost += lot.cost * part
            lot.quantity -= part
            quantity -= part
            if not lot.quantity:
                self.lots[sku].popleft()
        return cost

    def apply(self, movement: Movement) -> None:
        sku, quantity = movement.sku, movement.quantity
        item = self.catalogue[sku]
        match movement:
            case Movement(kind=Kind.PURCHASE, unit_cost=Money() as cost):
                self.lots[sku].append(Lot(movement.day, quantity, cost))
            case Movement(kind=Kind.PURCHASE):
                raise InventoryError(f"{movement.day}: purchase of {sku} without a cost")
            case Movement(kind=Kind.SALE):
                self.cost_of_sales += self.take(sku, quantity)
                self.sold[sku] += quantity
            case Movement(kind=Kind.LOSS, note=note):
                self.losses += self.take(sku, quantity)
                self.log.append(f"{movement.day}  {quantity} × {item.name}: {note or 'lost'}")
            case Movement(kind=Kind.RETURN, note=note) if "damaged" in note:
                self.log.append(f"{movement.day}  {item.name} came back {note}")
            case Movement(kind=Kind.RETURN):
                last = self.lots[sku][-1].cost if self.lots[sku] else item.price * Decimal("0.5")
                self.lots[sku].appendleft(Lot(movement.day, quantity, last))
                self.sold[sku] -= quantity
            case Movement(kind=Kind.COUNT):
                missing = self.quantity(sku) - quantity
                if missing > 0:
                    self.losses += self.take(sku, missing)
                if missing:
                    self.log.append(f"{movement.day}  {item.name}: {missing} missing at stocktaking")


class Catalogue:
    def __init__(self, items: list[Item]):
        self._items = {item.sku: item for item in items}

    @classmethod
    def load(cls, path: Path) -> Catalogue:
        return cls(json.loads(path.read_text(encoding="utf-8"), object_hook=lambda data: Item.from_json(data) if "sku" in data else data))

    def __getitem__(self, sku: Sku) -> Item:
        try:
            return self._items[sku]
        except KeyError:
            raise UnknownSku(sku) from None

    def __iter__(self) -> Iterator[Item]:
        return iter(self._items.values())

    def __len__(self) -> int:
        return len(self._items)


@dataclass
class Line:
    item: Item
    quantity: int
    discount: Discount | None = None

    @property
    def kind(self) -> str:
        return self.item.kind

    @property
    def gross(self) -> Money:
        return self.item.price * self.quantity

    @property
    def total(self) -> Money:
        if self.discount is None:
            return self.gross
        return (self.gross * (1 - self.discount.percent / 100)).rounded()


@dataclass
class Customer:
    id: str
    name: str
    country: str
    business: bool


class Invoice:
    TEXT = Template(
        """\
        INVOICE $number                                       $date
        $customer ($country)

        $lines
        $rule
        $sums
        """
    )

    def __init__(self, number: str, day: date, customer: Customer, lines: list[Line], rules: Rules, coupon: Coupon | None = None):
        self.number, self.day, self.customer, self.lines, self.rules, self.coupon = number, day, customer, lines, rules, coupon
        for line in lines:
            assert isinstance(line, Sold)
            line.discount = rules.best_discount(line, self.context)

    @cached_property
    def context(self) -> Context:
        return Context(self.customer.country, self.customer.business, Money.total(line.gross for line in self.lines))

    @property
    def net(self) -> Money:
        return Money.total(line.total for line in self.lines)

    @property
    def coupon_amount(self) -> Money:
        percent = self.coupon.percent if self.coupon else Decimal(0)
        return (self.net * (percent / 100)).rounded()

    @property
    def shipping(self) -> Money:
        if self.coupon and self.coupon.free_shipping:
            return Money(0)
        grams = sum((line.item.weight_g or self.rules.weights[line.kind]) * line.quantity for line in self.lines)
        return self.rules.shipping(grams)

    @cached_property
    def taxes(self) -> dict[Decimal, Money]:
        taxes: dict[Decimal, Money] = {}
        factor = 1 - (self.coupon.percent if self.coupon else 0) / Decimal(100)
        for line in self.lines:
            rate = self.rules.tax_rate(self.context, line.kind)
            taxes[rate] = taxes.get(rate, Money(0)) + line.total * factor * rate
        return {rate: tax.rounded() for rate, tax in sorted(taxes.items()) if tax}

    @property
    def total(self) -> Money:
        return self.net - self.coupon_amount + self.shipping + Money.total(self.taxes.values())

    def render(self) -> str:
        rows = []
        for line in self.lines:
            rows.append(f"{line.quantity:4} × {line.item.name:<34} {line.item.price:>12} {line.total:>15}")
            if line.discount:
                rows.append(f"       {line.discount.name}, -{line.discount.percent} %")
        sums = [("Goods", self.net)]
        if self.coupon_amount:
            sums.append((f"Coupon {self.coupon.code}", -self.coupon_amount))
        sums.append(("Shipping", self.shipping))
        sums += [(f"Tax {rate * 100:.1f} %", tax) for rate, tax in self.taxes.items()]
        sums.append(("Total", self.total))
        text = textwrap.dedent(self.TEXT.template)
        return Template(text).substitute(
            number=self.number,
            date=self.day.strftime("%d.%m.%Y"),
            customer=self.customer.name,
            country=self.customer.country,
            lines="\n".join(rows),
            rule="-" * LINE_WIDTH,
            sums="\n".join(f"{label:>56} {amount:>15}" for label, amount in sums),
        )


@singledispatch
def to_json(value: object) -> Any:
    raise TypeError(f"cannot write {type(value).__name__} as JSON")


@to_json.register
def _(value: Money) -> Any:
    return {"amount": str(value.rounded().amount), "currency": value.currency}


@to_json.register(date)
def _(value: date) -> str:
    return value.isoformat()


@to_json.register
def _(value: Invoice) -> Any:
    return {
        "number": value.number,
        "date": value.day,
        "customer": value.customer.name,
        "lines": [{"sku": line.item.sku, "quantity": line.quantity, "total": line.total} for line in value.lines],
        "tax": {f"{rate.normalize():f}": tax for rate, tax in value.taxes.items()},
        "total": value.total,
    }


@to_json.register
def _(value: Decimal) -> str:
    return str(value)


class Audit:
    """Checks data of any kind and collects what is wrong."""

    def __init__(self) -> None:
        self.problems: list[str] = []

    @singledispatchmethod
    def check(self, value: object, where: str) -> None:
        self.problems.append(f"{where}: unexpected {type(value).__name__}")

    @check.register
    def _(self, value: Item, where: str) -> None:
        if not value.price:
            self.problems.append(f"{where}: {value.name} is free")
        if value.reorder["quantity"] < value.reorder["at"]:
            self.problems.append(f"{where}: {value.name} reorders less than its limit")

    @check.register
    def _(self, value: dict, where: str) -> None:
        for key in ("number", "date", "customer", "lines"):
            if key not in value:
                self.problems.append(f"{where}: no {key}")
        self.check(value.get("lines", []), where)

    @check.register
    def _(self, value: list, where: str) -> None:
        if not value:
            self.problems.append(f"{where}: no lines")
        for position, line in enumerate(value, 1):
            if line["quantity"] < 1:
                self.problems.append(f"{where}: line {position}: quantity {line['quantity']}")


def reports_errors(function: Callable[[argparse.Namespace], int]) -> Callable[[argparse.Namespace], int]:
    @wraps(function)
    def wrapper(args: argparse.Namespace) -> int:
        try:
            return function(args)
        except InventoryError as error:
            print(f"inventory: {error}", file=sys.stderr)
            return error.exit_code
        except (RuleError, CurrencyMismatch, json.JSONDecodeError) as error:
            print(f"inventory: {type(error).__name__}: {error}", file=sys.stderr)
            return 4
        except FileNotFoundError as error:
            print(f"inventory: {Path(error.filename).name} is missing", file=sys.stderr)
            return 2

    return wrapper


def load_stock(directory: Path, until: date | None) -> Stock:
    stock = Stock(Catalogue.load(directory / "catalogue.json"))
    with open(directory / "movements.csv", newline="", encoding="utf-8") as file:
        for number, row in enumerate(csv.DictReader(file), 2):
            try:
                movement = Movement.from_row(row)
            except ValueError as error:
                raise InventoryError(f"movements.csv, line {number}: {error}") from error
            if until is None or movement.day <= until:
                stock.apply(movement)
    return stock


@reports_errors
def command_stock(args: argparse.Namespace) -> int:
    stock = load_stock(args.data, args.until)
    order = {"name": lambda item: item.name, "value": lambda item: (-stock.value(item.sku).amount, item.sku), "sku": lambda item: item.sku}[args.sort]
    total = Money(0)
    for item in sorted(stock.catalogue, key=order):
        quantity, value = stock.quantity(item.sku), stock.value(item.sku)
        total += value
        mark = "!" if quantity < item.reorder["at"] else ""
        print(f"{item.sku}  {textwrap.shorten(item.name, 24):<24} {quantity:5}{mark:1} {value:>14}  sold {stock.sold[item.sku]:4}")
    print(f"{len(stock.catalogue)} items, worth {total}; sold at a cost of {stock.cost_of_sales}, lost {stock.losses}")
    if args.log:
        print(*map(lambda line: textwrap.fill(line, 60, subsequent_indent=" " * 12), stock.log), sep="\n")
    return 0


@reports_errors
def command_reorder(args: argparse.Namespace) -> int:
    stock = load_stock(args.data, None)
    needed = [item for item in stock.catalogue if stock.quantity(item.sku) < item.reorder["at"]]
    for page, items in enumerate(batched(needed, args.page), 1):
        print(f"page {page}")
        for item in items:
            print(f"  {item.reorder['quantity']:3} × {item.name} ({item.sku}), {stock.quantity(item.sku)} left of {item.reorder['at']}")
    costs = [item.price * Decimal("0.55") * item.reorder["quantity"] for item in needed]
    running = accumulate(costs, initial=Money(0))
    affordable = sum(1 for amount in running if amount.amount <= args.budget) - 1
    print(f"{len(needed)} to order for {Money.total(costs)}; the budget is enough for {affordable}")
    return 0 if affordable == len(needed) else 1


def load_orders(args: argparse.Namespace) -> tuple[dict[str, Customer], list[dict[str, Any]]]:
    data = json.loads((args.data / "orders.json").read_text(encoding="utf-8"))
    return {c["id"]: Customer(**c) for c in data["customers"]}, data["orders"]


def make_invoice(order: dict[str, Any], customers: dict[str, Customer], stock: Stock, rules: Rules) -> Invoice:
    audit = Audit()
    audit.check(order, f"order {order['number']}")
    if audit.problems:
        raise BadOrder("; ".join(audit.problems))
    day = datetime.strptime(order["date"], "%Y-%m-%d").date()
    coupon = None
    with suppress(KeyError):
        coupon = rules.coupons[order["coupon"]]
    if coupon and not coupon.valid_on(day):
        print(f"order {order['number']}: coupon {coupon.code} expired {coupon.until:%d %B}")
        coupon = None
    lines = [Line(stock.catalogue[Sku(line["sku"])], line["quantity"]) for line in order["lines"]]
    invoice = Invoice(order["number"], day, customers[order["customer"]], lines, rules, coupon)
    before = deepcopy(stock.lots)
    try:
        for line in lines:
            stock.take(line.item.sku, line.quantity)
    except NotEnough:
        stock.lots = before
        raise
    return invoice


@reports_errors
def command_invoice(args: argparse.Namespace) -> int:
    overrides = {"home": args.home} if args.home else {}
    rules, stock = Rules.load(args.data / "rules.json", **overrides), load_stock(args.data, None)
    customers, orders = load_orders(args)
    chosen = [order for order in orders if not args.numbers or order["number"] in args.numbers]
    if missing := set(args.numbers) - {order["number"] for order in chosen}:
        raise InventoryError(f"no order {', '.join(sorted(missing))}")
    invoices, failures = [], []
    for order in chosen:
        try:
            invoices.append(make_invoice(order, customers, stock, rules))
        except InventoryError as error:
            if args.strict:
                raise
            failures.append((order["number"], error))
    with ExitStack() as stack:
        if args.json:
            json.dump(invoices, sys.stdout, default=to_json, indent=1, ensure_ascii=False)
            print()
        else:
            buffer = stack.enter_context(closing(StringIO()))
            with redirect_stdout(buffer):
                for invoice in invoices:
                    print(invoice.render())
            print(buffer.getvalue(), end="")
    for number, error in failures:
        print(f"{number}: {type(error).__name__}: {error}", file=sys.stderr)
    if args.installments and invoices:
        for part, amount in enumerate(invoices[-1].total.split(args.installments), 1):
            print(f"part {part}: {amount}")
    return 5 if failures else 0


@reports_errors
def command_statement(args: argparse.Namespace) -> int:
    with redirect_stdout(StringIO()):
        rules, stock = Rules.load(args.data / "rules.json"), load_stock(args.data, None)
        customers, orders = load_orders(args)
        by_customer: defaultdict[str, list[Invoice]] = defaultdict(list)
        for order in orders:
            with suppress(InventoryError):
                by_customer[order["customer"]].append(make_invoice(order, customers, stock, rules))
    for customer in sorted(customers.values(), key=lambda c: c.name.casefold()):
        invoices = by_customer[customer.id]
        total = Money.total(invoice.total for invoice in invoices)
        kinds = sorted({capwords(line.kind) for line in chain.from_iterable(invoice.lines for invoice in invoices)})
        print(f"{customer.name:<22} {len(invoices)} invoices {total:>12}  {', '.join(kinds) or '-'}")
    return 0


@reports_errors
def command_audit(args: argparse.Namespace) -> int:
    audit = Audit()
    for item in Catalogue.load(args.data / "catalogue.json"):
        audit.check(item, f"item {item.sku}")
    for order in load_orders(args)[1]:
        audit.check(order, f"order {order['number']}")
    for value in (42, None, date(2025, 1, 1)) if args.selftest else ():
        audit.check(value, "selftest")
    print(*audit.problems or ["nothing wrong"], sep="\n")
    return len(audit.problems)


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="inventory", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("data"), metavar="DIRECTORY", help="where the files are (default: %(default)s)")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    stock = commands.add_parser("stock", help="what is there, and what it is worth")
    stock.add_argument("--until", type=date.fromisoformat, metavar="DATE")
    stock.add_argument("--sort", choices=("name", "value", "sku"), default="sku")
    stock.add_argument("--log", action=argparse.BooleanOptionalAction, default=False, help="losses and corrections")
    reorder = commands.add_parser("reorder", help="what to buy")
    reorder.add_argument("--budget", type=Decimal, default=Decimal(1000))
    reorder.add_argument("--page", type=int, default=3)
    invoice = commands.add_parser("invoice", help="invoices of orders")
    invoice.add_argument("numbers", nargs="*", metavar="ORDER")
    invoice.add_argument("--json", action="store_true")
    invoice.add_argument("--strict", action="store_true", help="stop at the first order that fails")
    invoice.add_argument("--home", metavar="COUNTRY")
    invoice.add_argument("--installments", type=int, metavar="N")
    commands.add_parser("statement", help="totals by customer")
    audit = commands.add_parser("audit", help="look for mistakes in the data")
    audit.add_argument("--selftest", action="store_true")
    args = parser.parse_args(argv)
    if args.command is None:
        parser.print_help()
        return 2
    functions: dict[Literal["stock", "reorder", "invoice", "statement", "audit"], Callable[[argparse.Namespace], int]] = {
        "stock": command_stock,
        "reorder": command_reorder,
        "invoice": command_invoice,
        "statement": command_statement,
        "audit": command_audit,
    }
    return functions[args.command](args)


if __name__ == "__main__":
    sys.exit(main())
