"""Generated articles: notes, a table, terms with their translations, in many sizes; the same for the same number."""

import random

import pyarrow as pa
import pyarrow.parquet as pq

_WORDS = (
    "harbour ledger captain voyage merchant cargo winter letter island market council paper quarry bridge river "
    "account treaty engine garden painter window village archive museum signal lantern station carriage weather "
    "the of and to in a is that for it was on are as with his they at be this from have or by one had not but what "
    "all were when we there can an your which their said if do will each about how up out them then she many some").split()
_TERMS = [
    ("Harbour Trade Office", "HTO"), ("Central Archive of Letters", "CAL"), ("North Sea Company", "NSC"),
    ("Winter Relief Fund", "WRF"), ("Board of Inland Rivers", "BIR")]
_GLOSSES = [("Fernweh", "a longing for far places"), ("Hafen", "harbour"), ("saudade", "a longing for what is gone")]


def article(number: int) -> dict:
    """An article; its identifier sorts as its number does."""
    choose = random.Random(number)

    def sentence():
        words = choose.choices(_WORDS, k=choose.randint(5, 24))
        return " ".join(words).capitalize() + choose.choice([".", ".", ".", "?", "!"])

    def paragraph():
        return " ".join(sentence() for _ in range(choose.randint(2, 7)))

    long, short = choose.choice(_TERMS)
    word, gloss = choose.choice(_GLOSSES)
    parts = [f"The {choose.choice(_WORDS)} of {number}", f"By A. Writer {number % 97}"]
    parts += [paragraph() for _ in range(choose.randint(1, 5))]
    parts.append(f"The {long} ({short}) kept a ledger.[1] They called it “{word}” ({gloss}).[2] {sentence()}")
    if number % 5 == 0:
        parts.append("\n".join(
            f"| {name} | {value} |" for name, value in [("Year", "Tons"), ("---", "---"), (1800 + number % 99, number % 1009)]))
    parts += [f"{short} closed in {1800 + number % 99}. {sentence()}", "Notes"]
    parts.append(f"[1] {long}, Annual report {number}, p. {number % 300}.\n[2] Ibid., https://www.example.org/{number}")
    return {
        "id": f"article-{number:09}", "text": "\n\n".join(parts), "url": f"https://www.example.org/{number}",
        "date": f"20{number % 25:02}-{number % 12 + 1:02}-{number % 28 + 1:02}", "language": "en"}


def write_parquet(path, count: int, files: int = 1) -> None:
    """Writes articles in the form of FineWeb, in order, as one file or a folder of several."""
    path.mkdir(parents=True)
    for file in range(files):
        rows = [article(number) for number in range(count * file // files, count * (file + 1) // files)]
        pq.write_table(pa.Table.from_pylist(rows), path / f"part-{file:05}.parquet", row_group_size=2000)
