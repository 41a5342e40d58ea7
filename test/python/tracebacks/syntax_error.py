"""A syntax error in the program itself: nothing runs, the error is shown with its line and carets."""

print("never printed")


def average(values):
    return sum(values) / len(values


print(average([1, 2, 3]))
