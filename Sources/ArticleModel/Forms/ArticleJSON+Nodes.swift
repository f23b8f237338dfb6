extension ArticleJSON {
  func writeNode(_ index: Int, to json: inout JSONWriter) {
    let node = article.nodes[index]
    json.beginObject()
    writeCommon(node, index, to: &json)
    switch node.kind {
    case .heading:
      json.key("level")
      json.value(Int(node.level))
    case .paragraph:
      json.key("role")
      json.value(node.role.rawValue)
    case .pullQuote, .caption:
      if node.of >= 0 {
        json.key("of")
        json.value(Int(node.of) + 1)
      }
    case .list:
      json.key("ordered")
      json.value(node.isOrdered)
      if node.isOrdered {
        json.key("start")
        json.value(Int(node.payload))
      }
    case .item:
      if let isChecked = node.isChecked {
        json.key("checked")
        json.value(isChecked)
      }
    case .table: writeTable(node, to: &json)
    case .poll: writePoll(node, to: &json)
    case .quote, .code, .figure, .footnote: break
    case .boilerplate:
      json.key("why")
      json.value(node.reason.rawValue)
    }
    writeRuns(node.runs, to: &json)
    if node.kind == .paragraph { writeSentences(node, to: &json) }
    writeChildren(of: index, to: &json)
    json.endObject()
  }

  func write(_ footnote: Footnote, to json: inout JSONWriter) {
    let node = article.nodes[Int(footnote.node)]
    json.beginObject()
    writeCommon(node, Int(footnote.node), to: &json)
    writeLabel(footnote.number, footnote.label, to: &json)
    json.key("references")
    json.beginArray()
    for index in article.citations[footnote.citations.range] { json.value(Int(index) + 1) }
    json.endArray()
    json.key("urls")
    json.beginArray()
    for url in article.urls[footnote.urls.range] { json.value(url, in: article.text) }
    json.endArray()
    json.key("antecedent")
    if footnote.antecedent >= 0 {
      let antecedent = article.footnotes[Int(footnote.antecedent)]
      if let number = antecedent.number {
        json.value(number)
      } else {
        json.value(antecedent.label, in: article.text)
      }
    } else {
      json.null()
    }
    writeRuns(node.runs, to: &json)
    writeSentences(node, to: &json)
    writeChildren(of: Int(footnote.node), to: &json)
    json.endObject()
  }

  private func writeCommon(_ node: Node, _ index: Int, to json: inout JSONWriter) {
    json.key("kind")
    json.value(node.kind.rawValue)
    json.key("index")
    json.value(index + 1)
    json.key("text")
    json.value(node.text, in: article.text)
    json.key("line")
    json.value(Int(node.line))
    json.key("column")
    json.value(Int(node.column))
    json.key("last_line")
    json.value(Int(node.lastLine))
    writeBytes(node.source, to: &json)
    if node.section >= 0 {
      json.key("section")
      json.value(Int(node.section) + 1)
    }
    json.key("reason")
    json.value(node.reason.rawValue)
  }

  private func writeChildren(of index: Int, to json: inout JSONWriter) {
    guard Int(article.nodes[index].end) > index + 1 else { return }
    json.key(article.nodes[index].kind == .list ? "items" : "blocks")
    json.beginArray()
    for child in article.children(of: index) { writeNode(child, to: &json) }
    json.endArray()
  }

  private func writeRuns(_ runs: IndexSlice, to json: inout JSONWriter) {
    guard !runs.isEmpty else { return }
    json.key("runs")
    json.beginArray()
    for run in article.runs[runs.range] {
      json.beginObject()
      let styles = run.style.names
      json.key("kind")
      json.value(styles[0])
      if styles.count > 1 {
        json.key("styles")
        json.beginArray()
        for style in styles { json.value(style) }
        json.endArray()
      }
      if run.reference >= 0 {
        json.key("reference")
        json.value(Int(run.reference) + 1)
      } else {
        json.key("text")
        json.value(run.text, in: article.text)
      }
      if run.style.contains(.link) {
        json.key("href")
        json.value(run.href, in: article.text)
      }
      json.endObject()
    }
    json.endArray()
  }

  private func writeSentences(_ node: Node, to json: inout JSONWriter) {
    guard let sentences else { return }
    json.key("sentences")
    json.beginArray()
    let arena = article.text
    let text = arena.span
    for range in sentences(text.extracting(node.text.range)) {
      json.value(
        ByteSpan(offset: node.text.start + range.lowerBound, count: range.count), in: article.text)
    }
    json.endArray()
  }

  private func writeTable(_ node: Node, to json: inout JSONWriter) {
    guard node.payload >= 0 else { return }
    let table = article.tables[Int(node.payload)]
    let rows = article.bodyRows(of: table)
    optional("label", table.label.isEmpty ? nil : article.string(table.label), to: &json)
    optional("caption", table.caption.isEmpty ? nil : article.string(table.caption), to: &json)
    json.key("header")
    if let header = article.headerRow(of: table) {
      writeRow(header, to: &json)
    } else {
      json.null()
    }
    json.key("column_count")
    json.value(Int(table.columnCount))
    json.key("row_count")
    json.value(rows.count)
    json.key("rows")
    json.beginArray()
    for row in rows { writeRow(row, to: &json) }
    json.endArray()
    writeCellRuns(table, to: &json)
  }

  /// The cells whose text is not all plain, the header being row 0.
  private func writeCellRuns(_ table: Table, to json: inout JSONWriter) {
    let rows = article.tableRows[table.rows.range]
    guard rows.contains(where: { article.cells[$0.range].contains { !$0.runs.isEmpty } }) else {
      return
    }
    json.key("cell_runs")
    json.beginArray()
    for (row, slice) in rows.enumerated() {
      for (column, cell) in article.cells[slice.range].enumerated() where !cell.runs.isEmpty {
        json.beginObject()
        json.key("row")
        json.value(table.hasHeader ? row : row + 1)
        json.key("column")
        json.value(column + 1)
        writeRuns(cell.runs, to: &json)
        json.endObject()
      }
    }
    json.endArray()
  }

  private func writeRow(_ row: IndexSlice, to json: inout JSONWriter) {
    json.beginArray()
    for cell in article.cells[row.range] { json.value(cell.text, in: article.text) }
    json.endArray()
  }

  private func writePoll(_ node: Node, to json: inout JSONWriter) {
    guard node.payload >= 0 else { return }
    let poll = article.polls[Int(node.payload)]
    json.key("question")
    json.value(poll.question, in: article.text)
    json.key("options")
    json.beginArray()
    for option in article.pollOptions[poll.options.range] {
      json.beginObject()
      json.key("label")
      json.value(option.label, in: article.text)
      json.key("votes")
      if let votes = option.votes { json.value(votes) } else { json.null() }
      json.key("percent")
      if let percent = option.percent { json.value(percent) } else { json.null() }
      json.endObject()
    }
    json.endArray()
    json.key("total")
    if let total = poll.total { json.value(total) } else { json.null() }
    json.key("consistent")
    json.value(poll.isConsistent)
  }
}
