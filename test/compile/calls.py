def call(f, args, kwargs):
    f()
    f(1, 2)
    f(1, key=2)
    f(*args, **kwargs)
    return f.method(1)
