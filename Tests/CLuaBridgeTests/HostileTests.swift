import CLuaBridge
import Testing

/// Plugins that will not stop: each ends with its status, at a place, within twice the budget.
@Suite struct HostileTests {
  static let spin = "local function spin() while true do end end "
  static let hoard =
    "local function hoard() local t = {} while true do t[#t+1] = ('x'):rep(1000) .. #t end end "

  /// A metatable made weak after it was set: stock Lua frees the table that `t.x` grows while it grows.
  static let weak = """
    local meta, keep = {}, {} \
    local mt = setmetatable({}, meta) \
    local t = setmetatable({}, mt) \
    meta.__mode = 'v' \
    local function build(n) local h = {} for j = 1, n do h['k' .. j] = j end return h end \
    local function forget() local a, b, c, d, e, f, g, h = 1, 2, 3, 4, 5, 6, 7, 8 end \
    for i = 1, 1e9 do \
      keep[i] = ('x'):rep(50000) .. i \
      for _, n in ipairs {1024, 4096} do \
        local h = build(n) mt.__newindex = h h = nil forget() t.x = 1 rawset(t, 'x', nil) \
      end \
    end
    """

  /// Sources that use up their CPU time.
  @Test(arguments: [
    "while true do end",
    "goto a ::a:: goto a",
    "coroutine.wrap(spin)()",
    "local co = coroutine.create(spin) coroutine.resume(co)",
    "while true do coroutine.wrap(function() for i = 1, 900 do end end)() end",
    "while true do pcall(spin) end",
    "while true do pcall(pcall, spin) end",
    "while true do xpcall(spin, function() spin() end) end",
    "while true do pcall(coroutine.wrap(spin)) end",
    "while true do coroutine.resume(coroutine.create(spin)) end",
    "local co = coroutine.wrap(function() while true do pcall(coroutine.yield) end end) while true do pcall(co) end",
    "xpcall(error, spin)",
    "do local x <close> = setmetatable({}, {__close = spin}) end",
    "local function f() local x <close> = setmetatable({}, {__close = spin}) spin() end while true do pcall(f) end",
    "local function f() local x <close> = setmetatable({}, {__close = function() pcall(f) spin() end}) error 'x' end while true do pcall(f) end",
    "local co = coroutine.wrap(function() local x <close> = setmetatable({}, {__close = spin}) spin() end) pcall(co)",
    "local co = coroutine.wrap(function() local x <close> = setmetatable({}, {__close = spin}) error 'x' end) pcall(co)",
    "error(setmetatable({}, {__tostring = spin}))",
    "tostring(setmetatable({}, {__tostring = spin}))",
    "print(setmetatable({}, {__tostring = spin}))",
    "print(setmetatable({}, {__index = spin}).x)",
    "for k in pairs(setmetatable({}, {__pairs = spin})) do end",
    "local m = {__eq = spin} return setmetatable({}, m) == setmetatable({}, m)",
    "local m = {__lt = spin} table.sort {setmetatable({}, m), setmetatable({}, m)}",
    "return setmetatable({}, {__concat = spin}) .. 'x'",
    "return #setmetatable({}, {__len = spin})",
    "(('a'):rep(28) .. 'b'):find(('a?'):rep(28) .. ('a'):rep(28))",
    "(('a'):rep(30000)):find '.-.-.-.-b'",
    "(('('):rep(1000000)):find '%b()'",
    "while true do (('a'):rep(1000000)):find '%f[b]' end",
    "local s = ('a'):rep(200000) while true do s:gsub('a*b', '') end",
    "local s = ('a'):rep(200000) for _ in s:gmatch '.-b' do end",
    "while true do (('a'):rep(800000)):find(('a'):rep(400000) .. 'b', 1, true) end",
    "table.move({}, 1, 1e9, 1, {})",
    "table.move({}, 1, math.maxinteger - 1, 1, {})",
    "table.insert(setmetatable({}, {__len = function() return 1 << 60 end}), 1, 1)",
    "table.remove(setmetatable({}, {__len = function() return 1 << 60 end}), 1)",
    "table.sort(setmetatable({}, {__len = function() return 1 << 30 end}), function() return true end)",
    "local t = {} for i = 1, 10000 do t[i] = i end while true do table.sort(t, function() return true end) end",
    "while true do load('x=' .. ('1+'):rep(300000) .. '1') end",
    "local t = {} for i = 1, 20000 do t[i] = '::a' .. i .. '::' end local s = table.concat(t, ' ') while true do load(s) end",
    "load(spin)",
    "while true do pcall(load, spin) end",
    "local s = ('\\0'):rep(200000) while true do ('%q'):format(s) end",
    "while true do for k in pairs {a = 1, b = 2, c = 3} do end end",
    "local t = {} for i = 1, 1000 do t[i .. ''] = i end while true do next(t) end",
    "local s = ('x'):rep(1000000) while true do s:upper() s:lower() s:reverse() utf8.len(s) end",
    "while true do ('x'):rep(100000) end",
    "while true do string.rep('', 1 << 60) end",
    "local ok = pcall(spin) spin()",
  ])
  func timesOut(source: String) {
    let sandbox = Sandbox(cpu: 150, memory: 64 << 20)
    #expect(sandbox.run(Self.spin + source) == IBID_TIMEOUT, "\(sandbox.message)")
    #expect(sandbox.message == "the plugin took more than its 150 ms of CPU time")
    #expect(sandbox.file == "plugin.lua")
    #expect(sandbox.line == 1)
    #expect(!sandbox.traceback.isEmpty)
    #expect(ibid_lua_cpu(sandbox.state) < 300_000_000)
    // The host lives: the next plugin runs in the same process.
    #expect(Sandbox().value(of: "1") == "1")
  }

