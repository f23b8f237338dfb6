import CLuaBridge
import Testing

/// Functions of the host: what they are given, what they answer, how they fail.
@Suite struct HostCallTests {
  /// A state with `host.echo`, which answers with what it got, and `host.fail`.
  private func sandbox() -> Sandbox {
    let sandbox = Sandbox()
    _ = ibid_lua_register(
      sandbox.state, "host", "echo",
      { _, arguments, count, reply in
        guard count > 0 else { return ibid_reply_nil(reply) }
        let value = arguments![0]
        switch value.kind {
        case IBID_BOOLEAN: ibid_reply_boolean(reply, value.integer != 0)
        case IBID_INTEGER: ibid_reply_integer(reply, value.integer)
        case IBID_NUMBER: ibid_reply_number(reply, value.number)
        case IBID_BYTES: ibid_reply_bytes(reply, value.bytes, value.count)
        case IBID_JSON: ibid_reply_json(reply, value.bytes, value.count)
        default: ibid_reply_nil(reply)
        }
      }, nil)
    _ = ibid_lua_register(
      sandbox.state, "host", "fail",
      { _, arguments, _, reply in
        let message = "no such thing"
        ibid_reply_argument_error(reply, Int32(arguments![0].integer), message, message.utf8.count)
      }, nil)
    return sandbox
  }

  @Test(arguments: [
    ("host.echo()", ""), ("host.echo(nil)", ""), ("host.echo(true)", "true"),
    ("host.echo(-7)", "-7"),
    ("host.echo(1.5)", "1.5"), ("host.echo(math.mininteger)", "-9223372036854775808"),
    ("host.echo(2^63)", "9.223372036854776e+18"), ("host.echo('')", "\"\""),
    ("host.echo('a\\0b')", "\"a\\u0000b\""), ("host.echo({1, {a = true}})", "[1,{\"a\":true}]"),
    ("{host.echo({}), host.echo(host.echo({}))}", "[{},{}]"),
  ])
  func answers(expression: String, json: String) {
    let sandbox = sandbox()
    #expect(sandbox.value(of: expression) == json, "\(sandbox.message)")
  }

  @Test(arguments: [
    ("host.fail(0)", "plugin.lua:1: no such thing"),
    ("host.fail(1)", "plugin.lua:1: bad argument #1 to 'fail' (no such thing)"),
    ("host.echo(print)", "plugin.lua:1: bad argument #1 to 'echo' (a plain value expected)"),
    ("host.echo({print})", "value[1]: a function cannot be in an argument"),
    ("host.echo(1, 2, 3, 4, 5, 6, 7, 8, 9)", "plugin.lua:1: more than 8 arguments"),
    (
      "host.echo((function() local t = {} t[1] = t return t end)())",
      "value[1]: a cycle: the table contains itself"
    ),
    ("host.ehco()", "attempt to call a nil value (field 'ehco')"),
  ])
  func refuses(expression: String, message: String) {
    let sandbox = sandbox()
    #expect(sandbox.value(of: expression) == nil)
    #expect(sandbox.message.hasSuffix(message), "\(sandbox.message)")
    #expect(sandbox.failure.status == IBID_ERROR)
    #expect(sandbox.value(of: "pcall(function() return \(expression) end)") == "false")
  }

  @Test func requiresModulesOnce() {
    let sandbox = Sandbox()
    ibid_lua_set_require(
      sandbox.state,
      { _, arguments, _, reply in
        let sources = [
          "counter": "local n = 0 return { next = function() n = n + 1 return n end }",
          "broken": "local x =", "circle": "return require 'circle'", "bytes": "\u{1b}Lua",
          "nothing": "seen = ...",
        ]
        guard let source = sources[text(arguments![0].bytes, arguments![0].count)] else { return }
        ibid_reply_bytes(reply, source, source.utf8.count)
      }, nil)
    #expect(sandbox.value(of: "{require 'counter'.next(), require 'counter'.next()}") == "[1,2]")
    #expect(sandbox.value(of: "{require 'nothing', seen}") == "[true,\"nothing\"]")
    for (name, message) in [
      ("broken", "broken.lua:1: unexpected symbol near <eof>"),
      ("circle", "module 'circle' requires itself"),
      ("bytes", "attempt to load a binary chunk (mode is 't')"),
      ("missing", "module 'missing' not found"), ("../up", "module '../up' not found"),
    ] {
      #expect(sandbox.value(of: "require '\(name)'") == nil)
      #expect(sandbox.message.contains(message), "\(sandbox.message)")
    }
  }

  @Test func evaluatesLinesOfAPrompt() {
    let sandbox = Sandbox()
    var shown = ibid_span()
    var incomplete = false
    func evaluate(_ line: String) -> String? {
      let status = ibid_lua_evaluate(
        sandbox.state, "prompt", line, line.utf8.count, &shown, &incomplete)
      return status == IBID_OK ? text(shown.bytes, shown.count) : nil
    }
    #expect(evaluate("1 + 1, 'x', nil") == "2\nx\nnil\n")
    #expect(evaluate("a = 5") == "")
    #expect(evaluate("a") == "5\n")
    #expect(evaluate("for i = 1, 2 do") == nil)
    #expect(incomplete)
    #expect(evaluate("for i = 1, 2 do end end") == nil)
    #expect(!incomplete)
    #expect(evaluate("nosuch") == nil)
    #expect(sandbox.message == "prompt:1: undefined variable 'nosuch'")
  }
}
