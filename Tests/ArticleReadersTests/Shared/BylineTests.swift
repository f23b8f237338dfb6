import ArticleModel
import ArticleReaders
import Testing

@testable import ArticleReaders

@Suite("Bylines")
struct BylineTests {
  @Test(
    "Names are parted by commas and the words for and",
    arguments: [
      ("Ann Smith", ["Ann Smith"]), ("Ann Smith and Li Wei", ["Ann Smith", "Li Wei"]),
      ("Ann Smith, Li Wei, and Ivo Sand", ["Ann Smith", "Li Wei", "Ivo Sand"]),
      ("Anne Aske, Ivo Sand, et Li Wei", ["Anne Aske", "Ivo Sand", "Li Wei"]),
      ("Ana Ruiz y Eva Sol", ["Ana Ruiz", "Eva Sol"]),
      ("Иван Лес и Анна Сад", ["Иван Лес", "Анна Сад"]),
      ("Grand Andrews", ["Grand Andrews"]), ("佐藤、田中", ["佐藤", "田中"]), (", ", []),
    ])
  func split(line: String, names: [String]) {
    #expect(Byline.split(line) == names)
  }

  private static let prose =
    "The weir was built by the monks of Dore in the year 1310, and it was mended in 1822."

  @Test(
    "A date behind the names is the date, in every format",
    arguments: [
      ("By Ann Lee, 3 March 2019", "2019-03-03"), ("By Ann Lee - March 5, 2019", "2019-03-05"),
      ("by Ann Lee on 3 March 2019", "2019-03-03"), ("By Ann Lee | 3 March 2019", "2019-03-03"),
      ("Von Ann Lee, 5. März 2019", "2019-03-05"), ("Par Ann Lee, le 5 mars 2019", "2019-03-05"),
      ("di Ann Lee - 4 marzo 2021", "2021-03-04"),
      ("Posted on March 5, 2019 by Ann Lee in Weirs", "2019-03-05"),
      ("by Ann Lee | Mar 5, 2019 | Weirs, Rivers | 3 comments", "2019-03-05"),
      ("By Ann Lee / March 5, 2019", "2019-03-05"),
      ("By Ann Lee Published March 5, 2019", "2019-03-05"),
      ("By Ann Lee March 5, 2019", "2019-03-05"),
      ("Written by Ann Lee Updated: 5 March 2019", "2019-03-05"),
      ("5 March 2019 By Ann Lee 3 Comments", "2019-03-05"),
      ("By: Ann Lee, Staff Writer | 5 March 2019", "2019-03-05"),
    ])
  func dated(line: String, date: String) {
    let sources: [(String, ArticleFormat)] = [
      ("The weir\n\n\(line)\n\n\(Self.prose)\n\n\(Self.prose)\n", .text),
      ("# The weir\n\n\(line)\n\n\(Self.prose)\n", .markdown),
      (
        "<article><h1>The weir</h1><p>\(line)</p><p>\(Self.prose)</p><p>\(Self.prose)</p></article>",
        .html
      ),
    ]
    for (source, format) in sources {
      let article = ArticleReader.read(Array(source.utf8), path: "a", format: format)
      #expect(article.authors.map(\.name) == ["Ann Lee"], "\(format)")
      #expect(article.date == date, "\(format)")
    }
  }

  @Test(
    "A date in part or glued to the name is no name",
    arguments: [
      "By Ann Lee March 18 at 12:22 PM", "by Ann Lee7 Aug 2014651",
      "By Ann Lee March 11, 2015 3:46 PM Good Morning Oster",
      "By Ann Lee Updated", "Ann Lee     Monday, February 29, 2016 @ 11:10 PM UTC",
    ])
  func partsOfDates(line: String) {
    let source = "The weir\n\n\(line)\n\n\(Self.prose)\n\n\(Self.prose)\n"
    let article = ArticleReader.read(Array(source.utf8), path: "a", format: .text)
    #expect(article.authors.map(\.name) == ["Ann Lee"])
  }

  @Test(
    "Wide spaces, months and numerals in names",
    arguments: [
      ("By  Ann Lee", ["Ann Lee"]), ("By  Ann Lee, 7 August 2014", ["Ann Lee"]),
      ("By Karen Ann June in Oster", ["Karen Ann June"]),
      ("By Theresa Anne May 12 Comments", ["Theresa Anne May"]),
      ("作者：李伟、三木健一、王芳", ["李伟", "三木健一", "王芳"]),
    ])
  func names(line: String, names: [String]) {
    let source = "The weir\n\n\(line)\n\n\(Self.prose)\n\n\(Self.prose)\n"
    let article = ArticleReader.read(Array(source.utf8), path: "a", format: .text)
    #expect(article.authors.map(\.name) == names)
  }

  @Test(
    "A sentence that begins like a byline is text",
    arguments: [
      "By Tuesday the harbour was closed.", "By 1990, the mill had closed.",
      "By Friday, the boats were back.",
      "By Friday, the boats were back, and nobody, it was said, went home",
      "By 3pm on 7 August the harbour was closed.", "By 3pm on 7 August 2019",
      "By March 1990 the mill had closed.", "By Order of the King was the first book.",
      "Von Montag an war der Hafen geschlossen.", "Von Haus aus war er Müller.",
      "By Christmas the town had forgotten him.",
      "By Monday morning, three of the bridges were closed, and the boats lay still",
      "Von Kopf bis Fuß war er nass, und er lachte.",
      "Von Goethe stammt der Satz, dass alles fließt.", "Por Madrid pasan todos los trenes.",
      "Por Madrid pasa el profesor.", "Par Marie Dupont nous avons appris que la digue tient.",
      "Di Marco non sapeva nulla.", "Door Amsterdam stroomt de Amstel.",
      "Av Stockholm syntes bara tornen.", "By Christmas Rome had fallen",
      "By Christmas the author had gone.", "记者了解到，今年花期早了一周。", "记者从水务局获悉，水位下降。",
      "记者昨日在现场看到桥已经通车", "글 쓰는 사람은 많다.", "كتب الرجل رسالة إلى أخيه.",
    ])
  func sentences(line: String) {
    let source = "The weir\n\n\(line)\n\n\(Self.prose)\n\n\(Self.prose)\n"
    let article = ArticleReader.read(Array(source.utf8), path: "a", format: .text)
    #expect(article.authors == [])
    #expect(article.nodes.contains { article.string($0.text) == line })
  }

