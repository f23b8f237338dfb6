import ArticleModel
import LuaSource
import PluginHost

/// Completes Lua: globals and words, members after a dot or colon, units in `count "…"`.
struct LuaCompleter {
  let session: any LuaNames
  /// Whether functions come with their opening parenthesis.
  var opensCalls = true

  /// The candidates at the end of `before`; Lua begins at byte `start`.
  func candidates(_ before: [UInt8], from start: Int) -> Candidates? {
    let source = Array(before[start...])
    let tokens = LuaTokenizer.tokens(source)
    var rest = tokens[...]
    var typed = ""
    var begin = before.count
    if let last = tokens.last, last.range.upperBound == source.count {
      switch last.kind {
      case .name, .keyword:
        typed = String(decoding: source[last.range], as: UTF8.self)
        begin = start + last.range.lowerBound
        rest = rest.dropLast()
      case .string: return last.isFinished ? nil : unit(tokens, source, end: before.count)
      case .number:
        typed = String(decoding: source[last.range], as: UTF8.self)
        begin = start + last.range.lowerBound
        return articles(tokens.dropLast(), source, typed: typed, begin..<before.count)
      case .comment: return nil
      default: break
      }
    }
    let sign = rest.last.map { String(decoding: source[$0.range], as: UTF8.self) } ?? ""
    if sign == "." || sign == ":" {
      let signStart = start + rest.last!.range.lowerBound
      guard let owner = LuaExpression(rest.dropLast(), source) else { return nil }
      return members(
        of: owner, source, sign: sign, typed: typed, signStart: signStart, begin..<before.count)
    }
    guard !typed.isEmpty else {
      return articles(rest, source, typed: "", begin..<before.count)
    }
    return Candidates(begin..<before.count, globals, typed: typed)
  }

  /// The open articles after `articles[`, by number with their paths.
  private func articles(
    _ tokens: ArraySlice<LuaToken>, _ source: [UInt8], typed: String, _ range: Range<Int>
  ) -> Candidates? {
    let words = tokens.suffix(2).map { String(decoding: source[$0.range], as: UTF8.self) }
    guard words == ["articles", "["], case .table(let table)? = session.value(ofPath: "articles")
    else { return nil }
    let items = table.entries.prefix(table.listCount).enumerated().map { index, entry in
      guard case .handle(let handle) = entry.value else {
        return Candidate(text: "\(index + 1)]")
      }
      let article = handle.article
      return Candidate(
        text: "\(index + 1)]", display: "\(index + 1)  \(article.path)", hint: article.title ?? "")
    }
    return Candidates(range, items, typed: typed)
  }

  // MARK: Names

  private var globals: [Candidate] {
    let names = names(ofPath: "").map { name in
      var hint = LuaCompleter.hint(name)
      if name.name == "article", let article = session.value(ofPath: "article") {
        hint = ScalarText.plain(article)
      }
      return Candidate(
        text: name.name + (name.isFunction ? call : ""), display: name.name, hint: hint)
    }
    let words = LuaTokenizer.keywordNames.map { Candidate(text: $0) }
    return (names + words).sorted { $0.text < $1.text }
  }

  private func names(ofPath path: String) -> [KnownName] {
    session.members(ofPath: path).map(KnownName.init)
  }

  private var call: String { opensCalls ? "(" : "" }

  // MARK: Members

  private func members(
    of owner: LuaExpression, _ source: [UInt8], sign: String, typed: String, signStart: Int,
    _ range: Range<Int>
  ) -> Candidates? {
    let all = members(of: owner, source)
    let isString = all.isString
    let fitting = all.names.filter { name in
      sign == ":" ? name.isMethod || (isString && name.isFunction) : !name.isMethod
    }
    let candidates = Candidates(range, fitting.map(candidate), typed: typed)
    if !candidates.items.isEmpty || sign == ":" { return candidates }
    // A method after a dot is nearly always meant as a call: the dot becomes a colon.
    let methods = all.names.filter(\.isMethod).map { name in
      var method = candidate(name)
      method.text = ":" + method.text
      return method
    }
    return Candidates(signStart..<range.upperBound, methods, typed: ":" + typed)
  }

  private func members(
    of owner: LuaExpression, _ source: [UInt8]
  ) -> (names: [KnownName], isString: Bool) {
    let text = String(decoding: source[owner.range], as: UTF8.self)
    if owner.isPath, let value = session.value(ofPath: text) {
      if case .string = value { return (names(ofPath: "string"), true) }
      return (names(ofPath: text), false)
    }
    guard let type = TypeInference(session: session).type(of: owner, source) else {
      return ([], false)
    }
    if type.memberType == "string" { return (names(ofPath: "string"), true) }
    return (API.members(ofType: type.memberType).map(KnownName.init), false)
  }

  private func candidate(_ name: KnownName) -> Candidate {
    Candidate(
      text: name.name + (name.isFunction ? call : ""), display: name.name,
      hint: LuaCompleter.hint(name))
  }

  /// `count(unit: unit): integer — How many words, …`
  static func hint(_ name: KnownName) -> String {
    let head = name.type.hasPrefix("(") ? name.name + name.type : "\(name.name): \(name.type)"
    return name.doc.isEmpty ? head : "\(head) — \(name.doc)"
  }

  // MARK: Units

  /// The units after `count "` and `count("`.
  private func unit(_ tokens: [LuaToken], _ source: [UInt8], end: Int) -> Candidates? {
    let string = tokens[tokens.count - 1]
    var place = tokens.count - 2
    func word(_ index: Int) -> String {
      tokens.indices.contains(index)
        ? String(decoding: source[tokens[index].range], as: UTF8.self) : ""
    }
    if word(place) == "(" { place -= 1 }
    guard word(place) == "count", word(place - 1) == ":" else { return nil }
    let typed = String(decoding: source[string.range].dropFirst(), as: UTF8.self)
    let mark = String(decoding: source[string.range].prefix(1), as: UTF8.self)
    let items = API.units.map { Candidate(text: $0 + mark, display: $0) }
    return Candidates(end - typed.utf8.count..<end, items, typed: typed)
  }
}
