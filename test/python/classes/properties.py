"""property: getters, setters, deleters, inheritance, docs, errors, decoration styles."""


class Temperature:
    def __init__(self, celsius):
        self._celsius = celsius

    @property
    def celsius(self):
        "Degrees."
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        if value < -273.15:
            raise ValueError("too cold")
        self._celsius = value

    @celsius.deleter
    def celsius(self):
        print("deleting")
        del self._celsius

    @property
    def fahrenheit(self):
        return self.celsius * 9 / 5 + 32

    def get_kelvin(self):
        return self._celsius + 273.15

    def set_kelvin(self, value):
        self._celsius = value - 273.15

    kelvin = property(get_kelvin, set_kelvin, doc="Absolute.")
    write_only = property(None, lambda self, value: print("wrote", value))
    nothing = property()


t = Temperature(25.0)
print(t.celsius, t.fahrenheit, t.kelvin, Temperature.celsius.__doc__, Temperature.kelvin.__doc__, Temperature.kelvin.fget.__name__, Temperature.fahrenheit.fset, type(Temperature.celsius).__name__)
t.celsius = 30
t.kelvin += 10
t.write_only = 7
print(round(t.celsius, 6), vars(t).keys())
for bad in (lambda: setattr(t, "fahrenheit", 1), lambda: delattr(t, "kelvin"), lambda: t.write_only, lambda: t.nothing, lambda: setattr(t, "nothing", 1), lambda: setattr(t, "celsius", -500), lambda: delattr(t, "fahrenheit"), lambda: property(1, 2, 3, 4, 5), lambda: property(bogus=1), lambda: property(5).__get__(t), lambda: setattr(Temperature.celsius, "fget", 1)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
del t.celsius
try:
    t.celsius
except AttributeError as error:
    print(error, error.name, error.obj is t)


class Sub(Temperature):
    @property
    def celsius(self):
        return super().celsius + 1

    @celsius.setter
    def celsius(self, value):
        Temperature.celsius.fset(self, value - 1)

    fahrenheit = Temperature.fahrenheit.setter(lambda self, value: setattr(self, "celsius", (value - 32) / 9 * 5))


s = Sub(10)
s.celsius = 20
print(s.celsius, s._celsius, s.fahrenheit)
s.fahrenheit = 50
print(s.celsius)
s.__dict__["celsius"] = "ignored"
print(s.celsius, Temperature.fahrenheit.fset)


class Raises:
    @property
    def broken(self):
        return self.missing_inside

    def __getattr__(self, name):
        return "fallback " + name


print(Raises().broken, Raises().other)


class Hidden:
    @property
    def value(self):
        raise AttributeError("inner message")

    def __getattr__(self, name):
        return "getattr was asked for " + name


print(Hidden().value, hasattr(Hidden(), "value"))


class Hidden2:
    value = Hidden.value


print(hasattr(Hidden2(), "value"), getattr(Hidden2(), "value", "default"))


class Counter:
    count = 0

    @property
    def next(self):
        type(self).count += 1
        return self.count


counter = Counter()
print(counter.next, counter.next, Counter.count, counter.count)


class Upper(property):
    def __get__(self, instance, owner=None):
        result = super().__get__(instance, owner)
        return result.upper() if instance is not None else result


class Shout:
    @Upper
    def word(self):
        return "hey"

    def named(self):
        "doc from function"

    prop = property(named)


print(Shout().word, isinstance(Shout.word, Upper), Shout.prop.__doc__, Shout.prop.__name__, property(lambda self: 1).__get__("x"), Shout.__dict__["prop"].__isabstractmethod__)
prop = property(lambda self: "a")
other = prop.getter(lambda self: "b")
print(prop is other, prop.__get__(1), other.__get__(1), other.fset)
