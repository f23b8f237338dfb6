/// Why a plugin cannot be used at all.
public enum PluginError: Error, Hashable, Sendable {
  /// No plugin of that name lies on the search path.
  case notFound(name: String, suggestion: String?, searched: [String])
  /// The plugin's file cannot be read, or is not one that may be read.
  case unreadable(path: String, problem: String)
  /// The plugin does not compile, or raises while it loads.
  case load(path: String, line: Int?, problem: String, source: String?)
  /// The plugin used up a limit while it was loaded; the outcome is what its records may say.
  case overLimit(path: String, line: Int?, problem: String, source: String?, outcome: Outcome)
  /// A field of the manifest is missing or wrong.
  case badManifest(path: String, line: Int?, field: String, problem: String)
  /// A setting names an option that the plugin does not declare.
  case unknownOption(plugin: String, name: String, suggestion: String?, declared: [String])
  /// The value of a setting does not fit the option's declaration in the plugin's file.
  case badOption(plugin: String, name: String, value: String, problem: String, path: String)
  /// The file that a setting names is not UTF-8 from a byte on.
  case badText(path: String, offset: Int, option: String)
  /// A limit is not written as `name=value`, or is out of range.
  case badLimit(limit: String, problem: String)
}

extension PluginError: CustomStringConvertible {
  /// `file:line: error: message`, then the source line and a hint where there is one.
  public var description: String { (place.map { "\($0): " } ?? "") + "error: \(message)" }

  /// `file:line` or `file`; `nil` for what has no place.
  public var place: String? {
    switch self {
    case .unreadable(let path, _), .badText(let path, _, _): path
    case .load(let path, let line, _, _), .overLimit(let path, let line, _, _, _),
      .badManifest(let path, let line, _, _):
      line.map { "\(path):\($0)" } ?? path
    case .notFound, .unknownOption, .badOption, .badLimit: nil
    }
  }

  /// What is wrong, without the place, then the source line and a hint where there is one.
  public var message: String {
    switch self {
    case .notFound(let name, let suggestion, let searched):
      "no plugin '\(name)'"
        + (suggestion.map { "\n  hint: did you mean '\($0)'?" } ?? "")
        + (searched.isEmpty ? "" : "\n  searched: \(searched.joined(separator: ", "))")
    case .unreadable(_, let problem): problem
    case .load(_, _, let problem, let source), .overLimit(_, _, let problem, let source, _):
      problem + (source.map { "\n  \($0)" } ?? "")
    case .badManifest(_, _, let field, let problem): "manifest field '\(field)': \(problem)"
    case .unknownOption(let plugin, let name, let suggestion, let declared):
      "plugin '\(plugin)' has no option '\(name)'\n  hint: "
        + (suggestion.map { "did you mean '\($0)'?" }
          ?? (declared.isEmpty
            ? "it declares no options" : "its options are \(declared.joined(separator: ", "))"))
    case .badOption(let plugin, let name, let value, let problem, _):
      "option '\(name)' of plugin '\(plugin)': \(problem), got '\(value)'"
    case .badText(_, let offset, let option):
      "option '\(option)' takes text in UTF-8, which this is not from byte \(offset) on"
    case .badLimit(let limit, let problem): "limit '\(limit)': \(problem)"
    }
  }
}
