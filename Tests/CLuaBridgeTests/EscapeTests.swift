import CLuaBridge
import Glibc
import Testing

/// Ways out of the sandbox, each closed with a message that names what is missing.
@Suite struct EscapeTests {
  @Test(arguments: [
    ("assert(load('\\27Lua'))", "attempt to load a binary chunk (mode is 't')"),
    (
      "assert(load(function() return '\\27Lua' end))",
      "attempt to load a binary chunk (mode is 't')"
    ),
    ("load('return 1', 'x', 'b')", "bad argument #3 to 'load' (only text can be loaded)"),
    ("string.dump(print)", "attempt to call a nil value (field 'dump')"),
    ("getmetatable('').__index = nil", "attempt to index a string value"),
    ("setmetatable(_G, {})", "cannot change a protected metatable"),
    ("io.open('x')", "undefined variable 'io'"),
    ("package.path = ''", "undefined variable 'package'"),
    ("dofile 'x'", "undefined variable 'dofile'"),
    ("loadfile 'x'", "undefined variable 'loadfile'"),
    ("os.exit()", "attempt to call a nil value (field 'exit')"),
    ("os.getenv 'HOME'", "attempt to call a nil value (field 'getenv')"),
    ("os.tmpname()", "attempt to call a nil value (field 'tmpname')"),
    ("os.execute 'true'", "attempt to call a nil value (field 'execute')"),
    ("debug.getinfo(1)", "attempt to call a nil value (field 'getinfo')"),
    ("debug.getregistry()", "attempt to call a nil value (field 'getregistry')"),
    ("debug.sethook()", "attempt to call a nil value (field 'sethook')"),
    ("debug.setmetatable('', nil)", "attempt to call a nil value (field 'setmetatable')"),
    ("coroutine.close(coroutine.create(print))", "attempt to call a nil value (field 'close')"),
    ("require 'os'", "module 'os' not found"),
    ("require '../x'", "module '../x' not found"),
    ("collectgarbage()", "bad argument #1 to 'collectgarbage' (option 'collect' is not available)"),
    (
      "setmetatable({}, {__gc = true})", "bad argument #2 to 'setmetatable' (__gc is not available)"
    ),
    (
      "setmetatable({}, setmetatable({}, {__mode = 'v'}))",
      "bad argument #2 to 'setmetatable' (a weak table cannot be a metatable)"
    ),
    (
      "local m = {} setmetatable({}, m) setmetatable(m, {__mode = 'v'})",
      "bad argument #1 to 'setmetatable' (a metatable cannot be weak)"
    ),
    ("end end os = nil", "<eof> expected near 'end'"),
    ("prnt(1)", "undefined variable 'prnt' (did you mean 'print'?)"),
    ("tabel.sort {}", "undefined variable 'tabel' (did you mean 'table'?)"),
  ])
  func isClosed(source: String, message: String) {
    let sandbox = Sandbox()
    #expect(sandbox.run("\n" + source) == IBID_ERROR)
    #expect(
      sandbox.message.hasSuffix(message) || sandbox.message.contains(message), "\(sandbox.message)")
    #expect(sandbox.file == "plugin.lua")
    #expect(sandbox.line == 2)
  }

  /// Fields, metatables and upvalues from `_ENV` and a string on, held against the committed list.
  @Test func reachesWhatIsListed() throws {
    let sandbox = Sandbox()
    var span = ibid_span()
    #expect(ibid_lua_reachable(sandbox.state, &span) == IBID_OK)
    let found = text(span.bytes, span.count)
    let path = #filePath.prefix(upTo: #filePath.lastIndex(of: "/")!) + "/Fixtures/reachable.txt"
    let file = try #require(fopen(String(path), "r"))
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let listed = String(decoding: bytes[..<fread(&bytes, 1, bytes.count, file)], as: UTF8.self)
    let difference = Set(found.split(separator: "\n")).symmetricDifference(
      listed.split(separator: "\n"))
    #expect(difference.isEmpty)
  }

  /// One plugin poisons all it can; a second state knows nothing of it.
  @Test func poisonStaysInItsState() {
    let poisoned = Sandbox()
    let poison = """
      string.rep = nil
      table.insert = error
      math.random = function() return 4 end
      getmetatable = nil
      rawset(_G, "print", nil)
      pairs = error
      _ENV.tostring = error
      """
    #expect(poisoned.run(poison) == IBID_OK, "\(poisoned.message)")
    let clean = Sandbox()
    #expect(
      clean.value(of: "{('x'):rep(2), tostring(1), math.random() < 1}") == "[\"xx\",\"1\",true]")
    // And a plugin loaded later into the poisoned state has its own globals.
    #expect(
      poisoned.run("local t = {} for k in pairs {1} do t[k] = tostring(k) end print(t[1])")
        == IBID_OK)
    #expect(poisoned.printed == ["1"])
  }

  @Test func showsNoAddresses() {
    let source = "tostring({}) .. tostring(print) .. tostring(coroutine.running()) .. tostring({})"
    let first = Sandbox().value(of: source)
    #expect(first == "\"table: 1function: 2thread: 3table: 4\"")
    #expect(Sandbox().value(of: source) == first)
  }
}
