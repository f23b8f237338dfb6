import ArticleModel
import Testing

/// One line for each form that people write: what is new goes here, too.
@Suite("Every form that the text reader knows")
struct FormTests {
  private static let prose =
    "The ferry of the town was built in the spring after the great flood, and it was the pride of all "
    + "who lived on the river.\n\n"

  private func page(_ part: String) -> Article {
    readText("The ferries of Oster\n\n" + Self.prose + part + "\n" + Self.prose)
  }

  struct NoteForm: Sendable, CustomTestStringConvertible {
    let name: String
    let sentence: String
    let definitions: String
    let cited: String
    var testDescription: String { name }
  }

  @Test(
    "A form of footnotes: all are defined and cited",
    arguments: [
      NoteForm(
        name: "bracketed", sentence: "sank[1] in the flood[2]",
        definitions: "[1] Harbour book.\n\n[2] Letters of the ferryman.\n", cited: "1,2"),
      NoteForm(
        name: "numbered", sentence: "sank[1] in the flood[2]",
        definitions: "Notes\n\n1. Harbour book.\n2. Letters of the ferryman.\n", cited: "1,2"),
      NoteForm(
        name: "Arabic-Indic digits", sentence: "sank [١] in the flood [٢]",
        definitions: "[١] Harbour book.\n[٢] Letters of the ferryman.\n", cited: "1,2"),
      NoteForm(
        name: "lenticular brackets", sentence: "sank【1】in the flood【2】",
        definitions: "【1】Harbour book.\n【2】Letters of the ferryman.\n", cited: "1,2"),
      NoteForm(
        name: "reference marks", sentence: "sank※1 in the flood※2",
        definitions: "※1 Harbour book.\n※2 Letters of the ferryman.\n", cited: "1,2"),
      NoteForm(
        name: "circled numbers", sentence: "sank① in the flood②",
        definitions: "①Harbour book.\n②Letters of the ferryman.\n", cited: "1,2"),
      NoteForm(
        name: "with the page of the work", sentence: "sank [1, p. 5] in the flood [2, с. 7–9]",
        definitions: "References\n\n1. Harbour book.\n2. Letters of the ferryman.\n", cited: "1,2"),
      NoteForm(
        name: "superscript digits", sentence: "sank¹ in the flood²",
        definitions: "¹ Harbour book.\n² Letters of the ferryman.\n", cited: "1,2"),
      NoteForm(
        name: "glued digits", sentence: "sank.1 It rose from the flood.2",
        definitions: "Notes\n\n1. Harbour book.\n2. Letters of the ferryman.\n", cited: "1,2"),
      NoteForm(
        name: "spaced digits", sentence: "sank 1, and rose from the flood 2",
        definitions: "Notes\n\n1. Harbour book.\n2. Letters of the ferryman.\n", cited: "1,2"),
      NoteForm(
        name: "raised digits", sentence: "sank^1 in the flood ^2",
        definitions: "^1 Harbour book.\n\n^2 Letters of the ferryman.\n", cited: "1,2"),
      NoteForm(
        name: "digits between carets", sentence: "sank^1^ in the flood^2,3^",
        definitions: "Notes\n\n1. Harbour book.\n2. Letters of the ferryman.\n3. Songs.\n",
        cited: "1,2,3"),
      NoteForm(
        name: "raised brackets", sentence: "sank^[1] in the flood^[2]",
        definitions: "[1] Harbour book.\n\n[2] Letters of the ferryman.\n", cited: "1,2"),
      NoteForm(
        name: "caret", sentence: "sank[^1] in the flood[^2]",
        definitions: "[^1]: Harbour book.\n[^2]: Letters of the ferryman.\n", cited: "1,2"),
      NoteForm(
        name: "letters", sentence: "sank[a] in the flood[b]",
        definitions: "[a] Harbour book.\n[b] Letters of the ferryman.\n", cited: "a,b"),
      NoteForm(
        name: "asterisks", sentence: "sank* in the flood**",
        definitions: "* Harbour book of the town.\n** Letters of the ferryman.\n", cited: "*,**"),
      NoteForm(
        name: "daggers", sentence: "sank† in the flood‡",
        definitions: "† Harbour book of the town.\n‡ Letters of the ferryman.\n", cited: "†,‡"),
      NoteForm(
        name: "注", sentence: "sank注1 in the flood注2",
        definitions: "注1 渡船の記録。\n注2 船頭の手紙。\n", cited: "1,2"),
      NoteForm(
        name: "full width parentheses", sentence: "sank（1） in the flood（2）",
        definitions: "（1）渡船の記録。\n（2）船頭の手紙。\n", cited: "1,2"),
      NoteForm(
        name: "full width brackets", sentence: "sank［1］ in the flood［2］",
        definitions: "［1］渡船の記録。\n［2］船頭の手紙。\n", cited: "1,2"),
      NoteForm(
        name: "parentheses", sentence: "sank (1) in the flood (2)",
        definitions: "(1) Harbour book.\n(2) Letters of the ferryman.\n", cited: "1,2"),
      NoteForm(
        name: "half parentheses", sentence: "sank1) in the flood2)",
        definitions: "1) Harbour book.\n2) Letters of the ferryman.\n", cited: "1,2"),
      NoteForm(
        name: "list", sentence: "sank in the flood [1, 2]",
        definitions: "Notes\n\n1. Harbour book.\n2. Letters of the ferryman.\n", cited: "1,2"),
      NoteForm(
        name: "list of several", sentence: "sank [1; 3] in the flood [2]",
        definitions: "Notes\n\n1. Harbour book.\n2. Letters of the ferryman.\n3. Songs.\n",
        cited: "1,3,2"),
      NoteForm(
        name: "range in one bracket", sentence: "sank in the flood [1–3]",
        definitions: "Notes\n\n1. Harbour book.\n2. Letters of the ferryman.\n3. Songs.\n",
        cited: "1,3"),
      NoteForm(
        name: "注 in brackets", sentence: "sank（注1） in the flood［注2］",
        definitions: "（注1）渡船の記録。\n（注2）船頭の手紙。\n", cited: "1,2"),
      NoteForm(
        name: "주", sentence: "sank[주1] in the flood[주2]",
        definitions: "주1) 나룻배의 기록.\n주2) 사공의 편지.\n", cited: "1,2"),
      NoteForm(
        name: "escaped brackets", sentence: "sank\\[1\\] in the flood\\[2\\]",
        definitions: "\\[1\\] Harbour book.\n\n\\[2\\] Letters of the ferryman.\n", cited: "1,2"),
      NoteForm(
        name: "links to places on the page", sentence: "sank[\\[1\\]](#n1) in the flood[2](#n2)",
        definitions: "Notes\n\n1\\. Harbour book.\n\n2\\. Letters of the ferryman.\n", cited: "1,2"),
      NoteForm(
        name: "tags", sentence: "sank<sup>1</sup> in the flood<sup>2</sup>",
        definitions: "<sup>1</sup> Harbour book.\n\n<sup>2</sup> Letters of the ferryman.\n",
        cited: "1,2"),
      NoteForm(
        name: "labels on lines of their own", sentence: "sank[1] in the flood[2]",
        definitions: "Notes\n\n1.\n\nHarbour book.\n\n2.\n\nLetters of the ferryman.\n",
        cited: "1,2"),
      NoteForm(
        name: "brackets on lines of their own", sentence: "sank[1] in the flood[2]",
        definitions: "[1]\nHarbour book.\n[2]\nLetters of the ferryman.\n", cited: "1,2"),
      NoteForm(
        name: "brackets around notes", sentence: "sank[1] in the flood[2]",
        definitions:
          "[Footnote 1: Harbour book.\n\nSee [p. 4]\n\nand the end.]\n\nIt lay there.\n\n[Footnote 2: Letters of the ferryman.]\n",
        cited: "1,2"),
      NoteForm(
        name: "brackets around notes, letters", sentence: "sank[A] in the flood[B]",
        definitions: "[Footnote A: Harbour book.]\n\n[Footnote B: Letters of the ferryman.]\n",
        cited: "A,B"),
      NoteForm(
        name: "a word before numbers", sentence: "sank1 in the flood2",
        definitions: "Note 1: Harbour book.\nNote 2: Letters of the ferryman.\n", cited: "1,2"),
      NoteForm(
        name: "parentheses, a list", sentence: "sank (1) in the flood (2)",
        definitions: "Notes\n\n1.- Harbour book.\n2.- Letters of the ferryman.\n", cited: "1,2"),
      NoteForm(
        name: "range", sentence: "sank in the flood [1]–[3]",
        definitions: "Notes\n\n1. Harbour book.\n2. Letters of the ferryman.\n3. Songs.\n",
        cited: "1,3"),
      NoteForm(
        name: "no numbers", sentence: "sank [1] in the flood [2]",
        definitions:
          "References\n\nHarbour book of Oster, 1790.\n\nLetters of the ferryman, 1791.\n",
        cited: "1,2"),
    ])
  func footnotes(form: NoteForm) {
    let article = readText(
      "The ferries of Oster\n\n" + Self.prose
        + "The ferry of the town \(form.sentence) and was never seen again by anybody in Oster.\n\n"
        + form.definitions)
    let references = article.references.map { article.string($0.label) }
    #expect(references.joined(separator: ",") == form.cited)
    #expect(article.references.allSatisfy { $0.footnote >= 0 })
    for (note, text) in zip(article.footnotes, ["Harbour book", "Letters of the ferryman"])
    where form.definitions.contains("Harbour book.") {
      let found = article.string(article.nodes[Int(note.node)].text)
      #expect(found.hasPrefix(text) && found.hasSuffix("."))
    }
  }

