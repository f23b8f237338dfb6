#!/usr/bin/env python3
"""Writes Parquet in the form of FineWeb from the sample articles of this repository: sample.py FOLDER [COUNT]

The columns are those that the example reads: text, url, date, language.
"""

import pathlib
import sys

import pyarrow as pa
import pyarrow.parquet as pq

CORPUS = pathlib.Path(__file__).resolve().parents[2] / "corpus"


def main(folder, count=1000, rows_per_file=500):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True)
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(CORPUS.glob("*.txt"))]
    for first in range(0, count, rows_per_file):
        rows = [
            {"text": texts[number % len(texts)], "url": f"https://www.example.org/{number:06}",
             "date": f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}T00:00:00Z", "language": "en"}
            for number in range(first, min(first + rows_per_file, count))]
        # A page that says nothing, as there is one in every crawl.
        rows[0]["text"] = None
        pq.write_table(pa.Table.from_pylist(rows), folder / f"{first // rows_per_file:03}_00000.parquet")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:3]))
