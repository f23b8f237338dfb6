import BatchRunner
import LuaSource
import PluginHost

/// Explains names from the API's declaration, from plugins, and from the prompt itself.
struct HelpText {
  let session: any LuaNames
  let page: Page
  /// Where functions of the session were defined.
  var record = SessionRecord(initialGlobals: [])

  /// What the prompt can do.
  var overview: [String] {
    var lines = [
      "Type Lua: an expression shows its value, a statement runs. Tab completes.",
      "'article' is the article, 'articles' are all, 'ibid' has functions on text;",
      "'_' is the last value, '_1', '_2', … are the last values.",
      "",
    ]
    let uses = PromptCommand.allCases.map { ":\($0.rawValue) \($0.usage)" }
    let width = uses.map(page.width).max() ?? 0
    for (command, use) in zip(PromptCommand.allCases, uses) {
      let padded = page.padded(use, to: width)
      lines.append("  \(page.strong(padded))  \(page.rest(command.doc, after: width + 4))")
    }
    lines += [
      "",
      "  \(page.strong("?NAME")) or \(page.strong("NAME?")) explains: ?article, ?count, ?:run, ?ibid.words, ?counting",
      "  \(page.strong("??NAME")) shows the source too, of a plugin or of a function that you typed",
    ]
    return lines
  }

  /// Explains a name; says so where nothing has it.
  ///
  /// - Parameter withSource: whether the source of a plugin or of a typed function is shown too.
  func lines(about query: String, withSource: Bool = false) -> [String] {
    if query.isEmpty { return cut(overview) }
    if query.hasPrefix(":") { return command(String(query.dropFirst())) }
    let members = members(query)
    if let type = API.type(named: HelpText.moduleName(query)), members.isEmpty {
      return cut(self.type(type))
    }
    if !members.isEmpty { return cut(self.members(members)) }
    if let lines = plugin(query, withSource) { return cut(lines) }
    if let value = session.value(ofPath: query) {
      return cut(live(query, value, withSource))
    }
    if LuaTokenizer.keywordNames.contains(query) {
      return ["'\(query)' is a word of Lua 5.4 itself"]
    }
    return unknown(query)
  }

  private static func moduleName(_ query: String) -> String {
    query == "articles" ? "article" : query.hasPrefix("ibid.") ? String(query.dropFirst(5)) : query
  }

  // MARK: The API

  /// The members that a query means: `count`, `article.title`, `ibid.json.encode`, or a live path.
  private func members(_ query: String) -> [APIMember] {
    if let place = query.lastIndex(where: { $0 == "." || $0 == ":" }) {
      let name = String(query[query.index(after: place)...])
      let path = String(query[..<place])
      if let type = TypeInference(session: session).type(of: path) {
        let found = API.members(ofType: type.memberType).filter { $0.name == name }
        if !found.isEmpty { return found }
      }
    }
    return API.members(matching: query)
  }

  private func members(_ members: [APIMember]) -> [String] {
    if members.count > 3 {
      // One name of many types: the places, not each in full.
      return members.map { member in
        let head = "\(member.qualifiedName)\(HelpText.signature(member))"
        return "\(page.strong(head))  " + page.rest(member.doc, after: page.width(head) + 2)
      }
    }
    return Array(members.map(lines(of:)).joined(separator: [""]))
  }

  private func lines(of member: APIMember) -> [String] {
    var lines = [page.strong(member.qualifiedName) + HelpText.signature(member)]
    lines += page.wrapped(member.doc, indent: 2)
    lines.append("  example: \(page.string(member.example))")
    lines.append(page.dim("  since \(member.since)"))
    return lines
  }

  /// `: string?`, or `(unit: unit): integer`.
  static func signature(_ member: APIMember) -> String {
    member.kind == .field ? ": \(member.signature)" : member.signature
  }

  private func type(_ type: APIType) -> [String] {
    let head =
      [page.strong(type.name) + (type.base.map { page.dim(" (a \($0))") } ?? "")]
      + page.wrapped(type.doc, indent: 2)
    var end: [String] = []
    if let base = type.base.flatMap({ API.type(named: $0) }) {
      let names = base.members.map(\.name).joined(separator: " ")
      end = page.wrapped("and of every \(base.name): \(names)", indent: 2).map(page.dim)
    }
    let table = table(type.members)
    if head.count + table.count + end.count <= page.room { return head + table + end }
    // Too many to explain on one screen: their names and types, side by side.
    return head + names(type) + end
  }

