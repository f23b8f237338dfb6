import CProcess
import Glibc

/// Programs of the system that unpack archives and fetch repositories.
enum SystemProgram {
  /// Runs a program that is found on `PATH`, without a shell and without input, and waits for it.
  ///
  /// - Returns: what it printed on both outputs; throws that, or that there is no such program.
  @discardableResult
  static func run(_ words: [String]) throws(RunError) -> [UInt8] {
    var arguments = words.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    var output: Int32 = -1
    let code = ibid_start_program(arguments, &process, &output)
    guard code == 0 else {
      throw .store(
        "cannot run \(words[0]): \(code == ENOENT ? "it is not installed" : SystemError.message(code))",
        hint: nil)
    }
    let printed = (try? FileContents.read(descriptor: output)) ?? []
    close(output)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    guard status == 0 else {
      let lines = String(decoding: printed, as: UTF8.self).split(separator: "\n")
      let said = lines.last { !$0.isEmpty }.map { ": \(ColumnText.oneLine($0))" } ?? ""
      throw .store("\(words[0]) failed\(said)", hint: nil)
    }
    return printed
  }
}
