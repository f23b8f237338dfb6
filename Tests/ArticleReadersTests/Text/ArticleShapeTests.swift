import ArticleModel
import Testing

/// Shapes of pages of several kinds and languages: encyclopaedias, interviews, letters, questions and answers.
@Suite("Shapes of pages")
struct ArticleShapeTests {
  private static let prose = """
    The ferry of the town was built in the spring after the great flood, and it carried sheep and salt.

    """

  @Test(
    "A link to edit a section makes its line a heading, and is no part of it",
    arguments: [
      "[edit]", " [edit | edit source]", "[Bearbeiten | Quelltext bearbeiten]", "[modifier]",
      "[editar]", "[править | править код]", "[编辑]", "[編集]", "[편집]",
    ])
  func editLinks(link: String) {
    let article = readText(
      "The ferries of Oster\n\n\(Self.prose)\n1790–1811\(link)\n\n\(Self.prose)\nSee [edit] for more\n"
    )
    #expect(article.texts(.heading) == ["1790–1811"])
  }

  @Test("A link behind each of several headings is no part of them", arguments: ["¶", " #"])
  func permalinks(sign: String) {
    let parts = ["The ferry\(sign)", "The quay?\(sign)"].map { "\($0)\n\n\(Self.prose)\n" }
    #expect(readText("Oster\n\n\(parts.joined())").texts(.heading) == ["The ferry", "The quay?"])
    #expect(readText("Oster\n\n\(parts[0])").texts(.heading) == ["The ferry\(sign)"])
    let prompt = "Oster\n\nroot@oster:/etc #\n\n\(Self.prose)\nroot@oster:/ #\n"
    #expect(!readText(prompt).nodes.contains { $0.reason == .headingMark })
  }

  @Test("A link to the main article stands between a heading and its text")
  func mainArticle() {
    let article = readText(
      "Oster\n\n\(Self.prose)\nThe quays\n\nMain article: Quays of Oster\n\n\(Self.prose)\n")
    #expect(article.texts(.heading) == ["The quays"])
    #expect(article.texts(.boilerplate) == ["Main article: Quays of Oster"])
  }

  @Test("A section to see as well is no list of links that the page has")
  func seeAlso() {
    let article = readText("The ferries of Oster\n\n\(Self.prose)\nSee also[edit]\n\n- Ships\n")
    #expect(article.texts(.heading) == ["See also"])
  }

  @Test(
    "Links back to the text are no part of a note",
    arguments: [
      "1. ↑ Harbour book.", "1. ^ Harbour book.", "1. ↑ a b Harbour book.",
      "1. ^ a b c Harbour book.", "1. ↑ Jump up to: a b Harbour book.",
    ])
  func backLinks(note: String) {
    let article = readText(
      "The ferries of Oster\n\nIt sank in autumn.[1] They say.[1]\n\nNotes\n\n\(note)\n")
    #expect(article.texts(.footnote) == ["Harbour book."])
  }

  @Test("One letter behind a back link may be a word")
  func wordBehindBackLink() {
    let article = readText(
      "The ferries of Oster\n\nIt sank in autumn.[1]\n\nNotes\n\n1. ↑ a ferry book.\n")
    #expect(article.texts(.footnote) == ["a ferry book."])
  }

  @Test("Sentences that end with references are no headings, nor are lines that begin with a time")
  func sentences() {
    let article = readText(
      """
      The ferries of Oster

      The first ferry sank.[1]

      \(Self.prose)
      [00:01:02] HOST: How many sheep did it carry?

      \(Self.prose)
      The second ferry[2]

      \(Self.prose)
      Notes

      [1] Harbour book.
      [2] Songs of the quay.
      """)
    #expect(article.texts(.heading) == ["The second ferry", "Notes"])
  }

  @Test(
    "Buttons in one row are no title",
    arguments: [
      "Share Tweet Pin Email", "Facebook Twitter", "Teilen Drucken Mailen", "Partager Imprimer",
      "Поделиться ВКонтакте Одноклассники", "Share on Facebook Tweet Copy link",
      "Распечатать Отправить",
    ])
  func shareRows(row: String) {
    let article = readText("\(row)\n\nThe ferries of Oster\n\n12 May 2014\n\n\(Self.prose)")
    #expect(article.title == "The ferries of Oster")
    #expect(article.boilerplate.contains { article.nodes[$0].reason == .share })
  }

  @Test(
    "Words of buttons do not make a title a row of buttons",
    arguments: ["Facebook sues Twitter", "Email", "Share a ferry", "Tweet of the year"])
  func noShareRow(title: String) {
    #expect(readText("\(title)\n\nBy Hanna Brede\n\n\(Self.prose)").title == title)
  }

