import LuaSource

/// A plugin that does what a session did: its definitions in order, and its last value as result.
///
/// A look at a value leaves no trace, unless a later block used it as `_`.
struct SavedPlugin {
  let name: String
  let record: SessionRecord
  /// The globals that there are now.
  let globals: [String]

  /// Whether the session ended in a value.
  var hasResult: Bool { record.blocks.contains(where: \.gaveValues) }

  /// The plugin's source.
  var source: String {
    let body = self.body
    let locals = globals.filter { !record.initialGlobals.contains($0) && !SavedPlugin.isResult($0) }
    var lines = [
      "-- Saved from a session at the prompt of ibid.", "return {", "  name = \"\(name)\",",
      "  version = \"0.1.0\",", "  summary = \"Saved from a session at the prompt.\",",
      "  article = function(article)",
    ]
    if uses("articles") { lines.append("    local articles = ibid.list { article }") }
    // As many as there are: a function may have 200 local variables.
    let names = locals + results(in: body)
    for start in stride(from: 0, to: names.count, by: 8) {
      let some = names[start..<min(start + 8, names.count)]
      lines.append("    local \(some.joined(separator: ", "))")
    }
    lines += body.flatMap(SavedPlugin.indented)
    return (lines + ["  end,", "}", ""]).joined(separator: "\n")
  }

  /// The blocks that matter, the last value as what is returned.
  private var body: [String] {
    var body: [String] = []
    var lookedAt: SessionRecord.Block?
    let last = record.blocks.lastIndex(where: \.gaveValues)
    let isLastBlock = last == record.blocks.count - 1
    for (index, block) in record.blocks.enumerated() {
      if let looked = lookedAt, let highest = SavedPlugin.highestResult(in: block.text) {
        let names = (1...highest).map { "_\($0)" }.joined(separator: ", ")
        body.append("\(names) = \(SavedPlugin.expression(looked.text))")
        body.append("_ = _1")
        lookedAt = nil
      }
      if index == last {
        let value = SavedPlugin.expression(block.text)
        body.append(isLastBlock ? "return \(value)" : "local _result = \(value)")
      } else if block.gaveValues {
        lookedAt = block
      } else {
        body.append(SavedPlugin.statement(block.text))
      }
    }
    if last != nil, !isLastBlock { body.append("return _result") }
    return body
  }

  private func uses(_ name: String) -> Bool {
    record.blocks.contains { block in
      let source = Array(block.text.utf8)
      return LuaTokenizer.tokens(source).contains {
        $0.kind == .name && source[$0.range].elementsEqual(name.utf8)
      }
    }
  }

  /// The result names that the body assigns.
  private func results(in body: [String]) -> [String] {
    let highest = body.compactMap(SavedPlugin.highestResult).max() ?? 0
    return highest == 0 ? [] : ["_"] + (1...highest).map { "_\($0)" }
  }

  // MARK: Blocks

  /// A block as an expression; one of several statements becomes a function that is called.
  private static func expression(_ text: String) -> String {
    if LuaCompleteness.compiles("return \(text)") { return text }
    var bytes = Array(text.utf8)
    let tokens = LuaTokenizer.tokens(bytes).filter { $0.kind != .comment }
    if let first = tokens.first, bytes[first.range].elementsEqual("return".utf8) {
      bytes.removeSubrange(first.range)
      return PromptInput.trimmed(String(decoding: bytes, as: UTF8.self))
    }
    return "(function()\n\(LuaLocals.lifted(text))\nend)()"
  }

  /// A block as a statement whose own locals end with it, as at the prompt.
  private static func statement(_ text: String) -> String {
    let lifted = LuaLocals.lifted(text)
    let source = Array(lifted.utf8)
    let tokens = LuaTokenizer.tokens(source).filter { $0.kind != .comment }
    let hasLocals = tokens.contains { source[$0.range].elementsEqual("local".utf8) }
    if hasLocals { return "do\n\(lifted)\nend" }
    // A line that begins with a parenthesis would call what the line before ends with.
    let begins = tokens.first.map { source[$0.range].elementsEqual("(".utf8) } ?? false
    return (begins ? ";" : "") + PromptInput.trimmed(lifted)
  }

  /// `article`, `_`, `_1`: names that the prompt itself sets.
  private static func isResult(_ name: String) -> Bool {
    name == "article" || name == "articles"
      || (name.hasPrefix("_") && name.dropFirst().allSatisfy(\.isNumber))
  }

  /// The highest number of `_1`, `_2` that a text uses, 1 for `_`; `nil` for none.
  private static func highestResult(in text: String) -> Int? {
    let source = Array(text.utf8)
    return LuaTokenizer.tokens(source).compactMap { token -> Int? in
      guard token.kind == .name, source[token.range.lowerBound] == UInt8(ascii: "_") else {
        return nil
      }
      let digits = String(decoding: source[token.range].dropFirst(), as: UTF8.self)
      return digits.isEmpty ? 1 : Int(digits).flatMap { (1...9).contains($0) ? $0 : nil }
    }.max()
  }

  /// The lines of a block, moved in; lines inside a long string stay where they are.
  private static func indented(_ text: String) -> [String] {
    let source = Array(text.utf8)
    let long = LuaTokenizer.tokens(source).filter {
      ($0.kind == .string || $0.kind == .comment) && source[$0.range].contains(0x0A)
    }
    var lines: [String] = []
    var start = 0
    for line in source.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let isInside = long.contains { $0.range.lowerBound < start && start < $0.range.upperBound }
      let text = String(decoding: line, as: UTF8.self)
      lines.append(isInside || text.isEmpty ? text : "    " + text)
      start += line.count + 1
    }
    return lines
  }
}
