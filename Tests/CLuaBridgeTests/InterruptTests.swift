import CLuaBridge
import Glibc
import Testing

/// Stopping from outside, and several states on several threads.
@Suite struct InterruptTests {
  private final class Shared: @unchecked Sendable {
    let state: OpaquePointer
    init(_ state: OpaquePointer) { self.state = state }
  }

  /// Starts a thread with a stack of `size` bytes.
  private func startThread(stack size: Int, _ body: @escaping @Sendable () -> Void) -> pthread_t {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, size)
    defer { pthread_attr_destroy(&attributes) }
    var thread = pthread_t()
    pthread_create(
      &thread, &attributes,
      { context in
        Unmanaged<Box>.fromOpaque(context!).takeRetainedValue().body()
        return nil
      }, Unmanaged.passRetained(Box(body)).toOpaque())
    return thread
  }

  private final class Ended: @unchecked Sendable {
    var status = IBID_OK
  }

  private final class Box {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  @Test(arguments: [
    "while true do end", "while true do pcall(function() while true do end end) end",
    "coroutine.wrap(function() while true do end end)()",
    "(('a'):rep(30000)):find '.-.-.-.-b'",
  ])
  func interrupts(source: String) {
    let sandbox = Sandbox(cpu: 20_000)
    let shared = Shared(sandbox.state)
    // An interrupt that comes before the plugin runs stops it at its start.
    let interrupter = startThread(stack: 1 << 20) {
      usleep(50_000)
      ibid_lua_interrupt(shared.state)
    }
    #expect(sandbox.run(source) == IBID_INTERRUPTED)
    #expect(sandbox.message == "interrupted")
    #expect(sandbox.line == 1)
    #expect(ibid_lua_cpu(sandbox.state) < 2_000_000_000)
    pthread_join(interrupter, nil)
    // A prompt goes on with the same state.
    var limits = ibid_limits(cpu_ns: 0, memory: 0, result: 0, print: 0)
    ibid_lua_begin(sandbox.state, &limits)
    #expect(sandbox.value(of: "1") == "1")
  }

  @Test func statesOnSeveralThreadsEndByThemselves() async {
    await withTaskGroup(of: Bool.self) { group in
      for index in 0..<12 {
        group.addTask {
          let sandbox = Sandbox(cpu: 40)
          let spins = index % 2 == 0
          let status = sandbox.run(spins ? "while true do end" : "for _ = 1, 1e4 do end")
          return status == (spins ? IBID_TIMEOUT : IBID_OK)
        }
      }
      for await isRight in group { #expect(isRight) }
    }
  }

  /// A state inside another's host call has its own budget, and the outer one keeps its own.
  @Test func nestedStatesKeepTheirBudgets() {
    let outer = Sandbox(cpu: 200)
    _ = ibid_lua_register(
      outer.state, nil, "inner",
      { _, _, _, reply in
        let inner = Sandbox(cpu: 40)
        ibid_reply_boolean(reply, inner.run("while true do end") == IBID_TIMEOUT)
      }, nil)
    #expect(outer.run("assert(inner()) while true do end") == IBID_TIMEOUT)
    #expect(ibid_lua_cpu(outer.state) < 400_000_000)
  }

  /// A plugin recurses as deep as Lua allows on the smallest stack that the worker promises: 1 MB.
  @Test(arguments: [
    "local function f(s) return s:gsub('.', f) end f 'x'",
    "local function f() table.sort({2, 1}, f) end f()",
    "local m = {} m.__index = function(t, k) return t[k] end return setmetatable({}, m).x",
    "local function f() coroutine.wrap(f)() end f()",
    "local function f() return pcall(f) end f() error 'end'",
    "local function f() return load(f) end f() error 'end'",
    "local m = {} m.__pairs = function(t) return pairs(t) end pairs(setmetatable({}, m))",
    "local m = {} m.__concat = function(a, b) return a .. b end return setmetatable({}, m) .. 'x'",
    "local t = {} for _ = 1, 63 do t = {t} end local function f(s) s:gsub('.', f) error(t) end f 'x'",
    "(('a'):rep(300)):find(('(a?'):rep(30) .. (')'):rep(30) .. ('a?'):rep(250))",
    "local p for i = 1, 20000 do local q = p p = coroutine.wrap(function() local x <close> = setmetatable({}, {__close = function() if q then q() end end}) coroutine.yield() error 'e' end) p() end p()",
    "assert(load('return ' .. ('{'):rep(100000)))",
    "assert(load('x = ' .. ('-'):rep(100000) .. '1'))",
    "assert(load(('do '):rep(100000)))",
    "local s = 'a' for _ = 1, 190 do s = '(' .. s .. ')' end assert(load('x=' .. s .. '..' .. s .. '+'))",
  ])
  func recursesOnAMegabyte(source: String) {
    let ended = Ended()
    let thread = startThread(stack: 1 << 20) {
      let sandbox = Sandbox(cpu: 5000, memory: 64 << 20)
      ended.status = sandbox.run(source)
    }
    pthread_join(thread, nil)
    #expect(ended.status == IBID_ERROR)
  }
}
