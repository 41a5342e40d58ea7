"""The shop's rules: tax, shipping and discounts, read from JSON and checked."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from bisect import bisect_left
from collections import ChainMap
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, ClassVar, Protocol, runtime_checkable

from money import Money


class RuleError(ValueError):
    pass


@runtime_checkable
class Sold(Protocol):
    """What a rule looks at: a line of an order."""

    kind: str
    quantity: int
    total: Money


@dataclass(frozen=True)
class Context:
    country: str
    business: bool
    total: Money


class Test(ABC):
    """A part of `when`; subclasses register under the key that they read."""

    tests: ClassVar[dict[str, type[Test]]] = {}

    def __init_subclass__(cls, /, key: str, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        Test.tests[key] = cls

    def __init__(self, value: Any):
        self.value = value

    @abstractmethod
    def __call__(self, line: Sold, context: Context) -> bool: ...

    @classmethod
    def parse(cls, when: Mapping[str, Any]) -> list[Test]:
        try:
            return [cls.tests[key](value) for key, value in when.items()]
        except KeyError as error:
            raise RuleError(f"unknown condition {error}; there are {', '.join(sorted(cls.tests))}") from None


class KindTest(Test, key="kind"):
    def __call__(self, line: Sold, context: Context) -> bool:
        return line.kind == self.value


class QuantityTest(Test, key="min_quantity"):
    def __call__(self, line: Sold, context: Context) -> bool:
        return line.quantity >= self.value


class BusinessTest(Test, key="business"):
    def __call__(self, line: Sold, context: Context) -> bool:
        return context.business is self.value


class TotalTest(Test, key="min_total"):
    def __call__(self, line: Sold, context: Context) -> bool:
        return context.total.amount >= Decimal(self.value)


@dataclass(frozen=True)
class Discount:
    name: str
    when: list[Test]
    percent: Decimal

    def applies(self, line: Sold, context: Context) -> bool:
        return all(test(line, context) for test in self.when)


@dataclass(frozen=True)
class Coupon:
    code: str
    until: date
    percent: Decimal = Decimal(0)
    free_shipping: bool = False

    def valid_on(self, day: date) -> bool:
        return day <= self.until


class Rules:
    def __init__(self, data: Mapping[str, Any]):
        self.currency: str = data["currency"]
        self.home: str = data["home"]
        self.weights: dict[str, int] = data["default_weight_g"]
        self._tax = {country: {kind: Decimal(rate) for kind, rate in rates.items()} for country, rates in data["tax"].items()}
        self._shipping = sorted((step["up_to_g"], Money(step["price"], self.currency)) for step in data["shipping"])
        self.discounts = [Discount(d["name"], Test.parse(d["when"]), Decimal(d["percent"])) for d in data["discounts"]]
        self.coupons = {code: self._coupon(code, coupon) for code, coupon in data["coupons"].items()}

    @classmethod
    def load(cls, path: Path, **overrides: Any) -> Rules:
        with path.open(encoding="utf-8") as file:
            data = json.load(file)
        try:
            return cls(ChainMap(overrides, data))
        except KeyError as error:
            raise RuleError(f"{path.name}: {error} is missing") from error

    @staticmethod
    def _coupon(code: str, data: Mapping[str, Any]) -> Coupon:
        converters: dict[str, Callable[[Any], Any]] = {"until": date.fromisoformat, "percent": Decimal}
        known = {field.name for field in fields(Coupon)}
        if unknown := data.keys() - known:
            raise RuleError(f"coupon {code}: unknown {', '.join(sorted(unknown))}")
        return Coupon(code, **{key: converters.get(key, lambda value: value)(value) for key, value in data.items()})

    def tax_rate(self, context: Context, kind: str) -> Decimal:
        """None outside the countries with a rate, none for a business in another country."""
        rates = self._tax.get(context.country)
        if rates is None or (context.business and context.country != self.home):
            return Decimal(0)
        return rates.get(kind, rates["default"])

    def shipping(self, grams: int) -> Money:
        at = bisect_left([limit for limit, _ in self._shipping], grams)
        if at == len(self._shipping):
            parcels, rest = divmod(grams, self._shipping[-1][0])
            return self._shipping[-1][1] * parcels + (self.shipping(rest) if rest else Money(0, self.currency))
        return self._shipping[at][1]

    def best_discount(self, line: Sold, context: Context) -> Discount | None:
        return max((d for d in self.discounts if d.applies(line, context)), key=lambda d: d.percent, default=None)
