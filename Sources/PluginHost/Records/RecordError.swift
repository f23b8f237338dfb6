/// Why a record is not `ok`.
public struct RecordError: Error, Hashable, Sendable {
  /// What went wrong, without any place in front.
  public var message: String
  /// Where in the plugin: `plugin.lua:12`.
  public var pluginLine: String?
  /// The line of the article that the plugin had in hand, counted from 1.
  public var articleLine: Int?
  /// The column where the part of the article begins that the plugin had in hand, in scalars from 1.
  public var articleColumn: Int?
  /// The calls that led there, one a line, the host's own left out.
  public var traceback: String?

  /// Makes an error.
  public init(
    message: String, pluginLine: String? = nil, articleLine: Int? = nil,
    articleColumn: Int? = nil, traceback: String? = nil
  ) {
    self.message = message
    self.pluginLine = pluginLine
    self.articleLine = articleLine
    self.articleColumn = articleColumn
    self.traceback = traceback
  }
}
