#!/usr/bin/env python3
"""Measures how well `ibid parse` finds the article within real web pages.

Usage: readability.py IBID PACK [--show N] [--peers]

PACK is readability's set of test pages (a folder with, for each page, source.html, expected.html and
expected-metadata.json, or a tar.xz of it); the pages belong to third parties and stay outside this repository.
Text F1 compares the multisets of words of all blocks and footnotes with those of expected.html. Title and byline are
exact up to case, white space and punctuation. --peers measures trafilatura, readability-lxml and resiliparse on the same
pages where they are installed. --show N prints the N worst pages.
"""
import argparse
import collections
import concurrent.futures
import html
import json
import pathlib
import re
import subprocess
import tarfile
import tempfile


def words(text):
    return collections.Counter(re.findall(r"\w+", text.lower()))


def plain(page):
    page = re.sub(r"(?is)<(script|style|noscript)\b.*?</\1>|<!--.*?-->", " ", page)
    return html.unescape(re.sub(r"<[^>]+>", " ", page))


def f1(said, true):
    hit = sum((said & true).values())
    if not hit:
        return 0.0 if true else float(not said)
    precision, recall = hit / sum(said.values()), hit / sum(true.values())
    return 2 * precision * recall / (precision + recall)


def flat(blocks):
    for block in blocks:
        yield block
        yield from flat(block.get("items", []) + block.get("blocks", []))


def ibid_text(article):
    parts = []
    for block in flat(article["blocks"] + article["footnotes"]):
        parts.append(block.get("text") or "")
        if block["kind"] == "table":
            parts += [block.get("label") or "", block.get("caption") or ""]
            parts += [cell for row in [block.get("header") or []] + block["rows"] for cell in row]
        if block["kind"] == "poll":
            parts.append(block["question"])
            for option in block["options"]:
                parts += [option["label"], str(option["votes"] or ""), str(option["percent"] or "")]
    return " ".join(parts)


def ibid(program, path):
    run = subprocess.run([program, "parse", "--format", "json", str(path)], capture_output=True, timeout=60)
    article = json.loads(run.stdout)
    authors = ", ".join(a["name"] for a in article["authors"] if a["name"])
    return ibid_text(article), article["title"], authors


def peers():
    found = {}
    try:
        import trafilatura

        found["trafilatura"] = lambda page: trafilatura.extract(page) or ""
    except ImportError:
        pass
    try:
        import readability

        found["readability-lxml"] = lambda page: plain(readability.Document(page).summary())
    except ImportError:
        pass
    try:
        from resiliparse.extract.html2text import extract_plain_text

        found["resiliparse"] = lambda page: extract_plain_text(page, main_content=True)
    except ImportError:
        pass
    return found


def letters(text):
    return re.sub(r"[\W_]+", "", text or "").lower()


def measure(task):
    program, folder = task
    path = folder / "source.html"
    truth = words(plain((folder / "expected.html").read_text(encoding="utf-8", errors="replace")))
    metadata = json.loads((folder / "expected-metadata.json").read_text(encoding="utf-8"))
    try:
        text, title, authors = ibid(program, path)
    except Exception as fault:
        return folder.name, 0.0, None, None, {}, str(fault)
    detail = {}
    said = words(text)
    detail["missing"] = (truth - said).most_common(6)
    detail["missing words"] = sum((truth - said).values())
    detail["extra words"] = sum((said - truth).values())
    detail["extra"] = (said - truth).most_common(6)
    right_title = None if not metadata.get("title") else letters(title) == letters(metadata["title"])
    right_byline = None
    if metadata.get("byline"):
        said_byline, true_byline = letters(authors), letters(re.sub(r"(?i)^\s*by\s+", "", metadata["byline"]))
        right_byline = said_byline == true_byline
    detail["title"] = (title, metadata.get("title"))
    detail["byline"] = (authors, metadata.get("byline"))
    return folder.name, f1(said, truth), right_title, right_byline, detail, None


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("ibid")
    options.add_argument("pack")
    options.add_argument("--show", type=int, default=0)
    options.add_argument("--titles", action="store_true")
    options.add_argument("--peers", action="store_true")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as root:
        pack = pathlib.Path(chosen.pack)
        if pack.is_file():
            with tarfile.open(pack) as archive:
                archive.extractall(root)
            pack = pathlib.Path(root)
        folders = sorted(path.parent for path in pack.rglob("expected.html"))
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            rows = list(pool.map(measure, [(chosen.ibid, folder) for folder in folders]))
        report(rows, chosen)
        if chosen.peers:
            for name, extract in peers().items():
                scores = []
                for folder in folders:
                    page = (folder / "source.html").read_text(encoding="utf-8", errors="replace")
                    truth = words(plain((folder / "expected.html").read_text(encoding="utf-8", errors="replace")))
                    scores.append(f1(words(extract(page)), truth))
                print(f"{name}: text F1 {sum(scores) / len(scores):.3f}")


def report(rows, chosen):
    mean = lambda values: sum(values) / len(values) if values else 0.0
    titles = [row[2] for row in rows if row[2] is not None]
    bylines = [row[3] for row in rows if row[3] is not None]
    print(f"ibid: {len(rows)} pages, text F1 {mean([row[1] for row in rows]):.3f}, "
          f"title {mean(titles):.3f} of {len(titles)}, byline {mean(bylines):.3f} of {len(bylines)}")
    for name, score, _, _, detail, fault in sorted(rows, key=lambda row: row[1])[:chosen.show]:
        print(f"  {score:.3f} {name} {fault or ''}")
        if detail:
            print(f"        {detail['missing words']} missing {detail['missing']}")
            print(f"        {detail['extra words']} extra {detail['extra']}")
    if chosen.titles:
        for name, _, right_title, right_byline, detail, _ in rows:
            if right_title is False:
                print(f"  title {name}: {detail['title']}")
            if right_byline is False:
                print(f"  byline {name}: {detail['byline']}")


if __name__ == "__main__":
    main()
