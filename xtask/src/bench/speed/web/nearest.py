"""Asks RapidFuzz, by its token_set_ratio, for the listed names nearest to each name, and prints the answers as JSON: `python nearest.py NAMES`."""

import json
import sys
from time import perf_counter

try:
    from rapidfuzz import __version__, fuzz, process, utils
except ImportError:
    sys.exit("this Python has no rapidfuzz")

# So many names are asked for: a party has several, and the first ten parties are what counts.
NAMES = 100

# So many names of each kind are asked at most: every listed name is compared with each.
FEW = 100

with open(sys.argv[1], encoding="utf-8") as file:
    names = json.load(file)


def millis(began):
    return (perf_counter() - began) * 1000


def found(name):
    began = perf_counter()
    # Names are words in any order, with more of them in one spelling than in the other.
    nearest = process.extract(utils.default_process(name), texts, scorer=fuzz.token_set_ratio, limit=NAMES)
    return {"ms": millis(began), "parties": [names["listed"][at][1] for _, _, at in nearest]}


began = perf_counter()
texts = [utils.default_process(name) for name, _ in names["listed"]]
indexing = millis(began)
kinds = [[found(asked["name"]) for asked in kind["names"][:FEW]] for kind in names["kinds"] if kind["sought"]]
print(json.dumps({"peer": f"RapidFuzz {__version__}", "indexing": indexing, "kinds": kinds}))
