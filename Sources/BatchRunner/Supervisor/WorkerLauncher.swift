import CProcess
import Glibc

/// Starts worker processes: this executable again, as `ibid worker`.
struct WorkerLauncher {
  /// The arguments after the name of the program that all workers have.
  private let arguments: [String]

  init(_ configuration: RunConfiguration, sendsArticles: Bool) {
    var arguments = ["worker", "--supervisor", String(getpid())]
    for plugin in configuration.plugins { arguments += ["--plugin", plugin] }
    for setting in configuration.settings { arguments += ["--set", setting] }
    if let limits = configuration.limits { arguments += ["--limit", limits] }
    if configuration.canPrompt { arguments.append("--prompt") }
    if configuration.isProfiled { arguments.append("--profile") }
    if configuration.fields != DocumentFields() {
      arguments += ["--fields", configuration.fields.description]
    }
    if configuration.logForm == .json { arguments += ["--log-format", "json"] }
    if sendsArticles { arguments.append("--articles") }
    self.arguments = arguments
    // A crash becomes a record; the runtime's own report of it would take longer and fill the screen.
    setenv("SWIFT_BACKTRACE", "enable=no", 0)
  }

  /// Starts a worker.
  ///
  /// - Parameter stage: how the paths of the files begin that it stages.
  func start(stage: String?) throws(RunError) -> WorkerProcess {
    let own = stage.map { ["--stage", $0] } ?? []
    var words = (["ibid"] + arguments + own).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var process = ibid_process()
    let code = ibid_start_process(words, &process)
    guard code == 0 else { throw .worker(SystemError.message(code)) }
    return WorkerProcess(
      pid: process.pid, requests: process.standard_input, answers: process.standard_output,
      stage: stage)
  }
}
