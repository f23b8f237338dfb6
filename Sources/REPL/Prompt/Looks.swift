import LineEditor

/// The looks of the prompt's pages, by name, so that they can be told to another process.
enum Looks: String, Hashable {
  /// None: the output is no terminal, or one that knows no escape sequences.
  case plain
  /// Without colours, for `NO_COLOR`.
  case monochrome
  case standard

  var theme: Theme {
    switch self {
    case .plain: Theme([:])
    case .monochrome: .monochrome
    case .standard: .standard
    }
  }

  /// What the environment asks for.
  static var wanted: Looks {
    guard let terminal = FilePath.variable("TERM"), terminal != "dumb" else { return .plain }
    return FilePath.variable("NO_COLOR") == nil ? .standard : .monochrome
  }
}
