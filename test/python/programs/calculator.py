"""A small language: tokenizer, precedence parser, closures compiled from the tree, functions, errors with carets."""


class Token:
    __slots__ = ("kind", "text", "at")

    def __init__(self, kind, text, at):
        self.kind, self.text, self.at = kind, text, at


class CalcError(Exception):
    def __init__(self, message, at):
        super().__init__(message)
        self.at = at


SYMBOLS = ["**", "==", "!=", "<=", ">=", "->", "+", "-", "*", "/", "%", "(", ")", "<", ">", "=", ",", ";", "?", ":", "{", "}"]
KEYWORDS = {"let", "fn", "while", "and", "or", "not", "print"}


def tokenize(source):
    at = 0
    while at < len(source):
        ch = source[at]
        if ch.isspace():
            at += 1
        elif ch == "#":
            at = (source + "\n").index("\n", at)
        elif ch.isdigit() or ch == "." and source[at + 1 : at + 2].isdigit():
            end = at
            while end < len(source) and (source[end].isalnum() or source[end] == "."):
                end += 1
            yield Token("number", source[at:end], at)
            at = end
        elif ch.isidentifier():
            end = at
            while end < len(source) and (source[end].isalnum() or source[end] == "_"):
                end += 1
            word = source[at:end]
            yield Token(word if word in KEYWORDS else "name", word, at)
            at = end
        else:
            for symbol in SYMBOLS:
                if source.startswith(symbol, at):
                    yield Token(symbol, symbol, at)
                    at += len(symbol)
                    break
            else:
                raise CalcError(f"unexpected {ch!r}", at)
    yield Token("end", "", len(source))


class Function:
    def __init__(self, name, parameters, body, scope):
        self.name, self.parameters, self.body, self.scope = name, parameters, body, scope

    def __call__(self, *arguments):
        if len(arguments) != len(self.parameters):
            raise TypeError(f"{self.name} takes {len(self.parameters)} arguments, got {len(arguments)}")
        return self.body(Scope(self.scope, dict(zip(self.parameters, arguments))))


class Scope:
    def __init__(self, parent=None, names=None):
        self.parent, self.names = parent, names or {}

    def find(self, name):
        scope = self
        while scope is not None:
            if name in scope.names:
                return scope
            scope = scope.parent
        raise NameError(name)


BINARY = {
    "or": (1, None), "and": (2, None),
    "==": (3, lambda a, b: a == b), "!=": (3, lambda a, b: a != b), "<": (4, lambda a, b: a < b), ">": (4, lambda a, b: a > b), "<=": (4, lambda a, b: a <= b), ">=": (4, lambda a, b: a >= b),
    "+": (5, lambda a, b: a + b), "-": (5, lambda a, b: a - b), "*": (6, lambda a, b: a * b), "/": (6, lambda a, b: a / b), "%": (6, lambda a, b: a % b), "**": (8, lambda a, b: a**b),
}


