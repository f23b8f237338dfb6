import Glibc

/// Finds the columns of cells of which only the order in their rows is known.
///
/// A progressive alignment (Feng and Doolittle 1987): the longest row gives the first columns, each further row is laid
/// over those where it is likeliest and may open a column that no row before had a cell in; gaps cost by their number
/// more than by their length (Gotoh 1982), because cells are left empty side by side. Then each row is taken out once
/// and laid in again, as it may have been placed before much was known.
struct CellAlignment {
  /// What a gap costs beyond the chances of its empty cells, and a new column beyond that of its cell.
  private static let gap = -1.2
  private static let opening = -2.0
  /// Among columns that suit a cell alike the one on the left is likelier: what matters most stands first.
  private static let leftward = 0.1
  /// What speaks for a row's only cell being the name of the rows below it, which stands in the first column.
  private static let rowsTitle = 3.0
  /// How many columns one row may open.
  private static let mostOpened = 2

  private let rows: [[CellTraits]]
  private let limit: Int
  private var columns: [ColumnProfile] = []
  /// Of each row that is placed the columns of its cells.
  private var places: [[Int]]
  private var placedRows = 0
  /// All cells in one profile.
  private var table = ColumnProfile()

  /// The columns of the cells of each row, from 0 to below `limit`, in order. No row has more than `limit` cells.
  ///
  /// Takes time in proportion to the cells times the columns.
  static func places(of rows: [[CellTraits]], limit: Int) -> [[Int]] {
    var alignment = CellAlignment(rows, limit)
    alignment.align()
    return alignment.places
  }

  private init(_ rows: [[CellTraits]], _ limit: Int) {
    self.rows = rows
    self.limit = limit
    places = [[Int]](repeating: [], count: rows.count)
  }

  private mutating func align() {
    // A row of one cell tells nothing of the columns: it may be the name of the rows below.
    let order = rows.indices.filter { rows[$0].count > 1 }.sorted {
      (-rows[$0].count, $0) < (-rows[$1].count, $1)
    }
    for row in order { for cell in rows[row] { table.add(cell) } }
    for row in order { place(row) }
    for row in order where rows[row].count < limit {
      takeOut(row)
      place(row)
    }
    for row in rows.indices where rows[row].count == 1 { places[row] = [column(of: rows[row][0])] }
  }

  /// The column of the only cell of a row.
  private func column(of cell: CellTraits) -> Int {
    var best = (column: 0, score: -Double.infinity)
    for (column, profile) in columns.enumerated() {
      let score =
        profile.likelihood(of: cell, in: table) - profile.absence
        + (column == 0 ? CellAlignment.rowsTitle : 0)
      if score > best.score { best = (column, score) }
    }
    return best.column
  }

  private mutating func takeOut(_ row: Int) {
    var cell = 0
    for column in columns.indices {
      let isFilled = cell < places[row].count && places[row][cell] == column
      columns[column].remove(isFilled ? rows[row][cell] : nil)
      if isFilled { cell += 1 }
    }
    places[row] = []
    placedRows -= 1
    for column in columns.indices.reversed() where columns[column].filled == 0 {
      columns.remove(at: column)
      move(from: column, by: -1)
    }
  }

  /// Shifts all places from a column on.
  private mutating func move(from column: Int, by step: Int) {
    for row in places.indices {
      for cell in places[row].indices.reversed() {
        guard places[row][cell] >= column else { break }
        places[row][cell] += step
      }
    }
  }

  private mutating func place(_ row: Int) {
    var found: [Int] = []
    var column = 0
    for step in Path(rows[row], columns, table, room: limit - columns.count).steps {
      switch step {
      case .cell: found.append(column)
      case .gap: break
      case .newColumn:
        columns.insert(ColumnProfile(emptyRows: placedRows), at: column)
        move(from: column, by: 1)
        found.append(column)
      }
      column += 1
    }
    places[row] = found
    placedRows += 1
    var cell = 0
    for column in columns.indices {
      let isFilled = cell < found.count && found[cell] == column
      columns[column].add(isFilled ? rows[row][cell] : nil)
      if isFilled { cell += 1 }
    }
  }
}