  @Test(
    "A byline may end with a full stop, and say in small letters who a person is",
    arguments: [
      ("By Ann Lee, staff writer", "Ann Lee"), ("By Ann Lee.", "Ann Lee"),
      ("By Ann Lee of the Oster Times.", "Ann Lee"),
      ("By Martin Luther King Jr.", "Martin Luther King Jr."),
      ("By Ann Lee, senior reporter for the Oster Times.", "Ann Lee"),
      ("By Ann Lee for the Oster Times", "Ann Lee"), ("By Ann Lee posted in News", "Ann Lee"),
      ("Von Ann Lee aus Dore", "Ann Lee"), ("记者：张三", "张三"), ("记者 张三 李四", "张三 李四"),
      ("本报记者 张三", "张三"), ("作者：加西亚·马尔克斯", "加西亚·马尔克斯"), ("بقلم ليلى الحداد", "ليلى الحداد"),
      ("By 3Blue1Brown", "3Blue1Brown"), ("By Ann Lee, special to the Oster Times.", "Ann Lee"),
    ])
  func smallWords(line: String, name: String) {
    let source = "The weir\n\n\(line)\n\n\(Self.prose)\n\n\(Self.prose)\n"
    let article = ArticleReader.read(Array(source.utf8), path: "a", format: .text)
    #expect(article.authors.first?.name == name)
  }

  @Test(
    "What stands behind a name says where the person works",
    arguments: [
      ("By Ann Lee, Staff Writer", ["Ann Lee: Staff Writer"]),
      ("By Ann Lee and Ivo Sand, Dore News", ["Ann Lee", "Ivo Sand: Dore News"]),
      ("By Ann Lee, Ph.D., and Ivo Sand", ["Ann Lee: Ph.D.", "Ivo Sand"]),
      ("Von Ann Lee, Berlin", ["Ann Lee: Berlin"]), ("By Ann Lee in Oster", ["Ann Lee"]),
      ("Written by Ann Lee Edited by Ivo Sand", ["Ann Lee"]),
      (
        "By Ana de la Cruz, Ludwig van Dore and Ivo Sand",
        ["Ana de la Cruz", "Ludwig van Dore", "Ivo Sand"]
      ),
      ("By Ann Lee / The Weir Times", ["Ann Lee"]), ("By Ann, Ivo, Li", ["Ann", "Ivo", "Li"]),
    ])
  func affiliations(line: String, authors: [String]) {
    let found = DatedByline.parse(Array(line.utf8)[...])?.authors ?? []
    #expect(
      found.map { [$0.name, $0.about].compactMap(\.self).joined(separator: ": ") } == authors)
  }

  @Test(
    "A mark parts names and dates at the top of a text, though no word says so",
    arguments: [
      ("Ann Lee | March 5, 2019", ["Ann Lee"]), ("5 Mar 2019 · Ann Lee · 4 min read", ["Ann Lee"]),
      ("Dore News – 5 March 2019", []),
    ])
  func unannounced(line: String, names: [String]) {
    let article = ArticleReader.read(
      Array("The weir\n\n\(line)\n\n\(Self.prose)\n\n\(Self.prose)\n".utf8), path: "a",
      format: .text)
    #expect(article.authors.map(\.name) == names)
    #expect(article.date == "2019-03-05")
  }

  @Test("The date behind the name of a newspaper")
  func sourced() {
    let line = Array("来源：北方日报 2019年3月5日 10:22".utf8)
    #expect(DatedByline.sourced(line[...])?.date == "2019-03-05")
  }

  @Test(
    "Lines with a date",
    arguments: [
      ("Published: 3 March 2019 | Updated: 5 March 2019", "2019-03-03"),
      ("Publié le mardi 2 février 2016 à 14h30", "2016-02-02"),
      ("mardi 2 mars 2016 a\u{300} 14h30", "2016-03-02"),
      ("Stand: 05.03.2019, 09:41 Uhr", "2019-03-05"),
      ("Tuesday 5 March 2019 11.15 GMT", "2019-03-05"), ("4 March 2021 • 5 min read", "2021-03-04"),
      ("2016年5月14日 10時12分", "2016-05-14"), ("令和3年3月5日", "2021-03-05"),
      ("5 maart 2019", "2019-03-05"), ("Publicerad 5 mars 2019", "2019-03-05"),
      ("5. marts 2019", "2019-03-05"), ("Publisert 5. desember 2019", "2019-12-05"),
      ("5 października 2019", "2019-10-05"), ("平成元年1月8日（日）", "1989-01-08"),
      ("승인 2019.03.05 10:22", "2019-03-05"),
      ("Publié le 05/03/2019 à 10h22, mis à jour le 06/03/2019", "2019-03-05"),
      ("Last modified on Tue 5 Mar 2019 10.22 GMT", "2019-03-05"),
      ("March 5, 2019 (Updated: March 6, 2019)", "2019-03-05"),
    ])
  func dates(line: String, date: String) {
    #expect(DateParser.parse(Lexicon.fold(Array(line.utf8)[...]))?.date == date)
  }
}
