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
    "Lines with a date",
    arguments: [
      ("Published: 3 March 2019 | Updated: 5 March 2019", "2019-03-03"),
      ("Publié le mardi 2 février 2016 à 14h30", "2016-02-02"),
      ("Stand: 05.03.2019, 09:41 Uhr", "2019-03-05"),
      ("Tuesday 5 March 2019 11.15 GMT", "2019-03-05"), ("4 March 2021 • 5 min read", "2021-03-04"),
      ("2016年5月14日 10時12分", "2016-05-14"),
    ])
  func dates(line: String, date: String) {
    #expect(DateParser.parse(Lexicon.fold(Array(line.utf8)[...]))?.date == date)
  }
}
