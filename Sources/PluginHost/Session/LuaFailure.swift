import CLuaBridge

/// Why a call into Lua failed, copied out of the state.
struct LuaFailure {
  let status: ibid_status
  /// The message as Lua has it, its place still in front.
  let message: String
  /// The name of the innermost chunk, a path.
  let file: String?
  /// The line in it, from 1; 0 where none is known.
  let line: Int
  let traceback: String

  init(_ failure: ibid_failure) {
    status = failure.status
    message = LuaFailure.text(failure.message, failure.message_count)
    file = failure.file.map { String(cString: $0) }
    line = Int(failure.line)
    traceback = LuaFailure.text(failure.traceback, failure.traceback_count)
  }

  private static func text(_ bytes: UnsafePointer<CChar>?, _ count: Int) -> String {
    String(
      decoding: UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : count), as: UTF8.self
    )
  }

  /// The status of a record of what failed so.
  var recordStatus: RecordStatus {
    switch status {
    case IBID_TIMEOUT: .timeout
    case IBID_MEMORY: .memory
    case IBID_INTERRUPTED: .skipped
    default: .error
    }
  }

  /// Whether the plugin was cut off at any place, so that its own data may be half changed.
  var leavesStateDoubtful: Bool {
    switch status {
    case IBID_TIMEOUT, IBID_MEMORY, IBID_INTERRUPTED: true
    default: false
    }
  }

  /// The message without a place in front, and that place: what Lua says in the message counts
  /// before the innermost frame, as `error(message, 2)` names the caller.
  var place: (message: String, file: String?, line: Int) {
    if let file, let found = LuaFailure.split(message, file: file) {
      return (found.message, file, found.line)
    }
    if let found = LuaFailure.split(message) {
      return (found.message, whole(found.file), found.line)
    }
    return (message, file, line)
  }

  /// A file's name; Lua shows only the end of one that is longer than 60 bytes, after three dots.
  private func whole(_ shown: String) -> String {
    guard let file, shown.hasPrefix("..."), file.hasSuffix(shown.dropFirst(3)) else { return shown }
    return file
  }

  private static func split(_ message: String, file: String) -> (message: String, line: Int)? {
    guard message.hasPrefix(file + ":") else { return nil }
    let rest = message.dropFirst(file.count + 1)
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard let line = Int(digits), rest.dropFirst(digits.count).hasPrefix(": ") else { return nil }
    return (String(rest.dropFirst(digits.count + 2)), line)
  }

  /// The parts of `file.lua:12: message`.
  private static func split(_ text: String) -> (file: String, line: Int, message: String)? {
    let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].hasSuffix(".lua"), let line = Int(parts[1]),
      parts[2].hasPrefix(" ")
    else {
      return nil
    }
    return (String(parts[0]), line, String(parts[2].dropFirst()))
  }
}
