import Glibc
import TerminalTesting
import Testing

@testable import REPL

/// Ctrl-C while something runs.
@Suite(.serialized) struct InterruptTests {
  /// Computations that never end by themselves, one for each way in which C or Lua may keep the processor.
  static let endless = [
    "while true do end",
    "for i = 1, math.huge do end",
    "coroutine.wrap(function() while true do end end)()",
    "while true do pcall(error, 'x') end",
    "while true do pcall(function() while true do end end) end",
    "while true do xpcall(function() while true do end end, function() while true do end end) end",
    "while true do coroutine.wrap(function() end)() end",
    "local x <close> = setmetatable({}, { __close = function() while true do end end })",
    "print(setmetatable({}, { __tostring = function() while true do end end }))",
    "return setmetatable({}, { __tostring = function() while true do end end })",
    "return setmetatable({}, { __index = function() while true do end end }).x",
    "('a'):rep(200000):find(('a*'):rep(40) .. 'b')",
    "while true do ('x'):rep(1000000) end",
    "table.concat(setmetatable({}, { __len = function() return math.maxinteger end, __index = function() return '' end }))",
    "table.sort(setmetatable({}, { __len = function() return 1000000 end, __index = function() return 1 end, "
      + "__newindex = function() end }), function() return true end)",
    "while true do article:find 'the' end",
    "while true do print('line') end",
    "co = coroutine.wrap(function() while true do end end) co()",
    "while true do coroutine.resume(coroutine.create(function() for i = 1, 9e5 do end end)) end",
    "error(setmetatable({}, { __tostring = function() while true do end end }))",
    "return #setmetatable({}, { __len = function() while true do end end })",
    "pairs(setmetatable({}, { __pairs = function() while true do end end }))",
    "local m = { __eq = function() while true do end end } return setmetatable({}, m) == setmetatable({}, m)",
    "return setmetatable({}, { __lt = function() while true do end end }) < 1",
    "return setmetatable({}, { __concat = function() while true do end end }) .. 'x'",
    "while true do ('('):rep(10000000):find('%b()') end",
    "while true do ('a '):rep(5000000):find('%f[x]y') end",
    "while true do ('x'):rep(100000000) end",
    "table.move({}, 1, 1000000000, 1, {})",
    "table.insert(setmetatable({}, { __len = function() return 1 << 40 end }), 1, 'x')",
    "while true do load('x = {' .. ('1,'):rep(1000000) .. '}') end",
    "while true do ('%q'):format(('x'):rep(10000000)) end",
    "while true do ('%99.99f'):format(1e300) end",
    "while true do ibid.words(article.title) end",
    "while true do ibid.read('markdown', '# x') end",
    "repeat local t = {} t[1] = t until false",
    "while true do article.paragraphs:map(function(p) return p.sentences end) end",
  ]

  @Test(arguments: endless)
  func stopsAComputationAndKeepsTheSession(lua: String) throws {
    let session = try PromptSession(columns: 200)
    #expect(try session.answer("kept = 42").isEmpty)
    session.terminal.send("\u{0C}\(lua)\r")
    for _ in 0..<20 { session.terminal.read(milliseconds: 10) }
    session.terminal.send("\u{03}")
    let clock = ContinuousClock()
    let start = clock.now
    try session.terminal.wait(for: "prompt after \(lua)") { screen in
      screen.lines.last == ">" && screen.lines.contains { $0.hasSuffix("interrupted") }
    }
    // On an idle machine it takes 20 ms, as Benchmarks/ measures; this one may be busy with other tests.
    #expect(clock.now - start < .seconds(3))
    #expect(try session.answer("kept, article.title") == ["42", "\"Lamps of the delta\""])
  }

  @Test func stopsAPlugin() throws {
    let session = try PromptSession()
    PromptSession.write(
      """
      return { name = "spin", version = "1.0.0", since = "0.1", summary = "Spins.", categories = {},
        article = function() while true do end end }
      """, to: "\(session.folder)/spin.lua")
    #expect(try session.answer(":limits cpu=10m").first?.contains("cpu=10m") == true)
    session.terminal.send("\u{0C}:run \(session.folder)/spin.lua\r")
    for _ in 0..<20 { session.terminal.read(milliseconds: 10) }
    session.terminal.send("\u{03}")
    try session.terminal.wait(for: "interrupted") {
      $0.lines.suffix(2).joined().contains("interrupted>")
    }
  }

  @Test func stopsAPluginThatLoads() throws {
    let session = try PromptSession()
    PromptSession.write("while true do end", to: "\(session.folder)/load.lua")
    _ = try session.answer(":limits cpu=10m")
    session.terminal.send("\u{0C}:run \(session.folder)/load.lua\r")
    for _ in 0..<20 { session.terminal.read(milliseconds: 10) }
    session.terminal.send("\u{03}")
    try session.terminal.wait(for: "interrupted") {
      $0.lines.suffix(2).joined().contains("interrupted>")
    }
    #expect(try session.answer("article.title") == ["\"Lamps of the delta\""])
  }

  @Test func stopsOpeningManyArticles() throws {
    let session = try PromptSession()
    let folder = "\(session.folder)/many"
    mkdir(folder, 0o700)
    for number in 0..<3000 {
      PromptSession.write(Sample.markdown, to: "\(folder)/\(number).md")
    }
    session.terminal.send("\u{0C}:open \(folder)\r")
    for _ in 0..<5 { session.terminal.read(milliseconds: 10) }
    session.terminal.send("\u{03}")
    try session.terminal.wait(for: "prompt") { $0.lines.count > 1 && $0.lines.last == ">" }
    #expect(try session.answer("article.title") == ["\"Lamps of the delta\""])
  }

  @Test func stopsWhatTakesTooLongByItself() throws {
    let session = try PromptSession()
    PromptSession.write(
      """
      return { name = "spin", version = "1.0.0", since = "0.1", summary = "Spins.", categories = {},
        article = function() while true do end end }
      """, to: "\(session.folder)/spin.lua")
    _ = try session.answer(":limits cpu=50ms")
    #expect(
      try session.answer(":run \(session.folder)/spin.lua").contains { $0.contains("timeout:") })
  }
}
