public import ArticleModel

/// One plugin in a Lua state of its own, ready to run on articles; to be used from one thread.
public final class PluginSession {
  /// What the plugin says of itself.
  public let manifest: PluginManifest

  /// Loads a plugin.
  ///
  /// - Parameters:
  ///   - path: the plugin's Lua file, as `PluginLocator.find` gives it.
  ///   - settings: values for the options that it declares, as text.
  ///   - limits: what it may use for one article.
  ///   - print: takes what the plugin prints, one call a line; without it the output is dropped.
  public init(
    path: String, settings: [(name: String, value: String)], limits: Limits,
    print: ((String) -> Void)?
  ) throws(PluginError) {
    throw .unreadable(path: path, problem: "not built yet")
  }

  /// The files that the last run asked to have written; empty where its record is not `ok`.
  public var files: [PluginFile] { [] }

  /// Calls the plugin's `article(article, options)`. Never fails: what happened is in the record.
  public func run(on article: Article) -> Record {
    Record(input: article.path, plugin: manifest.name, status: .skipped)
  }

  /// Calls the plugin's `merge(a, b)` on two values in JSON.
  public func merge(_ a: [UInt8], _ b: [UInt8]) -> Outcome { Outcome(status: .skipped) }

  /// Calls the plugin's `finish(total, options)` on a value in JSON.
  public func finish(_ total: [UInt8]) -> Outcome { Outcome(status: .skipped) }

  /// Stops what the session is running, from any thread or signal handler.
  public func interrupt() {}
}
