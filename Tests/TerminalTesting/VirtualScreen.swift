/// A terminal's screen as far as the editor uses one: it obeys escapes and tells what a user sees.
package struct VirtualScreen {
  /// How the terminal counts the columns of joined emoji, on which real ones differ.
  package enum Counting: CaseIterable {
    /// Each scalar by itself, as xterm and the Linux console do.
    case scalars
    /// Each grapheme cluster, as terminals with mode 2027 do.
    case clusters
  }

  package private(set) var columns: Int
  package private(set) var rows: Int
  package let counting: Counting
  /// Lines that left the screen at its top.
  package private(set) var scrolled: [String] = []
  package private(set) var cursor = (row: 0, column: 0)
  package private(set) var isCursorVisible = true
  package private(set) var isPasteBracketed = false
  /// SGR parameters that were asked for, in order.
  package private(set) var styles: [String] = []
  /// Escape sequences that the editor should not use.
  package private(set) var unknown: [String] = []

  private var cells: [[Cell]]
  private var style = ""
  private var waitsToWrap = false
  private var pending: [UInt8] = []
  private var joins = false

  private struct Cell {
    var text = " "
    var style = ""
  }

  package init(columns: Int, rows: Int, counting: Counting = .clusters) {
    self.columns = columns
    self.rows = rows
    self.counting = counting
    cells = Array(repeating: Array(repeating: Cell(), count: columns), count: rows)
  }

  /// The rows without blanks at their ends and without empty rows below the last used one.
  package var lines: [String] {
    var lines = cells.map { Self.trimmed($0.map(\.text).joined()) }
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  /// The SGR parameters that a cell was written with.
  package func style(row: Int, column: Int) -> String { cells[row][column].style }

  /// Changes the size and breaks rows anew that are longer than the new width, as most terminals do.
  package mutating func resize(columns new: Int, rows newRows: Int) {
    var broken: [[Cell]] = []
    var place = cursor
    for (number, row) in cells.enumerated() {
      let end = (row.lastIndex { $0.text != " " } ?? -1) + 1
      let used = number == cursor.row ? max(end, cursor.column) : end
      var line: [Cell] = []
      if number == cursor.row { place = (broken.count, cursor.column) }
      for (column, cell) in row[..<used].enumerated() {
        let isWide = column + 1 < used && row[column + 1].text.isEmpty
        if line.count + (isWide ? 2 : 1) > new, !cell.text.isEmpty {
          broken.append(line)
          line = []
        }
        if number == cursor.row, column <= cursor.column { place = (broken.count, line.count) }
        line.append(cell)
      }
      if number == cursor.row, cursor.column >= used { place = (broken.count, line.count) }
      broken.append(line)
    }
    while broken.count > newRows, broken.last!.isEmpty, place.row < broken.count - 1 {
      broken.removeLast()
    }
    while broken.count > newRows {
      scrolled.append(Self.trimmed(broken.removeFirst().map(\.text).joined()))
      place.row -= 1
    }
    broken += Array(repeating: [], count: newRows - broken.count)
    cells = broken.map { $0 + Array(repeating: Cell(), count: new - $0.count) }
    columns = new
    rows = newRows
    cursor = (place.row, min(place.column, new - 1))
    waitsToWrap = false
  }

  package mutating func write(_ bytes: [UInt8]) {
    pending += bytes
    while let length = nextLength() {
      let piece = Array(pending[..<length])
      pending.removeFirst(length)
      obey(piece)
    }
  }

  /// The length of the next whole scalar or sequence, or nil where bytes are missing.
  private func nextLength() -> Int? {
    guard let first = pending.first else { return nil }
    if first == 0x1B {
      guard pending.count > 1 else { return nil }
      guard pending[1] == 0x5B else { return 2 }
      return pending.dropFirst(2).firstIndex { (0x40...0x7E).contains($0) }.map { $0 + 1 }
    }
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    return pending.count >= length ? length : nil
  }

  private mutating func obey(_ piece: [UInt8]) {
    switch piece[0] {
    case 0x0D:
      cursor.column = 0
      waitsToWrap = false
    case 0x0A: lineFeed()
    case 0x08: cursor.column = max(cursor.column - 1, 0)
    case 0x07: break
    case 0x1B: control(piece)
    default: put(String(decoding: piece, as: UTF8.self).unicodeScalars.first!)
    }
  }

  private mutating func control(_ piece: [UInt8]) {
    let text = String(decoding: piece.dropFirst(2), as: UTF8.self)
    let parameters = String(text.dropLast())
    let number = Int(parameters) ?? 0
    joins = false
    switch text.last {
    case "A": cursor.row = max(cursor.row - max(number, 1), 0)
    case "G": cursor.column = min(max(number, 1), columns) - 1
    case "H": cursor = (0, 0)
    case "J" where number == 0:
      erase(cursor.row, from: cursor.column)
      for row in cells.indices.dropFirst(cursor.row + 1) { erase(row, from: 0) }
    case "J": for row in cells.indices { erase(row, from: 0) }
    case "K": erase(cursor.row, from: cursor.column)
    case "m":
      style = parameters
      if !parameters.isEmpty { styles.append(parameters) }
      return
    case "h" where parameters == "?25": isCursorVisible = true
    case "l" where parameters == "?25": isCursorVisible = false
    case "h" where parameters == "?2004": isPasteBracketed = true
    case "l" where parameters == "?2004": isPasteBracketed = false
    default: unknown.append(text)
    }
    if "AGHJK".contains(text.last ?? "?") { waitsToWrap = false }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let previous = previousColumn
    let before = previous.map { cells[cursor.row][$0].text } ?? ""
    var width = Self.width(scalar)
    if counting == .clusters, joins || scalar.value == 0xFE0F, let previous {
      cells[cursor.row][previous].text += String(scalar)
      joins = scalar.value == 0x200D
      if scalar.value == 0xFE0F { widen(previous) }
      return
    }
    if counting == .clusters, isTone(scalar), !before.isEmpty { width = 0 }
    joins = scalar.value == 0x200D
    if width == 0 {
      if let previous { cells[cursor.row][previous].text += String(scalar) }
      return
    }
    if waitsToWrap || cursor.column + width > columns {
      cursor.column = 0
      lineFeed()
    }
    cells[cursor.row][cursor.column] = Cell(text: String(scalar), style: style)
    if width == 2 { cells[cursor.row][cursor.column + 1] = Cell(text: "", style: style) }
    advance(width)
  }

  /// A cluster that turned out to be an emoji takes the next column too.
  private mutating func widen(_ column: Int) {
    guard column + 1 == cursor.column, cursor.column < columns, !waitsToWrap else { return }
    cells[cursor.row][cursor.column] = Cell(text: "", style: style)
    advance(1)
  }

  private mutating func advance(_ width: Int) {
    waitsToWrap = cursor.column + width >= columns
    cursor.column = min(cursor.column + width, columns - 1)
  }

  private var previousColumn: Int? {
    var column = waitsToWrap ? columns - 1 : cursor.column - 1
    while column > 0, cells[cursor.row][column].text.isEmpty { column -= 1 }
    return column >= 0 ? column : nil
  }

  private mutating func lineFeed() {
    waitsToWrap = false
    if cursor.row == rows - 1 { scroll() } else { cursor.row += 1 }
  }

  private mutating func scroll() {
    scrolled.append(Self.trimmed(cells.removeFirst().map(\.text).joined()))
    cells.append(Array(repeating: Cell(), count: columns))
  }

  private mutating func erase(_ row: Int, from column: Int) {
    for place in column..<columns { cells[row][place] = Cell() }
  }

  private static func trimmed(_ text: String) -> String {
    var text = text
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }

  private func isTone(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F3FB...0x1F3FF).contains(scalar.value)
  }

  /// Columns of the few scripts that the tests use, without the code under test.
  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x300...0x36F, 0x3099, 0x309A, 0x200D, 0xFE00...0xFE0F: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFF01...0xFF60, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}
