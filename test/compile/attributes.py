def touch(node):
    node.count += 1
    return node.parent.name
