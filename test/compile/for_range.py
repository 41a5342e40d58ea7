def triangle(n):
    total = 0
    for i in range(n):
        for j in range(i, n, 2):
            total += j
    return total
