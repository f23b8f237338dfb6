import PluginHost

/// The lines that tell a person why a command could not run.
public struct FailureMessage {
  /// The lines, the last without its end.
  public let text: String

  /// Renders an error of this program; what has a place of its own keeps it in front.
  public init(_ error: any Error) {
    switch error {
    case .loading(let message) as RunError: text = message
    case .batch(let path, let line, let problem, let hint) as RunError:
      let place = line.map { "\(path):\($0)" } ?? path
      text = "\(place): error: \(problem)" + (hint.map { "\n  hint: \($0)" } ?? "")
    case let error as RunError:
      text = "ibid: error: \(error.message)" + (error.hint.map { "\n  hint: \($0)" } ?? "")
    case let error as PluginError:
      text = error.description.hasPrefix("error: ") ? "ibid: \(error)" : "\(error)"
    default: text = "ibid: error: \(error)"
    }
  }
}
