import ArticleModel
import LuaSource
import PluginHost

/// Looks at a plugin without running it on an article: its syntax, its names, its manifest, its files.
///
/// What is found can be wrong only where Lua itself would do something else than the source says; where a type is not
/// known, nothing is said.
public struct PluginCheck {
  /// What was found, in the order of files and places.
  public private(set) var findings: [CheckFinding] = []
  /// The sources of the files that were looked at, by their paths.
  public private(set) var sources: [String: [UInt8]] = [:]

  private let path: String
  private let folder: String
  private var files: [CheckedFile] = []

  /// Checks a plugin.
  ///
  /// - Parameter path: its Lua file, as `PluginLocator.find` gives it.
  public init(path: String) {
    self.path = path
    folder = PluginCheck.folder(of: path)
    readFiles()
    guard let main = files.first, main.path == path else { return }
    let scopes = LuaScopes(main.block)
    let table = PluginTable(main, scopes)
    let manifest = readManifest(table)
    for file in files {
      let scopes = LuaScopes(file.block)
      checkGlobals(of: file, scopes)
      findings += TypeWalk.findings(
        in: file, scopes: scopes, options: manifest?.options.map(\.name) ?? table.optionNames,
        entries: file.path == path ? PluginCheck.entries(table) : [])
    }
    if let manifest { check(manifest, table) }
    dropEchoes()
    let order = files.map(\.path)
    findings.sort { a, b in
      let places = [a, b].map { order.firstIndex(of: $0.path) ?? order.count }
      return (places[0], a.range.lowerBound) < (places[1], b.range.lowerBound)
    }
  }

  /// What the host hands to the plugin's functions.
  private static func entries(
    _ table: PluginTable
  ) -> [(function: LuaFunction, parameters: [ValueType])] {
    let article = ValueType.declared(DeclaredType(declared: "article"))
    return table.functions.compactMap { name, function in
      switch name {
      case "article": (function, [article, .options])
      case "finish": (function, [.unknown, .options])
      default: nil
      }
    }
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(path[...slash])
  }

  /// Drops what loading the plugin says of a line about which more is known already.
  private mutating func dropEchoes() {
    let known = findings.filter { $0.code != .badManifest && $0.level == .error }
    findings.removeAll { finding in
      finding.code == .badManifest
        && known.contains { other in
          guard other.path == finding.path, let source = sources[other.path] else { return false }
          return SourcePlace.line(of: other.range.lowerBound, in: source)
            == SourcePlace.line(of: finding.range.lowerBound, in: source)
        }
    }
  }

  // MARK: Files

  /// Reads the plugin's file and the modules that it requires, each once.
  private mutating func readFiles() {
    var waiting: [(path: String, place: (path: String, range: Range<Int>)?)] = [(path, nil)]
    var seen: Set<String> = [path]
    while !waiting.isEmpty {
      let next = waiting.removeFirst()
      guard let source = read(next.path, requiredAt: next.place) else { continue }
      sources[next.path] = source
      do throws(LuaSyntaxError) {
        let file = try CheckedFile(path: next.path, source: source)
        files.append(file)
        for module in file.required where !PluginCheck.isOfHost(module.name) {
          let path = folder + module.name.split(separator: ".").joined(separator: "/") + ".lua"
          if seen.insert(path).inserted { waiting.append((path, (next.path, module.range))) }
        }
      } catch {
        add(.syntaxError, next.path, error.range, error.message, hint: hint(of: error, in: source))
      }
    }
  }

  private static func isOfHost(_ module: String) -> Bool {
    ["ibid", "json", "csv", "ibid.json", "ibid.csv"].contains(module)
  }

  private mutating func read(
    _ file: String, requiredAt place: (path: String, range: Range<Int>)?
  ) -> [UInt8]? {
    do throws(PluginFiles.Problem) {
      return try PluginFiles.read(file)
    } catch {
      guard let place else {
        add(.unreadableFile, file, 0..<0, error.description)
        return nil
      }
      let modules = PluginFiles.names(in: folder).filter { $0.hasSuffix(".lua") }
      let name = String(file.dropFirst(folder.utf8.count))
      let near = suggestion(for: name, among: modules).map { "did you mean '\($0.dropLast(4))'?" }
      add(
        .missingModule, place.path, place.range, "there is no \(name) in the plugin's folder",
        hint: near)
      return nil
    }
  }

  /// The hint of a syntax error, or where its bracket or block was opened.
  private func hint(of error: LuaSyntaxError, in source: [UInt8]) -> String? {
    guard let opener = error.opener else { return error.hint }
    return "'\(String(decoding: source[opener], as: UTF8.self))' stands on line "
      + "\(SourcePlace.line(of: opener.lowerBound, in: source))"
  }

  // MARK: Globals

