#!/usr/bin/env python3
"""Reads web archives with ibid and with warcio and fastwarc: the same pages, and how many a second.

  Benchmarks/archives.py --ibid .build/release/ibid [--pages 2000] [ARCHIVE …]

Without archives it makes two of invented pages: `pages.warc.gz` as crawlers write it (requests, pictures, redirects
and metadata between the pages) and `texts.wet.gz`. The peers' records are reduced to articles by the rules of
docs/archives.md, in Python, and must be those of `ibid documents`: same addresses, same sources, same order. Then
`ibid parse` and `ibid run counting` read them, with one worker. Prints a Markdown table.
"""

import argparse
import gzip
import json
import pathlib
import re
import resource
import subprocess
import sys
import tempfile
import time

import generate


def record(kind, address, media, block):
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Date: 2026-01-02T03:04:05Z\r\n"
    head += f"WARC-Target-URI: {address}\r\nContent-Type: {media}\r\nContent-Length: {len(block)}\r\n\r\n"
    return gzip.compress(head.encode() + block + b"\r\n\r\n", compresslevel=6, mtime=0)


def answer(header, body, status="200 OK"):
    return f"HTTP/1.1 {status}\r\n{header}\r\n\r\n".encode() + body


def make(folder, pages):
    """Writes the two archives; pages of about 60 KB, of which a tenth is in another character set."""
    pages_path, texts_path = folder / "pages.warc.gz", folder / "texts.wet.gz"
    subprocess.run(
        [sys.executable, generate.__file__, folder / "html", "--shape", "html", "--files", str(pages), "--kilobytes", "60"],
        check=True)
    subprocess.run(
        [sys.executable, generate.__file__, folder / "text", "--shape", "mixed", "--files", str(pages), "--kilobytes", "5"],
        check=True)
    http = "application/http; msgtype=response"
    with open(pages_path, "wb") as out:
        for number, path in enumerate(sorted((folder / "html").iterdir())):
            address = f"https://site{number % 50}.example/{path.name}"
            body, header = path.read_bytes(), "Content-Type: text/html; charset=utf-8"
            if number % 10 == 3:
                body = body.decode().encode("cp1252", "xmlcharrefreplace")
                header = "Content-Type: text/html; charset=ISO-8859-1"
            if number % 10 == 5:
                body, header = gzip.compress(body, 6), header + "\r\nContent-Encoding: gzip"
            out.write(record("request", address, "application/http; msgtype=request", b"GET / HTTP/1.1\r\n\r\n"))
            out.write(record("response", address, http, answer(header, body)))
            out.write(record("metadata", address, "application/warc-fields", b"fetchTimeMs: 12\r\n"))
            if number % 7 == 0:
                picture = answer("Content-Type: image/png", bytes(range(256)) * 100)
                out.write(record("response", address + ".png", http, picture))
                moved = answer("Location: /\r\nContent-Type: text/html", b"<p>moved", "301 Moved")
                out.write(record("response", address + "/", http, moved))
    with open(texts_path, "wb") as out:
        for number, path in enumerate(sorted((folder / "text").iterdir())):
            out.write(record("conversion", f"https://text.example/{number}", "text/plain", path.read_bytes()))
    return [pages_path, texts_path]


def article(kind, address, media, status, content_type, body):
    """The article of a peer's record, or None: what docs/archives.md says, on its own."""
    if kind == "conversion":
        return address, "text", body.decode("utf-8", "replace")
    if kind != "response" or not media.startswith("application/http") or not 200 <= status < 300:
        return None
    name, _, rest = content_type.partition(";")
    name = name.strip().lower()
    if name not in ("text/html", "application/xhtml+xml", "text/plain") or not body:
        return None
    try:
        source = body.decode("utf-8")
    except UnicodeDecodeError:
        label = re.search(r"charset=[\"']?([\w-]+)", rest)
        label = label[1].lower() if label else "utf-8"
        source = body.decode("cp1252" if label == "iso-8859-1" else label, "replace")
    return address, "text" if name == "text/plain" else "html", source


def warcio_articles(path):
    from warcio.archiveiterator import ArchiveIterator

    with open(path, "rb") as stream:
        for found in ArchiveIterator(stream):
            head, http = found.rec_headers, found.http_headers
            status = int(http.get_statuscode()) if http and found.rec_type == "response" else 0
            content_type = http.get_header("content-type") or "" if http else ""
            yield article(
                found.rec_type, head.get_header("WARC-Target-URI"), head.get_header("Content-Type") or "",
                status, content_type, found.content_stream().read())


def fastwarc_articles(path):
    from fastwarc.warc import ArchiveIterator

    with open(path, "rb") as stream:
        for found in ArchiveIterator(stream, auto_decode="all"):
            http = found.http_headers
            kind = found.headers.get("WARC-Type")
            status = http.status_code if http and kind == "response" else 0
            content_type = (http.get("content-type") or "") if http else ""
            yield article(
                kind, found.headers.get("WARC-Target-URI"), found.headers.get("Content-Type") or "", status or 0,
                content_type, found.reader.read())


def ibid_articles(ibid, path):
    lines = subprocess.run([ibid, "documents", path], stdout=subprocess.PIPE, check=True).stdout
    for line in lines.split(b"\n")[:-1]:
        found = json.loads(line)
        key = next(key for key in ("text", "html", "markdown", "problem") if key in found)
        yield found["id"], key, found[key]


def timed(command):
    """Seconds of the clock and of the processor."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    took = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return took, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def compare(ibid, path):
    ours = list(ibid_articles(ibid, path))
    rows = []
    for name, peer in (("warcio", warcio_articles), ("fastwarc", fastwarc_articles)):
        start = time.process_time()
        theirs = [found for found in peer(path) if found]
        took = time.process_time() - start
        if theirs != ours:
            place = next((i for i, pair in enumerate(zip(theirs, ours)) if pair[0] != pair[1]), min(len(theirs), len(ours)))
            sys.exit(f"{path.name}: {name} has {len(theirs)} articles, ibid {len(ours)}; they differ at {place}")
        rows.append((f"{name}, articles alone", took))
    for name, command in (
        ("`ibid documents`", [ibid, "documents", path]),
        ("`ibid parse`", [ibid, "parse", path]),
        ("`ibid run counting -j 1`", [ibid, "run", "counting", path, "-j", "1", "--no-cache", "--format", "jsonl"]),
    ):
        rows.append((name, min(timed(command)[1] for _ in range(3))))
    print(f"\n{path.name}: {len(ours)} articles, {sum(len(found[2].encode()) for found in ours) / 1e6:.1f} MB, "
          f"{path.stat().st_size / 1e6:.1f} MB compressed\n")
    print("| | seconds of CPU | articles a second |\n|---|---|---|")
    for name, took in rows:
        print(f"| {name} | {took:.2f} | {len(ours) / took:,.0f} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archives", nargs="*", type=pathlib.Path)
    parser.add_argument("--ibid", default=".build/release/ibid")
    parser.add_argument("--pages", type=int, default=2000)
    options = parser.parse_args()
    ibid = str(pathlib.Path(options.ibid).resolve())
    with tempfile.TemporaryDirectory() as folder:
        for path in options.archives or make(pathlib.Path(folder), options.pages):
            compare(ibid, path)


if __name__ == "__main__":
    main()
