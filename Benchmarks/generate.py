#!/usr/bin/env python3
"""Writes a large corpus of invented articles: the same arguments give the same bytes.

  Benchmarks/generate.py FOLDER --shape prose --files 200 --kilobytes 20

Shapes: prose (paragraphs and headings), notes ([12] and definitions, Ibid.), tables (tables and polls),
mixed (all of them with navigation and pull quotes), markdown, html. With --files 1 the corpus is one big file.
Words are made of syllables, so nothing is anybody's text.
"""

import argparse
import pathlib
import random

ONSETS = "b c d f g h l m n p r s t v br cl dr fl gr pl pr sh st th tr".split()
VOWELS = "a e i o u ai ea ee ie oo ou".split()
CODAS = ["", "", "", "l", "m", "n", "r", "s", "t", "nd", "ng", "rk", "st"]
SMALL = "the of and to in a is that for it as was with be by on not he his but at are this have".split()
EXTENSIONS = {"markdown": "md", "html": "html"}


class Writer:
    """Sentences, paragraphs and parts of articles from one seeded source of chance."""

    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.words = [self.invent() for _ in range(4000)]
        # Words of a language are used very unequally: by Zipf's law the n-th as often as 1/n.
        self.weights = [1 / (rank + 1) for rank in range(len(self.words))]

    def invent(self):
        syllables = self.chance.choices([1, 2, 3], [3, 5, 2])[0]
        pick = self.chance.choice
        return "".join(pick(ONSETS) + pick(VOWELS) + pick(CODAS) for _ in range(syllables))

    def some(self, count):
        rare = self.chance.choices(self.words, self.weights, k=count)
        return [self.chance.choice(SMALL) if self.chance.random() < 0.45 else word for word in rare]

    def sentence(self, low=8, high=28):
        words = self.some(self.chance.randint(low, high))
        if len(words) > 12:
            words[self.chance.randint(4, 8)] += ","
        return " ".join(words).capitalize() + self.chance.choice("....?")

    def paragraph(self, mark=lambda: ""):
        sentences = [self.sentence() + mark() for _ in range(self.chance.randint(3, 7))]
        return " ".join(sentences)

    def title(self):
        return " ".join(self.some(self.chance.randint(2, 5))).title()


class Notes:
    """Numbers references as they come and writes their definitions."""

    def __init__(self, writer, form="[{}]"):
        self.writer, self.form, self.count = writer, form, 0

    def mark(self):
        if self.writer.chance.random() > 0.3:
            return ""
        self.count += 1
        return self.form.format(self.count)

    def definitions(self):
        for number in range(1, self.count + 1):
            if number > 1 and self.writer.chance.random() < 0.2:
                yield f"{number}. Ibid."
            else:
                year = self.writer.chance.randint(1950, 2020)
                yield f"{number}. {self.writer.title()}, {year}, http://example.org/{number}"


def table(writer):
    width = writer.chance.randint(2, 5)
    yield f"Table {writer.chance.randint(1, 9)}. {writer.title()}"
    yield " | ".join(writer.some(width))
    yield "|".join(["---"] * width)
    for _ in range(writer.chance.randint(3, 12)):
        yield " | ".join([writer.title()] + [str(writer.chance.randint(0, 9999)) for _ in range(width - 1)])


def poll(writer):
    votes = [writer.chance.randint(1, 200) for _ in range(writer.chance.randint(2, 5))]
    total = sum(votes)
    yield writer.sentence(5, 9).rstrip(".?") + "?"
    for count in votes:
        yield writer.title()
        yield f"{count} ({round(100 * count / total)}%)"
    yield f"Total Votes: {total}"


def text(writer, shape, size):
    """A text of about `size` bytes, one line at a time, with blank lines between blocks."""
    notes = Notes(writer)
    mark = notes.mark if shape in ("notes", "mixed") else lambda: ""
    lines = [writer.title(), "", f"By {writer.title()}", ""]
    if shape == "mixed":
        lines = ["Home | News | Archive", "", *lines, "Share this article", ""]
    done = 0
    while done < size:
        block = [writer.paragraph(mark)]
        roll = writer.chance.random()
        if roll < 0.12:
            block = [writer.title(), "", *block]
        elif shape in ("tables", "mixed") and roll < 0.3:
            block += ["", *(table(writer) if roll < 0.24 else poll(writer))]
        elif shape == "mixed" and roll < 0.35:
            block += ["", "“" + block[0].split(". ")[0] + "”"]
        lines += [*block, ""]
        done += sum(len(line) + 1 for line in block)
    if notes.count:
        lines += ["Notes", "", *notes.definitions()]
    return "\n".join(lines) + "\n"


def markdown(writer, size):
    notes = Notes(writer, "[^{}]")
    lines = ["---", f"title: {writer.title()}", "date: 2020-01-02", "---", ""]
    done = 0
    while done < size:
        block = [writer.paragraph(notes.mark)]
        roll = writer.chance.random()
        if roll < 0.15:
            block = [f"## {writer.title()}", "", *block]
        elif roll < 0.3:
            block += [""] + [f"- *{writer.title()}* {writer.sentence()}" for _ in range(4)]
        elif roll < 0.4:
            block += [""] + [f"| {row} |" for row in list(table(writer))[1:]]
        lines += [*block, ""]
        done += sum(len(line) + 1 for line in block)
    lines += [f"[^{number}]: {writer.sentence()}" for number in range(1, notes.count + 1)]
    return "\n".join(lines) + "\n"


def html(writer, size):
    links = "".join(f'<li><a href="/{word}">{word}</a></li>' for word in writer.some(12))
    parts = [
        f"<!doctype html>\n<html><head><title>{writer.title()}</title></head>\n<body>\n<nav><ul>{links}</ul></nav>",
        f"<article>\n<h1>{writer.title()}</h1>",
    ]
    done = 0
    while done < size:
        block = f'<p class="text">{writer.paragraph()} <a href="http://example.org/">{writer.title()}</a></p>'
        if writer.chance.random() < 0.15:
            block = f"<h2>{writer.title()}</h2>\n{block}"
        parts.append(block)
        done += len(block)
    parts.append("</article>\n<footer>Copyright 2020</footer>\n</body></html>")
    return "\n".join(parts) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--shape", default="mixed", choices=["prose", "notes", "tables", "mixed", "markdown", "html"])
    parser.add_argument("--files", type=int, default=100)
    parser.add_argument("--kilobytes", type=int, default=20, help="of each file, about")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    writer = Writer(f"{arguments.seed} {arguments.shape}")
    extension = EXTENSIONS.get(arguments.shape, "txt")
    size = arguments.kilobytes * 1000
    for number in range(arguments.files):
        if arguments.shape == "markdown":
            article = markdown(writer, size)
        elif arguments.shape == "html":
            article = html(writer, size)
        else:
            article = text(writer, arguments.shape, size)
        (arguments.folder / f"{number:06}.{extension}").write_text(article, encoding="utf-8")


if __name__ == "__main__":
    main()
