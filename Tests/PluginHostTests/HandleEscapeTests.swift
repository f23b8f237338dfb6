import PluginHost
import Testing

/// Handles and host functions in hands that mean them no good.
@Suite struct HandleEscapeTests {
  @Test(arguments: [
    ("getmetatable(article)", "\"article\""),
    ("getmetatable(article.paragraphs)", "\"collection\""),
    ("getmetatable(ibid.list{})", "\"list\""), ("rawequal(article, article)", "true"),
    ("type(article)", "\"userdata\""), ("pcall(rawlen, article.poll)", "false"),
    ("pcall(setmetatable, article, {})", "false"), ("pcall(rawset, article, 'x', 1)", "false"),
    ("pcall(rawget, article, 'title')", "false"), ("pcall(next, article)", "false"),
    ("pcall(pairs, article)", "false"), ("pcall(ipairs(article), article, 0)", "false"),
    ("pcall(function() return #article end)", "false"),
    ("pcall(function() return article() end)", "false"),
    ("pcall(function() return article + 1 end)", "false"),
    ("pcall(function() return article < article end)", "false"),
    ("pcall(function() return article .. '' end)", "false"), ("article == 1", "false"),
    ("setmetatable({}, { __index = article }).title == article.title", "true"),
    ("pcall(function() return setmetatable({}, { __index = article }).nope end)", "false"),
    ("pcall(string.rep, article, 2)", "false"), ("pcall(load, article)", "false"),
    ("coroutine.wrap(function() return article.title end)() == article.title", "true"),
    (
      "select('#', pcall(coroutine.wrap(function() article:walk(function() coroutine.yield() end) end)))",
      "2"
    ),
    ("pcall(article.walk, article, error)", "false"),
    ("pcall(article.paragraphs.filter, article.paragraphs, coroutine.yield)", "false"),
  ])
  func handleIsClosed(_ expression: String, _ expected: String) throws {
    let record = try TemporaryPlugin(article: "return (\(expression))").run()
    #expect(record.error == nil)
    #expect(record.text == expected)
  }

  /// Every function with every kind of wrong and extreme argument: an answer or an error, never a crash.
  @Test(arguments: API.types.flatMap(\.members).filter { $0.kind != .field })
  func functionTakesAnything(_ member: APIMember) throws {
    let owner = [
      "article": "article", "node": "article.paragraphs[1]", "table": "article.tables[1]",
      "collection": "article.paragraphs", "section": "article.sections[1]",
      "matcher": "ibid.matcher { \"few words\" }",
      "vectors": "ibid.vectors { \"few words\", \"more words\" }",
    ]
    let function =
      member.kind == .function ? member.qualifiedName : "\(owner[member.owner]!).\(member.name)"
    let record = try TemporaryPlugin(
      article: """
        local values = {
          0, -1, 1, math.mininteger, math.maxinteger, 2^53, -0.0, 1.5, 0/0, 1/0, "", "x", "words", "text", "\\0", "\\xff",
          ("x"):rep(100000), true, false, {}, { 1, { 2 } }, { top = math.maxinteger }, { minimum = 0/0 },
          { message = "m", line = math.maxinteger }, article, article.poll, article.paragraphs, ibid.list{}, print,
          function() error "x" end, function() return 1 end, coroutine.create(print), ibid.null, n = 0,
        }
        local f, calls, matcher = \(function), 0, ibid.matcher({ "few words" }, "en")
        local vectors = ibid.vectors({ "few words", "more words" }, "en")
        for i = 0, 33 do
          for j = 0, 33 do
            calls = calls + 1
            pcall(f, values[i], values[j])
            pcall(f, article, values[i], values[j])
            pcall(f, article.tables[1], values[i], values[j])
            pcall(f, article.paragraphs, values[i])
            pcall(f, article.sections[1], values[i])
            pcall(f, matcher, values[i])
            pcall(f, vectors, values[i], values[j])
          end
        end
        return calls
        """, fields: "writes = true,"
    ).session(limits: unlimited).run(on: Fixture.article)
    #expect(record.text == "1156", "\(record.error?.message ?? "")")
  }

  private var unlimited: Limits {
    var limits = Limits()
    limits.cpu = .seconds(60)
    limits.print = 1 << 30
    return limits
  }

  @Test func poisonedLibraryStaysInItsOwnSession() throws {
    let poison = """
      string.upper = function() return "poison" end
      ibid.words = nil
      article.find = nil
      """
    let first = try TemporaryPlugin(article: "pcall(function() \(poison) end)").session()
    let second = try TemporaryPlugin(article: "return { ('x'):upper(), #ibid.words 'a b' }")
      .session()
    #expect(first.run(on: Fixture.article).status == .ok)
    #expect(second.run(on: Fixture.article).text == "[\"X\",2]")
  }

  @Test func equalRunsGiveEqualBytes() throws {
    let plugin = TemporaryPlugin(
      article: """
        local t = {}
        for i = 1, 20 do t["k" .. math.random(1000)] = tostring({}) .. tostring(print) .. tostring(article) end
        return { t, os.time(), os.clock() }
        """)
    let session = try plugin.session()
    let first = session.run(on: Fixture.article)
    #expect(first.status == .ok)
    #expect(try plugin.run() == first)
    #expect(session.run(on: Fixture.article).status == .ok)
  }

  @Test func interruptEndsARun() throws {
    let session = try TemporaryPlugin(article: "print 'now'\nwhile true do end").session { _ in
      Stopper.stop()
    }
    Stopper.session = session
    let record = session.run(on: Fixture.article)
    #expect(record.status == .skipped)
    #expect(record.error?.message == "interrupted")
    Stopper.session = nil
  }

  /// Interrupts from within `print`, which stands for a signal handler.
  private enum Stopper {
    nonisolated(unsafe) static var session: PluginSession?
    static func stop() { session?.interrupt() }
  }
}
