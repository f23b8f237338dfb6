import ArticleModel
import Glibc
import PluginHost

extension Worker {
  /// What `ibid worker` does: confines itself, loads the plugins, and serves standard input.
  ///
  /// - Parameter supervisor: the process that started it and gets a first line that says whether the plugins
  ///   loaded; `nil` when the worker is driven by something else, which gets answers only.
  public static func main(
    _ configuration: RunConfiguration, stage: String?, supervisor: Int32?
  ) throws {
    guard Confinement.apply(supervisor: supervisor) else { return }
    let output = OutputStream.standard()
    let worker: Worker
    do {
      worker = try Worker(configuration, stage: stage, output: output)
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
