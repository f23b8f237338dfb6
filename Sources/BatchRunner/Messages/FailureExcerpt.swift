import ArticleModel
public import PluginHost

/// A record that is not `ok` as its author wants to see it: a caret under the place in the plugin, and one under the part
/// of the article that the plugin had in hand.
public struct FailureExcerpt {
  /// The lines, each with its end.
  public let text: String

  /// Renders why a record failed.
  ///
  /// - Parameters:
  ///   - plugin: the plugin's Lua file.
  ///   - article: the path that is shown and the source of the article; `nil` where it cannot be shown.
  public init(
    _ error: RecordError, status: RecordStatus, plugin: String,
    article: (path: String, source: [UInt8])?
  ) {
    let parts = error.pluginLine?.split(separator: ":", omittingEmptySubsequences: false) ?? []
    let line = parts.count >= 2 ? Int(parts.last!) : nil
    let folder = plugin.lastIndex(of: "/").map { String(plugin[...$0]) } ?? ""
    let file = line == nil ? plugin : folder + parts.dropLast().joined(separator: ":")
    let source = try? FileContents.read(path: file)
    let parted = MessageHint(error.message)
    var text = PlacedMessage(
      path: file, source: source,
      offset: source.flatMap { source in
        line.map { NamedPlace.offset(of: parted.message, line: $0, in: source) }
      },
      level: "error", message: parted.message,
      code: status == .error ? "plugin-error" : status.rawValue,
      hint: parted.hint
    ).text
    if let article, let line = error.articleLine {
      let range = NamedPlace.range(ofLine: line, in: article.source)
      text +=
        PlacedMessage(
          path: article.path, source: article.source,
          offset: SourceExcerpt.offset(
            ofColumn: error.articleColumn ?? 1, in: article.source, range),
          level: "note", message: "the plugin had this part of the article in hand"
        ).text
    }
    self.text = text
  }
}
