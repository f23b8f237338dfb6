import CLuaBridge

/// A sandboxed state for tests: runs a chunk, collects what it prints, tells how it ended.
final class Sandbox {
  let state: OpaquePointer
  private(set) var printed: [String] = []

  init(
    cpu milliseconds: UInt64 = 300, memory: Int = 16 << 20, result: Int = 1 << 20,
    print: Int = 1 << 20
  ) {
    var limits = ibid_limits(
      cpu_ns: milliseconds * 1_000_000, memory: memory, result: result, print: print)
    state = ibid_lua_create(&limits, 0)
    ibid_lua_set_print(
      state,
      { context, arguments, _, _ in
        let sandbox = Unmanaged<Sandbox>.fromOpaque(context!).takeUnretainedValue()
        sandbox.printed.append(text(arguments![0].bytes, arguments![0].count))
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  deinit { ibid_lua_close(state) }

  /// Loads and runs a chunk.
  func run(_ source: String, name: String = "plugin.lua") -> ibid_status {
    var source = source
    let status = source.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        ibid_lua_load(state, name, $0.baseAddress, $0.count)
      }
    }
    return status == IBID_OK ? ibid_lua_run(state) : status
  }

  /// Calls a function of the plugin with JSON arguments; the result is JSON, or nil on failure.
  func call(_ name: String, _ arguments: String...) -> String? {
    var span = ibid_span()
    let copies = arguments.map { Array($0.utf8.map { CChar(bitPattern: $0) }) }
    let values = copies.map { copy in
      // Freed below, after the call.
      let bytes = UnsafeMutablePointer<CChar>.allocate(capacity: copy.count)
      bytes.initialize(from: copy, count: copy.count)
      return ibid_value(
        kind: IBID_JSON, integer: 0, number: 0, bytes: UnsafePointer(bytes), count: copy.count)
    }
    defer { for value in values { value.bytes.deallocate() } }
    guard ibid_lua_call(state, name, values, values.count, false, &span) == IBID_OK else {
      return nil
    }
    return text(span.bytes, span.count)
  }

  /// Runs a chunk that returns an expression's value in an `article` function, as JSON.
  func value(of expression: String) -> String? {
    guard run("return { article = function() return \(expression) end }") == IBID_OK else {
      return nil
    }
    return call("article")
  }

  var failure: ibid_failure { ibid_lua_failure(state) }
  var message: String { text(failure.message, failure.message_count) }
  var traceback: String { text(failure.traceback, failure.traceback_count) }
  var line: Int { Int(failure.line) }
  var file: String? { failure.file.map { String(cString: $0) } }
}

func text(_ bytes: UnsafePointer<CChar>?, _ count: Int) -> String {
  guard let bytes else { return "" }
  return bytes.withMemoryRebound(to: UInt8.self, capacity: count) {
    String(decoding: UnsafeBufferPointer(start: $0, count: count), as: UTF8.self)
  }
}
