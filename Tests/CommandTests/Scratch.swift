import Glibc
import ScratchFolders

/// A folder of its own for the commands of one page, in an environment that is the same everywhere.
struct Scratch: ~Copyable {
  private let folder = ScratchFolder("ibid-transcript")
  var path: String { folder.path }
  private let executable: String

  /// Makes the folder.
  ///
  /// The executable is the one that `IBID` names, or the one that was built beside the tests.
  init() {
    executable = getenv("IBID").map { String(cString: $0) } ?? Scratch.builtExecutable()
    mkdir("\(path)/.bin", 0o777)
    symlink(executable, "\(path)/.bin/ibid")
  }

  // A page may take rights away.
  deinit { _ = run("chmod -R u+rwx .") }

  static let repository =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  private static func builtExecutable() -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = max(0, readlink("/proc/self/exe", &buffer, buffer.count))
    let tests = String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    return String(tests[..<(tests.lastIndex(of: "/") ?? tests.startIndex)]) + "/ibid"
  }

  /// Writes a file, with the folders that lead to it.
  func write(_ content: String, to name: String) throws {
    if let slash = name.lastIndex(of: "/") { _ = run("mkdir -p '\(name[..<slash])'") }
    try TextFile.write(content, to: "\(path)/\(name)")
  }

  /// The seconds that a command has: a minute, or what `IBID_PATIENCE` says.
  private static let patience = getenv("IBID_PATIENCE").flatMap { Int(String(cString: $0)) } ?? 60

  /// Runs a command with `sh`; what it prints on both outputs, and its exit status.
  func run(_ command: String) -> (output: String, status: Int32) {
    let quoted = command.split(separator: "'", omittingEmptySubsequences: false).joined(
      separator: "'\\''")
    let environment = "env -i PATH=\"\(path)/.bin:$PATH\" HOME=\"\(path)\" LC_ALL=C.UTF-8"
    let line = "cd '\(path)' && \(environment) timeout \(Scratch.patience) sh -c '\(quoted)' 2>&1"
    guard let pipe = popen(line, "re") else { return ("popen failed", -1) }
    let output = TextFile.contents(of: pipe)
    let status = pclose(pipe)
    // Pages are the same on every machine.
    let shown = output.replacing(path, with: "~").replacing(Scratch.repository, with: "REPOSITORY")
    return (shown, status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F)
  }
}