  @Test(
    "Who asked is the author of an interview",
    arguments: [
      ("Беседовала Вера Ольшанская", "Вера Ольшанская"), ("كتبت: ليلى الحدّاد", "ليلى الحدّاد"),
      ("Das Gespräch führte Hanna Brede", "Hanna Brede"), ("Interview by Ann Aske", "Ann Aske"),
    ])
  func interviews(line: String, name: String) {
    let article = readText("The ferries of Oster\n\n\(line)\n\n12 May 2014\n\n\(Self.prose)")
    #expect(article.authors.map(\.name) == [name])
  }

  @Test("A newsletter's name stands above its title")
  func newsletter() {
    let article = readText(
      "La Lettre du verger - n° 42\n\nLes pommes oubliées du val\n\nPar Anne Aske\n\n\(Self.prose)")
    #expect(article.series == "La Lettre du verger - n° 42")
    #expect(article.title == "Les pommes oubliées du val")
    let korean = readText(
      "바람골 통신\n\n두부 가게는 왜 새벽에만 문을 여나\n\n2020년 3월 8일\n\n바람골에는 두부 가게가 하나뿐이다. 새벽 네 시에 문을 연다.\n")
    #expect(korean.series == "바람골 통신")
    #expect(korean.title == "두부 가게는 왜 새벽에만 문을 여나")
  }

  @Test("Notes may name the note that they point to, and their heading may end with a wide colon")
  func numberedAntecedents() {
    let article = readText(
      """
      青石镇的纸灯笼

      青石镇有灯笼铺四十七家［1］，到后来只剩下九家［2］。镇志说，最早的灯笼用的是楮皮纸［3］。

      注释：
      ［1］《青石镇志》卷四，第112页。
      ［2］裴守义口述，2016年5月。
      ［3］同注［1］。
      """)
    #expect(article.footnotes.map(\.antecedent) == [-1, -1, 0])
    #expect(article.texts(.heading) == ["注释："])
  }

  @Test(
    "The day of a month is no reference", arguments: ["vom 12. Juni", "am 3. März", "od 3. maj"])
  func daysOfMonths(date: String) {
    let notes = (1...12).map { "\($0). Amtsblatt, S. \($0)4." }
    let cited = (1...12).map { "Der Weiher\($0) liegt dort" }.joined(separator: ", ")
    let article = readText(
      "Die Weiher\n\n\(cited). Das Gesetz \(date) 1998 regelt es.\n\nFußnoten\n\n"
        + notes.joined(separator: "\n") + "\n")
    #expect(article.texts(.paragraph).contains { $0.contains(date) })
  }

  @Test("A question of several sentences is no caption below the title")
  func questions() {
    let article = readText(
      """
      How do I lift an old seal?

      I have a deed of 1790 with a seal that covers two lines. The archive says heat, a friend says cold. What is safer?

      12 May 2014

      \(Self.prose)
      """)
    #expect(article.texts(.paragraph).first?.hasPrefix("I have a deed") == true)
  }

  @Test("Sentences behind dashes are spoken, and no list")
  func speech() {
    let said = [
      "— С чего вы начинали?", "— С печи. Её сложил мой дед.", "— ¿Y después?", "— Nada…",
      "— Il a dit : « Venez ! »",
    ]
    let article = readText(
      "The ferries of Oster\n\n\(Self.prose)\n" + said.joined(separator: "\n\n")
        + "\n\n\(Self.prose)")
    #expect(article.texts(.paragraph).filter { $0.hasPrefix("—") } == said)
    #expect(article.texts(.item).isEmpty)
    // Words behind dashes are a list, also with marks that end it.
    let list = readText(
      "The ferries of Oster\n\n\(Self.prose)\n— мука;\n— вода;\n— соль.\n— Saltby\n")
    #expect(list.texts(.item) == ["мука;", "вода;", "соль.", "Saltby"])
  }

  @Test(
    "Items that end with semicolons are a list, statements are none",
    arguments: ["-", "*", "•", "1."])
  func semicolons(marker: String) {
    let items = ["the cost of the ferry;", "the days on which it runs;", "the name of its owner."]
    let article = readText(
      "The ferries of Oster\n\n\(Self.prose)\n"
        + items.map { "\(marker) \($0)\n" }.joined() + "\n\(Self.prose)")
    #expect(article.texts(.item) == items)
    let code = readText(
      "The ferries of Oster\n\n\(Self.prose)\n- ferry(a);\n- cost = 2;\n- return;\n")
    #expect(code.texts(.code).count == 1)
  }
}
