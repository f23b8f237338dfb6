import ArticleModel
import Testing

/// The labels that an article cites, in order.
private func cited(_ source: String) -> [String] {
  let article = readText(source)
  return article.references.map { article.string($0.label) }
}

@Suite("Numbers whose superscript was lost are told from other numbers")
struct NumberReferenceTests {
  /// The first line of a file has nothing before it to look at.
  @Test(arguments: [
    ", 2 boats", ", 2, boats", ": 2, boats", ") 2, boats", "1 2, boats", "é 2, boats",
  ])
  func aFileMayBeginWithANumber(_ start: String) {
    let source = text("It lay there.").drop { $0 != "\n" }
    #expect(cited(start + source).suffix(4) == ["1", "2", "3", "4"])
  }

  /// A text with four notes, cited as `word 3,`, around a sentence.
  private func text(_ sentence: String) -> String {
    """
    The ferries of Oster

    The ferry was built in the spring after the flood 1, and it sank in the harbour 2.

    \(sentence)

    The quay was built again by the town 3, and the ferry by the widows of its crew 4.

    Notes

    1. Harbour book.
    2. Letters of the ferryman.
    3. Accounts of the town.
    4. Songs of the quay.

    """
  }

  @Test(
    "What a number counts or names is no note",
    arguments: [
      "The mast is shown in Figure 2 and in the plan (Fig. 3), the hull in Table 1.",
      "The masts (Figures 2, 3) and the hulls (Tables 1–3, 4) were measured.",
      "Den Mast zeigt Abbildung 2, den Rumpf Tabelle 3.",
      "Le mât est décrit au chapitre 2, la coque page 3.",
      "El mástil se describe en el capítulo 2, el casco en la figura 3.",
      "Мачта показана на рис. 2, корпус описан в главе 3.",
      "The mast was 3 m tall and stood for 2 years.",
      "Der Mast stand 3 Jahre, der Rumpf 2 Monate.",
      "Мачта стояла 3 года, корпус лежал 2 месяца.",
      "It was one of 3 ferries, and about 2 more were planned.",
      "The wreck lies at 2° 3′, a 2-fold depth.",
      "The draught was d = 2, less than h ≈ 3, and fell by 27,3% in a year.",
      "Two things were asked: 1) a mast; 2) a hull.",
      "The crossings were short (range: 2–3 hours at most).",
    ])
  func noNotes(sentence: String) {
    #expect(cited(text(sentence)) == ["1", "2", "3", "4"])
  }

  @Test(
    "A number that cites is found again",
    arguments: [
      ("Ten Brinke et al. 2 wrote of it.", "2"),
      ("It is told of by the ferryman (see 2).", "2"),
      ("The wreck of the ferry was sold for its oak 1, 2.", "1,2"),
    ])
  func notes(sentence: String, labels: String) {
    let found = cited(text(sentence)).dropFirst(2).dropLast(2)
    #expect(found.joined(separator: ",") == labels)
  }

  @Test(
    "In scripts without spaces, too, what a number counts or names is no note",
    arguments: [
      "渡船は第3章と図4に描かれている。", "渡船は3年で4回沈んだ。", "乗客は3人、運賃は4円であった。",
      "渡船のことは表3を見よ。昭和4年の記録である。",
      "渡船见第3章和图4。", "渡船3年里沉没了4次。", "每3个渡口有4艘船。",
      "나룻배는 제3장과 그림 4에 나온다.", "나룻배는 3년 동안 4회 가라앉았다.", "표 3을 보라. 모두 4명이 탔다.",
    ])
  func eastAsian(sentence: String) {
    let source = """
      渡し船の町

      渡し船は大水のあとの春に町の人が造った1。船はその年の秋に港で沈んだ2。

      \(sentence)

      岸は町の人がまた築いた3。新しい船は船乗りの妻たちが造った4。

      注

      1. 港の記録。
      2. 船頭の手紙。
      3. 町の勘定書。
      4. 岸の歌。

      """
    #expect(cited(source) == ["1", "2", "3", "4"])
  }

  @Test("A word that ends in a sign for pictures names no number: a note follows it")
  func endOfWord() {
    let source = """
      渡し船の町

      渡し船は大水のあとの春に造られた1。沈んだことは秋に発表2された。岸はまた築かれた3。

      注

      1. 港の記録。
      2. 船頭の手紙。
      3. 町の勘定書。

      """
    #expect(cited(source) == ["1", "2", "3"])
  }

