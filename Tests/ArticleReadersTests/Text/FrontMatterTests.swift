import ArticleModel
import ArticleReaders
import Testing

/// What stands between the title and the running text.
@Suite("Front matter of texts")
struct FrontMatterTests {
  private static let prose =
    "The weir was built by the monks of Dore in the year 1310, and it was mended in 1822."

  private func read(_ head: String, _ format: ArticleFormat = .text) -> Article {
    ArticleReader.read(
      Array("\(head)\n\n\(Self.prose)\n\n\(Self.prose)\n".utf8), path: "a", format: format)
  }

  @Test(
    "A person who is described is an author only where one of that name is",
    arguments: [
      "Charles Kale\n\nCharles Kale was an English novelist and social critic.",
      "Charles Kale\n\nCharles Kale, an English novelist, was born in Dore.",
      "Charles Kale: a life\n\nCharles Kale was an English novelist and social critic.",
      "Charles Kale: a life\n\n4 March 2021\n\nCharles Kale is an English novelist and critic.",
      "The weir\n\n4 March 2021\n\nCharles Kale was an English novelist and social critic.",
      "The weir\n\nThe Quay was written by the author in one night.",
      "The weir\n\nThis Book is dedicated to the author.",
      "The weir\n\nThis Proposal was rejected by its author.",
    ])
  func descriptions(head: String) {
    let article = read(head)
    #expect(article.authors == [])
    #expect(article.texts(.paragraph).first.map(head.hasSuffix) == true)
  }

  @Test("The author of the byline is described below it or at the end")
  func describedAuthor() {
    let about = "Ann Lee is a historian at Dore."
    let below = read("The weir\n\nBy Ann Lee\n\n\(about)")
    #expect(below.authors == [Author(name: "Ann Lee", about: about)])
    let belowDate = read("The weir\n\n4 March 2021\n\n\(about)")
    #expect(belowDate.authors == [Author(name: "Ann Lee", about: about)])
    let end = readText("The weir\n\nBy Ann Lee\n\n\(Self.prose)\n\n\(Self.prose)\n\n\(about)\n")
    #expect(end.authors == [Author(name: "Ann Lee", about: about)])
    let post = read("The weir\n\nBy Ann Lee\n\nSenior Researcher, Institute of Weirs")
    #expect(post.authors.map(\.about) == ["Senior Researcher, Institute of Weirs"])
  }

  @Test(
    "A subtitle, a name and a date",
    arguments: [
      "Cold water, warm hearts\n\nJane Bloggs\n\n4 March 2021",
      "Cold water, warm hearts\nJane Bloggs\n4 March 2021",
      "Cold water, warm hearts\n\nJane Bloggs\nEnvironment correspondent\n\nThu 4 Mar 2021",
      "Cold water, warm hearts\n\nJane Bloggs\n\n·\n\nFollow\n\n5 min read\n\n·\n\nMar 4, 2021",
      "Cold water, warm hearts\n\nJane Bloggs\n\nFollow\n\nMar 4, 2021 · 5 min read",
      "Cold water, warm hearts\n\nJane Bloggs Environment correspondent\n\nThu 4 Mar 2021 06.00 GMT",
      "Cold water, warm hearts\n\nJane Bloggs in Oster\n\nThu 4 Mar 2021 06.00 GMT",
    ])
  func subtitleAndName(head: String) {
    let article = read("The long winter\n\n\(head)")
    #expect(article.title == "The long winter")
    #expect(article.subtitle == "Cold water, warm hearts")
    #expect(article.authors.map(\.name) == ["Jane Bloggs"])
    #expect(article.date == "2021-03-04")
    #expect(article.texts(.paragraph) == [Self.prose, Self.prose])
    #expect(article.texts(.caption) == [])
  }

  @Test(
    "What a page has above its title is no title",
    arguments: [
      "« Back | Next »", "[Docs] [txt|pdf] [Tracker]",
      "Ships|Quays|Mills|Weirs", "// Press enter to search", "Ships & Quays —", "102",
    ])
  func furniture(line: String) {
    let article = read("\(line)\n\nThe clerk counts boats\n\nBy Ann Lee")
    #expect(article.title == "The clerk counts boats")
    #expect(article.authors.map(\.name) == ["Ann Lee"])
  }

  @Test("A title that was translated stands in brackets")
  func translatedTitle() {
    let title = "[The clerk counts boats: a new method in the mills of Dore]"
    #expect(read("\(title)\n\nBy Ann Lee").title == title)
  }

  @Test("Notices of a page stand above the title only where a date or a byline is below it")
  func notices() {
    let notice = "This page needs scripts. Please allow them.\n\nThe clerk counts boats\n\n"
    let dated = read(notice + "7 March 2019")
    #expect(dated.title == "The clerk counts boats")
    #expect(dated.date == "2019-03-07")
    #expect(dated.texts(.paragraph).first == "This page needs scripts. Please allow them.")
    #expect(read(notice + Self.prose).title == nil)
  }

