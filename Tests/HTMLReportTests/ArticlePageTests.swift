import ArticleModel
import ArticleReaders
import BatchRunner
import Testing

@testable import HTMLReport

/// The page of a text.
func page(_ text: String, _ format: ArticleFormat = .text, records: [RecordLine] = []) -> String {
  page(Array(text.utf8), format, records: records)
}

func page(_ bytes: [UInt8], _ format: ArticleFormat, records: [RecordLine] = []) -> String {
  let article = ArticleReader.read(bytes, path: "a.txt", format: format)
  return String(decoding: ArticlePage().render(article, records: records), as: UTF8.self)
}

/// A record as a worker writes it.
func record(_ json: String) throws -> RecordLine { try #require(RecordLine(Array(json.utf8))) }

@Suite struct ArticlePageTests {
  @Test func notesAndTheirPlacesNameEachOther() {
    let html = page(
      """
      A town counts its bells[1], and counts them again[2] before the winter comes to the hills.

      Notes

      1. Bell book, 1744.
      2. Ibid.
      """)
    #expect(html.contains(##"id="ref-1" href="#note-1""##))
    #expect(html.contains(##"id="note-1""##))
    #expect(html.contains(##"<a href="#ref-1">line 1</a>"##))
    #expect(html.contains("means note 1"))
    #expect(html.contains(##"<p class="sidenote" dir="auto"><a href="#note-1""##))
  }

  @Test func aReferenceWithoutANoteIsMarkedAndHasItsRemark() {
    let html = page("Text[^1] and more[^7] here.\n\n[^1]: A note.\n", .markdown)
    #expect(html.contains(##"id="ref-2" href="#L1" class="lost""##))
    #expect(html.contains("footnote-undefined"))
    #expect(html.contains(#"<p class="remark warning">"#))
  }

  @Test func referencesInTablesHaveTheirPlaces() {
    let html = page(
      """
      Ships came[1] to the harbour in every month of that year, and most of them went away again.

      Table 1. Ships by harbour [2]
      Harbour | Ships
      ---|---
      Saltby [3] | 31
      Hallmoor | 12

      1. Harbour book.
      2. Compiled from the harbour book.
      3. With the mole.
      """)
    #expect(html.contains("<table"))
    for number in 1...3 {
      #expect(html.ranges(of: #"id="ref-\#(number)""#).count == 1)
      #expect(html.contains(##"href="#ref-\##(number)""##))
    }
  }

  @Test func pollsAreBarsInATable() {
    let html = page(
      """
      The wheel turns slowly on Sundays, and nobody in the town has ever asked it to hurry.

      Which stone should go first?
      The upper stone 33 (75%)
      The nether stone 11 (25%)
      Total votes: 44
      """)
    #expect(html.contains(#"<rect class="bar" width="75%""#))
    #expect(html.contains(#"<th scope="row">The nether stone</th>"#))
  }

  @Test func nestingClosesWhatItOpens() {
    let html = page(
      "> quoted\n>\n> - a\n>   1. b\n>\n>      c\n\n![alt](x.png)\n\n- [x] d\n", .markdown)
    for tag in ["div", "ul", "ol", "li", "blockquote", "figure", "details", "section", "aside"] {
      let opened = html.split(separator: "<\(tag)").count + html.split(separator: "<\(tag)>").count
      #expect(opened > 1)
      #expect(occurrences(of: "<\(tag)[ >]", in: html) == occurrences(of: "</\(tag)>", in: html))
    }
    #expect(html.contains(#"<ol start="1">"#))
    #expect(html.contains("☑"))
  }

  @Test func everyLineHasItsNodeAndReason() {
    let html = page("Title of it\n\n## Sub\n\nText goes on.\n", .markdown)
    #expect(html.contains(#"<tr id="L3" class="k-heading">"#))
    #expect(html.contains(#"<tr id="L5" class="k-paragraph">"#))
    #expect(html.contains(##"<a href="#n2">heading</a>"##))
    #expect(html.contains("<span>markup</span>"))
    #expect(html.contains(#"<tr id="L2" class="k-">"#))
  }

  @Test func findingsOfPluginsStandBesideTheirLine() throws {
    let finding = try record(
      #"{"input":"a.txt","plugin":"long","status":"ok","findings":[{"level":"warning","code":"too-long","message":"a <long> sentence","line":3,"column":1}]}"#
    )
    let html = page("One paragraph here.\n\nAnd another one.\n", .markdown, records: [finding])
    #expect(html.contains("a &lt;long&gt; sentence"))
    let margin = try #require(html.firstRange(of: #"<aside class="margin""#))
    let second = try #require(html.firstRange(of: "And another one."))
    #expect(margin.lowerBound < second.lowerBound)
    #expect(html.contains(#"<span class="plugin">long</span>"#))
  }

  @Test func resultsMarkSentencesAndTerms() throws {
    let records = [
      try record(
        #"{"input":"a.txt","plugin":"summary","status":"ok","result":{"sentences":["The wheel turns."],"places":[{"line":1}]}}"#
      ),
      try record(
        #"{"input":"a.txt","plugin":"glossary","status":"ok","result":{"terms":[{"source":"moulin","target":"mill","line":1,"places":[1]}]}}"#
      ),
    ]
    let html = page(
      "A *moulin* (mill) stands. The wheel turns. It stops.\n", .markdown, records: records)
    #expect(html.contains(#"<mark class="summary">The wheel turns.</mark>"#))
    #expect(html.contains(#"<mark class="term" title="→ mill"><em>moulin</em></mark>"#))
    #expect(html.contains(#"<mark class="term" title="← moulin">mill</mark>"#))
  }

  @Test func aFailureShowsItsMessage() throws {
    let failure = try record(
      #"{"input":"a.txt","plugin":"p","status":"error","error":{"message":"no member 'x' <y>","traceback":"plugin.lua:3"}}"#
    )
    let html = page("Text.\n", .markdown, records: [failure])
    #expect(html.contains("no member &apos;x&apos; &lt;y&gt;\nplugin.lua:3"))
  }

  @Test(arguments: ["", "\n", "\u{FEFF}", "   \n\t\n"]) func nothingMakesAPage(_ text: String) {
    let html = page(text)
    #expect(html.contains("without a title"))
    #expect(html.hasSuffix("</html>\n"))
  }
}

/// How often a name is followed by one of the characters of a class: `<li[ >]`, or a plain text occurs.
private func occurrences(of pattern: String, in text: String) -> Int {
  guard let bracket = pattern.firstIndex(of: "[") else { return text.ranges(of: pattern).count }
  let ends = pattern[pattern.index(after: bracket)...].dropLast()
  return ends.reduce(0) { $0 + text.ranges(of: pattern[..<bracket] + String($1)).count }
}
