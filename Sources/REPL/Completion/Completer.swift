import ArticleModel
import PluginHost

/// Finds what may stand at the cursor: commands, paths, plugins, Lua names.
struct Completer {
  let session: any LuaNames
  var locator = PluginLocator.standard()

  /// The candidates for what stands before the cursor, or `nil` where nothing can be completed.
  func candidates(_ text: String, cursor: Int) -> Candidates? {
    let before = Array(text.utf8.prefix(cursor))
    let candidates = candidates(before)
    return candidates?.items.isEmpty == false ? candidates : nil
  }

  private func candidates(_ before: [UInt8]) -> Candidates? {
    let lead = before.prefix { $0 <= 0x20 }.count
    guard lead < before.count else { return nil }
    if before[lead] == UInt8(ascii: ":") { return command(before, from: lead + 1) }
    if before[lead] == UInt8(ascii: "?") {
      let start = before[lead...].firstIndex { $0 != UInt8(ascii: "?") } ?? before.count
      return helped(before, from: start)
    }
    return LuaCompleter(session: session).candidates(before, from: 0)
  }

  // MARK: Commands

  private func command(_ before: [UInt8], from start: Int) -> Candidates? {
    let end = before[start...].firstIndex { $0 <= 0x20 } ?? before.count
    let name = String(decoding: before[start..<end], as: UTF8.self)
    guard end < before.count else {
      let items = PromptCommand.allCases.map { command in
        Candidate(
          text: command.rawValue + (command.usage.isEmpty ? "" : " "), display: command.rawValue,
          hint: ":\(command.rawValue) \(command.usage) — \(command.doc)")
      }
      return Candidates(start..<before.count, items, typed: name)
    }
    let rest = before[end...].firstIndex { $0 > 0x20 } ?? before.count
    guard let command = Workspace.command(named: name) else { return nil }
    switch command {
    case .open: return path(before, withArticles: true)
    case .save: return path(before, withArticles: false)
    case .watch:
      return Candidates(rest..<before.count, [Candidate(text: "off")], typed: lastWord(before).text)
    case .run: return run(before, from: rest)
    case .help: return helped(before, from: rest)
    case .limits: return limits(before, from: rest)
    case _ where command.takesExpression:
      return LuaCompleter(session: session).candidates(before, from: rest)
    default: return nil
    }
  }

  /// The word before the cursor, quotes and escapes taken away, and where it begins.
  private func lastWord(_ before: [UInt8]) -> (text: String, start: Int) {
    var start = before.count
    while start > 0,
      before[start - 1] > 0x20 || (start > 1 && before[start - 2] == UInt8(ascii: "\\"))
    {
      start -= 1
    }
    let text = String(decoding: before[start...], as: UTF8.self)
    return (CommandWords.split(text).first ?? "", start)
  }

  private func path(_ before: [UInt8], withArticles: Bool) -> Candidates {
    let (word, start) = lastWord(before)
    let slash = word.lastIndex(of: "/").map { word.index(after: $0) } ?? word.startIndex
    let folder = String(word[..<slash])
    let names = FilePath.names(in: folder, hidden: word[slash...].hasPrefix("."))
    let items = names.map { name in
      Candidate(text: CommandWords.quoted(folder + name), display: name)
    }
    var articles: [Candidate] = []
    if withArticles, case .table(let table)? = session.value(ofPath: "articles") {
      // Open articles by their identifiers; those that are files are among the files.
      articles = table.entries.compactMap { entry in
        guard case .handle(let handle) = entry.value else { return nil }
        let text = CommandWords.quoted(handle.article.path)
        guard !items.contains(where: { $0.text == text }) else { return nil }
        return Candidate(
          text: text, display: handle.article.path, hint: handle.article.title ?? "open article")
      }
    }
    return Candidates(start..<before.count, items + articles, typed: CommandWords.quoted(word))
  }

  private func run(_ before: [UInt8], from rest: Int) -> Candidates? {
    let (word, start) = lastWord(before)
    if start <= rest {
      let items = locator.all().map { entry in
        Candidate(
          text: entry.name + " ", display: entry.name,
          hint: manifest(entry.path)?.summary ?? entry.path)
      }
      return Candidates(start..<before.count, items, typed: word)
    }
    let name = CommandWords.split(String(decoding: before[rest..<start], as: UTF8.self)).first ?? ""
    guard let path = try? locator.find(name), let manifest = manifest(path) else { return nil }
    return Candidates(start..<before.count, settings(manifest, typed: word), typed: word)
  }

  /// `name=` for each option, or its values once the name is there.
  private func settings(_ manifest: PluginManifest, typed: String) -> [Candidate] {
    manifest.options.flatMap { option -> [Candidate] in
      let hint = "\(option.name): \(OptionText.type(option)) — \(option.doc)"
      guard typed.hasPrefix(option.name + "=") else {
        return [Candidate(text: option.name + "=", display: option.name, hint: hint)]
      }
      let values = option.type == .boolean ? ["true", "false"] : option.choices ?? []
      return values.map { Candidate(text: "\(option.name)=\($0)", display: $0, hint: hint) }
    }
  }

  private func manifest(_ path: String) -> PluginManifest? {
    try? PluginSession(path: path).manifest
  }

  private func limits(_ before: [UInt8], from rest: Int) -> Candidates {
    let start = (before.lastIndex { $0 == UInt8(ascii: ",") || $0 <= 0x20 } ?? rest - 1) + 1
    let names = ["cpu=", "memory=", "result=", "print="].map { Candidate(text: $0) }
    return Candidates(
      start..<before.count, names, typed: String(decoding: before[start...], as: UTF8.self))
  }

  // MARK: Help

  /// Names that help knows: types, modules, members of a type, commands, plugins.
  private func helped(_ before: [UInt8], from start: Int) -> Candidates? {
    let typed = String(decoding: before[start...], as: UTF8.self)
    if typed.contains(where: { $0 == "." || $0 == ":" }), !typed.hasPrefix(":") {
      return LuaCompleter(session: session, opensCalls: false).candidates(before, from: start)
    }
    let items =
      API.types.map { Candidate(text: $0.name, hint: $0.doc) }
      + PromptCommand.allCases.map { Candidate(text: ":\($0.rawValue)", hint: $0.doc) }
      + locator.all().map { Candidate(text: $0.name, hint: "plugin \($0.path)") }
    return Candidates(start..<before.count, items, typed: typed)
  }
}