  @Test("A note that the order of the numbers left out is found where it is cited once")
  func leftOut() {
    let source = """
      The ferries of Oster

      The ferry was built in the spring 1, and sank in the harbour 2. It was the second of that
      name on the river 5. The quay was built again 3, and the ferry by the widows of its crew 4.

      Notes

      1. Harbour book.
      2. Letters of the ferryman.
      3. Accounts of the town.
      4. Songs of the quay.
      5. Register of ships.

      """
    #expect(cited(source) == ["1", "2", "5", "3", "4"])
  }

  @Test("Behind a year, a number that the order asks for is a note")
  func afterYear() {
    let source = """
      The ferries of Oster

      The ferry was built in the spring 1. It sank in 1908 2. The quay was built again 3.

      Notes

      1. Harbour book.
      2. Letters of the ferryman.
      3. Accounts of the town.

      """
    #expect(cited(source) == ["1", "2", "3"])
    let glued = source.replacing("1908 2", with: "1908.2").replacing("spring 1", with: "spring.1")
      .replacing("again 3", with: "again.3")
    #expect(cited(glued) == ["1", "2", "3"])
  }

  @Test("A lost dash is read as a range")
  func lostDash() {
    let source = """
      The ferries of Oster

      The flood is told of in three books 13, the ferry in one 4. The widows built a new one 5,
      and the quay was made anew 68. All books were burnt 18.

      Notes

      1. Harbour book.
      2. Letters of the ferryman.
      3. Accounts of the town.
      4. Songs of the quay.
      5. Register of ships.
      6. Register of widows.
      7. Plans of the quay.
      8. Bills of the masons.

      """
    #expect(cited(source) == ["1", "3", "4", "5", "6", "8", "1", "8"])
  }

  @Test("A few numbers among many notes are chance")
  func chance() {
    let notes = (1...20).map { "\($0). Harbour book \($0), 1790." }.joined(separator: "\n")
    let source = """
      The ferries of Oster

      The models pOst3, pOst4 and pOst7 were built of oak, and pOst12 of pine.

      References

      \(notes)

      """
    #expect(cited(source) == [])
  }
}

@Suite("Brackets of programs and formulas are told from those of notes")
struct CodeBracketTests {
  private func text(_ sentence: String) -> String {
    """
    The loops of Oster

    The loop was written by the ferryman [1] and mended by his widow [2].

    \(sentence)

    Notes

    [1] Harbour book.
    [2] Letters of the ferryman.
    [3] Accounts of the town.

    """
  }

  @Test(
    "Indices, lists and intervals are no references",
    arguments: [
      "The name is row[0], the year is row[1].", "Then path[1] == 'oster' holds.",
      "Take sys.version_info[1] for it.", "The matrix is [[1, 2], [2, 3]].",
      "Now masts = [1, 2] follows.", "The element d[2] is the last.",
      "The sum of A[1] and of B[2] is small.", "It is “a[2]” in the book.",
      "W[1] is at the start of a line.", "1[2] is at the start of a line.",
      "The interval [1, 3] mm is narrow.", "The list [0, 1, 2] is short.",
    ])
  func code(sentence: String) {
    #expect(cited(text(sentence)) == ["1", "2"])
  }

  @Test(
    "What stands behind a word is a reference",
    arguments: [
      ("It had a weakness[3] that nobody saw.", "3"), ("Others did it [1, 3] before.", "1,3"),
      ("It had a weakness[1], a great weakness[2].", "1,2"),
      ("La forêt[1] et l'intérêt[2] du maître[3].", "1,2,3"),
      ("Früh[1], à Toruń[2], razón[3].", "1,2,3"),
      ("They had vitamin C[1] and a plan B[2].", "1,2"),
    ])
  func references(sentence: String, labels: String) {
    #expect(cited(text(sentence)).dropFirst(2).joined(separator: ",") == labels)
  }

  @Test("The entry of another list of works does not cite")
  func entry() {
    let source = text("[3] Harbour book of Oster, printed by the town in 1790.")
    #expect(cited(source) == ["1", "2"])
  }
}

