/// Turns frames into the least bytes that change the screen from one to the next.
///
/// The renderer only moves relative to its own first row, so it needs neither the place of the
/// prompt on the screen nor an alternate screen. Rows end with an explicit line feed, never with
/// the terminal's own wrapping, whose rules differ between terminals.
struct FrameRenderer {
  var theme: Theme
  /// The width of the terminal in columns.
  private(set) var columns: Int
  private var shown = Frame(rows: [])
  /// Where the terminal's cursor is; `column == columns` while a full row waits to wrap.
  private var cursor = Frame.Position()
  private var output: [UInt8] = []

  init(theme: Theme, columns: Int) {
    self.theme = theme
    self.columns = columns
  }

  /// The bytes that bring the screen to a frame.
  mutating func draw(_ frame: Frame) -> [UInt8] {
    guard frame != shown else { return [] }
    let hides = frame.rows.count > 1 || shown.rows.count > 1
    if hides { emit("\u{1B}[?25l") }
    for row in frame.rows.indices {
      update(row, to: frame.rows[row])
    }
    if shown.rows.count > frame.rows.count {
      move(to: Frame.Position(row: frame.rows.count, column: 0))
      emit("\u{1B}[J")
    }
    move(to: frame.cursor)
    if hides { emit("\u{1B}[?25h") }
    shown = frame
    return take()
  }

  /// The bytes that show a last frame of any height and leave the cursor on the line below.
  ///
  /// - Parameter wasCut: whether rows of the block were out of sight, so that all are written anew.
  mutating func finish(_ frame: Frame, wasCut: Bool) -> [UInt8] {
    let erasure = wasCut ? erase() : []
    var last = frame
    last.cursor = Frame.Position(
      row: frame.rows.count - 1, column: Frame.columns(frame.rows.last ?? []))
    if last.cursor.column >= columns { last.cursor.column = columns - 1 }
    let drawing = draw(last)
    forget()
    return erasure + drawing + Array("\r\n".utf8)
  }

  /// The bytes that remove the frame from the screen and go to where it began.
  mutating func erase() -> [UInt8] {
    move(to: Frame.Position())
    emit("\u{1B}[J")
    forget()
    return take()
  }

  /// Takes the screen below the cursor for empty, as after a clearing or after other output.
  mutating func forget() {
    shown = Frame(rows: [])
    cursor = Frame.Position()
  }

  /// Adopts a width after a change of size and erases the frame, which by now is wrapped anew.
  ///
  /// Rows longer than the new width have become several (all current terminals but xterm and the
  /// Linux console do so), so the frame began that many rows further up.
  mutating func resize(columns new: Int) -> [UInt8] {
    let new = max(new, 1)
    let above = Self.breaks(in: shown.rows, before: cursor, columns: new)
    columns = new
    if above > 0 { emit("\u{1B}[\(above)A") }
    emit("\r\u{1B}[J")
    forget()
    return take()
  }

  /// How often a terminal breaks rows anew, and ends them, between the first and the cursor.
  private static func breaks(
    in rows: [Frame.Row], before cursor: Frame.Position, columns: Int
  ) -> Int {
    var breaks = cursor.row
    for (number, row) in rows.prefix(cursor.row + 1).enumerated() {
      var place = 0  // in the row as it was
      var column = 0  // in the row as it is broken now
      for cell in row {
        if number == cursor.row, place >= cursor.column { break }
        if column + cell.columns > columns {
          breaks += 1
          column = 0
        }
        column += cell.columns
        place += cell.columns
      }
      if number == cursor.row, column >= columns, place < Frame.columns(row) { breaks += 1 }
    }
    return breaks
  }

  private mutating func update(_ row: Int, to new: Frame.Row) {
    let old = row < shown.rows.count ? shown.rows[row] : nil
    guard let old else {
      move(to: Frame.Position(row: row, column: 0))
      write(new[...], on: row)
      return
    }
    guard old != new else { return }
    var start = zip(old, new).prefix { $0 == $1 }.count
    let oldColumns = Frame.columns(old)
    let newColumns = Frame.columns(new)
    var end = new.count
    if old.allSatisfy(\.isCertain), new.allSatisfy(\.isCertain) {
      if oldColumns == newColumns {
        let rest = zip(old.dropFirst(start).reversed(), new.dropFirst(start).reversed())
        end -= rest.prefix { $0 == $1 }.count
      }
      move(to: Frame.Position(row: row, column: Frame.columns(Array(new[..<start]))))
    } else {
      // What the terminal made of an uncertain cluster is unknown; it goes with all after it.
      let certain = min(
        old.firstIndex { !$0.isCertain } ?? old.count, new.firstIndex { !$0.isCertain } ?? new.count
      )
      start = min(start, certain)
      move(to: Frame.Position(row: row, column: Frame.columns(Array(new[..<start]))))
      emit("\u{1B}[K")
    }
    write(new[start..<end], on: row)
    if newColumns < oldColumns { emit("\u{1B}[K") }
  }

  private mutating func write(_ cells: ArraySlice<Cell>, on row: Int) {
    var role = StyleRole.text
    for cell in cells {
      if theme[cell.role] != theme[role] {
        if !theme[role].isEmpty { emit("\u{1B}[m") }
        if !theme[cell.role].isEmpty { emit("\u{1B}[\(theme[cell.role])m") }
      }
      role = cell.role
      emit(cell.text)
      cursor.column += cell.columns
      if !cell.isCertain, cursor.column < columns { emit("\u{1B}[\(cursor.column + 1)G") }
    }
    if !theme[role].isEmpty { emit("\u{1B}[m") }
  }

  private mutating func move(to target: Frame.Position) {
    if target.row > cursor.row {
      // Line feeds, because below the last row of the screen only they make room.
      for _ in cursor.row..<target.row { emit("\r\n") }
      cursor = Frame.Position(row: target.row, column: 0)
    } else if target.row < cursor.row {
      emit("\u{1B}[\(cursor.row - target.row)A")
      cursor.row = target.row
    }
    guard target.column != cursor.column else { return }
    emit(target.column == 0 ? "\r" : "\u{1B}[\(target.column + 1)G")
    cursor.column = target.column
  }

  private mutating func emit(_ text: String) { output.append(contentsOf: text.utf8) }

  private mutating func take() -> [UInt8] {
    defer { output = [] }
    return output
  }
}
