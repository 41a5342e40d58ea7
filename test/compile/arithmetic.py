def hypotenuse_squared(a, b):
    return a * a + b * b - 1
