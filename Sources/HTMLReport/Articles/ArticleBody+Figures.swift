import ArticleModel
import BatchRunner

extension ArticleBody {
  /// The label, caption and cells of a table.
  func fill(_ map: inout TemplateMap, table: Table) {
    let node = Int(table.node)
    var placed: Set<Int> = []
    map.set("has_caption", .flag(!table.label.isEmpty || !table.caption.isEmpty))
    map.set("label", .optional(article.string(table.label)))
    map.set("caption", inline.pieces(of: table.caption, in: node, placed: &placed))
    if let header = article.headerRow(of: table) {
      map.set("head", ["cells": cells(of: header, in: table, &placed)])
    }
    let rows = article.bodyRows(of: table).map { row -> TemplateValue in
      ["cells": cells(of: row, in: table, &placed)]
    }
    map.set("rows", .list(rows))
    map.set("rest", inline.rest(of: node, placed: placed))
  }

  private func cells(of row: IndexSlice, in table: Table, _ placed: inout Set<Int>)
    -> TemplateValue
  {
    var cells: [TemplateValue] = []
    for cell in article.cells[row.range] {
      cells.append([
        "has_text": .flag(!cell.text.isEmpty || !cell.runs.isEmpty),
        "inline": cell.text.isEmpty && cell.runs.isEmpty
          ? .absent : inline.pieces(of: cell, in: Int(table.node), placed: &placed),
        "number": .flag(ArticleBody.isFigure(article.text[cell.text.range])),
      ])
    }
    while cells.count < Int(table.columnCount) { cells.append(["has_text": .flag(false)]) }
    return .list(cells)
  }

  /// Whether a cell holds one figure: digits with the marks that stand in and around them.
  private static func isFigure(_ text: ArraySlice<UInt8>) -> Bool {
    text.contains { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
      && text.allSatisfy {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || " +-.,%".utf8.contains($0)
      }
  }

  /// The answers of a poll with the share of each, drawn as a bar.
  func fill(_ map: inout TemplateMap, poll: Poll) {
    let options = article.pollOptions[poll.options.range]
    let total = options.reduce(0.0) { $0 + Double($1.votes ?? 0) }
    map.set("question", .optional(article.string(poll.question)))
    map.set("rest", inline.rest(of: Int(poll.node), placed: []))
    map.set("total", .optional(poll.total.map(String.init)))
    map.set("inconsistent", .flag(!poll.isConsistent))
    map.set(
      "rows",
      .list(
        options.map { option in
          let share = option.percent ?? (total > 0 ? Double(option.votes ?? 0) / total * 100 : 0)
          return [
            "label": .text(article.string(option.label)),
            "votes": .optional(option.votes.map(String.init)),
            "percent": .optional(option.percent.map { "\(PlotNumber.text($0)) %" }),
            "share": .text(PlotNumber.text(min(100, max(0, share)))),
          ]
        }))
  }
}
