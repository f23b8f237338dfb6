import CLuaBridge
import Testing

/// Lua's memory failing at every single allocation of a plugin's life: no crash, no leak, and the
/// status tells it, whatever the plugin catches.
@Suite struct AllocationTests {
  static let plugin = """
    local Word = {}
    Word.__index = Word
    Word.__tostring = function(w) return "<" .. w.text .. ">" end
    local function new(text) return setmetatable({ text = text, marks = {} }, Word) end
    local helper = require "helper"
    return {
      name = "everything",
      article = function(text, options)
        local counts, list = {}, {}
        for word in text:gmatch "%a+" do
          counts[word] = (counts[word] or 0) + 1
          list[#list + 1] = new(word:upper():rep(2, "-"))
        end
        table.sort(list, function(a, b) return a.text < b.text end)
        local shown = {}
        for key, value in pairs(counts) do shown[#shown + 1] = ("%s=%d"):format(key, value) end
        print(table.concat(shown, " "), tostring(list[1]))
        local each = coroutine.wrap(function() for _, w in ipairs(list) do coroutine.yield(w) end end)
        local ok, message = pcall(error, { code = 1 })
        local chunk = assert(load("local a = ... return a, {a}", "=chunk"))
        do local guard <close> = setmetatable({}, { __close = function() counts.closed = 1 end }) end
        return {
          counts = counts, first = each().text, second = each().text, ok = ok, chunk = { chunk(1) },
          sub = text:gsub("%w+", function(w) return w:reverse() end), options = options,
          helper = helper.double(21), echo = host.echo({ 1, { x = text } }), utf = utf8.char(233, 8364),
          trace = debug.traceback("here"):sub(1, 4), next = next({ a = 1 }), date = os.date("!%Y", 0),
        }
      end,
    }
    """

  /// Runs the plugin; `first` is the allocation that fails.
  private func run(first: UInt64, count: UInt64) -> (
    status: ibid_status, result: String?, allocations: UInt64
  ) {
    let sandbox = Sandbox(cpu: 10_000)
    let state = sandbox.state
    ibid_lua_set_require(
      state,
      { _, _, _, reply in
        let source: StaticString = "return { double = function(x) return 2 * x end }"
        ibid_reply_bytes(
          reply, UnsafeRawPointer(source.utf8Start).assumingMemoryBound(to: CChar.self),
          source.utf8CodeUnitCount)
      }, nil)
    ibid_lua_fail_allocations(state, first, count)
    var status = ibid_lua_register(
      state, "host", "echo",
      { _, arguments, _, reply in ibid_reply_json(reply, arguments![0].bytes, arguments![0].count)
      },
      nil)
    if status == IBID_OK { status = sandbox.run(Self.plugin) }
    guard status == IBID_OK else { return (status, nil, 0) }
    let result = sandbox.call("article", "\"the cat and the hat and the bat\"", "{\"top\":[1,2]}")
    return (sandbox.failure.status, result, ibid_lua_allocations(state))
  }

  @Test(arguments: [1, 2, UInt64.max / 2]) func survivesEachFailure(count: UInt64) {
    let good = run(first: 0, count: 0)
    #expect(good.status == IBID_OK)
    #expect(good.result?.contains("\"helper\":42") == true)
    #expect(good.allocations > 300)
    for first in 1...good.allocations {
      let run = run(first: first, count: count)
      if run.status == IBID_OK {
        // Lua asked again after a collection, or could do without.
        #expect(run.result == good.result)
      } else {
        #expect(run.status == IBID_MEMORY, "allocation \(first)")
      }
      if count > 2 { #expect(run.status == IBID_MEMORY) }
      #expect(ibid_lua_leaked() == 0, "allocation \(first)")
    }
  }

  @Test(arguments: [1, 2]) func survivesEachFailureOfCreation(count: UInt64) {
    var limits = ibid_limits(cpu_ns: 0, memory: 0, result: 0, print: 0)
    var failures = 0
    for first in UInt64(1)...2000 {
      ibid_lua_fail_allocations(nil, first, count)
      let state = ibid_lua_create(&limits, 0)
      if state == nil { failures += 1 }
      ibid_lua_close(state)
      #expect(ibid_lua_leaked() == 0, "allocation \(first)")
    }
    ibid_lua_fail_allocations(nil, 0, 0)
    #expect(failures > (count == 1 ? 0 : 200))
  }

  /// A host callback may take Lua over its limit; the plugin is stopped when the callback returns.
  @Test func hostCallbacksAreNotRefused() {
    let sandbox = Sandbox(memory: 1 << 20)
    _ = ibid_lua_register(
      sandbox.state, nil, "large",
      { _, _, _, reply in
        let bytes = [CChar](repeating: 120, count: 4 << 20)
        ibid_reply_bytes(reply, bytes, bytes.count)
      }, nil)
    #expect(sandbox.run("while true do pcall(large) end") == IBID_MEMORY)
    #expect(sandbox.line == 1)
  }
}
