import ArgumentParser
import BatchRunner
import CICU
import CLua
import Glibc
import PluginHost

/// `ibid doctor`: what this installation consists of, whether it works, and what to do where it does not.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check the installation: libraries, cache, locale, terminal, plugins.",
    discussion: """
      Each line begins with ok, note (works, but not as you may expect) or FAIL; a line below says what to do. \
      Exit status: 1 where something fails.
      """)

  /// A cache of that many bytes is worth a word.
  private static let largeCache = 2_000_000_000

  private struct Examination {
    var failures = 0

    func isWell(_ line: String) { print("ok    \(line)") }

    func note(_ line: String, _ remedy: String) { print("note  \(line)\n      → \(remedy)") }

    mutating func fails(_ line: String, _ remedy: String?) {
      failures += 1
      print("FAIL  \(line)")
      if let remedy { print("      → \(remedy)") }
    }
  }

  func run() throws {
    var examination = Examination()
    examineProgram(&examination)
    examineCache(&examination)
    examineTerminal(&examination)
    examinePlugins(&examination)
    if examination.failures > 0 { throw ExitCode(1) }
  }

  private func examineProgram(_ examination: inout Examination) {
    examination.isWell(
      "ibid \(Release.version), Lua \(LUA_VERSION_MAJOR).\(LUA_VERSION_MINOR).\(LUA_VERSION_RELEASE)"
    )
    let icu = String(cString: ibid_icu_version())
    if icu == "none" {
      examination.fails(
        "ICU has no data: words of Chinese, Japanese and Thai are not found",
        "build ibid again with libicu-dev installed: make setup build")
    } else {
      examination.isWell("ICU \(icu)")
    }
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    if access(folder, W_OK) == 0 {
      examination.isWell("temporary files in \(folder)")
    } else {
      examination.fails(
        "nothing can be written in \(folder), where files wait that plugins write",
        "set TMPDIR to a folder that you may write in")
    }
    examination.isWell("\(sysconf(Int32(_SC_NPROCESSORS_ONLN))) cores")
  }

  private func examineCache(_ examination: inout Examination) {
    guard let folder = CacheFolder.standard else {
      return examination.note(
        "there is no place for a cache: neither XDG_CACHE_HOME nor HOME is set",
        "set one of them, or give --cache FOLDER, so that no work is done twice")
    }
    let state = CacheState(folder: folder)
    if let problem = state.problem {
      examination.note(
        "nothing can be kept in \(folder), the cache: \(problem)",
        "set XDG_CACHE_HOME to a folder that you may write in, or give --cache FOLDER")
    } else if let byteCount = state.byteCount {
      let line = "the cache in \(folder) has \(Quantity.bytes(byteCount))"
      guard byteCount > DoctorCommand.largeCache else { return examination.isWell(line) }
      examination.note(line, "rm -r \(folder) empties it; what is run again is kept again")
    } else {
      examination.isWell("the cache will be in \(folder), and is empty yet")
    }
  }

  private func examineTerminal(_ examination: inout Examination) {
    let names: [String] = ["LC_ALL", "LC_CTYPE", "LANG"]
    let values = names.compactMap { name in getenv(name).map { String(cString: $0) } }
    let locale = values.first { !$0.isEmpty } ?? "none"
    let lowered = locale.lowercased()
    if lowered.hasSuffix("utf-8") || lowered.hasSuffix("utf8") {
      examination.isWell("locale \(locale)")
    } else {
      examination.note(
        "the locale is \(locale); ibid writes UTF-8 all the same", "export LC_ALL=C.UTF-8")
    }
    guard isatty(STDOUT_FILENO) != 0 else {
      return examination.isWell("standard output is not a terminal: records are JSON Lines")
    }
    let type = getenv("TERM").map { String(cString: $0) } ?? ""
    if type.isEmpty || type == "dumb" {
      examination.note(
        "a terminal of the type '\(type)': the prompt has no editing", "export TERM=xterm-256color")
    } else {
      let colours =
        Terminal.isColoured(STDOUT_FILENO) ? "with colours" : "without colours (NO_COLOR)"
      examination.isWell("a terminal of \(Terminal.width) columns, \(type), \(colours)")
    }
  }

  private func examinePlugins(_ examination: inout Examination) {
    let locator = PluginLocator.standard()
    var seen: [String: String] = [:]
    for folder in locator.searchPath {
      let entries = PluginLocator(searchPath: [folder]).all()
      if entries.isEmpty {
        print("      no plugins in \(folder)")
        continue
      }
      examination.isWell(
        "\(entries.count) \(entries.count == 1 ? "plugin" : "plugins") in \(folder)")
      for entry in entries { examine(entry, &seen, &examination) }
      examineLock(of: folder, &examination)
    }
    if seen.isEmpty {
      examination.fails(
        "there are no plugins at all", "ibid new NAME makes one, ibid add brings one")
    }
  }

  private func examine(
    _ entry: PluginLocator.Entry, _ seen: inout [String: String], _ examination: inout Examination
  ) {
    if let other = seen[entry.name] {
      return examination.note(
        "\(entry.path) is hidden by \(other)", "use its path to run it, or rename one of them")
    }
    seen[entry.name] = entry.path
    do throws(PluginError) {
      let manifest = try PluginSession(path: entry.path).manifest
      print("      \(manifest.name) \(manifest.version)")
      if manifest.name != entry.name {
        examination.note(
          "\(entry.path) calls itself '\(manifest.name)'",
          "name its folder '\(manifest.name)', or write name = \"\(entry.name)\"")
      }
    } catch {
      examination.fails(
        "plugin \(entry.name) does not load", "ibid check-plugin \(entry.name) looks for more")
      print(FailureMessage(error).text)
    }
  }

  private func examineLock(of folder: String, _ examination: inout Examination) {
    do throws(RunError) {
      let store = PluginStore(folder: folder)
      for entry in try PluginLock(folder: folder).entries {
        switch store.state(of: entry) {
        case .unchanged: print("      \(entry.name) is what was added from \(entry.source)")
        case .changed:
          examination.note(
            "the files of \(entry.name) are not those that were added",
            LockCheck.remedy(entry, in: folder))
        case .missing:
          examination.fails(
            "\(entry.name) is in \(folder)/ibid.lock and not in the folder",
            "ibid remove \(entry.name) forgets it; " + LockCheck.remedy(entry, in: folder))
        }
      }
    } catch {
      examination.fails(error.message, error.hint)
    }
  }
}
