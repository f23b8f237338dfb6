import ArticleModel

/// Rows of a result or of the whole corpus: a table that a plugin gives, or objects with keys as columns.
struct ResultTable {
  var title: String
  var head: [String]
  var rows: [[JSONValue]]
  /// For each row, the address to which its last cell leads; empty where none does.
  var links: [String?] = []

  /// Reads what `ibid.table` makes: an object with `"ibid": "table"`, `header` and `rows`.
  init?(marked value: JSONValue) {
    guard value["ibid"] == .string("table"), let rows = value["rows"]?.array else { return nil }
    title = value["title"]?.string ?? ""
    head = (value["header"]?.array ?? []).map(ResultView.line)
    self.rows = rows.map { $0.array ?? [$0] }
  }

  /// Makes a table of rows.
  init(title: String, head: [String], rows: [[JSONValue]], links: [String?] = []) {
    self.title = title
    self.head = head
    self.rows = rows
    self.links = links
  }

  /// Spreads objects over columns.
  init(title: String, objects: [JSONValue]) {
    self.title = title
    let columns = ResultView.columns(of: objects)
    head = columns
    rows = objects.map { object in columns.map { object[$0] ?? .null } }
  }

  /// The table as a page shows it.
  var values: TemplateValue {
    let shown = rows.prefix(ResultView.rowLimit)
    return [
      "grid": [
        "label": .text(title.isEmpty ? "Table" : title),
        "head": .list(head.map(TemplateValue.text)),
        "rows": .list(
          shown.enumerated().map { index, row in
            let link = index < links.count ? links[index] : nil
            return [
              "cells": .list(
                row.enumerated().map { column, value in
                  let isLink = link != nil && column == row.count - 1
                  return [
                    "number": .flag(ResultView.number(value) != nil),
                    "value": .text(ResultView.line(value)),
                    "link": isLink ? .text(link!) : .flag(false),
                  ]
                })
            ]
          }),
        "left_out": rows.count > shown.count ? .number(rows.count - shown.count) : .flag(false),
      ]
    ]
  }
}
