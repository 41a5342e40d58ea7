def release(lock):
    try:
        return lock.use()
    finally:
        lock.free()
