/// The columns for the parts of results, in the order in which the parts first occur.
struct ResultColumns {
  /// The paths of the parts, as cells have them.
  private(set) var paths: [String] = []
  /// What each part calls itself; not always a name of its own.
  private var titles: [String] = []
  private var known: Set<String> = []

  /// Takes a part, unless it has a column already.
  mutating func insert(_ cell: FlatResult.Cell) {
    guard known.insert(cell.path).inserted else { return }
    paths.append(cell.path)
    titles.append(cell.name)
  }

  /// Whether there is a column for a part.
  func contains(_ cell: FlatResult.Cell) -> Bool { known.contains(cell.path) }

  /// The names of the columns, each once: of several parts of one name, or where the name is taken, a later one is
  /// `name_2`.
  func names(besides taken: Set<String> = []) -> [String] {
    let wanted = Set(titles)
    var taken = taken
    return titles.map { title in
      var (name, number) = (title, 2)
      while (name != title && wanted.contains(name)) || !taken.insert(name).inserted {
        name = "\(title)_\(number)"
        number += 1
      }
      return name
    }
  }
}
