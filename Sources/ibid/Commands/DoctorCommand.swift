import ArgumentParser
import BatchRunner
import CICU
import CLua
import Glibc
import PluginHost

/// `ibid doctor`: what this installation consists of, and whether it works.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Check the installation: libraries, plugins, terminal.")

  func run() throws {
    var failures = 0
    func report(_ isWell: Bool, _ line: String) {
      if !isWell { failures += 1 }
      print(isWell ? "ok    \(line)" : "FAIL  \(line)")
    }
    report(true, "ibid \(Release.version)")
    report(true, "Lua \(LUA_VERSION_MAJOR).\(LUA_VERSION_MINOR).\(LUA_VERSION_RELEASE)")
    let icu = String(cString: ibid_icu_version())
    report(icu != "none", "ICU \(icu)")
    let locator = PluginLocator.standard()
    print("      plugins are looked for in \(locator.searchPath.joined(separator: ", "))")
    for entry in locator.all() {
      do throws(PluginError) {
        let manifest = try PluginSession(path: entry.path).manifest
        report(true, "plugin \(manifest.name) \(manifest.version) in \(entry.path)")
      } catch {
        report(false, FailureMessage(error).text)
      }
    }
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    report(access(folder, W_OK) == 0, "temporary files in \(folder)")
    print("      \(sysconf(Int32(_SC_NPROCESSORS_ONLN))) cores; \(DoctorCommand.terminal)")
    if failures > 0 { throw ExitCode(1) }
  }

  private static var terminal: String {
    guard isatty(STDOUT_FILENO) != 0 else { return "standard output is not a terminal" }
    let colours = Terminal.isColoured(STDOUT_FILENO) ? "with colours" : "without colours"
    return "a terminal of \(Terminal.width) columns \(colours)"
  }
}
