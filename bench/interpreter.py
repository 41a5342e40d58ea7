"""A real program: tokenizer, recursive descent parser and tree evaluator of a small language, run on three scripts."""

import sys
import time

KEYWORDS = {"let", "while", "if", "else", "def", "return", "end"}
LEVELS = [("==", "!=", "<", ">"), ("+", "-"), ("*", "/", "%")]


class Token:
    __slots__ = ("kind", "value", "line")

    def __init__(self, kind, value, line):
        self.kind = kind
        self.value = value
        self.line = line


class SourceError(Exception):
    def __init__(self, message, line):
        super().__init__(f"line {line}: {message}")
        self.line = line


def tokenize(source):
    tokens = []
    line, i, size = 1, 0, len(source)
    while i < size:
        ch = source[i]
        if ch == "\n":
            line += 1
            i += 1
        elif ch in " \t":
            i += 1
        elif ch.isdigit():
            start = i
            while i < size and source[i].isdigit():
                i += 1
            tokens.append(Token("number", int(source[start:i]), line))
        elif ch.isalpha() or ch == "_":
            start = i
            while i < size and (source[i].isalnum() or source[i] == "_"):
                i += 1
            word = source[start:i]
            tokens.append(Token(word if word in KEYWORDS else "name", word, line))
        elif ch == '"':
            end = source.index('"', i + 1)
            tokens.append(Token("string", source[i + 1 : end], line))
            i = end + 1
        elif source[i : i + 2] in ("==", "!="):
            tokens.append(Token(source[i : i + 2], None, line))
            i += 2
        elif ch in "+-*/%<>=(),[]":
            tokens.append(Token(ch, None, line))
            i += 1
        else:
            raise SourceError(f"unexpected {ch!r}", line)
    tokens.append(Token("eof", None, line))
    return tokens


class Return(Exception):
    def __init__(self, value):
        self.value = value


class Literal:
    def __init__(self, value):
        self.value = value

    def evaluate(self, scope):
        return self.value


class Name:
    def __init__(self, name, line):
        self.name = name
        self.line = line

    def evaluate(self, scope):
        while scope is not None:
            if self.name in scope.names:
                return scope.names[self.name]
            scope = scope.parent
        raise SourceError(f"{self.name} is not defined", self.line)


class Binary:
    operations = {
        "+": lambda a, b: a + b,
        "-": lambda a, b: a - b,
        "*": lambda a, b: a * b,
        "/": lambda a, b: a // b,
        "%": lambda a, b: a % b,
        "<": lambda a, b: a < b,
        ">": lambda a, b: a > b,
        "==": lambda a, b: a == b,
        "!=": lambda a, b: a != b,
    }

    def __init__(self, operator, left, right):
        self.operate = self.operations[operator]
        self.left = left
        self.right = right

    def evaluate(self, scope):
        return self.operate(self.left.evaluate(scope), self.right.evaluate(scope))


class Call:
    def __init__(self, function, arguments):
        self.function = function
        self.arguments = arguments

    def evaluate(self, scope):
        function = self.function.evaluate(scope)
        return function(*[argument.evaluate(scope) for argument in self.arguments])


class Index:
    def __init__(self, target, index):
        self.target = target
        self.index = index

    def evaluate(self, scope):
        return self.target.evaluate(scope)[self.index.evaluate(scope)]


class Assign:
    def __init__(self, name, value, declare):
        self.name = name
        self.value = value
        self.declare = declare

    def execute(self, scope):
        value = self.value.evaluate(scope)
        if not self.declare:
            while self.name not in scope.names and scope.parent is not None:
                scope = scope.parent
        scope.names[self.name] = value


class While:
    def __init__(self, condition, body):
        self.condition = condition
        self.body = body

    def execute(self, scope):
        while self.condition.evaluate(scope):
            for statement in self.body:
                statement.execute(scope)


class If:
    def __init__(self, condition, body, otherwise):
        self.condition = condition
        self.body = body
        self.otherwise = otherwise

    def execute(self, scope):
        for statement in self.body if self.condition.evaluate(scope) else self.otherwise:
            statement.execute(scope)


class Define:
    def __init__(self, name, parameters, body):
        self.name = name
        self.parameters = parameters
        self.body = body

    def execute(self, scope):
        def function(*arguments):
            inner = Scope(scope)
            for parameter, argument in zip(self.parameters, arguments):
                inner.names[parameter] = argument
            try:
                for statement in self.body:
                    statement.execute(inner)
            except Return as result:
                return result.value
            return None

        scope.names[self.name] = function


class ReturnStatement:
    def __init__(self, value):
        self.value = value

    def execute(self, scope):
        raise Return(self.value.evaluate(scope))


class Expression:
    def __init__(self, value):
        self.value = value

    def execute(self, scope):
        self.value.evaluate(scope)


class Scope:
    def __init__(self, parent=None):
        self.parent = parent
        self.names = {}


