/// The list of candidates under the block, and which one stands in it.
struct CompletionMenu {
  let set: CompletionSet
  /// The block before any candidate was put in.
  let original: EditBuffer
  private(set) var selected: Int?

  init(_ set: CompletionSet, original: EditBuffer) {
    self.set = set
    self.original = original
  }

  /// The block with the selected candidate in it.
  var buffer: EditBuffer {
    guard let selected else { return original }
    var buffer = original
    buffer.replace(set.range, with: set.items[selected].replacement)
    return buffer
  }

  /// Selects the next candidate, or the one before, round the ends.
  mutating func step(by distance: Int) {
    guard let current = selected else {
      selected = distance > 0 ? 0 : set.items.count - 1
      return
    }
    let count = set.items.count
    selected = ((current + distance) % count + count) % count
  }

  /// The list in columns, read downwards, with the selected candidate's hint below.
  ///
  /// - Parameter height: the most rows that all of it may take.
  func rows(columns: Int, height: Int, metrics: Metrics) -> [Frame.Row] {
    let widths = set.items.map { min(metrics.columns($0.display), columns) }
    let width = min((widths.max() ?? 0) + 2, columns)
    let across = max(columns / width, 1)
    let down = (set.items.count + across - 1) / across
    let hint = selected.flatMap { set.items[$0].hint }
    let room = max(height - (hint == nil ? 0 : 1), 1)
    let isCut = down > room
    let shown = isCut ? max(room - 1, 1) : down
    let top = min(max((selected ?? 0) % down - shown + 1, 0), down - shown)

    var builder = FrameBuilder(columns: columns, metrics: metrics)
    for line in top..<top + shown {
      if line > top { builder.newline() }
      for column in 0..<across where column * down + line < set.items.count {
        let index = column * down + line
        let isLast = (column + 1) * down + line >= set.items.count || column + 1 == across
        let item = Self.oneLine(set.items[index].display)
        var cell = FrameBuilder(columns: max(width - 1, 2), metrics: metrics)
        cell.appendFitting(item, index == selected ? .menuSelection : .menuItem)
        builder.append(cell.rows[0])
        if !isLast { builder.pad(to: (column + 1) * width) }
      }
    }
    if isCut {
      builder.newline()
      builder.appendFitting("rows \(top + 1)\u{2013}\(top + shown) of \(down)", .status)
    }
    if let hint {
      builder.newline()
      builder.appendFitting(Self.oneLine(hint), .hint)
    }
    return builder.rows
  }

  private static func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }
}
