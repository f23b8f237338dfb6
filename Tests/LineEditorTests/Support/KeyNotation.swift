@testable import LineEditor

extension KeyPress {
  /// Reads keys from text in which names stand between angle brackets: `ab<Left><Ctrl-W>`.
  static func keys(_ notation: String) -> [KeyPress] {
    var presses: [KeyPress] = []
    var rest = notation[...]
    while let first = rest.first {
      if first == "<", let end = rest.firstIndex(of: ">"), let key = named[String(rest[...end])] {
        presses.append(key)
        rest = rest[rest.index(after: end)...]
      } else {
        presses += first.unicodeScalars.map { KeyPress(.scalar($0)) }
        rest.removeFirst()
      }
    }
    return presses
  }

  private static let named: [String: KeyPress] = {
    var named: [String: KeyPress] = [:]
    for key in KeyBindings.standard.keys { named["<\(key)>"] = key }
    named["<Insert>"] = KeyPress(.insert)
    return named
  }()
}