class Parser:
    def __init__(self, source):
        self.tokens = list(tokenize(source))
        self.index = 0

    @property
    def token(self):
        return self.tokens[self.index]

    def accept(self, kind):
        if self.token.kind == kind:
            self.index += 1
            return self.tokens[self.index - 1]
        return None

    def expect(self, kind):
        token = self.accept(kind)
        if token is None:
            found = self.token.text or "the end"
            raise CalcError(f"expected {kind}, found {found}", self.token.at)
        return token

    def program(self):
        statements = []
        while self.token.kind not in ("end", "}"):
            statements.append(self.statement())
            if not self.accept(";"):
                break

        def run(scope):
            result = None
            for statement in statements:
                result = statement(scope)
            return result

        return run

    def statement(self):
        if self.accept("let"):
            name = self.expect("name").text
            self.expect("=")
            value = self.expression()

            def let(scope):
                scope.names[name] = result = value(scope)
                return result

            return let
        if self.accept("fn"):
            name = self.expect("name").text
            parameters = self.parameters()
            body = self.block() if self.token.kind == "{" else (self.expect("->"), self.expression())[1]

            def define(scope):
                scope.names[name] = Function(name, parameters, body, scope)

            return define
        if self.accept("while"):
            condition, body = self.expression(), self.block()

            def loop(scope):
                count = 0
                while condition(scope):
                    body(scope)
                    count += 1
                return count

            return loop
        if self.accept("print"):
            values = [self.expression()]
            while self.accept(","):
                values.append(self.expression())
            return lambda scope: print(*[value(scope) for value in values])
        if self.token.kind == "name" and self.tokens[self.index + 1].kind == "=":
            name = self.expect("name")
            self.expect("=")
            value = self.expression()

            def assign(scope):
                try:
                    target = scope.find(name.text)
                except NameError:
                    raise CalcError(f"{name.text} is not defined", name.at) from None
                target.names[name.text] = value(scope)

            return assign
        return self.expression()

    def parameters(self):
        self.expect("(")
        names = []
        while not self.accept(")"):
            names.append(self.expect("name").text)
            if self.token.kind != ")":
                self.expect(",")
        return names

    def block(self):
        self.expect("{")
        body = self.program()
        self.expect("}")
        return body

    def expression(self, limit=0):
        left = self.prefix()
        while True:
            operator = self.token
            level, function = BINARY.get(operator.kind, (-1, None))
            if operator.kind == "?" and limit == 0:
                self.index += 1
                yes = self.expression()
                self.expect(":")
                no = self.expression()
                left = (lambda test, yes, no: lambda s: yes(s) if test(s) else no(s))(left, yes, no)
                continue
            if level <= limit:
                return left
            self.index += 1
            right = self.expression(level - 1 if operator.kind == "**" else level)
            left = self.combine(operator, function, left, right)

    def combine(self, operator, function, left, right):
        if operator.kind == "and":
            return lambda s: left(s) and right(s)
        if operator.kind == "or":
            return lambda s: left(s) or right(s)

        def apply(scope):
            try:
                return function(left(scope), right(scope))
            except (ArithmeticError, TypeError) as error:
                raise CalcError(f"{type(error).__name__}: {error}", operator.at) from error

        return apply

    def prefix(self):
        token = self.token
        self.index += 1
        match token.kind:
            case "number":
                try:
                    number = float(token.text) if "." in token.text else int(token.text, 0)
                except ValueError:
                    raise CalcError(f"bad number {token.text}", token.at)
                return lambda s: number
            case "-":
                operand = self.expression(7)
                return lambda s: -operand(s)
            case "not":
                operand = self.expression(2)
                return lambda s: not operand(s)
            case "(":
                inner = self.expression()
                self.expect(")")
                return self.postfix(inner, token)
            case "name":

                def load(scope):
                    try:
                        return scope.find(token.text).names[token.text]
                    except NameError:
                        raise CalcError(f"{token.text} is not defined", token.at) from None

                return self.postfix(load, token)
            case _:
                self.index -= 1
                raise CalcError(f"unexpected {token.text or 'end'}", token.at)

    def postfix(self, target, token):
        while self.accept("("):
            arguments = []
            while not self.accept(")"):
                arguments.append(self.expression())
                if self.token.kind != ")":
                    self.expect(",")

            def call(scope, function=target, arguments=tuple(arguments)):
                try:
                    return function(scope)(*[argument(scope) for argument in arguments])
                except TypeError as error:
                    raise CalcError(str(error), token.at) from None

            target = call
        return target


def run(source, scope):
    try:
        parser = Parser(source)
        program = parser.program()
        parser.expect("end")
        return program(scope)
    except CalcError as error:
        line = source.rfind("\n", 0, error.at) + 1
        print("error:", error)
        print("  ", source[line:].split("\n")[0])
        print("  ", " " * (error.at - line) + "^")
    except RecursionError:
        print("error: too deep")


scope = Scope(Scope(names={"abs": abs, "max": max, "pi": 3.14159}))
for source in ("1 + 2 * 3", "2 ** 3 ** 2", "-2 ** 2", "(1 + 2) * 3 - 4 / 2", "7 % 4 == 3 and not 0", "let x = 5; x * x", "x > 3 ? 10 : 20", "fn square(n) -> n * n; square(x + 1)", "fn fact(n) -> n < 2 ? 1 : n * fact(n - 1); fact(30)",
               "let i = 0; let total = 0; while i < 100 { i = i + 1; total = total + square(i) }", "total", "fn counter() { let n = 0; fn next() { n = n + 1; n }; next }; let c = counter(); c() + c() * 10 + c() * 100", "max(abs(-3), pi, 2)", "0x1f + 0b11 + 1.5",
               "print 1, 2 + 3, x", "fn compose(f, g) { fn h(v) -> f(g(v)); h }; compose(square, fact)(3)",
               "1 +", "1 / 0", "undefined + 1", "square(1, 2)", "(1 + 2", "let 5 = 3", "1 $ 2", "x(3)", "5 + square", "y = 1", "12abc", "fn loop(n) -> loop(n + 1); 1", "# only a comment", "1;;2", "print 1,\n  2 +\n  oops"):
    print(source.replace("\n", " "), "=>", run(source, scope))