  @Test("Dates in brackets cite nothing, even under a heading for notes")
  func dates() {
    let article = readText(
      "The ferries of Oster\n\n" + Self.prose
        + "It sank (2014-01-02) and was raised (1990), as (01) has it.\n\nNotes\n\n1. Harbour book.\n2. Letters of the ferryman.\n3. Songs.\n"
    )
    #expect(article.references.isEmpty)
  }

  @Test("Asterisks around words cite nothing")
  func emphasis() {
    let article = readText(
      "The ferries of Oster\n\n" + Self.prose
        + "The ferry is *not the oldest* of the town, and (*surely*) not of the land.\n\n"
        + "* Not as far as the harbour book of the town has it.\n")
    #expect(article.references.isEmpty)
    #expect(article.footnotes.isEmpty)
  }

  @Test(
    "A spelling of tables gives the same cells",
    arguments: [
      ("pipes behind cells", "Ship | Built |\n---|---|\nOster | 1790 |\nWester | 1791 |\n"),
      ("doubled pipes", "|Ship||Built|\n|Oster||1790|\n|Wester||1791|\n"),
      ("one cell a line", "Ship |\nBuilt |\n---|---|\nOster |\n1790 |\nWester |\n1791 |\n"),
      ("pipes around", "| Ship | Built |\n| Oster | 1790 |\n| Wester | 1791 |\n"),
      ("no space before pipes", "Ship| Built\nOster| 1790\nWester| 1791\n"),
      ("padded", "Ship      Built\nOster     1790\nWester    1791\n"),
      ("tabs", "Ship\tBuilt\nOster\t1790\nWester\t1791\n"),
    ])
  func tables(name: String, source: String) throws {
    let article = page(source)
    #expect(article.rows == [["Ship", "Built"], ["Oster", "1790"], ["Wester", "1791"]])
    #expect(article.tables.count == 1)
  }

