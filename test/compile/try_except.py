def number(text):
    try:
        return int(text)
    except ValueError:
        return None
    except (TypeError, KeyError) as error:
        raise RuntimeError("bad") from error
    else:
        return 0
