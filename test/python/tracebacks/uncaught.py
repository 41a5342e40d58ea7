"""An uncaught exception ends the program with exit code 1, after output already written; finally blocks run."""


class Account:
    def __init__(self, balance):
        self.balance = balance

    def withdraw(self, amount):
        if amount > self.balance:
            raise ValueError(f"insufficient funds: {self.balance} < {amount}")
        self.balance -= amount


account = Account(100)
try:
    account.withdraw(30)
    account.withdraw(100)
finally:
    print("balance", account.balance)
print("never printed")
