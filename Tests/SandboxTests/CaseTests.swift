import ArticleModel
import Testing

/// Every plugin of `Tests/Sandbox` ends in its record; what stands beside it is unharmed.
@Suite struct CaseTests {
  /// Seconds and memory of a run in which nothing happens: the executable's own.
  static let idle: Program.End = {
    let scratch = Scratch()
    Files.write(
      "return { name = \"idle\", article = function() end }", to: "\(scratch.path)/idle.lua")
    return scratch.run(["./idle.lua"], limits: [:])
  }()

  /// The list has 43 numbers; those without a plugin of their own are made by the tests of this folder.
  @Test func casesAreFound() {
    let numbers = Set(SandboxCase.all.map(\.number))
    #expect(Set(1...43).subtracting(numbers) == [33, 41, 42])
  }

  @Test(arguments: SandboxCase.all.filter(\.loads))
  func endsInItsRecord(_ sandboxCase: SandboxCase) throws {
    let scratch = Scratch()
    let before = Files.snapshot(of: scratch.path)
    let plugins = [sandboxCase.path] + (sandboxCase.companion.map { [$0] } ?? [])
    let end = scratch.run(plugins, limits: sandboxCase.limits)
    #expect(!end.isLate)
    let records = try end.records()
    let own = records.filter { $0["plugin"]?.string == sandboxCase.name }
    try #require(own.count == 3, "\(end.output)\(end.errors)")
    #expect(own.compactMap { $0["input"]?.string } == ["a.txt", "b.txt", "c.txt"])
    // The articles before and after it.
    for record in [own[0], own[2]] {
      #expect(record["status"]?.string == "ok")
      #expect(record["result"]?.string == "harmless")
    }
    check(own[1], of: sandboxCase)
    #expect(end.status == (sandboxCase.status == "ok" ? 0 : 1))
    checkCompanion(records.filter { $0["plugin"]?.string != sandboxCase.name }, sandboxCase)
    checkCost(end, sandboxCase)
    #expect(Files.snapshot(of: scratch.path) == before, "something outside has changed")
  }

  /// Status, message, and the place in plugin and source.
  private func check(
    _ record: JSONValue, of sandboxCase: SandboxCase, _ beginning: String = ""
  ) {
    #expect(record["status"]?.string == sandboxCase.status, "\(record.line)")
    if let result = sandboxCase.result { #expect(record["result"]?.line == result) }
    guard sandboxCase.status != "ok" else { return }
    let error = record["error"]
    let message = error?["message"]?.string ?? ""
    if let expected = sandboxCase.message.map({ beginning + $0 }) {
      let isPrefix = expected.hasSuffix("…") && message.hasPrefix(expected.dropLast())
      #expect(isPrefix || message == expected)
    }
    let file = sandboxCase.path.split(separator: "/").last!
    let places = sandboxCase.markedLines.map { "\(file):\($0)" }
    let place = error?["plugin_line"]?.string ?? "nowhere"
    #expect(places.contains(place))
    guard let line = Int(place.split(separator: ":").last!), places.contains(place) else { return }
    // The source of the line stands below the call; a long one is cut.
    let shown = (error?["traceback"]?.string ?? "").split(separator: "\n").dropFirst().first ?? ""
    let source = sandboxCase.source(ofLine: line)
    #expect(source.hasPrefix(shown.drop { $0 == " " }.prefix(100)) && !shown.isEmpty)
  }

  /// A plugin that runs after it in the same process sees nothing of it.
  private func checkCompanion(_ records: [JSONValue], _ sandboxCase: SandboxCase) {
    guard let companion = sandboxCase.companion else { return #expect(records.isEmpty) }
    let inner = SandboxCase(group: sandboxCase.group, name: "innocent", path: companion)
    #expect(records.map { $0["status"]?.string } == ["ok", "ok", "ok"])
    #expect(records.count == 3 && records[1]["result"]?.line == inner.result)
  }

  /// Twice the limit at most, beside what the executable takes for itself.
  private func checkCost(_ end: Program.End, _ sandboxCase: SandboxCase) {
    #expect(end.seconds < 3 * CaseTests.idle.seconds + 2 * sandboxCase.seconds)
    // A result and the text of an error lie outside Lua's memory, and so do articles.
    #expect(end.megabytes < CaseTests.idle.megabytes + 2 * sandboxCase.megabytes + 32)
  }

  /// A plugin that uses up a limit while it is loaded has that for its answer to every article.
  @Test(arguments: SandboxCase.all.filter { !$0.loads && $0.usesUpALimit })
  func endsWhileItIsLoaded(_ sandboxCase: SandboxCase) throws {
    let scratch = Scratch()
    let before = Files.snapshot(of: scratch.path)
    let end = scratch.run([sandboxCase.path], limits: sandboxCase.limits)
    #expect(end.status == 1 && !end.isLate)
    let records = try end.records()
    #expect(records.map { $0["input"]?.string } == ["a.txt", "b.txt", "c.txt"])
    for record in records { check(record, of: sandboxCase, "while it was loaded, ") }
    checkCost(end, sandboxCase)
    #expect(Files.snapshot(of: scratch.path) == before)
  }

  /// A plugin that cannot be loaded: one message that names its line, and status 2.
  @Test(arguments: SandboxCase.all.filter { !$0.loads && !$0.usesUpALimit })
  func isNotLoaded(_ sandboxCase: SandboxCase) {
    let scratch = Scratch()
    let before = Files.snapshot(of: scratch.path)
    let end = scratch.run([sandboxCase.path], limits: sandboxCase.limits)
    #expect(end.status == 2 && !end.isLate)
    #expect(end.output == "")
    let place =
      sandboxCase.markedLines.first.map { "\(sandboxCase.path):\($0)" } ?? sandboxCase.path
    let first = end.errors.prefix { $0 != "\n" }
    #expect(first.hasPrefix("\(place):"), "\(end.errors)")
    #expect(first.contains(" error: \(sandboxCase.message!) ["), "\(end.errors)")
    checkCost(end, sandboxCase)
    #expect(Files.snapshot(of: scratch.path) == before)
  }
}

extension Program.End {
  /// The records that were printed; throws where a line is no JSON.
  func records() throws -> [JSONValue] {
    try output.utf8.split(separator: UInt8(ascii: "\n")).map { try JSONParser.parse(Array($0)) }
  }
}

extension JSONValue {
  /// The value as JSON text.
  var line: String {
    var writer = JSONWriter()
    writer.value(self)
    return String(decoding: writer.finish(), as: UTF8.self)
  }
}
