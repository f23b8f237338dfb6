import ArgumentParser
import BatchRunner
@preconcurrency import Glibc
import PluginHost

/// Ends the process as the command line promises.
enum Exit {
  /// Ends with a status, or says that what was printed did not arrive: `print` itself tells of no full disk.
  static func end(_ status: Int32) -> Never {
    // What `print` wrote before a later call failed is told by the stream alone.
    let isLost = fflush(stdout) != 0
    if isLost || ferror(stdout) != 0 {
      let reason = isLost ? SystemError.message() : "not all of it was written"
      with(RunError.output(path: "the output", reason: reason))
    }
    exit(status)
  }

  /// Says what went wrong and ends with its status; help and version end with 0.
  static func with(_ error: any Error) -> Never {
    let log = Log(Log.form(askedForBy: CommandLine.arguments))
    if error is PluginError || error is RunError || error is InputProblem || error is WriteProblem {
      let message = FailureMessage(error).text
      if log.form == .json { log.say(.error, message) } else { Terminal.say(message) }
      exit((error as? RunError)?.exitStatus ?? 2)
    }
    if let code = error as? ExitCode { end(code.rawValue) }
    if Ibid.exitCode(for: error) == .success {
      print(Ibid.fullMessage(for: error))
      end(0)
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
