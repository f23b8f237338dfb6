import ArticleModel
import Glibc
import PluginHost
import Testing

@testable import BatchRunner

struct OutputTests {
  /// What an output makes of records and totals.
  private func text(
    _ records: [Record], _ totals: [(String, String)] = [],
    _ make: (OutputStream) throws -> any RecordOutput
  ) throws -> String {
    let folder = TemporaryFolder()
    let path = "\(folder.path)/out"
    let descriptor = open(path, O_WRONLY | O_CREAT, 0o600)
    defer { close(descriptor) }
    let output = try make(OutputStream(descriptor: descriptor, name: "out"))
    for record in records { try output.write(RecordLine(record)) }
    for (plugin, total) in totals {
      try output.write(TotalLine(plugin: plugin, Outcome(status: .ok, result: Array(total.utf8))))
    }
    try output.finish()
    return String(decoding: try FileContents.read(path: path), as: UTF8.self)
  }

  private func record(_ input: String, _ result: String, plugin: String = "p") -> Record {
    Record(input: input, plugin: plugin, status: .ok, result: Array(result.utf8))
  }

  private func table(_ records: [Record], _ totals: [(String, String)] = [], width: Int = 60) throws
    -> [String]
  {
    try text(records, totals) { TableOutput($0, width: width, style: Style(isColoured: false)) }
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func csvHasTheColumnsOfAllRecords() throws {
    let failed = Record(
      input: "c", plugin: "p", status: .timeout, error: RecordError(message: "too slow, really"))
    let csv = try text(
      [
        record("a", #"{"n":1,"m":{"x":1.5,"y":null},"l":[1,"b"]}"#),
        record("b, \"c\"", #"{"t":"two\nlines","n":2}"#),
        failed, record("d", "7"),
      ], [("p", #"{"n":3}"#)]
    ) { try CSVOutput($0) }
    #expect(
      csv == #"""
        input,plugin,status,n,m.x,m.y,l,t,result,error
        a,p,ok,1,1.5,,"[1,""b""]",,,
        "b, ""c""",p,ok,2,,,,"two
        lines",,
        c,p,timeout,,,,,,,"too slow, really"
        d,p,ok,,,,,,7,

        """#)
  }

  /// Parts are told apart by the keys that lead to them, not by what the keys look like in a row.
  @Test(arguments: [
    ([#"{"a.b":1,"a":{"b":2}}"#], "a.b,a.b_2", ["1,2"]),
    ([#"{"a":{"b":2}}"#, #"{"a.b":1}"#], "a.b,a.b_2", ["2,", ",1"]),
    ([#"{"a.b":1,"a":{"b":2},"a.b_2":3}"#], "a.b,a.b_3,a.b_2", ["1,2,3"]),
    ([#"{"a\\":{"b":1},"a\\.b":2}"#], #"a\.b,a\.b_2"#, ["1,2"]),
    (["7", #"{"result":8}"#], "result,result_2", ["7,", ",8"]),
    ([#"{"input":1,"":{"":2},".":3}"#], "input_2,.,._2", ["1,2,3"]),
  ])
  func csvTellsPartsOfOneNameApart(_ results: [String], _ names: String, _ rows: [String]) throws {
    let csv = try text(results.map { record("a", $0) }) { try CSVOutput($0) }
    #expect(
      csv.split(separator: "\n").map(String.init)
        == ["input,plugin,status,\(names),error"] + rows.map { "a,p,ok,\($0)," })
  }

  @Test(arguments: [0, 1, 2], [0, 1])
  func jsonIsOneObject(_ recordCount: Int, _ totalCount: Int) throws {
    let records = (0..<recordCount).map { record("\($0)", "1") }
    let totals = Array([("p", "2")].prefix(totalCount))
    let json = try text(records, totals) { JSONOutput($0) }
    let line = try #require(JSONMembers(Array(json.utf8)))
    #expect(Array(line).count == 2)
    #expect(json.split(separator: "\"input\"").count == recordCount + 1)
    #expect(json.contains(#"{"plugin":"p","total":2}"#) == (totalCount == 1))
  }

  @Test func tablesAlignNumbersAndTellFailures() throws {
    let failed = Record(
      input: "long/path/to/b.txt", plugin: "p", status: .error,
      error: RecordError(message: "no\nnumber", pluginLine: "plugin.lua:3"))
    let lines = try table(
      [
        record("a.txt", #"{"words":5,"name":"水車","none":null}"#), failed,
        record("c.txt", #"{"words":12345,"name":"b"}"#),
      ],
      [("p", #"{"words":12350}"#)])
    #expect(
      lines == [
        "── p ───────────────────────────────────────────────────────",
        "input               words  name",
        "a.txt                   5  水車", "long/path/to/b.txt  error: no number (plugin.lua:3)",
        "c.txt               12345  b", "total               12350", "",
      ])
  }

  @Test func columnsThatDoNotFitAreNamed() throws {
    let wide = #"{"first":"aaaaaaaaaaaaaaaaaaaa","second":"bbbbbbbbbbbbbbbbbbbb","third":1}"#
    let lines = try table([record("a", wide), record("b", wide)], width: 40)
    #expect(lines[1] == "input  first")
    #expect(lines[4] == "also: second, third")
  }

  @Test func textsStandUnderTheirArticle() throws {
    let lines = try table([
      record("a", #"{"text":"one\ntwo"}"#, plugin: "first"),
      record("a", #"{"text":"three"}"#, plugin: "second-one"),
      record("b", #"{"text":""}"#, plugin: "first"),
    ])
    #expect(
      lines == [
        "── a ───────────────────────────────────────────────────────", "first     one",
        "          two", "second-one",
        "          three", "", "── b ───────────────────────────────────────────────────────",
        "first", "",
      ])
  }

  @Test func findingsFollowTheTable() throws {
    var found = record("a", "1")
    found.findings = [Finding(code: "c", level: .warning, message: "odd", line: 3, column: 7)]
    #expect(try table([found, record("b", "2")])[4] == "a:3:7: warning: odd [c]")
  }
}
