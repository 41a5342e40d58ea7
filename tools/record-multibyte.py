"""Records the multibyte codecs of CPython as JSON on standard output. Run by the reference CPython for tools/generate-multibyte.ts."""

import json
import sys

ENCODINGS = """gb2312 gbk gb18030 big5 cp950 big5hkscs euc_kr cp949 johab
shift_jis cp932 euc_jp shift_jis_2004 euc_jis_2004 shift_jisx0213 euc_jisx0213""".split()


def decoded(data, encoding):
    """The code points, or how it fails."""
    try:
        return [ord(c) for c in data.decode(encoding)]
    except UnicodeDecodeError as error:
        return "incomplete" if error.reason.startswith("incomplete") else "illegal"


def encoded(text, encoding):
    """The bytes as one number, or -1."""
    try:
        return int.from_bytes(text.encode(encoding))
    except UnicodeEncodeError:
        return -1


def checksum(values):
    total = 0
    for value in values:
        total = (total * 31 + value) & 0xFFFFFFFF
    return total - (1 << 32) if total >> 31 else total


def checksums(encoding):
    """Of all pairs decoded and all characters encoded, as the unit tests compute them."""
    text = "".join(
        bytes(byte for trail in range(256) for byte in (*first, trail, 10)).decode(encoding, "replace")
        for first in [*([lead] for lead in range(128, 256)), *([0x8F, lead] for lead in range(161, 255))]
    )
    data = b"".join("".join(map(chr, range(start, start + 256))).encode(encoding, "ignore") for start in range(0, 0x30000, 256))
    return [checksum(map(ord, text)), checksum(data)]


def record(encoding):
    singles = [decoded(bytes([b]), encoding) for b in range(256)]
    leads = [b for b in range(256) if singles[b] == "incomplete"]
    pairs, triples = [], []
    for lead in leads:
        for trail in range(256):
            found = decoded(bytes([lead, trail]), encoding)
            if isinstance(found, list):
                pairs.append([lead * 256 + trail, found])
            elif found == "incomplete" and lead == 0x8F:
                for third in range(256):
                    found = decoded(bytes([lead, trail, third]), encoding)
                    if isinstance(found, list) and len(found) == 1:
                        triples.append([trail * 256 + third, found])
    return {
        "singles": [s[0] if isinstance(s, list) else -1 if s == "incomplete" else -2 for s in singles],
        "pairs": pairs,
        "triples": triples,
        "checksums": checksums(encoding),
        "encode": [[c, n] for c in range(0x110000) if (n := encoded(chr(c), encoding)) >= 0],
    }


json.dump({encoding: record(encoding) for encoding in ENCODINGS}, sys.stdout)
