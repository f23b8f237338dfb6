#!/usr/bin/env python3
"""Measures how well `ibid parse` finds the article within real web pages.

Usage: readability.py IBID PACK [--show N] [--peers]

PACK is readability's set of test pages (a folder with, for each page, source.html, expected.html and
expected-metadata.json, or a tar.xz of it); the pages belong to third parties and stay outside this repository.
Text F1 compares the multisets of words of all blocks and footnotes with those of expected.html. Title and byline are
exact up to case, white space and punctuation. --peers adds trafilatura, readability-lxml and resiliparse on the same
pages where they are installed, as rows of one table; MB/s is the pages' bytes by processor time, in one process.
--show N prints the N worst pages.
"""
import argparse
import collections
import concurrent.futures
import html
import json
import pathlib
import re
import resource
import subprocess
import sys
import tarfile
import tempfile
import time


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
    """For each tool that is installed, a function from a page to its text, title and byline; None for what it does not give."""
    found = {}
    # This file has the name of one of the tools.
    here = str(pathlib.Path(__file__).resolve().parent)
    sys.path[:] = [path for path in sys.path if str(pathlib.Path(path or ".").resolve()) != here]
    sys.modules.pop("readability", None)
    try:
        import trafilatura

        def with_trafilatura(page):
            document = trafilatura.bare_extraction(page, with_metadata=True)
            if document is None:
                return "", None, None
            return document.text or "", document.title, document.author

        found["trafilatura"] = with_trafilatura
    except ImportError:
        pass
    try:
        import readability

        def with_readability(page):
            document = readability.Document(page)
            return plain(document.summary()), document.short_title(), None

        found["readability-lxml"] = with_readability
    except ImportError:
        pass
    try:
        from resiliparse.extract.html2text import extract_plain_text

        found["resiliparse"] = lambda page: (extract_plain_text(page, main_content=True), None, None)
    except ImportError:
        pass
    return found


def letters(text):
    return re.sub(r"[\W_]+", "", text or "").lower()


def exact(title, byline, metadata):
    """Whether title and byline are right; None where the page's metadata have none."""
    true_byline = re.sub(r"(?i)^\s*by\s+", "", metadata.get("byline") or "")
    return (
        letters(title) == letters(metadata["title"]) if metadata.get("title") else None,
        letters(byline) == letters(true_byline) if true_byline else None,
    )


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
    right_title, right_byline = exact(title, authors, metadata)
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
            compare(rows, folders, chosen.ibid)


def mean(values):
    values = [value for value in values if value is not None]
    return sum(values) / len(values) if values else None


def compare(rows, folders, program):
    paths = [folder / "source.html" for folder in folders]
    size = sum(path.stat().st_size for path in paths)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([program, "parse", "--format", "text", *map(str, paths)], stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    table = [("ibid", mean(row[1] for row in rows), mean(row[2] for row in rows), mean(row[3] for row in rows),
              size / seconds / 1e6)]
    for name, extract in peers().items():
        scores, titles, bylines, seconds = [], [], [], 0.0
        for folder in folders:
            page = (folder / "source.html").read_text(encoding="utf-8", errors="replace")
            truth = words(plain((folder / "expected.html").read_text(encoding="utf-8", errors="replace")))
            metadata = json.loads((folder / "expected-metadata.json").read_text(encoding="utf-8"))
            start = time.process_time()
            try:
                text, title, byline = extract(page)
            except Exception:  # a tool that fails on a page has found nothing
                text, title, byline = "", None, None
            seconds += time.process_time() - start
            scores.append(f1(words(text), truth))
            right = exact(title, byline, metadata)
            titles.append(right[0])
            bylines.append(right[1])
        gives_title, gives_byline = name != "resiliparse", name == "trafilatura"
        table.append((name, mean(scores), mean(titles) if gives_title else None,
                      mean(bylines) if gives_byline else None, size / seconds / 1e6))
    print("\n| tool | text F1 | title | byline | MB/s |\n|---|---|---|---|---|")
    for name, *figures, rate in table:
        print(f"| {name} | " + " | ".join("–" if x is None else f"{x:.3f}" for x in figures) + f" | {rate:.1f} |")


def report(rows, chosen):
    titles = [row[2] for row in rows if row[2] is not None]
    bylines = [row[3] for row in rows if row[3] is not None]
    print(f"ibid: {len(rows)} pages, text F1 {mean(row[1] for row in rows):.3f}, "
          f"title {mean(titles) or 0:.3f} of {len(titles)}, byline {mean(bylines) or 0:.3f} of {len(bylines)}")
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