  @Test("Padded columns are a table though text follows without a blank line")
  func paddedAboveText() throws {
    let article = page(
      "Ship      Built   Wood\nOster     1790    oak\nWester    1791    pine\nThe third ferry was never built.\n"
    )
    let table = try #require(article.tables.first)
    #expect(table.columnCount == 3)
    #expect(article.tableRows[table.rows.range].count == 3)
  }

  @Test(
    "A pipe within brackets cuts no cells",
    arguments: [
      "Let a = hash(key || 0).\nLet b = hash(key || 1).\n",
      "It takes f(int | str) or g(None | str).\nIt gives f(int | None) or g(str | None).\n",
    ])
  func pipesInBrackets(source: String) {
    #expect(page(source).tables.isEmpty)
  }

  @Test(
    "What points to the note before",
    arguments: [
      "Ibid.",
      "Id., p. 3.",
      "Ebd., S. 3.",
      "Ebenda.",
      "Там же, с. 3.",
      "同上。",
      "Ibidem.",
      "Idem.",
      "المرجع نفسه.",
      "Smith, op. cit., p. 4.",
      "Smith, loc. cit.",
      "Smith, a. a. O., S. 4.",
      "Smith, art. cit.",
      "Smith, Указ. соч., с. 4.",
      "Smith, указ. соч.",
      "Smith, 前掲書、10頁。",
      "前掲注1、10頁。",
      "同前。",
      "위의 책, 10쪽.",
      "Smith, 앞의 책, 10쪽.",
    ])
  func antecedents(note: String) {
    let article = readText(
      "The ferries of Oster\n\n" + Self.prose + "The ferry[1] sank[2] in the flood.\n\n"
        + "[1] Smith, Harbour book.\n\n[2] \(note)\n")
    #expect(article.footnotes.map(\.antecedent) == [-1, 0])
  }

