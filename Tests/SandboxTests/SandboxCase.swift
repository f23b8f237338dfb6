import Glibc
import Testing

/// A plugin of `Tests/Sandbox` that means no good, with what has to become of it.
///
/// Comments at the top of its file say what is not the default: `-- limit: memory=24M`, `-- message: …` (one that
/// ends in … is the beginning), `-- result: JSON`, `-- loads: no`, `-- then: FILE` (a plugin that runs after it).
/// A line that ends in `--! timeout` is where it may be when it is stopped, with that status; without such a line
/// it ends as `ok`. On `a.txt` and `c.txt` it returns "harmless".
struct SandboxCase: CustomTestStringConvertible, Sendable {
  /// Its number in the list and the name of its folder: `10-patterns`.
  let group: String
  /// The name of its manifest: that of its file or folder.
  let name: String
  let path: String
  private let lines: [String]

  static let folder =
    "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/") + "/Sandbox"

  /// All cases in the order of their numbers.
  static let all: [SandboxCase] = Files.names(in: folder).flatMap { group in
    Files.names(in: "\(folder)/\(group)").compactMap { entry in
      let path = "\(folder)/\(group)/\(entry)"
      if entry.hasSuffix(".lua") {
        return entry == "innocent.lua"
          ? nil : SandboxCase(group: group, name: String(entry.dropLast(4)), path: path)
      }
      guard Files.read("\(path)/plugin.lua") != nil else { return nil }
      return SandboxCase(group: group, name: entry, path: "\(path)/plugin.lua")
    }
  }

  init(group: String, name: String, path: String) {
    self.group = group
    self.name = name
    self.path = path
    lines = (Files.read(path) ?? "").split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
  }

  var testDescription: String { "\(group)/\(name)" }
  var number: Int { Int(group.prefix { $0 != "-" }) ?? 0 }

  /// The values of a directive.
  private func directive(_ key: String) -> String? {
    let start = "-- \(key): "
    return lines.first { $0.hasPrefix(start) }.map { String($0.dropFirst(start.count)) }
  }

  /// The lines, counted from 1, at which it may be stopped.
  var markedLines: [Int] {
    lines.indices.filter { lines[$0].contains(" --! ") }.map { $0 + 1 }
  }

  /// A line without the space before it.
  func source(ofLine line: Int) -> String {
    String(lines[line - 1].drop { $0 == " " })
  }

  /// The status of its record on `b.txt`.
  var status: String {
    let marked = lines.first { $0.contains(" --! ") }
    return marked?.split(separator: " ").last.map(String.init) ?? "ok"
  }

  var loads: Bool { directive("loads") != "no" }
  var companion: String? { directive("then").map { "\(SandboxCase.folder)/\(group)/\($0)" } }
  var result: String? { directive("result") }

  /// The limits as `--limit` takes them; small, so that the suite is quick.
  var limits: [String: String] {
    var limits = ["cpu": "150ms", "memory": "64M"]
    for part in (directive("limit") ?? "").split(separator: ",") {
      let pair = part.split(separator: "=")
      limits[String(pair[0])] = String(pair[1])
    }
    return limits
  }

  /// The limit of processor time in seconds.
  var seconds: Double {
    let text = limits["cpu"]!
    return text.hasSuffix("ms") ? Double(text.dropLast(2))! / 1000 : Double(text.dropLast(1))!
  }

  /// The limit of memory in MiB.
  var megabytes: Int { Int(limits["memory"]!.dropLast())! }

  /// Whether it ends by a limit.
  var usesUpALimit: Bool { ["timeout", "memory"].contains(status) }

  /// The message of its record, or its beginning with … at the end; `nil` where any will do.
  var message: String? {
    if let message = directive("message") { return message }
    switch status {
    case "timeout":
      let text = limits["cpu"]!
      let amount = text.hasSuffix("ms") ? "\(text.dropLast(2)) ms" : "\(text.dropLast(1)) s"
      return "the plugin took more than its \(amount) of CPU time"
    case "memory": return "the plugin needed more than its \(megabytes) MiB of memory"
    default: return nil
    }
  }
}
