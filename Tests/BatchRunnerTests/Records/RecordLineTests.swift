import ArticleModel
import PluginHost
import Testing

@testable import BatchRunner

struct RecordLineTests {
  @Test func whatARunNeedsIsRead() throws {
    let record = Record(
      input: "a \"b\".txt", plugin: "p", status: .ok, result: Array(#"{"n":1}"#.utf8),
      findings: [Finding(code: "c", level: .error, message: "m")], files: ["x.md", "y.md"])
    let line = RecordLine(record)
    #expect(line.input == "a \"b\".txt")
    #expect(line.plugin == "p")
    #expect(line.status == .ok)
    #expect(line.files == ["x.md", "y.md"])
    #expect(line.hasErrorFinding)
    #expect(line.resultText == Array(#"{"n":1}"#.utf8))
    #expect(RecordLine(line.bytes)?.bytes == line.bytes)
  }

  @Test(arguments: [
    "", "Segmentation fault", "{}", #"{"input":"a","plugin":"p"}"#,
    #"{"input":"a","plugin":"p","status":"fine"}"#, #"{"input":1,"plugin":"p","status":"ok"}"#,
  ])
  func whatIsNoRecordIsNotTaken(_ line: String) { #expect(RecordLine(Array(line.utf8)) == nil) }

  @Test(
    arguments: [(String, RecordStatus, String?)]([
      (#"{"plugin":"p","total":[1,2]}"#, RecordStatus.ok, "[1,2]"),
      (#"{"plugin":"p","status":"memory","error":{"message":"m"}}"#, .memory, nil),
    ]))
  func totals(_ line: String, _ status: RecordStatus, _ total: String?) throws {
    let line = try #require(TotalLine(Array(line.utf8)))
    #expect(line.status == status)
    #expect(line.totalText.map { String(decoding: $0, as: UTF8.self) } == total)
  }

  @Test(arguments: [
    #"{"total":1}"#, #"{"plugin":"p"}"#, #"{"plugin":"p","status":"error","total":1}"#,
  ])
  func whatIsNoTotalIsNotTaken(_ line: String) { #expect(TotalLine(Array(line.utf8)) == nil) }
}