@Suite("Notes below the paragraphs that cite them")
struct ScatteredNoteTests {
  @Test("The text that cites the next note is no part of this one")
  func scattered() {
    let article = readText(
      """
      The ferries of Oster

      One ferryman crossed the river,[1] and he did it blind.[2]

      [1] He kept no count.

      [2] He went blind in 1871, as the book of the town says.

      CHAPTER II

      In 1872 the river rose.

      It took the ferry with it.[3]

      [3] See the book of the harbour.

      """)
    #expect(
      article.texts(.footnote) == [
        "He kept no count.", "He went blind in 1871, as the book of the town says.",
        "See the book of the harbour.",
      ])
    #expect(article.references.map { Int($0.footnote) } == [0, 1, 2])
    #expect(
      article.texts(.paragraph).suffix(2) == [
        "In 1872 the river rose.", "It took the ferry with it.",
      ])
  }

  @Test("A note may have several paragraphs")
  func paragraphs() {
    let article = readText(
      """
      The ferries of Oster

      One ferryman crossed the river,[1] and he did it blind.[2]

      [1] He kept no count.

      But his wife did.

      [2] He went blind in 1871.

      """)
    #expect(article.footnotes.count == 2)
    #expect(!article.texts(.paragraph).contains("But his wife did."))
  }

  @Test("A note may name one that comes later, and a list that a colon announces may be notes")
  func laterNotes() {
    let article = readText(
      """
      The ferries of Oster

      One ferryman crossed the river,[1] and he did it blind.[2]

      Annotations to the text:

      1. He kept no count.

      As note [2] says, he was blind.

      2. He went blind in 1871.

      This page was made by the friends of the ferry of Oster, who meet on the first Monday of the month.

      """)
    #expect(article.footnotes.count == 2)
    #expect(article.references.prefix(2).map { Int($0.footnote) } == [0, 1])
  }

  @Test("A list that a colon announces is no notes where the text goes on behind it")
  func announced() {
    let article = readText(
      """
      The ferries of Oster

      One ferry came.[1] Then the river froze.[2]

      To cross the ice, do this:

      1. Sweep the snow.
      2. Test the ice.
      3. Put up the flags.

      Nobody has crossed it since the winter of 1871, when the ferryman and his wife were lost in it.

      """)
    #expect(article.footnotes.isEmpty)
    #expect(article.texts(.item).count == 3)
  }
}

@Suite("Notes with Roman numbers")
struct RomanNumberTests {
  @Test func series() {
    let article = readText(
      """
      The ferries of Oster

      The ferry was built in spring,[i] sank in autumn,[ii] and was raised.[iii] It sank again.[iv]

      [i] Harbour book.

      [ii] Ibid.

      [iii] Letters of the ferryman.

      [iv] Songs of the quay.

      """)
    #expect(article.footnotes.map { article.string($0.label) } == ["i", "ii", "iii", "iv"])
    #expect(article.references.map { Int($0.footnote) } == [0, 1, 2, 3])
    #expect(article.footnotes[1].antecedent == 0)
  }

  @Test("Words in brackets are none", arguments: ["The mix[mix] is old.", "The list [xl] is old."])
  func words(sentence: String) {
    #expect(readText("The weir\n\n\(sentence)\n\n\(sentence)\n").references.isEmpty)
  }
}

@Suite("Lists of notes that lost their numbers")
struct LostNumberTests {
  private func labels(_ source: String) -> [String] {
    let article = readText(source)
    return article.footnotes.map { article.string($0.label) }
  }

  @Test("Under a heading for notes they count more than a list of steps that is cited less")
  func steps() {
    let source = """
      The ferries of Oster

      The ferry [1] sank [2], and the quay [3] fell [4]. Later [5] it rose [6] again [7].

      1. Take an oar.
      2. Row.
      3. Sing.

      The song is old.

      References

      - Harbour book.
      - Letters of the ferryman.
      - Accounts of the town.
      - Songs of the quay.
      - Register of ships.
      - Register of widows.
      - Plans of the quay.

      """
    #expect(labels(source) == ["1", "2", "3", "4", "5", "6", "7"])
  }

  @Test("A note that kept its number is not counted again")
  func around() {
    let source = """
      The ferries of Oster

      The ferry [1] sank [2], and the quay [3] fell [4].

      References

      [3] Accounts of the town.

      Footnotes

      - Harbour book.
      - Letters of the ferryman.
      - Songs of the quay.

      """
    #expect(labels(source) == ["3", "1", "2", "4"])
    #expect(cited(source) == ["1", "2", "3", "4"])
  }

  @Test("They may count from 0")
  func zero() {
    let source = """
      The ferries of Oster

      The ferry [0] sank [1], and the quay [2] fell.

      References

      - Harbour book.
      - Letters of the ferryman.
      - Songs of the quay.

      """
    #expect(labels(source) == ["0", "1", "2"])
    #expect(cited(source) == ["0", "1", "2"])
  }

  @Test("Bullets before labels leave the labels")
  func bullets() {
    let source = """
      The ferries of Oster

      The ferry [2] sank [1], and the quay fell.

      References

      - [1] Harbour book.
      - [2] Letters of the ferryman.

      """
    #expect(labels(source) == ["1", "2"])
    #expect(cited(source) == ["2", "1"])
  }

  @Test("Nothing stands under a heading for notes but the next heading")
  func empty() {
    let source = """
      The ferries of Oster

      The ferry [1] sank, and the quay [2] fell.

      References

      Copyright

      This document may be copied by anybody.

      """
    #expect(labels(source) == [])
  }
}
