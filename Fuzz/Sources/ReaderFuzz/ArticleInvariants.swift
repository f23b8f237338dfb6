import ArticleModel

/// What must hold of an article, whatever its source was; traps with the rule that is broken.
struct ArticleInvariants {
  private let article: Article

  init(_ article: Article) { self.article = article }

  func check() {
    checkCoverage()
    checkNodes()
    checkReferences()
    checkTables()
    checkPolls()
    for diagnostic in article.diagnostics {
      require(diagnostic.line >= 1 && diagnostic.column >= 1, "a diagnostic has no place")
    }
  }

  // MARK: Lines

  /// Every non-blank line belongs to a node or to the metadata; in a text to exactly one.
  ///
  /// Markdown and HTML may set several blocks in one line, so there a line may have more owners.
  private func checkCoverage() {
    var owners = [UInt8](repeating: 0, count: article.lines.count)
    func claim(_ span: ByteSpan) {
      guard !span.isEmpty else { return }
      for line in article.lines.line(at: span.start)...article.lines.line(at: span.end - 1) {
        guard !isBlank(line) else { continue }
        owners[line] = min(owners[line] + 1, 2)
      }
    }
    for entry in article.frontMatter { claim(entry.source) }
    for node in article.nodes where node.parent < 0 { claim(node.source) }
    for line in owners.indices where !isBlank(line) {
      require(owners[line] > 0, "line \(line + 1) is lost")
      require(
        owners[line] == 1 || article.format != .text, "line \(line + 1) has two owners")
    }
  }

  /// Whether a line holds nothing but ASCII white space and controls, or white space beyond ASCII.
  private func isBlank(_ line: Int) -> Bool {
    let bytes = article.source[article.lines.range(ofLine: line)]
    // The first byte decides nearly always.
    if let first = bytes.first, (0x21...0x7E).contains(first) { return false }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0.value <= 0x20 || $0 == "\u{FEFF}" || $0 == "\u{200B}"
    }
  }

  // MARK: Nodes

  private func checkNodes() {
    for (index, node) in article.nodes.enumerated() {
      checkSource(node.source)
      checkText(node.text)
      require(
        Int(node.parent) < index && Int(node.previous) < index,
        "a node stands before its parent or sibling")
      require(
        Int(node.end) > index && Int(node.end) <= article.nodes.count,
        "a node ends outside the article")
      require(Int(node.of) < article.nodes.count, "a node is of none")
      require(
        node.line >= 1 && node.column >= 1 && node.lastLine >= node.line, "a node has no place")
      for run in article.runs[node.runs.range] {
        checkText(run.text)
        require(
          run.reference < 0 || run.text.end <= node.text.end,
          "a marker stands behind the text of its node")
        checkText(run.href)
        require(Int(run.reference) < article.references.count, "a run names no reference")
      }
      for reference in article.references[node.references.range] {
        require(Int(reference.node) == index, "a reference stands in another node")
      }
    }
  }

  private func checkReferences() {
    for reference in article.references {
      checkSource(reference.source)
      checkText(reference.label)
      require(Int(reference.footnote) < article.footnotes.count, "a reference cites no footnote")
    }
    for (index, footnote) in article.footnotes.enumerated() {
      checkText(footnote.label)
      require(
        article.nodes[Int(footnote.node)].payload == Int32(index), "a footnote has lost its node")
      require(Int(footnote.antecedent) < article.footnotes.count, "an antecedent is no footnote")
      for citation in article.citations[footnote.citations.range] {
        require(article.references.indices.contains(Int(citation)), "a citation is no reference")
      }
      for url in article.urls[footnote.urls.range] { checkText(url) }
    }
  }

  private func checkTables() {
    for table in article.tables {
      checkText(table.label)
      checkText(table.caption)
      for row in article.tableRows[table.rows.range] {
        require(row.count <= table.columnCount, "a row is longer than its table is wide")
        for cell in article.cells[row.range] {
          checkText(cell.text)
          checkSource(cell.source)
        }
      }
    }
  }

  private func checkPolls() {
    for poll in article.polls {
      checkText(poll.question)
      for option in article.pollOptions[poll.options.range] {
        checkText(option.label)
        checkSource(option.source)
      }
    }
  }

  // MARK: Spans

  private func checkSource(_ span: ByteSpan) { check(span, in: article.source) }
  private func checkText(_ span: ByteSpan) { check(span, in: article.text) }

  private func check(_ span: ByteSpan, in bytes: [UInt8]) {
    require(span.end <= bytes.count, "the span \(span) ends outside its bytes")
    require(
      !isInsideScalar(span.start, bytes) && !isInsideScalar(span.end, bytes),
      "the span \(span) cuts a scalar")
  }

  private func isInsideScalar(_ offset: Int, _ bytes: [UInt8]) -> Bool {
    offset < bytes.count && bytes[offset] & 0xC0 == 0x80
  }

  /// Traps with the rule's name, which `precondition` would leave out of a release build.
  private func require(_ holds: Bool, _ rule: @autoclosure () -> String) {
    guard holds else { fatalError(rule()) }
  }
}
