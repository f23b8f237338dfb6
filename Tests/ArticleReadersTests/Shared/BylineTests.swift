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
}