extension CellAlignment {
  fileprivate enum Step: UInt8 { case cell, gap, newColumn }

  /// The likeliest way of a row over the columns.
  fileprivate struct Path {
    private(set) var steps: [Step] = []

    /// What is known of the ways to a state: so many cells and columns done, so many columns opened, and whether a gap
    /// was last.
    private struct State {
      var score = -Double.infinity
      var step = Step.cell
      /// 1 where a gap came before the step.
      var gap = 0
    }

    init(_ cells: [CellTraits], _ columns: [ColumnProfile], _ table: ColumnProfile, room: Int) {
      // The first row of all opens all its columns.
      guard !columns.isEmpty else {
        steps = [Step](repeating: .newColumn, count: cells.count)
        return
      }
      let room = min(room, max(CellAlignment.mostOpened, cells.count - columns.count))
      let absence = columns.map(\.absence)
      let strangeness = cells.map {
        table.strangeness(of: $0) + columns[0].novelty + CellAlignment.opening
      }
      /// The index of a state; `gap` is 1 behind a gap.
      func index(_ cell: Int, _ column: Int, _ opened: Int, _ gap: Int) -> Int {
        ((cell * (columns.count + 1) + column) * (room + 1) + opened) * 2 + gap
      }
      var states = [State](
        repeating: State(), count: index(cells.count, columns.count, room, 1) + 1)
      states[0].score = 0
      func reach(_ index: Int, _ score: Double, _ step: Step, after gap: Int) {
        // At a draw the cells stay as far to the left as they were: the gap comes late.
        if score > states[index].score + (gap == 1 ? -1e-9 : 1e-9) {
          states[index] = State(score: score, step: step, gap: gap)
        }
      }
      for cell in 0...cells.count {
        for column in 0...columns.count {
          // What is left must still find room.
          guard cells.count - cell <= columns.count - column + room, cell <= column + room else {
            continue
          }
          let hasCell = cell < cells.count
          let hasColumn = column < columns.count
          let fit =
            hasCell && hasColumn
            ? columns[column].likelihood(of: cells[cell], in: table)
              - CellAlignment.leftward * Double(column) : 0
          for state in 0..<(room + 1) * 2 {
            let (opened, gap) = (state / 2, state % 2)
            let score = states[index(cell, column, opened, gap)].score
            guard score > -.infinity else { continue }
            if hasCell, hasColumn {
              reach(index(cell + 1, column + 1, opened, 0), score + fit, .cell, after: gap)
            }
            if hasColumn {
              let cost = absence[column] + (gap == 1 ? 0 : CellAlignment.gap)
              reach(index(cell, column + 1, opened, 1), score + cost, .gap, after: gap)
            }
            if hasCell, opened < room {
              reach(
                index(cell + 1, column, opened + 1, 0), score + strangeness[cell], .newColumn,
                after: gap)
            }
          }
        }
      }
      var (opened, gap) = (0, 0)
      var most = -Double.infinity
      for state in 0..<(room + 1) * 2 {
        let score = states[index(cells.count, columns.count, state / 2, state % 2)].score
        if score > most + (state % 2 == 1 ? -1e-9 : 1e-9) {
          (opened, gap, most) = (state / 2, state % 2, score)
        }
      }
      var (cell, column) = (cells.count, columns.count)
      while cell > 0 || column > 0 {
        let state = states[index(cell, column, opened, gap)]
        steps.append(state.step)
        if state.step != .gap { cell -= 1 }
        if state.step != .newColumn { column -= 1 } else { opened -= 1 }
        gap = state.gap
      }
      steps.reverse()
    }
  }
}
