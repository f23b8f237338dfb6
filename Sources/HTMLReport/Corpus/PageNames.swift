/// Gives each article a file name of its own for its page.
public struct PageNames {
  private static let byteLimit = 120
  private var taken: [String: Int] = [:]

  public init() {}

  /// The name for the article of a path or identifier: `corpus/suisha.txt` → `corpus-suisha.txt.html`.
  ///
  /// Letters and digits of every script stay; what a shell, an address or a file system might take otherwise
  /// becomes `-`. A name that is taken gets a number.
  public mutating func name(for path: String) -> String {
    var name = ""
    for scalar in path.unicodeScalars where name.utf8.count < PageNames.byteLimit {
      let isKept =
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar == "." || scalar == "_"
      if isKept, !(scalar == "." && name.isEmpty) {
        name.unicodeScalars.append(scalar)
      } else if !name.isEmpty, !name.hasSuffix("-") {
        name += "-"
      }
    }
    if name.isEmpty { name = "article" }
    // File systems may take `A` and `a` for one name.
    let key = name.lowercased()
    taken[key, default: 0] += 1
    let count = taken[key]!
    return count == 1 ? "\(name).html" : "\(name)~\(count).html"
  }
}
