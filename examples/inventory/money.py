"""Amounts of money in one currency, exact and rounded the way invoices are."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import total_ordering
from typing import Self

CENT = Decimal("0.01")
SYMBOLS = {"EUR": "€", "USD": "$", "NOK": "kr"}


class CurrencyMismatch(TypeError):
    pass


@total_ordering
class Money:
    __slots__ = ("_amount", "_currency")

    def __init__(self, amount: Decimal | int | str, currency: str = "EUR"):
        try:
            self._amount = Decimal(amount)
        except InvalidOperation:
            raise ValueError(f"not an amount: {amount!r}") from None
        self._currency = currency

    @property
    def amount(self) -> Decimal:
        return self._amount

    @property
    def currency(self) -> str:
        return self._currency

    def _check(self, other: Money) -> None:
        if self._currency != other._currency:
            raise CurrencyMismatch(f"{self._currency} and {other._currency} do not mix")

    def __add__(self, other: object) -> Money:
        if not isinstance(other, Money):
            return NotImplemented
        self._check(other)
        return Money(self._amount + other._amount, self._currency)

    def __radd__(self, other: object) -> Money:
        return self if other == 0 else NotImplemented

    def __sub__(self, other: Money) -> Money:
        return self + -other

    def __neg__(self) -> Money:
        return Money(-self._amount, self._currency)

    def __mul__(self, factor: Decimal | int) -> Money:
        if isinstance(factor, float):
            raise TypeError("money times a float would not be exact")
        return Money(self._amount * factor, self._currency)

    __rmul__ = __mul__

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Money) and (self._amount, self._currency) == (other._amount, other._currency)

    def __lt__(self, other: Money) -> bool:
        self._check(other)
        return self._amount < other._amount

    def __hash__(self) -> int:
        return hash((self._amount, self._currency))

    def __bool__(self) -> bool:
        return bool(self._amount)

    def __repr__(self) -> str:
        return f"Money('{self._amount}', {self._currency!r})"

    def __str__(self) -> str:
        return format(self, "")

    def __format__(self, spec: str) -> str:
        rounded = self._amount.quantize(CENT, ROUND_HALF_UP)
        text = f"{rounded:,} {SYMBOLS.get(self._currency, self._currency)}"
        return format(text, spec or "")

    def rounded(self) -> Money:
        return Money(self._amount.quantize(CENT, ROUND_HALF_UP), self._currency)

    def split(self, parts: int) -> list[Money]:
        """Equal parts that add up to the whole; the first get the cents that are left."""
        cents = int(self.rounded()._amount / CENT)
        low, extra = divmod(cents, parts)
        return [Money(Decimal(low + (i < extra)) * CENT, self._currency) for i in range(parts)]

    @classmethod
    def total(cls, amounts: Iterable[Self], currency: str = "EUR") -> Self:
        return sum(amounts, cls(0, currency))
