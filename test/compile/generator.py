def walk(tree):
    if tree is not None:
        yield from walk(tree.left)
        sent = yield tree.value
        yield sent