  @Test(
    "A layout of polls gives the same answers",
    arguments: [
      (
        "percent first",
        "Reader poll\n\nWill the ferry return?\n\nYes\n60% (120 votes)\nNo\n40% (80 votes)\n200 votes total\n",
        [120, 80]
      ),
      ("votes first", "Will the ferry return?\n\nYes\n120 (60%)\nNo\n80 (40%)\n", [120, 80]),
      (
        "thousands with commas", "Will the ferry return?\n\nYes\n1,200 (60%)\nNo\n800 (40%)\n",
        [1200, 800]
      ),
      (
        "thousands with dots", "Kehrt die Fähre zurück?\n\nJa\n1.200 (60 %)\nNein\n800 (40 %)\n",
        [1200, 800]
      ),
      (
        "thousands with spaces", "Le bac reviendra-t-il ?\n\nOui\n1 200 (60 %)\nNon\n800 (40 %)\n",
        [1200, 800]
      ),
      ("one line each", "Will the ferry return?\n\nYes 60% (120)\nNo 40% (80)\n", [120, 80]),
      ("table", "Will the ferry return?\n\nYes | 60% | 120 |\nNo | 40% | 80 |\n", [120, 80]),
      (
        "bars",
        "Will the ferry return?\n\nYes ████████████ 60% (120 votes)\nNo ████████ 40% (80 votes)\n",
        [120, 80]
      ),
    ])
  func polls(name: String, source: String, votes: [Int]) throws {
    let article = page(source)
    let poll = try #require(article.polls.first)
    let options = article.pollOptions[poll.options.range]
    #expect(options.map { $0.votes ?? -1 } == votes)
    #expect(options.map { $0.percent ?? -1 } == [60, 40])
  }

  @Test(
    "A form of dates",
    arguments: [
      "7 August 2014",
      "August 7, 2014",
      "2014-08-07",
      "7. August 2014",
      "7 août 2014",
      "7 de agosto de 2014",
      "7 августа 2014 г.",
      "2014年8月7日",
      "2014년 8월 7일",
      "7 agosto 2014",
      "7 أغسطس 2014",
      "07.08.2014",
      "2014/08/07",
      "Aug. 7, 2014",
      "Published on 7 August 2014",
      "Publié le 7 août 2014 par Anne Aske",
      "By Hanna Brede · 7 August 2014",
      "7. August 2014 | Von Hanna Brede",
    ])
  func dates(line: String) {
    #expect(readText("The ferries of Oster\n\n\(line)\n\n" + Self.prose).date == "2014-08-07")
  }

  @Test(
    "A kind of boilerplate",
    arguments: [
      ("Skip to content", Reason.navigation),
      ("Share on Facebook", Reason.share),
      ("Rate this article", Reason.rating),
      ("We use cookies to improve this site.", Reason.cookies),
      ("Subscribe to our newsletter", Reason.subscription),
      ("Read also", Reason.related),
      ("All rights reserved", Reason.footer),
      ("Leave a comment", Reason.comments),
      ("Advertisement", Reason.advertisement),
    ])
  func boilerplate(line: String, reason: Reason) {
    let article = readText("The ferries of Oster\n\n" + Self.prose + Self.prose + line + "\n")
    #expect(article.boilerplate.map { article.nodes[$0].reason } == [reason])
  }

  @Test(
    "A layout of paragraphs: a title and two paragraphs",
    arguments: [
      ("indented by no-break spaces", "\n\n\u{A0}\u{A0}\u{A0}", "\n\n\u{A0}\u{A0}\u{A0}"),
      ("no blank lines", "\n", "\n"), ("blank lines", "\n\n", "\n\n"),
      ("lines end with CRLF", "\r\n\r\n", "\r\n\r\n"),
    ])
  func layouts(name: String, first: String, second: String) {
    let prose = String(Self.prose.dropLast(2))
    let article = readText("The ferries of Oster" + first + prose + second + prose + "\n")
    #expect(article.title == "The ferries of Oster")
    #expect(article.nodes.map(\.kind) == [.paragraph, .paragraph])
    #expect(article.nodes.allSatisfy { article.string($0.text) == prose })
  }

  @Test("Hard-wrapped lines are one paragraph")
  func wrapped() {
    let words = Self.prose.dropLast(2).split(separator: " ")
    let lines = stride(from: 0, to: words.count, by: 12).map {
      words[$0..<min($0 + 12, words.count)].joined(separator: " ")
    }.joined(separator: "\n")
    let article = readText(
      "The ferries of Oster\n\n"
        + (0..<8).map { _ in lines }.joined(separator: "\n\n") + "\n")
    #expect(article.nodes.count == 8)
  }
}
