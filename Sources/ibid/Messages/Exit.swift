import ArgumentParser
import BatchRunner
import Glibc
import PluginHost

/// Ends the process as the command line promises.
enum Exit {
  /// Says what went wrong and ends with its status; help and version end with 0.
  static func with(_ error: any Error) -> Never {
    let log = Log(Log.form(askedForBy: CommandLine.arguments))
    if error is PluginError || error is RunError || error is InputProblem || error is WriteProblem {
      let message = FailureMessage(error).text
      if log.form == .json { log.say(.error, message) } else { Terminal.say(message) }
      exit((error as? RunError)?.exitStatus ?? 2)
    }
    if let code = error as? ExitCode { exit(code.rawValue) }
    if Ibid.exitCode(for: error) == .success {
      print(Ibid.fullMessage(for: error))
      exit(0)
    }
    // What is left are mistakes on the command line.
    let usage = UsageMistake(error)
    if log.form == .json {
      log.say(.error, usage.message)
    } else {
      Terminal.complain(usage.message, hint: usage.hint)
    }
    exit(2)
  }
}
