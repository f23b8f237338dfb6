import CLuaBridge
import Testing

/// What differs from Lua's own libraries on purpose: order, seeds, clocks, stable sorting.
@Suite struct LibraryTests {
  @Test(arguments: [
    // pairs and next: the list part, other numbers, strings bytewise, booleans.
    (
      "keys(pairs {b = 1, a = 1, 10, 20, [0] = 1, [-1] = 1, [2.5] = 1, [true] = 1, [false] = 1, B = 1, ['\\xff'] = 1, ['a\\0'] = 1})",
      "1 2 -1 0 2.5 B a a\\0 b \\255 false true"
    ),
    ("keys(next, {y = 1, x = 1, 5})", "1 x y"),
    ("keys(pairs {})", ""),
    // As many as are gathered in one way, and more.
    (
      "(function() for _, n in ipairs {1, 63, 64, 65} do local t, all = {}, {} for i = n, 1, -1 do t['k' .. i * 7919 % 9973] = i end for k in pairs(t) do all[#all + 1] = k end for i = 2, n do assert(all[i - 1] < all[i]) end assert(#all == n) end return 'sorted' end)()",
      "sorted"
    ),
    (
      "keys(pairs {[1 << 53] = 1, [2^53 + 2] = 1, [(1 << 53) + 1] = 1})",
      "9007199254740992 9007199254740993 9007199254740994"
    ),
    ("keys(pairs(setmetatable({}, {__pairs = function() return next, {z = 1} end})))", "z"),
    // Removing while walking is allowed; what is removed ahead is not shown.
    (
      "(function() local t, seen = {c = 1, a = 1, b = 1, d = 1}, '' for k in pairs(t) do seen = seen .. k t[k] = nil t.c = nil end return seen end)()",
      "abd"
    ),
    (
      "(function() local t, seen = {1, 2, 3, x = 4}, '' for k in pairs(t) do seen = seen .. k t[k] = nil end return seen end)()",
      "123x"
    ),
    (
      "(function() local t, n = {}, 0 for i = 1, 100 do t['k' .. i] = i end while next(t) do t[next(t)] = nil n = n + 1 end return n end)()",
      "100"
    ),
    (
      "(function() local t, s = {a = 1, b = 1}, '' for k in pairs(t) do for j in pairs(t) do s = s .. k .. j .. ' ' end end return s end)()",
      "aa ab ba bb "
    ),
    (
      "(function() local t = {a = 1, b = 2} local k = next(t) local f = pairs(t) return k .. f(t, 'a') .. f(t) end)()",
      "aba"
    ),
    // sort is stable.
    (
      "(function() local t = {} for i = 1, 200 do t[i] = {i % 3, i} end table.sort(t, function(a, b) return a[1] < b[1] end) for i = 2, 200 do if t[i][1] == t[i - 1][1] and t[i][2] < t[i - 1][2] then return 'unstable' end end return 'stable' end)()",
      "stable"
    ),
    (
      "(function() local t = {3, 1, 2} table.sort(t, function() return true end) return #t end)()",
      "3"
    ),
    // The clock stands at the second that the host gave.
    ("os.time()", "0"), ("os.date('!%Y-%m-%d %H:%M:%S')", "1970-01-01 00:00:00"),
    ("os.clock()", "0.0"),
    ("os.time {year = 2024, month = 2, day = 30}", "1709294400"),
    ("os.date('*t', 1709294400).month", "3"),
    // Random numbers are the same in each run, and are those of Lua's generator.
    ("math.random(100) .. ' ' .. math.random(100)", "66 9"),
    (
      "(function() math.randomseed(42) return math.random(1000) .. ' ' .. math.random(1000) end)()",
      "742 50"
    ),
    ("select('#', math.randomseed())", "2"),
    ("math.random(3, 3)", "3"), ("math.type(math.random(0))", "integer"),
    ("'10' + 1", "11"), ("'0x10' * 2", "32"), ("10 .. ''", "10"),
    (
      "debug.traceback('here'):match '^here\\nstack traceback:\\n\\tplugin.lua:%d+: in ' ~= nil",
      "true"
    ),
    ("utf8.len('\\xff')", "nil"),
    ("pcall(function() for _ in utf8.codes '\\x80' do end end)", "false"),
    ("pcall(function() for _ in utf8.codes 'a\\x80' do end end)", "false"),
    ("collectgarbage 'count' > 10", "true"),
    ("select('#', load 'x =')", "2"), ("load('return ...', 'n', 't', {})(7)", "7"),
    ("load(function() return nil end) ~= nil", "true"),
    ("pcall(load('x = 1', 'n', 't', nil))", "false"),
    (
      "coroutine.wrap(function() return pcall(coroutine.yield, 'through pcall') end)()",
      "through pcall"
    ),
    (
      "(function() local co = coroutine.create(function() error {} end) coroutine.resume(co) return coroutine.status(co) end)()",
      "dead"
    ),
    (
      "(function() local closed = '' local f = coroutine.wrap(function() local x <close> = setmetatable({}, {__close = function() closed = 'closed' end}) error 'e' end) pcall(f) return closed end)()",
      "closed"
    ),
  ])
  func gives(expression: String, shown: String) {
    let sandbox = Sandbox()
    let prelude = """
      local function keys(f, t, k)
        local all = {}
        for key in f, t, k do all[#all + 1] = tostring(key):gsub("[^ -~]", function(c) return "\\\\" .. c:byte() end) end
        return table.concat(all, " ")
      end
      """
    #expect(sandbox.run(prelude + " print((\(expression)))") == IBID_OK, "\(sandbox.message)")
    #expect(sandbox.printed == [shown])
  }

  @Test func randomStartsAnewWithEachBudget() {
    let sandbox = Sandbox()
    #expect(
      sandbox.run("return { article = function() return math.random(1 << 30) end }") == IBID_OK)
    let first = sandbox.call("article")
    #expect(sandbox.call("article") != first)
    var limits = ibid_limits(cpu_ns: 0, memory: 0, result: 0, print: 0)
    ibid_lua_begin(sandbox.state, &limits)
    #expect(sandbox.call("article") == first)
  }

  /// `%.1f`, `%.2f` and `%d` take a short way; a zero more in the conversion takes that of `printf`.
  @Test func writesNumbersAsPrintfDoes() {
    let sandbox = Sandbox(cpu: 20_000)
    let status = sandbox.run(
      """
      local values = {0.0, -0.0, 0.05, 0.25, 2.5, 117.25, -0.04, 1e7, 99999999.95, 1e8, 1e15, -1e300, 1/0, -1/0, 0/0, 5}
      for i = 1, 40000 do
        values[#values + 1] = (i - 20000) / 200
        values[#values + 1] = math.sin(i) * 10 ^ (i % 12)
      end
      for _, value in ipairs(values) do
        for _, pair in ipairs {{"%.1f", "%0.1f"}, {"%.2f", "%0.2f"}} do
          local short, long = pair[1]:format(value), pair[2]:format(value)
          if short ~= long then error(short .. " for " .. long) end
        end
      end
      for _, value in ipairs {0, 7, -7, 1234567890, math.maxinteger, math.mininteger, 3.0} do
        if ("%d"):format(value) ~= ("%1d"):format(value) or ("%d"):format(value) ~= tostring(math.tointeger(value)) then
          error(tostring(value))
        end
        if tostring(math.tointeger(value)) ~= math.tointeger(value) .. "" then error(tostring(value)) end
      end
      """)
    #expect(status == IBID_OK, "\(sandbox.message)")
  }
}
