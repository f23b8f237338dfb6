import ArticleModel
import ArticleReaders
import Testing

@testable import BatchRunner

@Suite struct FindingDifferenceTests {
  private let long = #"{"code":"long","level":"warning","message":"too long","line":3,"column":5}"#

  private func lines(_ expected: String, _ actual: String) throws -> [String] {
    func array(_ text: String) throws -> [JSONValue] {
      try JSONParser.parse(Array("[\(text)]".utf8)).array ?? []
    }
    let article = ArticleReader.read(
      Array("Title\n\nSome text here.\n".utf8), path: "a.txt", format: nil)
    return FindingDifference(
      expected: try array(expected), actual: try array(actual), article: article
    ).lines
  }

  @Test(arguments: [
    #"{"line":3}"#, #"{"code":"long"}"#, #"{"line":3,"column":5,"code":"long"}"#, #""...""#,
    #"{"line":3,"message":"..."}"#,
  ])
  func namedMembersAreCompared(_ expected: String) throws {
    #expect(try lines(expected, long) == [])
  }

  @Test func orderDoesNotMatter() throws {
    let other = #"{"code":"odd","level":"info","message":"m"}"#
    #expect(try lines("\(other),\(long)", "\(long),\(other)") == [])
  }

  @Test func differencesAreToldByPlace() throws {
    #expect(
      try lines(#"{"line":3,"level":"error"}"#, long)
        == [#"finding at 3.level: expected "error", got "warning""#])
    #expect(
      try lines(#"{"line":1,"code":"long"},{"line":3}"#, long)
        == ["expected a finding at 1 [long], there is none"])
    #expect(
      try lines("", long) == [
        "unexpected finding at 3:5 [long]: too long", " 3 | Some text here.", "   |     ^",
      ])
  }
}
