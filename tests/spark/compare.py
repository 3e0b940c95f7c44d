"""Runs examples/spark on 200,000 parties and holds every outcome against one process that screens the same file.

    compare.py NAMESIEVE FOLDER    prints how many outcomes are equal, and ends with an error if any is not
"""

import json
import pathlib
import shutil
import subprocess
import sys

PARTIES = 200_000
EXAMPLE = pathlib.Path(__file__).parents[2] / "examples" / "spark" / "screen.py"
# Parties of every outcome: listed names as the press spells them, others, and lines that cannot be screened.
KINDS = [
    {"name": "Benazir Ahmad", "birth": "1963", "country": "Bangladesh"},
    {"name": "ErkenTuniyaz"},
    {"given": "Yon Gil", "family": "Ri"},
    {"name": "Jane Roe", "birth": "1970"},
    {"name": "Олена Бондаренко"},
    {"name": "Khan"},
    {"name": ""},
    {"name": ["A. Somebody", "Sensetime"], "identifier": "B00002095"},
]


def main():
    namesieve, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    file = folder / "parties.jsonl"
    with file.open("w", encoding="utf-8") as lines:
        for at in range(PARTIES):
            party = {"reference": str(at), **KINDS[at % len(KINDS)]}
            lines.write("not JSON\n" if at % 1009 == 0 else json.dumps(party, ensure_ascii=False) + "\n")

    with file.open("rb") as parties:
        alone = subprocess.run([namesieve, "screen", "--stream"], stdin=parties, capture_output=True, check=True).stdout
    out = folder / "outcomes"
    subprocess.run([sys.executable, EXAMPLE, file, out, "--namesieve", namesieve, "--partitions", "6"], check=True)

    # The numbers of lines are those of each partition; all else is the same, in the same order.
    def outcome(line):
        answer = json.loads(line)
        return answer["input"], answer["outcome"]

    one = [outcome(line) for line in alone.decode().splitlines()]
    parts = sorted(out.glob("part-*"))
    many = [outcome(line) for part in parts for line in part.read_text(encoding="utf-8").splitlines()]
    if len(parts) < 6 or len(one) != PARTIES:
        sys.exit(f"{len(parts)} parts and {len(one)} outcomes: the test does not test what it means to")
    if one != many:
        first = next((at for at, pair in enumerate(zip(one, many)) if pair[0] != pair[1]), min(len(one), len(many)))
        sys.exit(f"{len(many)} outcomes of Spark, {len(one)} of one process; the first that differs is number {first + 1}")
    print(f"{len(many)} outcomes of {len(parts)} partitions are those of one process")


if __name__ == "__main__":
    main()
