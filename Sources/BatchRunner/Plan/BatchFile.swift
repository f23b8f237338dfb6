import ArticleModel
import PluginHost

/// A batch kept in a file: a Lua file that returns a table, evaluated in the sandbox.
///
/// ```lua
/// return {
///   inputs = { "articles", "more/*.md" },
///   plugins = { "counting", { name = "summary", options = { sentences = 3 } } },
///   results = { "records.jsonl", "records.sqlite" },
/// }
/// ```
public struct BatchFile {
  private static let fieldNames = [
    "inputs", "files_from", "fields", "plugins", "output", "results", "limits", "jobs", "deadline",
    "cache", "max_errors", "stats",
  ]

  private let path: String
  private let source: [UInt8]
  private let table: JSONValue

  /// Evaluates a file.
  ///
  /// - Parameter print: takes what the file prints, one call a line.
  public init(path: String, print: @escaping (String) -> Void) throws {
    self.path = path
    let file = LuaDataFile(noun: "batch file", root: "batch", print: print)
    (source, table) = try file.read(path: path)
    guard let members = table.members else { throw fault(nil, "a batch file returns a table") }
    for member in members where !BatchFile.fieldNames.contains(member.key) {
      let near = suggestion(for: member.key, among: BatchFile.fieldNames)
      throw fault(
        member.key, "there is no field '\(member.key)'",
        hint: near.map { "did you mean '\($0)'?" }
          ?? "the fields are \(BatchFile.fieldNames.joined(separator: ", "))")
    }
  }

  /// The plan that the file describes.
  ///
  /// - Parameters:
  ///   - workerLimit: how many workers there are where the file does not say.
  ///   - cacheFolder: where the cache is where the file does not say.
  public func plan(workerLimit: Int, cacheFolder: String?) throws(RunError) -> RunPlan {
    var configuration = RunConfiguration(plugins: [])
    try addPlugins(to: &configuration)
    configuration.limits = try limits()
    configuration.outputFolder = try text("output")
    configuration.fields = try fields()
    let paths = try texts("inputs")
    let list = try text("files_from")
    guard !paths.isEmpty || list != nil else { throw fault("inputs", "there are no inputs") }
    var plan = RunPlan(
      configuration, paths: paths, list: list, workerLimit: try count("jobs") ?? workerLimit)
    plan.targets = try targets()
    plan.deadline = try deadline()
    plan.cacheFolder = table["cache"] == .bool(false) ? nil : try text("cache") ?? cacheFolder
    plan.failureLimit = try count("max_errors") ?? .max
    plan.stats = try text("stats")
    return plan
  }

  // MARK: Fields

