import PluginHost
import Testing

/// Options of type `file`, and matchers for what is in them.
struct OptionFileTests {
  private static func limits(_ cpu: Duration, memory: Int = 256 << 20) -> Limits {
    var limits = Limits()
    limits.cpu = cpu
    limits.memory = memory
    return limits
  }

  @Test func theTextIsTheValue() throws {
    let plugin = TemporaryPlugin(
      article: "return { options.list, options.count, options.other }",
      fields: """
        options = { list = { type = 'file' }, other = { type = 'file' },
          count = { type = 'integer', default = 2 } },
        """, files: ["list.txt": "\u{FEFF}Küste\n"])
    let path = "\(plugin.folder)/list.txt"
    let session = try plugin.session([("list", path)])
    // The state keeps the text from one article to the next.
    for _ in 0..<2 { #expect(session.run(on: Fixture.article).text == "[\"Küste\\n\",2]") }
    #expect(session.optionFiles.map(\.path) == [path])
    #expect(
      try PluginSession(path: plugin.path, settings: [("list", "list.txt")], folder: plugin.folder)
        .run(on: Fixture.article).text == "[\"Küste\\n\",2]")
  }

  @Test func aRenewedStateHasItToo() throws {
    let plugin = TemporaryPlugin(
      article: "if article.path == 'other.txt' then while true do end end\nreturn options.list",
      fields: "options = { list = { type = 'file' } },", files: ["list.txt": "kept"])
    let session = try plugin.session(
      [("list", "\(plugin.folder)/list.txt")], limits: OptionFileTests.limits(.milliseconds(50)))
    #expect(session.run(on: Fixture.other).status == .timeout)
    #expect(session.run(on: Fixture.article).text == "\"kept\"")
  }

  @Test func aFileHasNoDefault() {
    let plugin = TemporaryPlugin(
      article: "return 1", fields: "options = { list = { type = 'file', default = 'x' } },")
    #expect(throws: PluginError.self) { try plugin.session() }
  }

  static let refused: [(value: String, problem: String)] = [
    ("missing.txt", "no such file"), ("", "expected path of a file"), (".", "not a regular file"),
  ]

  @Test(arguments: refused)
  func refuses(_ value: String, _ problem: String) {
    let plugin = TemporaryPlugin(
      article: "return 1", fields: "options = { list = { type = 'file' } },")
    #expect(
      throws: PluginError.badOption(
        plugin: "trial", name: "list", value: value, problem: problem, path: plugin.path)
    ) {
      try PluginSession(path: plugin.path, settings: [("list", value)], folder: plugin.folder)
    }
  }

  // MARK: Matchers

  static let calls: [(code: String, result: String)] = [
    (
      "return ibid.matcher({ 'lamp', 'lamp oil' }, 'en'):find 'Lamps, lamp oils'",
      #"[{"first":1,"last":5,"term":1},{"first":8,"last":16,"term":2}]"#
    ),
    ("return ibid.matcher({}):find 'x'", "[]"),
    ("return #ibid.matcher(ibid.list { 'x' }):find 'X x'", "2"),
    ("return #ibid.matcher(article.paragraphs[3].words, 'en'):find(article.text) > 0", "true"),
    ("return tostring(ibid.matcher {})", "\"matcher\""),
    ("return ibid.stem 'Keepers'", "\"keeper\""),
    ("return ibid.stem('Genossenschaften', 'de')", "\"genossenschaft\""),
    ("return ibid.stem('水利', 'ja')", "\"水利\""),
    // Matchers that nobody holds any more make room for others.
    (
      """
      local words = {}
      for n = 1, 4000 do words[n] = "word" .. n .. " of many" end
      local count = 0
      for n = 1, 60 do count = count + #ibid.matcher(words, "en"):find "word7 of many" end
      return count
      """, "60"
    ),
  ]

  @Test(arguments: calls)
  func gives(_ code: String, _ result: String) throws {
    let record = try TemporaryPlugin(article: code).session(
      limits: OptionFileTests.limits(.seconds(60), memory: 16 << 20)
    ).run(on: Fixture.article)
    #expect(record.text == result, "\(record.error?.message ?? "")")
  }

  static let faults: [(code: String, message: String)] = [
    (
      "return ibid.matcher { 'a', 2 }",
      "bad argument #1 to 'matcher' (a list of strings expected, got one with a number)"
    ),
    (
      "return ibid.matcher 'a'", "bad argument #1 to 'matcher' (table expected, got string)"
    ),
    (
      "return ibid.matcher({}):look 'x'", "matcher has no member 'look'"
    ),
    ("ibid.matcher({}).x = 1", "a matcher has nothing to set"),
    (
      "local kept = {}\nfor n = 1, 2000 do\n  local words = {}\n  for m = 1, 500 do words[m] = 'word' .. m .. ' ' .. n end\n  kept[n] = ibid.matcher(words)\nend",
      "the matchers and vectors of this plugin hold too much memory"
    ),
  ]

  @Test(arguments: faults)
  func raises(_ code: String, _ message: String) throws {
    let record = try TemporaryPlugin(article: code).session(
      limits: OptionFileTests.limits(.seconds(60), memory: 16 << 20)
    ).run(on: Fixture.article)
    #expect(record.error?.message == message)
  }
}
