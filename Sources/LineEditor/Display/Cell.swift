/// One grapheme cluster on the screen, in a form that is safe to send to a terminal.
struct Cell: Equatable {
  var text: String
  var columns: Int
  var role: StyleRole
  /// Whether the terminal's cursor surely stands after the cell once it is written.
  var isCertain = true
}

extension Cell {
  /// The cell of a printable ASCII character, or nil: most of what is typed, without an array.
  init?(ascii cluster: Character, _ role: StyleRole) {
    guard let byte = cluster.asciiValue, (0x20...0x7E).contains(byte) else { return nil }
    self.init(text: String(cluster), columns: 1, role: role)
  }

  /// The cells of a cluster: one, or for what has no visible form, its name in several.
  ///
  /// No control ever reaches the terminal: `^[` stands for Escape, `<202E>` for a direction mark.
  ///
  /// - Parameters:
  ///   - column: where the cluster stands, for tabs.
  static func cells(
    _ cluster: Character, _ role: StyleRole, column: Int, metrics: Metrics
  ) -> [Cell] {
    if cluster == "\t" {
      let columns = metrics.tabWidth - column % metrics.tabWidth
      return [Cell(text: String(repeating: " ", count: columns), columns: columns, role: role)]
    }
    let width = ClusterWidth(cluster)
    if width.columns > 0 {
      return [
        Cell(
          text: String(cluster), columns: width.columns, role: role, isCertain: width.isCertain)
      ]
    }
    let scalars = cluster.unicodeScalars
    if scalars.allSatisfy({ $0.properties.generalCategory == .nonspacingMark }) {
      return [Cell(text: "\u{25CC}\(cluster)", columns: 1, role: role)]
    }
    let name = scalars.map(Self.name).joined()
    return name.map { Cell(text: String($0), columns: 1, role: .control) }
  }

  private static func name(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0..<0x20: "^" + String(Unicode.Scalar(UInt8(scalar.value) + 0x40))
    case 0x7F: "^?"
    default: "<" + String(scalar.value, radix: 16, uppercase: true) + ">"
    }
  }
}

/// What the width of text depends on, apart from the text.
struct Metrics: Equatable {
  var tabWidth = 4

  /// The columns of a text that begins at a column.
  func columns(_ text: some StringProtocol, from start: Int = 0) -> Int {
    var column = start
    for cluster in text {
      for cell in Cell.cells(cluster, .text, column: column, metrics: self) {
        column += cell.columns
      }
    }
    return column - start
  }
}