  /// Sources that use up their memory.
  @Test(arguments: [
    "local s = 'x' while true do s = s .. s end",
    "local t = {} for i = 1, 1e9 do t[i] = i end",
    "local t = {} for i = 1, 1e9 do t[i + 0.5] = i end",
    "local t = {} for i = 1, 1e6 do t[i] = coroutine.create(print) end",
    "local t = {} for i = 1, 1e6 do t[i] = coroutine.wrap(coroutine.yield) t[i]() end",
    "local function f() return f() + 1 end f()",
    "hoard()",
    "while true do pcall(hoard) end",
    "local ok = pcall(hoard) while true do end",
    "while true do pcall(string.rep, 'x', 1e9) end",
    "pcall(string.rep, 'x', 1 << 31) return 1",
    "return pcall(table.concat, {('x'):rep(5e6), ('x'):rep(5e6)}, ('y'):rep(5e6))",
    "local x <close> = setmetatable({}, {__close = hoard}) hoard()",
    "xpcall(hoard, hoard)",
    "coroutine.wrap(hoard)()",
    "error(setmetatable({}, {__tostring = function() return ('x'):rep(1 << 30) end}))",
    "local t = {} while true do t[#t + 1] = ('x'):gsub('x', ('y'):rep(1e5)) .. #t end",
    "local t = {} while true do t[#t + 1] = {} for k in pairs {a = 1} do end end",
    "return ('c1000000000'):pack ''",
    Self.weak,
  ])
  func runsOutOfMemory(source: String) {
    let sandbox = Sandbox(cpu: 20_000, memory: 12 << 20)
    #expect(sandbox.run(Self.hoard + source) == IBID_MEMORY, "\(sandbox.message)")
    #expect(sandbox.message == "the plugin needed more than its 12 MiB of memory")
    #expect(sandbox.file == "plugin.lua")
    #expect(sandbox.line == 1)
    // One growing array may take up to 4/3 of the limit more before the plugin stops.
    #expect(ibid_lua_peak(sandbox.state) <= (12 << 20) / 3 * 7)
    #expect(Sandbox().value(of: "1") == "1")
  }

  /// Sources that Lua's own limits stop: an error that the plugin may catch.
  @Test(arguments: [
    ("local function f(s) return s:gsub('.', f) end f 'x'", "C stack overflow"),
    ("local function f() table.sort({2, 1}, f) end f()", "C stack overflow"),
    ("local m = {} m.__tostring = tostring tostring(setmetatable({}, m))", "C stack overflow"),
    (
      "local m = {} m.__index = function(t, k) return t[k] end return setmetatable({}, m).x",
      "C stack overflow"
    ),
    ("local function f() coroutine.wrap(f)() end f()", "C stack overflow"),
    (
      "local p for i = 1, 20000 do local q = p p = coroutine.wrap(function() local x <close> = setmetatable({}, {__close = function() if q then q() end end}) coroutine.yield() error 'e' end) p() end p()",
      "C stack overflow"
    ),
    (
      "local f = ('a'):rep(300):gmatch(('a?'):rep(250)) pcall(f) pcall(f) f()",
      "pattern too complex"
    ),
    (
      "table.unpack(setmetatable({}, {__len = function() return 1 << 60 end}))",
      "too many results to unpack"
    ),
    ("table.unpack({}, math.mininteger, math.maxinteger)", "too many results to unpack"),
    (
      "table.sort(setmetatable({}, {__len = function() return 1 << 30 end}))",
      "attempt to compare nil with number"
    ),
    ("string.rep('xx', math.maxinteger)", "resulting string too large"),
    ("('%99.100f'):format(1)", "invalid conversion specification"),
    ("assert(load(('('):rep(300) .. '1' .. (')'):rep(300)))", "C stack overflow"),
    ("assert(load('return ' .. ('{'):rep(100000)))", "C stack overflow"),
    (
      "local s = '' for i = 1, 300 do s = s .. 'local a' .. i .. ' ' end assert(load(s))",
      "too many local variables"
    ),
  ])
  func overflows(source: String, message: String) {
    let sandbox = Sandbox(cpu: 5000, memory: 64 << 20)
    #expect(sandbox.run(source) == IBID_ERROR)
    #expect(sandbox.message.contains(message), "\(sandbox.message)")
    #expect(sandbox.line == 1)
    let caught = Sandbox(cpu: 5000, memory: 64 << 20)
    #expect(
      caught.run("assert(not pcall(function() \(source) end))") == IBID_OK, "\(caught.message)")
  }

  @Test func capsWhatIsPrinted() {
    let sandbox = Sandbox(memory: 64 << 20, print: 10_000)
    #expect(sandbox.run("while true do pcall(print, ('x'):rep(999)) end") == IBID_TOO_LARGE)
    #expect(sandbox.printed.count == 10)
    #expect(sandbox.message == "the plugin printed more than its 10000 bytes")
  }

  /// A budget covers all calls since it began; a new one starts over, also after an abort.
  @Test func budgetsAreCumulativeAndRenewable() {
    let sandbox = Sandbox(cpu: 100)
    let source = "return { article = function(n) for _ = 1, n do end return 1 end }"
    #expect(sandbox.run(source) == IBID_OK)
    var calls = 0
    while sandbox.call("article", "500000") != nil && calls < 10_000 { calls += 1 }
    #expect(sandbox.failure.status == IBID_TIMEOUT)
    #expect(calls > 1)
    #expect(sandbox.call("article", "1") == nil)
    var limits = ibid_limits(cpu_ns: 100_000_000, memory: 1 << 20, result: 0, print: 0)
    ibid_lua_begin(sandbox.state, &limits)
    #expect(sandbox.call("article", "1") == "1")
  }
}
