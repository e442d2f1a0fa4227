"""Files that are whole or not there, and their checksums."""
import hashlib
import json
import os


def sha256(path):
    """Lower-case hexadecimal SHA-256 of a file's bytes."""
    digest = hashlib.sha256()
    with open(path, "rb") as stream:
        for block in iter(lambda: stream.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


def write_whole(path, write):
    """Calls `write(stream)` on a neighbour of `path` and renames it into place, so that no reader sees half a file."""
    partial = f"{path}.partial"
    with open(partial, "wb") as stream:
        write(stream)
        stream.flush()
        os.fsync(stream.fileno())
    os.replace(partial, path)


def write_json(path, value):
    """Writes JSON as UTF-8 with sorted keys; numbers that are not finite are a broken promise (ValueError)."""
    text = json.dumps(value, indent=2, sort_keys=True, ensure_ascii=False, allow_nan=False) + "\n"
    write_whole(path, lambda stream: stream.write(text.encode("utf-8")))
