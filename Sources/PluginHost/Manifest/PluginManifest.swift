/// What a plugin says of itself.
public struct PluginManifest: Hashable, Sendable {
  public var name: String
  public var version: String
  /// One sentence that says what the plugin does.
  public var summary: String
  /// The version of ibid that the plugin needs.
  public var since: String?
  public var categories: [String]
  /// The options in the order of their names.
  public var options: [OptionDeclaration]
  /// The files in the plugin's own folder that it may read.
  public var reads: [String]
  /// Whether it may write files below the output folder.
  public var writes: Bool
  /// What its results look like, where it says so.
  public var result: ResultShape?
  /// Whether it has a function `article(article, options)`.
  public var hasArticle: Bool
  /// Whether it has a function `merge(a, b)`.
  public var hasMerge: Bool
  /// Whether it has a function `finish(total, options)`.
  public var hasFinish: Bool
  /// The path of its `plugin.lua`.
  public var path: String

  /// Makes a manifest.
  public init(
    name: String, version: String, summary: String, since: String? = nil,
    categories: [String] = [], options: [OptionDeclaration] = [], reads: [String] = [],
    writes: Bool = false, result: ResultShape? = nil, hasArticle: Bool = false,
    hasMerge: Bool = false, hasFinish: Bool = false,
    path: String
  ) {
    self.name = name
    self.version = version
    self.summary = summary
    self.since = since
    self.categories = categories
    self.options = options
    self.reads = reads
    self.writes = writes
    self.result = result
    self.hasArticle = hasArticle
    self.hasMerge = hasMerge
    self.hasFinish = hasFinish
    self.path = path
  }
}