  private func table(_ members: [APIMember]) -> [String] {
    let heads = members.map(HelpText.head)
    let width = min(heads.map(page.width).max() ?? 0, page.columns / 2 - 4)
    return zip(members, heads).map { member, head in
      "  \(page.padded(head, to: width))  \(page.dim(page.rest(member.doc, after: width + 4)))"
    }
  }

  private func names(_ type: APIType) -> [String] {
    let heads = type.members.map(HelpText.head)
    let across = max((page.columns - 2) / 38, 1)
    let down = (heads.count + across - 1) / across
    let rows = (0..<down).map { row in
      let cells = stride(from: row, to: heads.count, by: down).map {
        page.padded(heads[$0], to: 37)
      }
      return "  " + cells.joined(separator: " ")
    }
    return rows + [page.dim("  ?\(type.name).\(type.members[0].name) explains one of them")]
  }

  /// `.title: string?`, `:count(unit: unit): integer`.
  private static func head(_ member: APIMember) -> String {
    (member.kind == .method ? ":" : ".") + member.name + signature(member)
  }

  // MARK: Other names

  private func command(_ name: String) -> [String] {
    guard let command = Workspace.command(named: name) else { return unknown(":" + name) }
    return [page.strong(":\(command.rawValue)") + " \(command.usage)", "  \(command.doc)"]
  }

  private func plugin(_ name: String, _ withSource: Bool) -> [String]? {
    guard let path = try? PluginLocator.standard().find(name),
      let plugin = try? PluginSession(path: path)
    else { return nil }
    let manifest = plugin.manifest
    var lines = ["\(page.strong(manifest.name)) \(manifest.version) \(page.dim(path))"]
    lines += page.wrapped(manifest.summary, indent: 2)
    for option in manifest.options {
      lines.append("  \(page.strong(option.name)): \(OptionText.type(option))")
      lines += page.wrapped(option.doc, indent: 4)
    }
    let setting = manifest.options.first.map { " \($0.name)=\(OptionText.value($0.defaultValue))" }
    lines.append("  example: \(page.string(":run \(name)\(setting ?? "")"))")
    if let since = manifest.since { lines.append(page.dim("  since \(since)")) }
    guard withSource else { return lines + [page.dim("  ??\(name) shows its source")] }
    return lines + source((try? FileContents.read(path: path)) ?? [])
  }

  /// Source with line numbers.
  private func source(_ bytes: [UInt8]) -> [String] {
    var lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    let width = "\(lines.count)".utf8.count
    return lines.enumerated().map { number, line in
      let head = page.padded("\(number + 1)", to: width, alignsRight: true)
      return page.dim(" \(head) │ ") + page.rest(String(line), after: width + 4)
    }
  }

  private func live(_ name: String, _ value: DisplayValue, _ withSource: Bool) -> [String] {
    let type = value.typeName
    let head = "\(page.strong(name)): \(type)"
    if let declared = API.type(named: type), type != "table" || !value.isTable {
      return [head] + self.type(declared).dropFirst()
    }
    guard case .function = value else { return [head] + ValueDisplay(page: page).lines(value) }
    guard let definition = record.definition(of: name) else {
      return [head, page.dim("  not part of the API: Lua's own")]
    }
    let lines = [head, page.dim("  typed in this session")]
    if withSource { return lines + source(Array(definition.utf8)) }
    return lines + [page.dim("  ??\(name) shows its source")]
  }

  private func cut(_ lines: [String]) -> [String] { page.cut(lines, isValue: false) }

  private func unknown(_ query: String) -> [String] {
    let commands = PromptCommand.allCases.map { ":\($0.rawValue)" }
    let names = commands + PluginLocator.standard().all().map(\.name)
    let hint = API.suggestion(for: query) ?? suggestion(for: query, among: names)
    return ["nothing is known of '\(query)'" + (hint.map { "; did you mean '?\($0)'" + "?" } ?? "")]
  }
}

extension DisplayValue {
  var isTable: Bool { if case .table = self { true } else { false } }
}
