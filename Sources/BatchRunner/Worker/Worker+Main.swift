import ArticleModel
import Glibc
import PluginHost

extension Worker {
  /// What `ibid worker` does: confines itself, loads the plugins, and serves standard input.
  ///
  /// - Parameters:
  ///   - supervisor: the process that started it and gets a first line that says whether the plugins loaded;
  ///     `nil` when the worker is driven by something else, which gets answers only.
  ///   - sendsArticles: whether an `ArticleRecord` follows the records of an article.
  ///   - prompt: answers plugins that call `ibid.prompt()`.
  ///   - closing: what the driver wants to be sure of at the end.
  public static func main(
    _ configuration: RunConfiguration, stage: String?, supervisor: Int32?, sendsArticles: Bool,
    prompt: (any PluginPrompt)? = nil, closing: WorkerClosing = WorkerClosing()
  ) throws {
    guard Confinement.apply(supervisor: supervisor) else { return }
    PluginSession.traceRunningPlugin(on: SIGUSR1)
    let output = OutputStream.standard()
    let worker: Worker
    do {
      worker = try Worker(
        configuration, stage: stage, isSupervised: supervisor != nil,
        sendsArticles: sendsArticles, prompt: prompt, output: output)
    } catch {
      guard supervisor != nil else { throw error }
      try output.write(Hello.failed(FailureMessage(error).text).line)
      return try output.flush()
    }
    if supervisor != nil {
      var plugins = worker.descriptions
      if sendsArticles { plugins.append(.article) }
      try output.write(Hello.ready(plugins).line)
      try output.flush()
    }
    try worker.serve(STDIN_FILENO)
    try worker.close(closing)
    if supervisor != nil, let profile = worker.profile {
      try output.write(ProfileLine.bytes(profile))
      try output.flush()
    }
  }
}
