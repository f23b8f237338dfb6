import CLuaBridge

/// A sandboxed Lua state with the host's API in it.
final class LuaState {
  let pointer: OpaquePointer
  let services: HostServices
  private let limits: ibid_limits

  /// Makes a state; `nil` where memory does not suffice.
  ///
  /// `isDeterministic` stops the clock, so that runs repeat.
  init?(services: HostServices, isDeterministic: Bool) {
    limits = ibid_limits(services.limits)
    var limits = limits
    guard let pointer = ibid_lua_create(&limits, isDeterministic ? 0 : IBID_REAL_TIME) else {
      return nil
    }
    self.pointer = pointer
    self.services = services
    services.state = pointer
    let context = Unmanaged.passUnretained(services).toOpaque()
    var host = services.makeHost()
    // From here on `deinit` closes the state, also where this fails.
    guard ibid_api_install(pointer, &host) == IBID_OK else { return nil }
    ibid_lua_set_print(
      pointer,
      {
        HostServices.call($0, $1, $2, $3) { services, arguments, _ in
          services.print?(arguments.string(0))
        }
      }, context)
    ibid_lua_set_require(
      pointer, { HostServices.call($0, $1, $2, $3) { $0.findModule($1, $2) } }, context)
  }

  /// Why no state could be made on this thread.
  static var problem: String {
    ibid_lua_prepare_thread()
      ? "not enough memory"
      : "the system has no timer left to hold the limit of CPU time (ulimit -i tells how many there may be)"
  }

  deinit {
    services.closeArticles()
    ibid_lua_close(pointer)
  }

  /// Starts a new budget.
  func begin() {
    var limits = limits
    ibid_lua_begin(pointer, &limits)
  }

  /// Compiles a plugin's source and runs it.
  func load(_ source: [UInt8], name: String) -> ibid_status {
    let status = source.withCharacters { bytes, count in
      name.withCString { ibid_lua_load(pointer, $0, bytes, count) }
    }
    return status == IBID_OK ? ibid_lua_run(pointer) : status
  }

  /// Keeps the text of a file as a member of the options of every call.
  func keep(_ file: OptionFile) -> ibid_status {
    file.text.withCharacters { bytes, count in
      file.option.withCString { ibid_lua_keep(pointer, $0, bytes, count) }
    }
  }

  func hasFunction(_ name: String) -> Bool { name.withCString { ibid_lua_has(pointer, $0) } }

  /// The plugin's table as JSON, without its functions.
  ///
  /// - Parameters:
  ///   - root: what messages call the table.
  ///   - container: what it is.
  func manifest(
    root: String = "plugin", container: String = "a manifest"
  ) -> (status: ibid_status, json: [UInt8]) {
    var json = ibid_span()
    let status = root.withCString { root in
      container.withCString { ibid_lua_manifest(pointer, root, $0, &json) }
    }
    return (status, json.array)
  }

  /// Calls a function of the plugin's table. The result is empty for nil, which fails where one is needed.
  func call(
    _ name: String, _ arguments: [LuaArgument], needsResult: Bool = false
  ) -> (status: ibid_status, json: [UInt8]) {
    var json = ibid_span()
    let status = LuaArgument.withValues(arguments) { values in
      name.withCString {
        ibid_lua_call(pointer, $0, values.baseAddress, values.count, needsResult, &json)
      }
    }
    return (status, json.array)
  }

  /// Calls a function of the plugin's table with the first two of `values`, then with its result and the third, and
  /// so on, and at last another one with what came out and the options.
  func fold(
    _ name: String, _ values: [Range<Int>], of text: [UInt8],
    then last: (name: String, options: [UInt8])? = nil
  ) -> (status: ibid_status, json: [UInt8]) {
    var json = ibid_span()
    let status = text.withCharacters { bytes, _ in
      let arguments = values.map { range in
        var value = ibid_value()
        value.kind = IBID_JSON
        value.bytes = bytes.map { $0 + range.lowerBound }
        value.count = range.count
        return value
      }
      return name.withCString { name in
        guard let last else {
          return ibid_lua_fold(pointer, name, arguments, arguments.count, nil, nil, &json)
        }
        return LuaArgument.withValues([.options(last.options)]) { options in
          ibid_lua_fold(
            pointer, name, arguments, arguments.count, last.name, options.baseAddress, &json)
        }
      }
    }
    return (status, json.array)
  }

  /// Why the last call failed.
  func failure() -> LuaFailure { LuaFailure(ibid_lua_failure(pointer)) }
}

/// An argument of a plugin's function.
enum LuaArgument {
  /// An open article.
  case article(Int64)
  case json([UInt8])
  /// The options of a call, as JSON.
  case options([UInt8])

  /// Calls `body` with the arguments as plain C values, which are valid only inside.
  static func withValues<Result>(
    _ arguments: [LuaArgument], _ body: (UnsafeBufferPointer<ibid_value>) -> Result
  ) -> Result {
    let memory = ViewMemory()
    let values = arguments.map { argument in
      var value = ibid_value()
      switch argument {
      case .article(let handle):
        value.kind = IBID_HANDLE
        value.integer = handle
      case .json(let bytes), .options(let bytes):
        value.kind = if case .json = argument { IBID_JSON } else { IBID_OPTIONS }
        value.bytes = memory.copy(bytes)
        value.count = bytes.count
      }
      return value
    }
    return withExtendedLifetime(memory) { values.withUnsafeBufferPointer(body) }
  }
}

extension ibid_limits {
  init(_ limits: Limits) {
    let parts = limits.cpu.components
    let nanoseconds = parts.seconds * 1_000_000_000 + parts.attoseconds / 1_000_000_000
    self.init(
      cpu_ns: UInt64(max(1, nanoseconds)), memory: limits.memory, result: limits.result,
      print: limits.print)
  }
}