class Parser:
    def __init__(self, source):
        self.tokens = tokenize(source)
        self.at = 0

    def peek(self):
        return self.tokens[self.at].kind

    def take(self, *kinds):
        token = self.tokens[self.at]
        if token.kind not in kinds:
            raise SourceError(f"expected {' or '.join(kinds)}, not {token.kind}", token.line)
        self.at += 1
        return token

    def accept(self, kind):
        if self.peek() == kind:
            self.at += 1
            return True
        return False

    def block(self, *ends):
        body = []
        while self.peek() not in ends:
            body.append(self.statement())
        return body

    def statement(self):
        if self.accept("let"):
            name = self.take("name").value
            self.take("=")
            return Assign(name, self.expression(), True)
        if self.accept("while"):
            condition = self.expression()
            body = self.block("end")
            self.take("end")
            return While(condition, body)
        if self.accept("if"):
            condition = self.expression()
            body = self.block("else", "end")
            otherwise = self.block("end") if self.accept("else") else []
            self.take("end")
            return If(condition, body, otherwise)
        if self.accept("def"):
            name = self.take("name").value
            self.take("(")
            parameters = []
            while not self.accept(")"):
                parameters.append(self.take("name").value)
                if self.peek() != ")":
                    self.take(",")
            body = self.block("end")
            self.take("end")
            return Define(name, parameters, body)
        if self.accept("return"):
            return ReturnStatement(self.expression())
        if self.peek() == "name" and self.tokens[self.at + 1].kind == "=":
            name = self.take("name").value
            self.take("=")
            return Assign(name, self.expression(), False)
        return Expression(self.expression())

    def expression(self, level=0):
        if level == len(LEVELS):
            return self.postfix()
        left = self.expression(level + 1)
        while self.peek() in LEVELS[level]:
            operator = self.take(*LEVELS[level]).kind
            left = Binary(operator, left, self.expression(level + 1))
        return left

    def postfix(self):
        result = self.primary()
        while True:
            if self.accept("("):
                arguments = []
                while not self.accept(")"):
                    arguments.append(self.expression())
                    if self.peek() != ")":
                        self.take(",")
                result = Call(result, arguments)
            elif self.accept("["):
                result = Index(result, self.expression())
                self.take("]")
            else:
                return result

    def primary(self):
        token = self.take("number", "string", "name", "(", "-")
        if token.kind == "name":
            return Name(token.value, token.line)
        if token.kind == "(":
            inner = self.expression()
            self.take(")")
            return inner
        if token.kind == "-":
            return Binary("-", Literal(0), self.postfix())
        return Literal(token.value)


FACTORS = """
def smallest(n)
  let d = 2
  while d * d < n + 1
    if n % d == 0
      return d
    end
    d = d + 1
  end
  return n
end
let n = 2
let total = 0
while n < 160
  let rest = n
  while rest > 1
    let f = smallest(rest)
    total = total + f
    rest = rest / f
  end
  n = n + 1
end
emit(total)
"""

RECURSION = """
def fib(n)
  if n < 2 return n end
  return fib(n - 1) + fib(n - 2)
end
def power(base, n)
  if n == 0 return 1 end
  let half = power(base * base % 10007, n / 2)
  if n % 2 == 1 return half * base % 10007 end
  return half
end
emit(fib(13))
emit(power(3, 500))
emit(power(-5, 77))
"""

TEXT = """
def repeat(text, n)
  let result = ""
  while n > 0
    result = result + text
    n = n - 1
  end
  return result
end
let word = repeat("taipan", 9)
let i = 0
let vowels = 0
while i < length(word)
  if word[i] == "a" vowels = vowels + 1 else if word[i] == "i" vowels = vowels + 1 end end
  i = i + 1
end
emit(vowels)
emit(length(word))
"""


def execute(source):
    output = []
    scope = Scope()
    scope.names["emit"] = output.append
    scope.names["length"] = len
    for statement in Parser(source).block("eof"):
        statement.execute(scope)
    return output


def run():
    result = 0
    for _ in range(2):
        for script in (FACTORS, RECURSION, TEXT):
            for value in execute(script):
                result = (result * 31 + value) % 1000003
    for _ in range(60):
        for broken in ("let 5 = 1", "emit(undefined_name)", "while 1 $", "def f( end", RECURSION + " oops("):
            try:
                execute(broken if len(broken) < 50 else broken[-40:])
            except SourceError as error:
                result += error.line
        result += len(Parser(FACTORS + TEXT).tokens)
    return result


def measure(name, iterations, repeats):
    """Prints the best time of `iterations` runs, after as many to warm up."""
    check = run()
    best = float("inf")
    for repeat in range(repeats + 1):
        start = time.perf_counter()
        for _ in range(iterations):
            if run() != check:
                raise SystemExit(f"{name}: the check value changed")
        elapsed = time.perf_counter() - start
        if repeat > 0:
            best = min(best, elapsed)
    print(f"bench {name} seconds={best:.6f} check={check}")


if __name__ == "__main__":
    measure("interpreter", 14, int(sys.argv[1]) if len(sys.argv) > 1 else 5)
