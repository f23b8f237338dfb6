"""Looks at the HTML report with Chromium: run by `make test-report`.

IBID names the executable, AXE the file axe.min.js, and OUT the folder for the report and its screenshots.
"""

import json
import os
import subprocess
import unittest
from pathlib import Path

from webdriver import Browser

IBID = os.environ["IBID"]
OUT = Path(os.environ["OUT"]).resolve()
AXE = Path(os.environ["AXE"]).read_text()
CORPUS = Path(__file__).resolve().parents[2] / "corpus"

SIZES = {"phone": (390, 844), "desktop": (1366, 900), "wide": (1980, 1100)}
PAGES = ["index.html", "articles/corpus-lighthouse-keepers.txt.html",
         "articles/corpus-bread-ovens.md.html", "articles/corpus-glass-museum.html.html",
         "articles/corpus-falaj.txt.html", "articles/corpus-tram-polls.txt.html"]

INJECTIONS = """\
<script>window.broken = 1</script> \"><img src=x onerror="window.broken = 1">

<svg onload="window.broken = 1"><animate onbegin="window.broken = 1" attributeName=x dur=1s></svg> [1]

</style><style>* { display: none !important }</style></title></textarea><iframe srcdoc="<script>parent.broken = 1</script>">

[link](javascript:window.broken=1) and <a href="javascript:window.broken=1">link</a>, `</code><script>window.broken = 1</script>`

| <script>window.broken = 1</script> | b |
|---|---|
| ' onmouseover='window.broken=1 | 2 |

1. <base href="//example.org"><meta http-equiv=refresh content="0;url=//example.org">
"""


def ibid(*arguments, folder=None):
    """Runs the executable; a run with failed records is as good as one without."""
    done = subprocess.run([IBID, *map(str, arguments)], cwd=folder or CORPUS.parent,
                          capture_output=True, text=True)
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr)
    return done.stdout


class ReportTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        OUT.mkdir(parents=True, exist_ok=True)
        cls.report = OUT / "report"
        ibid("run", "summary,counting,glossary", "corpus", "--format", "html", "-o", cls.report)
        cls.browser = Browser()

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()

    def open(self, name, size="desktop", scheme="light", media=""):
        self.browser.show(*SIZES[size], scheme, media)
        self.browser.console()
        self.browser.open(self.report / name)

    def column(self, label):
        """The cells of a column, from the top."""
        return self.browser.run("""
            const at = [...document.querySelectorAll("#rows th")]
              .findIndex((each) => each.textContent === arguments[0]);
            return [...document.querySelectorAll("#rows tbody tr")]
              .map((row) => row.cells[at].textContent);""", label)

    def click_heading(self, label):
        return self.browser.run("""
            const heading = [...document.querySelectorAll("#rows th")]
              .find((each) => each.textContent === arguments[0]);
            heading.querySelector("button").click();
            return heading.getAttribute("aria-sort");""", label)

    def filter(self, text):
        return self.browser.run_async("""
            const [text, done] = arguments;
            const query = document.getElementById("query");
            query.value = text;
            query.dispatchEvent(new Event("input"));
            setTimeout(() => done(document.getElementById("count").textContent), 200);""", text)

    def test_a_click_on_a_heading_sorts(self):
        self.open("index.html")
        self.assertEqual(self.click_heading("words"), "descending")
        words = [int(cell) for cell in self.column("words")]
        self.assertEqual(words, sorted(words, reverse=True))
        self.assertEqual(self.click_heading("words"), "ascending")
        self.assertEqual([int(cell) for cell in self.column("words")], words[::-1])
        self.assertEqual(self.click_heading("date"), "ascending")
        dates = self.column("date")
        there = [date for date in dates if date]
        self.assertEqual(there, sorted(there))
        self.assertEqual(dates[:len(there)], there, "what has no date stands last")

    def test_the_filter_takes_words_and_comparisons(self):
        self.open("index.html")
        everything = len(self.column("words"))
        self.assertEqual(self.filter(""), f"{everything} articles")
        self.filter("lighthouse")
        self.assertEqual(len(self.column("words")), 1)
        self.filter("words>500 .txt")
        words = [int(cell) for cell in self.column("words")]
        self.assertTrue(words and all(word > 500 for word in words))
        self.filter("language=ja")
        self.assertTrue(all(cell == "ja" for cell in self.column("language")))
        self.assertEqual(self.filter("no-such-thing"), f"0 of {everything} articles")

    def test_links_lead_somewhere(self):
        anchors = {}
        for name in PAGES:
            self.open(name)
            links = self.browser.run(
                "return [...document.links].map((each) => each.getAttribute('href'))")
            self.assertTrue(links)
            for link in links:
                if link.startswith(("http://", "https://", "mailto:")):
                    continue
                path, _, anchor = link.partition("#")
                target = (self.report / name).parent / path if path else self.report / name
                target = target.resolve()
                self.assertTrue(target.is_file(), f"{name}: {link}")
                if target not in anchors:
                    text = target.read_text()
                    anchors[target] = set(part.split('"', 1)[0] for part in text.split(' id="')[1:])
                if anchor:
                    self.assertIn(anchor, anchors[target], f"{name}: {link}")

    def test_notes_lead_to_their_places_and_back(self):
        self.open("articles/corpus-lighthouse-keepers.txt.html")
        there = self.browser.run("""
            document.getElementById("ref-3").click();
            return document.querySelector(":target").id""")
        self.assertEqual(there, "note-3")
        back = self.browser.run("""
            document.querySelector(":target a[href='#ref-3']").click();
            return document.querySelector(":target").id""")
        self.assertEqual(back, "ref-3")
        beside = self.browser.run("""
            const note = document.querySelector(".sidenote").getBoundingClientRect();
            const text = document.querySelector(".k-paragraph p").getBoundingClientRect();
            return note.left >= text.right""")
        self.assertTrue(beside, "notes stand beside the text")

    def test_every_size_and_scheme(self):
        for name in PAGES:
            for size in SIZES:
                for scheme in ["light", "dark"]:
                    with self.subTest(page=name, size=size, scheme=scheme):
                        self.open(name, size, scheme)
                        self.check_page()
                        picture = f"{Path(name).stem}-{size}-{scheme}.png"
                        self.browser.screenshot(OUT / picture)

    def check_page(self):
        """No word on the console, nothing beyond the right edge, nothing that axe finds."""
        self.assertEqual(self.browser.console(), [])
        overflow = self.browser.run(
            "return document.documentElement.scrollWidth - innerWidth")
        self.assertLessEqual(overflow, 0, "the page is wider than the screen")
        # The wide screen moves the source beside the text and changes nothing else.
        if self.browser.run("return innerWidth") > 1400:
            return
        self.browser.run(AXE)
        found = self.browser.run_async("""
            axe.run(document, { resultTypes: ["violations"] }).then((found) =>
              arguments[0](found.violations.map((each) => [
                each.impact, each.id, each.nodes.length, each.nodes[0].html.slice(0, 200),
                each.nodes[0].failureSummary])))""")
        self.assertEqual(found, [], json.dumps(found, indent=1))

    def test_charts_have_their_data_as_tables(self):
        self.open("index.html")
        counts = self.browser.run("""
            return [document.querySelectorAll(".chart svg").length,
              document.querySelectorAll(".chart table").length,
              [...document.querySelectorAll("svg")].every(
                (each) => each.closest("table") || each.closest("figure").querySelector("table"))]""")
        self.assertGreater(counts[0], 2)
        self.assertEqual(counts[0], counts[1])
        self.assertTrue(counts[2])

    def test_print(self):
        for name in PAGES[:2]:
            self.open(name, media="print")
            shown = self.browser.run(
                "return getComputedStyle(document.querySelector('.bar')).display")
            self.assertEqual(shown, "none")
            unseen = self.browser.run("""
                return [...document.querySelectorAll("svg .bar")]
                  .filter((each) => getComputedStyle(each).display === "none").length""")
            self.assertEqual(unseen, 0, "charts are printed with their bars")
            wide = self.browser.run("""
                const table = document.getElementById("rows");
                return table ? table.offsetWidth - document.querySelector("main").offsetWidth : 0""")
            self.assertLessEqual(wide, 0, "the table is wider than the sheet")
            self.browser.screenshot(OUT / f"{Path(name).stem}-print.png")
            self.assertTrue(self.browser.pdf().startswith(b"%PDF"))

    def test_without_scripts(self):
        self.browser.devtools("Emulation.setScriptExecutionDisabled", value=True)
        try:
            self.open("index.html")
            self.assertGreater(len(self.column("words")), 20)
            hidden = self.browser.run(
                "return getComputedStyle(document.getElementById('filter')).display")
            self.assertEqual(hidden, "none", "what needs a script is not shown")
        finally:
            self.browser.devtools("Emulation.setScriptExecutionDisabled", value=False)

    def test_thousands_of_articles_come_in_pages(self):
        lines = OUT / "many.jsonl"
        lines.write_text("".join(
            json.dumps({"id": f"article-{number}", "text": f"Number {number}.\n" * (number % 50 + 1)})
            + "\n" for number in range(10_000)))
        folder = OUT / "many"
        ibid("run", "counting", lines, "--format", "html", "-o", folder)
        self.browser.show(*SIZES["desktop"])
        self.browser.open(folder / "index.html")
        self.assertEqual(self.browser.console(), [])
        paint = self.browser.run(
            "return performance.getEntriesByName('first-contentful-paint')[0].startTime")
        print(f"\n10,000 articles: {(folder / 'index.html').stat().st_size} bytes, "
              f"first paint after {paint:.0f} ms")
        self.assertEqual(len(self.column("words")), 100)
        self.browser.run("document.querySelector('#pages button:last-of-type').click()")
        self.assertTrue(self.column("article")[0].startswith("article-100"))
        self.assertEqual(self.filter("article-9999"), "1 of 10000 articles")
        self.filter("")
        self.click_heading("words")
        words = [int(cell) for cell in self.column("words")]
        self.assertEqual(words, sorted(words, reverse=True))

    def test_text_is_only_text(self):
        folder = OUT / "injections"
        folder.mkdir(exist_ok=True)
        for name in ["a.txt", "b.md", "c<img src=x onerror=broken=1>.md"]:
            (folder / name).write_text(INJECTIONS)
        (folder / "bytes.txt").write_bytes(b"A\xff\xfe\xc3( <script>window.broken = 1</script>\x1b[31m\x00\n")
        report = OUT / "injected"
        ibid("run", "summary,counting,glossary", folder, "--format", "html", "-o", report)
        pages = [report / "index.html", *sorted((report / "articles").iterdir())]
        self.assertEqual(len(pages), 5)
        for page in pages:
            self.browser.open(page)
            self.assertEqual(self.browser.console(), [])
            state = self.browser.run("""
                return [typeof window.broken, document.querySelectorAll("img, iframe, base").length,
                  location.protocol, [...document.links].every(
                    (each) => ["file:", "http:", "https:", "mailto:"].includes(each.protocol)),
                  getComputedStyle(document.body).display]""")
            self.assertEqual(state, ["undefined", 0, "file:", True, "block"], page.name)


if __name__ == "__main__":
    unittest.main()
