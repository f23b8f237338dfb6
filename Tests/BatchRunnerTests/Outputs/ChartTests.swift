import ArticleModel
import Testing

@testable import BatchRunner

@Suite struct ChartTests {
  private func chart(_ json: String) throws -> Chart {
    try #require(Chart(try JSONParser.parse(Array(json.utf8))))
  }

  @Test func barsAreEighthsOfAColumn() throws {
    let bars = try chart(
      #"{"ibid":"chart","kind":"bar","title":"Votes","data":[["Yes",31],["No",12],["水車",0]]}"#)
    let most = String(repeating: "█", count: 28)
    let part = String(repeating: "█", count: 10) + "▉" + String(repeating: " ", count: 17)
    let none = String(repeating: " ", count: 28)
    #expect(
      ChartText(bars, width: 40).lines == [
        "Votes", "  Yes   \(most)  31", "  No    \(part)  12", "  水車  \(none)   0",
      ])
  }

  @Test func negativeBarsGoTheOtherWay() throws {
    let bars = try chart(
      #"{"ibid":"chart","kind":"bar","data":[["up",20],["half",-5],["down",-10],["none",0]]}"#)
    #expect(
      ChartText(bars, width: 27).lines == [
        "  up         █████████   20", "  half    ▐██            -5",
        "  down  ▐████           -10", "  none                    0",
      ])
  }

  @Test(arguments: [
    (#""kind":"bar","data":[["a",1],["b",0],["c",8]]"#, "▂▁█"),
    (#""kind":"line","data":[[0,-4],[1,0],[2,4]]"#, "▁▅█"),
    (#""kind":"histogram","data":[1,2,11,12,13,38],"bins":4"#, "▆█▁▃"),
    (#""kind":"bar","data":[0,0]"#, "▁▁"),
    (#""kind":"bar","data":[]"#, "[bar chart]"),
    (#""kind":"scatter","data":[[1,2]]"#, "[scatter chart]"),
    (#""kind":"bar","data":[1e308,-1e308]"#, "█▁"),
  ]) func oneLineHasABlockForEachValue(_ members: String, _ line: String) throws {
    #expect(
      DisplayValue.line(try JSONParser.parse(Array("{\"ibid\":\"chart\",\(members)}".utf8))) == line
    )
  }

  @Test func manyValuesAreDrawnAsMeans() throws {
    let data = (0..<1000).map { $0 < 500 ? "0" : "7" }.joined(separator: ",")
    let line = try #require(
      Sparkline.text(try chart(#"{"ibid":"chart","kind":"line","data":[\#(data)]}"#)))
    #expect(line == String(repeating: "▁", count: 12) + String(repeating: "█", count: 12))
  }

  @Test func histogramsCountInRoundBins() throws {
    let histogram = try chart(
      #"{"ibid":"chart","kind":"histogram","data":[1,2,11,12,13,38],"bins":4}"#)
    #expect(histogram.series[0].points.map(\.label) == ["0–10", "10–20", "20–30", "30–40"])
    #expect(histogram.series[0].points.map(\.y) == [2, 3, 0, 1])
  }

  @Test func linesRunThroughTheirPoints() throws {
    let line = try chart(#"{"ibid":"chart","kind":"line","data":[[0,0],[10,5],[20,0]]}"#)
    let lines = ChartText(line, width: 30).lines
    #expect(lines.count == 11)
    #expect(lines[0].hasPrefix("  5┤"))
    #expect(lines[9].hasPrefix("  0┤") && !lines[9].hasPrefix("  0┤ "))
    #expect(lines[10].hasPrefix("    0") && lines[10].hasSuffix("20"))
  }

  @Test(arguments: [
    "{}", #"{"ibid":"chart"}"#, #"{"ibid":"chart","kind":"pie","data":[1]}"#, "[1]", "null",
    #"{"ibid":"table","kind":"bar"}"#,
  ]) func otherValuesAreNoCharts(_ json: String) throws {
    #expect(Chart(try JSONParser.parse(Array(json.utf8))) == nil)
  }

  @Test(
    arguments: Chart.Kind.allCases,
    [
      "[]", "[5]", "[5,5,5]", "[-3,2]", #"[["a",1e308],["b",-1e308]]"#,
      "[0.1,0.2,0.30000000000000004]",
    ])
  func nothingAndExtremesAreDrawn(_ kind: Chart.Kind, _ data: String) throws {
    let chart = try chart(#"{"ibid":"chart","kind":"\#(kind.rawValue)","data":\#(data)}"#)
    for line in ChartText(chart, width: 24).lines { #expect(ColumnText.width(line) <= 24) }
  }

  @Test(arguments: [
    (0.0, "0"), (12, "12"), (12.5, "12.5"), (0.055, "0.06"), (-0.5, "-0.5"), (-3.25, "-3.25"),
    (1234567, "1234567"), (1e300, "1e+300"),
  ]) func numbersHaveTwoDecimalsAtMost(_ number: Double, _ text: String) {
    #expect(PlotNumber.text(number) == text)
  }
}
