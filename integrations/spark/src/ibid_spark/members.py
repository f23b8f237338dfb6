"""The members of a line that a worker wrote, as they stand there."""

import json
from json.decoder import scanstring
from typing import Dict


def members(line: str) -> Dict[str, str]:
    """The JSON text of each member of an object by its key.

    A number that is read and written again may come out in other digits; what is cut out cannot.
    """
    # Not a global: tasks take their globals with them, and this one cannot be pickled.
    value = json.JSONDecoder().raw_decode
    found = {}
    index = 1
    while line[index] != "}":
        key, colon = scanstring(line, index + 1)
        _, end = value(line, colon + 1)
        found[key] = line[colon + 1 : end]
        index = end + 1 if line[end] == "," else end
    return found
