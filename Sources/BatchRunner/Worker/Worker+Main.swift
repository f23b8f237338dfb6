import ArticleModel
import Glibc
import PluginHost

extension Worker {
  /// What `ibid worker` does: confines itself, loads the plugins, and serves standard input.
  ///
  /// - Parameters:
  ///   - supervisor: the process that started it and gets a first line that says whether the plugins loaded;
  ///     `nil` when the worker is driven by something else, which gets answers only.
  ///   - prompt: answers plugins that call `ibid.prompt()`.
  public static func main(
    _ configuration: RunConfiguration, stage: String?, supervisor: Int32?,
    prompt: (any PluginPrompt)? = nil
  ) throws {
    guard Confinement.apply(supervisor: supervisor) else { return }
    let output = OutputStream.standard()
    let worker: Worker
    do {
      worker = try Worker(configuration, stage: stage, prompt: prompt, output: output)
    } catch {
      guard supervisor != nil else { throw error }
      try output.write(Hello.failed(FailureMessage(error).text).line)
      return try output.flush()
    }
    if supervisor != nil {
      try output.write(Hello.ready(worker.manifests.map(Hello.Plugin.init)).line)
      try output.flush()
    }
    try worker.serve(STDIN_FILENO)
  }
}
