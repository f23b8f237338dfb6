import CLuaBridge
import Testing

/// What is told of a failure: the message for any error value, the place, the traceback.
@Suite struct ErrorTests {
  @Test(arguments: [
    ("error 'boom'", "plugin.lua:1: boom"),
    ("error('boom', 0)", "boom"),
    ("error(42)", "42"),
    ("error()", "(error object is a nil value)"),
    ("error(nil)", "(error object is a nil value)"),
    ("error(true)", "(error object is a boolean value)"),
    ("error(print)", "(error object is a function value)"),
    ("error {}", "(error object is a table value)"),
    ("error {message = 'in a field'}", "in a field"),
    ("error(setmetatable({}, {__tostring = function() return 'told' end}))", "told"),
    (
      "error(setmetatable({}, {__tostring = function() return 1 end}))",
      "(error object is a table value)"
    ),
    (
      "error(setmetatable({}, {__tostring = function() error 'x' end}))",
      "(error object whose __tostring raised an error)"
    ),
    (
      "error(setmetatable({}, {__tostring = true}))",
      "(error object whose __tostring raised an error)"
    ),
    (
      "error(setmetatable({}, {__index = function() error 'x' end}))",
      "(error object is a table value)"
    ),
    ("local t = nil t.x = 1", "plugin.lua:1: attempt to index a nil value (local 't')"),
    ("coroutine.yield()", "attempt to yield from outside a coroutine"),
    (
      "coroutine.wrap(function() table.sort({2, 1}, function() coroutine.yield() end) end)()",
      "plugin.lua:1: attempt to yield across a C-call boundary"
    ),
    ("coroutine.wrap(function() error 'inside' end)()", "plugin.lua:1: plugin.lua:1: inside"),
    ("('x'):rep(1, 2, 3, {}).y.z = 1", "plugin.lua:1: attempt to index a nil value (field 'y')"),
    ("('x'):rep({})", "plugin.lua:1: bad argument #1 to 'rep' (number expected, got table)"),
    ("string.rep()", "plugin.lua:1: bad argument #1 to 'rep' (string expected, got no value)"),
    (
      "setmetatable(1, {})",
      "plugin.lua:1: bad argument #1 to 'setmetatable' (table expected, got number)"
    ),
    (
      "local f <const> = table.sort f(1)",
      "plugin.lua:1: bad argument #1 to 'f' (table expected, got number)"
    ),
    ("assert(false)", "plugin.lua:1: assertion failed!"),
    ("assert(nil, 'said so')", "plugin.lua:1: said so"),
    ("error 'not enough memory'", "plugin.lua:1: not enough memory"),
    ("error('not enough memory', 0)", "not enough memory"),
  ])
  func tells(source: String, message: String) {
    let sandbox = Sandbox()
    #expect(sandbox.run(source) == IBID_ERROR)
    #expect(sandbox.message == message)
  }

  @Test func namesThePlaceOfASyntaxError() {
    let sandbox = Sandbox()
    #expect(sandbox.run("local x = 1\nlocal = 2") == IBID_ERROR)
    #expect(sandbox.message == "plugin.lua:2: <name> expected near '='")
    #expect(sandbox.file == "plugin.lua")
    #expect(sandbox.line == 2)
  }

  @Test func tracesThroughCoroutinesWithoutTheHost() {
    let sandbox = Sandbox()
    let source = """
      local function inner() error "deep" end
      local function outer(s) return (s:gsub(".", function() inner() end)) end
      local co = coroutine.wrap(function() outer "x" end)
      return { article = function() co() end }
      """
    #expect(sandbox.run(source) == IBID_OK)
    #expect(sandbox.call("article") == nil)
    #expect(sandbox.message == "plugin.lua:4: plugin.lua:1: deep")
    #expect(sandbox.line == 4)
    #expect(sandbox.traceback == "plugin.lua:4: in function at line 4\n")
    #expect(
      sandbox.run("local function f() error 'x' end\n\nfunction g() f() end\ng()") == IBID_ERROR)
    #expect(
      sandbox.traceback == """
        plugin.lua:1: in upvalue 'f'
        plugin.lua:3: in function 'g'
        plugin.lua:4: in main chunk

        """)
  }

  @Test func abortsTellThePlaceInsideACoroutine() {
    let sandbox = Sandbox(cpu: 50)
    let source = "local co = coroutine.wrap(function()\n  while true do end\nend)\nco()"
    #expect(sandbox.run(source) == IBID_TIMEOUT)
    #expect(sandbox.line == 2)
    #expect(
      sandbox.traceback == "plugin.lua:2: in function at line 1\nplugin.lua:4: in main chunk\n")
  }

  @Test func cutsLongMessagesAtAScalar() {
    let sandbox = Sandbox()
    #expect(sandbox.run("error(('é'):rep(100000), 0)") == IBID_ERROR)
    #expect(sandbox.message.utf8.count <= 65536)
    #expect(sandbox.message.hasSuffix("é…"))
  }

  @Test func refusesToRunInsideItself() {
    let sandbox = Sandbox()
    _ = ibid_lua_register(
      sandbox.state, nil, "again",
      { context, _, _, reply in
        let status = ibid_lua_run(OpaquePointer(context!))
        ibid_reply_boolean(reply, status == IBID_ERROR)
      }, UnsafeMutableRawPointer(sandbox.state))
    #expect(sandbox.value(of: "again()") == "true")
  }
}
