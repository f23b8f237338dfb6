import ArticleModel
import Glibc

/// What a run tells people beside its results, on standard error, a line in one piece.
public struct Log: Sendable {
  /// How lines are written.
  public enum Form: String, CaseIterable, Sendable {
    /// For people.
    case text
    /// A JSON object a line: `level`, `message`, and `plugin` for what plugins print.
    case json
  }

  /// How much a line matters.
  public enum Level: String, Sendable {
    case info, warning, error
    /// What a plugin prints.
    case print
  }

  public let form: Form

  /// The form that a command line asks for, whatever else is wrong with it.
  public static func form(askedForBy arguments: [String]) -> Form {
    let isJSON = zip(arguments, arguments.dropFirst() + [""]).contains {
      $0 == "--log-format=json" || $0 == "--log-format" && $1 == "json"
    }
    return isJSON ? .json : .text
  }

  /// Makes a log.
  public init(_ form: Form = .text) { self.form = form }

  /// Writes a message, which may have several lines.
  public func say(_ level: Level, _ message: String, plugin: String? = nil) {
    guard form == .json else { return Log.write(Log.clearing + message + "\n") }
    var json = JSONWriter()
    json.beginObject()
    json.key("level")
    json.value(level.rawValue)
    if let plugin {
      json.key("plugin")
      json.value(plugin)
    }
    json.key("message")
    json.value(message)
    json.endObject()
    Log.write(String(decoding: json.finish(), as: UTF8.self) + "\n")
  }

  /// Writes the counts of a run.
  public func say(_ summary: RunSummary) {
    Log.write(String(decoding: summary.json, as: UTF8.self) + "\n")
  }

  /// What takes a progress line away, which this process or the supervisor of this worker may have left.
  private static let clearing: String = {
    let isSmart = getenv("TERM").map { String(cString: $0) != "dumb" } ?? false
    return isSmart && isatty(STDERR_FILENO) != 0 ? "\r\u{1B}[J" : ""
  }()

  private static func write(_ text: String) {
    var text = text
    text.withUTF8 { _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