  private mutating func checkGlobals(of file: CheckedFile, _ scopes: LuaScopes) {
    let known = SandboxNames.standard.members
    // A chunk that works on its environment declares names as it likes.
    if scopes.variables.contains(where: { $0.name == "_ENV" })
      || scopes.globals.contains(where: { $0.name == "_ENV" })
    {
      return
    }
    let assigned = Set(scopes.globals.filter(\.isAssigned).map(\.name))
    let locals = scopes.variables.map(\.name)
    for global in scopes.globals where known[global.name] == nil && global.name != "ibid" {
      if global.isAssigned {
        add(
          .assignedGlobal, file.path, global.range,
          "'\(global.name)' is declared nowhere: it becomes a global of the plugin", .warning,
          hint: suggestion(for: global.name, among: locals).map { "did you mean '\($0)'?" }
            ?? "write 'local \(global.name)' where it is first set")
      } else if !assigned.contains(global.name) {
        add(
          .undeclaredGlobal, file.path, global.range, "there is no variable '\(global.name)'",
          hint: PluginCheck.gone[global.name]
            ?? suggestion(for: global.name, among: locals + known.keys.sorted() + ["ibid"]).map {
              "did you mean '\($0)'?"
            })
      }
    }
  }

  /// Globals of other Luas that the sandbox lacks, with what there is instead.
  private static let gone = [
    "io": "plugins read with ibid.read_file and write with ibid.write_file",
    "dofile": "put the file into the plugin's folder and use require",
    "loadfile": "put the file into the plugin's folder and use require",
    "loadstring": "Lua 5.4 has load", "unpack": "Lua 5.4 has table.unpack",
    "setfenv": "Lua 5.4 has no environments of functions",
    "module": "a module returns a table of its functions",
    "package": "require finds the modules in the plugin's folder",
  ]

  // MARK: Manifest

  private mutating func readManifest(_ table: PluginTable) -> PluginManifest? {
    do throws(PluginError) {
      return try PluginSession(path: path).manifest
    } catch {
      let source = sources[path] ?? []
      switch error {
      case .badManifest(_, let line, let field, let problem):
        let place = table.place(of: field) ?? line.map { SourcePlace.line($0, in: source) } ?? 0..<0
        add(.badManifest, path, place, "'\(field)': \(problem)")
      case .load(_, let line, let problem, _), .overLimit(_, let line, let problem, _, _):
        add(.badManifest, path, line.map { SourcePlace.line($0, in: source) } ?? 0..<0, problem)
      default: add(.badManifest, path, 0..<0, "\(error)")
      }
      return nil
    }
  }

  private mutating func check(_ manifest: PluginManifest, _ table: PluginTable) {
    let start = table.place(of: "name") ?? 0..<0
    if manifest.summary.isEmpty {
      add(
        .missingSummary, path, start, "the manifest has no 'summary'", .warning,
        hint: "one sentence for the list of ibid plugins: summary = \"…\"")
    }
    if table.place(of: "version") == nil, !table.fields.isEmpty {
      add(
        .missingVersion, path, start, "the manifest has no 'version'", .warning,
        hint: "version = \"0.1.0\"")
    }
    let read = files.reduce(into: Set<String>()) { $0.formUnion($1.readNames) }
    for option in manifest.options {
      let place = table.place(of: "options.\(option.name)") ?? start
      if option.doc.isEmpty {
        add(
          .missingDoc, path, place, "option '\(option.name)' has no 'doc'", .warning,
          hint: "say what it does: doc = \"…\"")
      }
      if !read.contains(option.name) {
        add(
          .unusedOption, path, place, "option '\(option.name)' is declared and never read",
          .warning,
          hint: "read it as options.\(option.name), or remove it")
      }
    }
    checkFiles(manifest, table)
  }

  private mutating func checkFiles(_ manifest: PluginManifest, _ table: PluginTable) {
    for name in manifest.reads where !PluginFiles.isFile(folder + name) {
      add(
        .missingFile, path, table.place(of: name, in: "reads") ?? 0..<0,
        "there is no \(name) in the plugin's folder",
        hint: suggestion(for: name, among: PluginFiles.names(in: folder)).map {
          "did you mean '\($0)'?"
        })
    }
    for file in files {
      for call in file.fileCalls {
        if call.function == "write_file", !manifest.writes {
          add(
            .undeclaredFile, file.path, call.range,
            "the manifest does not let the plugin write files",
            hint: "writes = true")
        } else if call.function == "read_file", let name = call.name, !manifest.reads.contains(name)
        {
          add(
            .undeclaredFile, file.path, call.range, "'\(name)' is not in the manifest's 'reads'",
            hint: suggestion(for: name, among: manifest.reads).map { "did you mean '\($0)'?" }
              ?? "reads = { \"\(name)\" }")
        }
      }
    }
    if path.hasSuffix("/plugin.lua"), PluginFiles.names(in: folder + "tests").isEmpty {
      add(
        .missingTest, path, 0..<0, "the plugin has no tests", .info,
        hint:
          "a test is a folder tests/NAME with article.txt; ibid test --update writes what is expected"
      )
    }
  }

  private mutating func add(
    _ code: CheckCode, _ path: String, _ range: Range<Int>, _ message: String,
    _ level: Severity = .error, hint: String? = nil
  ) {
    findings.append(
      CheckFinding(
        path: path, range: range, level: level, code: code, message: message, hint: hint))
  }
}
