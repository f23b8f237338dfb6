import PluginHost

/// An error as the prompt tells it.
struct ErrorText {
  let status: RecordStatus
  let error: RecordError
  let page: Page

  /// An error of what was typed; of several lines, the one that raised is shown.
  ///
  /// - Parameter first: the line of a script that `text` begins on, or 0 at the prompt.
  func lines(_ text: String, from first: Int) -> [String] {
    if status == .skipped { return [page.dim("interrupted")] }
    let message = ErrorText.plainWords(error.message)
    let source = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = ErrorText.line(error.pluginLine)
    var lines = [page.alarm("error:") + " \(message)"]
    if first > 0, let line { lines[0] = "line \(first + line - 1): " + lines[0] }
    if source.count > 1, let line, source.indices.contains(line - 1) {
      lines.append(page.dim("  \(line) | ") + page.rest(String(source[line - 1]), after: 6))
    }
    return lines
  }

  /// An error of a plugin, with its place and what `:trace` adds.
  func pluginLines(_ plugin: String) -> [String] {
    if status == .skipped { return [page.dim("interrupted")] }
    let place = error.pluginLine.map { "\($0): " } ?? "\(plugin): "
    var lines = [place + page.alarm("\(status.rawValue):") + " \(error.message)"]
    if let line = error.articleLine { lines.append(page.dim("  at line \(line) of the article")) }
    if error.traceback != nil { lines.append(page.dim("  :trace shows how it came there")) }
    return lines
  }

  /// A plugin that cannot be used, without the word that the prompt says itself.
  static func bare(_ error: PluginError) -> String {
    (error.place.map { "\($0): " } ?? "") + error.message
  }

  /// The messages of the limits speak of plugins; at the prompt there is none.
  private static func plainWords(_ message: String) -> String {
    message.hasPrefix("the plugin ") ? "this " + message.dropFirst(11) : message
  }

  private static func line(_ place: String?) -> Int? {
    guard let place, place.hasPrefix("prompt:") else { return nil }
    return Int(place.dropFirst(7))
  }
}