  private func addPlugins(to configuration: inout RunConfiguration) throws(RunError) {
    guard let list = table["plugins"] else { throw fault("plugins", "no plugin is named") }
    for value in list.array ?? [list] {
      if let name = value.string {
        let resolved = try UnpackedPlugins.resolve([name])
        configuration.plugins += resolved.plugins
        configuration.settings += resolved.settings
        continue
      }
      guard let name = value["name"]?.string else {
        throw fault(
          "plugins", "a plugin is a name, or a table with a name",
          hint: #"{ name = "summary", options = { sentences = 3 } }"#)
      }
      let resolved = try UnpackedPlugins.resolve(name)
      let path = resolved.plugins[0]
      configuration.plugins.append(path)
      configuration.settings += resolved.settings
      for member in value.members ?? [] where member.key != "name" && member.key != "options" {
        let near = suggestion(for: member.key, among: ["name", "options"])
        throw fault(
          member.key, "plugin '\(name)' has a field '\(member.key)'",
          hint: near.map { "did you mean '\($0)'?" }
            ?? "what is set for a plugin stands in its field 'options'")
      }
      let short = RunConfiguration.shortName(path)
      for option in value["options"]?.members ?? [] {
        guard let text = BatchFile.setting(option.value) else {
          throw fault("plugins", "'\(option.key)' of '\(name)' is no text, number, boolean or list")
        }
        configuration.settings.append("\(short).\(option.key)=\(text)")
      }
    }
  }

  /// A value as `--set` takes it.
  private static func setting(_ value: JSONValue) -> String? {
    switch value {
    case .string(let text): return text
    case .bool(let flag): return flag ? "true" : "false"
    case .integer(let number): return String(number)
    case .number(let number): return Int(exactly: number).map(String.init) ?? "\(number)"
    case .array(let elements):
      let texts = elements.compactMap(setting)
      return texts.count == elements.count ? texts.joined(separator: ",") : nil
    case .null, .object: return nil
    }
  }

  private func limits() throws(RunError) -> String? {
    guard let value = table["limits"] else { return nil }
    if let text = value.string { return text }
    guard let members = value.members else {
      throw fault("limits", "limits are a table", hint: #"{ cpu = "10s", memory = "1G" }"#)
    }
    for member in members {
      let text = "\(member.key)=\(BatchFile.setting(member.value) ?? "")"
      do throws(PluginError) { _ = try Limits(parsing: text) } catch {
        throw fault(member.key, error.message)
      }
    }
    let parts = members.map { "\($0.key)=\(BatchFile.setting($0.value) ?? "")" }
    return parts.isEmpty ? nil : parts.joined(separator: ",")
  }

  private func fields() throws(RunError) -> DocumentFields {
    guard let members = table["fields"]?.members, !members.isEmpty else { return DocumentFields() }
    let parts = members.map { "\($0.key)=\($0.value.string ?? "")" }
    do { return try DocumentFields(parsing: parts.joined(separator: ",")) } catch {
      throw fault("fields", error.message, hint: error.hint)
    }
  }

  private func targets() throws(RunError) -> [RunPlan.Target] {
    var targets: [RunPlan.Target] = []
    let names = try texts("results")
    for name in names {
      if let form = ResultsForm(rawValue: name), form != .sqlite {
        targets.append(.init(form))
      } else if let form = ResultsForm(path: name) {
        targets.append(.init(form, path: name))
      } else {
        throw fault(
          "results", "'\(name)' tells no form",
          hint:
            "a file ends in .jsonl, .json, .csv, .sqlite or .txt; jsonl, json, csv and table alone "
            + "go to standard output")
      }
    }
    guard targets.count(where: { $0.path == nil }) <= 1 else {
      throw fault("results", "only one form can go to standard output")
    }
    for (index, target) in targets.enumerated() where targets[..<index].contains(target) {
      throw fault("results", "'\(names[index])' is named twice")
    }
    return targets
  }

  // MARK: Values

  private func text(_ field: String) throws(RunError) -> String? {
    guard let value = table[field], value != .bool(false) else { return nil }
    guard let text = value.string, !text.isEmpty else {
      throw fault(field, "'\(field)' is no text")
    }
    return text
  }

  private func texts(_ field: String) throws(RunError) -> [String] {
    guard let value = table[field] else { return [] }
    if let text = value.string { return [text] }
    // An empty table is an object in JSON.
    let elements = value.array ?? (value.members?.isEmpty == true ? [] : nil)
    let texts = elements?.compactMap(\.string)
    guard let texts, texts.count == elements?.count else {
      throw fault(field, "'\(field)' is no list of texts")
    }
    return texts
  }

  private func count(_ field: String) throws(RunError) -> Int? {
    guard let value = table[field] else { return nil }
    guard let count = value.integer, count > 0 else {
      throw fault(field, "'\(field)' is no number from 1")
    }
    return count
  }

  private func deadline() throws(RunError) -> Duration? {
    guard let seconds = try count("deadline") else { return nil }
    guard Double(seconds) <= RunPlan.longestDeadline else {
      throw fault("deadline", "'deadline' is more than a year", hint: "it is in seconds")
    }
    return .seconds(seconds)
  }

  private func fault(_ field: String?, _ problem: String, hint: String? = nil) -> RunError {
    .batch(path: path, line: field.flatMap(line), problem: problem, hint: hint)
  }

  /// The first line that gives a field a value.
  private func line(of field: String) -> Int? {
    let lines = String(decoding: source, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    return lines.firstIndex { line in
      // What stands behind two dashes is a comment.
      let code = line.firstRange(of: "--").map { line[..<$0.lowerBound] } ?? line
      return code.ranges(of: field).contains { place in
        let isWhole = !(code[..<place.lowerBound].last.map { $0.isLetter || $0 == "_" } ?? false)
        return isWhole && code[place.upperBound...].drop { $0 == " " }.hasPrefix("=")
      }
    }.map { $0 + 1 }
  }
}