  @Test(
    "A sentence is no title, whatever closes behind its stop",
    arguments: [
      "He told the council that he would look for “real answers on the two sluices.”",
      "The boats were counted twice (and once more by the clerk in the spring.)",
    ])
  func closedSentences(line: String) {
    #expect(read(line).title == nil)
  }

  @Test("Lines that a button ends are no caption")
  func linesAboveButton() {
    let article = readText(
      "The Mill\nSmall towns talk a good game about the river\nthree more boats\nTopics: a, b, c\n"
        + "\(Self.prose)\n\(Self.prose)\n")
    #expect(article.texts(.caption) == [])
    #expect(article.title == "The Mill")
  }

  @Test("A post below a name is said of the author")
  func post() {
    let article = read(
      "The long winter\n\nJane Bloggs\nEnvironment correspondent\n\nThu 4 Mar 2021")
    #expect(article.authors == [Author(name: "Jane Bloggs", about: "Environment correspondent")])
  }

  @Test("Short sentences above a date are text")
  func sentencesAboveDate() {
    let sentences = [
      "A storm has hit the coast.", "Winds reached 90mph.", "Trees fell on the roads.",
    ]
    let article = read(
      "Storm hits coast\n\n\(sentences.joined(separator: "\n\n"))\n\n4 March 2021")
    #expect(Array(article.texts(.paragraph).prefix(3)) == sentences)
    #expect(article.texts(.caption) == [])
  }

  @Test("Buttons between a title, a name and a date do not make them a menu")
  func packedHeader() {
    let article = read(
      "The long winter\nJane Bloggs\n·\nFollow\n5 min read\n·\nMar 4, 2021\n--\n1\nListen\nShare\n\n\(Self.prose)"
    )
    #expect(article.title == "The long winter")
    #expect(article.authors.map(\.name) == ["Jane Bloggs"])
    #expect(article.date == "2021-03-04")
    #expect(article.texts(.caption) == [])
    #expect(Array(article.boilerplate).count >= 4)
  }

  @Test("A name above short sentences is the author")
  func nameAboveSentences() {
    let article = read("My trip\n\nAnn Other\n\nWe went to the sea.\nIt was cold.\n\n4 March 2021")
    #expect(article.authors.map(\.name) == ["Ann Other"])
    #expect(article.texts(.paragraph).first == "We went to the sea.")
  }

  @Test("A name alone below the title is the author, unless the text speaks of it")
  func nameAlone() {
    for format in [ArticleFormat.text, .markdown] {
      let title = format == .markdown ? "# The weir" : "The weir"
      #expect(read("\(title)\n\nMary Hall", format).authors.map(\.name) == ["Mary Hall"])
      let both = read("\(title)\n\nMary Hall\n\nApril 23, 2019", format)
      #expect(both.authors.map(\.name) == ["Mary Hall"])
      #expect(both.date == "2019-04-23")
      #expect(read("\(title)\n\nEarly Life", format).authors == [])
    }
    #expect(read("The weir\n\nMary Hall\n\nMary Hall lived there for years.").authors == [])
  }

  @Test("A section's name and a bar before the title")
  func section() {
    #expect(read("Opinion | The quay must go").title == "Opinion | The quay must go")
    #expect(read("Opinion | The quay must go\n\nBy Ann Lee").title == "Opinion | The quay must go")
    #expect(read("Home | News | Sport\n\nThe quay must go").title == "The quay must go")
    #expect(read("Home | The Oster Times\n\nThe quay must go").title == "The quay must go")
  }

  @Test(
    "Dates and names of East Asian newspapers",
    arguments: [
      ("2021年5月3日 10:20　来源：北方晚报", "2021-05-03", []),
      ("2021-05-03 10:20:15 来源：北方网", "2021-05-03", []),
      ("2021-05-03 10:20:15 来源：北方网 作者：张三", "2021-05-03", ["张三"]),
      ("2021-05-03 10:20　来源：北方网　作者：张三", "2021-05-03", ["张三"]),
      ("来源：北方网　2021-05-03 10:20", "2021-05-03", []),
      ("公開日：2021年3月4日　最終更新日：2021年3月6日", "2021-03-04", []),
      ("입력 2021-03-04 10:20 수정 2021-03-04 11:00", "2021-03-04", []),
      ("김민수 기자 | 입력 2021.03.04", "2021-03-04", ["김민수"]),
      ("홍길동 기자 a@b.kr 입력 2021.03.04 10:20", "2021-03-04", ["홍길동"]),
      ("홍길동 기자\n\n2021.03.04", "2021-03-04", ["홍길동"]),
      ("山田太郎 記者\n\n2021年3月4日", "2021-03-04", ["山田太郎"]),
      ("[서울=가나통신] 홍길동 기자", nil, ["홍길동"]), ("山田 太郎 記者", nil, ["山田 太郎"]),
      ("김민수·이영희 기자", nil, ["김민수", "이영희"]),
    ] as [(String, String?, [String])])
  func eastAsian(line: String, date: String?, names: [String]) {
    let article = read("The weir\n\n\(line)")
    #expect(article.date == date)
    #expect(article.authors.map(\.name) == names)
    #expect(article.subtitle == nil)
    #expect(article.texts(.heading) == [])
    #expect(article.texts(.paragraph) == [Self.prose, Self.prose])
  }

  @Test(
    "Dates and names of western pages",
    arguments: [
      ("Posted on March 4, 2019 by admin", "2019-03-04", []),
      ("April 23, 2019 by admin", "2019-04-23", []), ("By admin", nil, []),
      ("Mary Hall, April 23, 2019", "2019-04-23", ["Mary Hall"]),
      ("Mary Hall, 23/04/2019", "2019-04-23", ["Mary Hall"]),
      ("New York, April 23, 2019", "2019-04-23", []), ("Oster, April 23, 2019", "2019-04-23", []),
      ("Rédigé par Claire Petit le jeudi 4 mars 2021", "2021-03-04", ["Claire Petit"]),
      ("04/03/2021 10h20 Atualizado há 2 anos", "2021-03-04", []),
      ("Stand: 4. März 2021, 10 Uhr", "2021-03-04", []), ("Date: 04-Mar-2021", "2021-03-04", []),
      (
        "By D. Weller, Senior Technologist, Speech, Privacy, and Technology Project", nil,
        ["D. Weller"]
      ),
      ("By Ann Lee, Staff Writer, and Ivo Sand, News Editor", nil, ["Ann Lee", "Ivo Sand"]),
    ] as [(String, String?, [String])])
  func western(line: String, date: String?, names: [String]) {
    let article = read("The weir\n\n\(line)")
    #expect(article.date == date)
    #expect(article.authors.map(\.name) == names)
    #expect(article.texts(.heading) == [])
    #expect(article.texts(.paragraph) == [Self.prose, Self.prose])
  }

  @Test(
    "What a page puts below its article",
    arguments: [
      "Posted in News", "Filed under: News, Weirs", "Tags: a, b",
      "Click to share on Twitter (Opens in new window)", "Like Loading...",
      "3 thoughts on “The weir”", "Leave a Reply Cancel reply",
      "Your email address will not be published. Required fields are marked *",
      "This site uses Akismet to reduce spam. Learn how your comment data is processed.",
      "Post navigation", "À lire aussi : La digue", "Mots-clés : eau, digue", "Lees ook: De dijk",
      "Czytaj także: Tama", "Теги: вода, река", "标签：水 河", "相关阅读：水坝", "관련기사: 댐 이야기", "Udostępnij",
      "Compartilhe", "Deel dit artikel", "Polityka prywatności", "Läs också: Dammen",
    ])
  func tails(line: String) {
    for source in ["\(Self.prose)\n\n\(line)\n\n\(Self.prose)\n", "\(Self.prose)\n\n\(line)\n"] {
      let article = readText("The weir\n\nBy Ann Lee\n\n\(Self.prose)\n\n\(source)")
      #expect(article.texts(.heading) == [])
      #expect(article.texts(.paragraph).allSatisfy { $0 == Self.prose })
      #expect(Array(article.boilerplate).count == 1)
    }
  }

  @Test(
    "Sentences and headings that begin like them stay",
    arguments: [
      "# Thoughts on spring", "5 thoughts on spring", "Posted in 1914, he served at the weir.",
      "Tagged fish came back.",
    ])
  func noTails(line: String) {
    let article = readText(
      "The weir\n\nBy Ann Lee\n\n\(Self.prose)\n\n\(line)\n\n\(Self.prose)\n")
    #expect(Array(article.boilerplate).isEmpty)
  }

  @Test("A list ends above a title and a byline: no line has two owners")
  func betweenItems() {
    let article = readText(
      """
      The ferry of the town was built in the spring after the great flood, and sank in it.
      6) See the second edition of the harbour book

      By Ann Lee | 3 May 2018
      Farewell to the ferry

      By Ann Lee
      3) The memory of water
      4) The memory of salt

      An

      """)
    #expect(article.title == "Farewell to the ferry")
    let lists = article.nodes.filter { $0.kind == .list }
    #expect(lists.count == 2)
    for entry in article.frontMatter {
      #expect(
        lists.allSatisfy {
          $0.source.end <= entry.source.start || entry.source.end <= $0.source.start
        })
    }
  }
}
