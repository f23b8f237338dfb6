/// One key with its modifiers, or one piece of pasted text.
public struct KeyPress: Hashable, Sendable {
  public enum Key: Hashable, Sendable {
    /// A typed scalar; a grapheme cluster may take several presses.
    case scalar(Unicode.Scalar)
    case enter, tab, backspace, escape
    case up, down, left, right, home, end, pageUp, pageDown, insert, delete
    case function(Int)
    /// Text between the marks of a bracketed paste, with `\n` line ends.
    case paste(String)
    /// A well-formed sequence without a meaning here (a focus report, a mouse event).
    case unknown
  }

  public struct Modifiers: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    // The bits of xterm's modifier parameter, less one.
    public static let shift = Modifiers(rawValue: 1)
    public static let alt = Modifiers(rawValue: 2)
    public static let control = Modifiers(rawValue: 4)
  }

  public var key: Key
  public var modifiers: Modifiers

  public init(_ key: Key, _ modifiers: Modifiers = []) {
    self.key = key
    self.modifiers = modifiers
  }

  /// A letter with Control.
  public static func control(_ letter: Unicode.Scalar) -> KeyPress {
    KeyPress(.scalar(letter), .control)
  }

  /// A letter with Alt, or after Escape.
  public static func alt(_ letter: Unicode.Scalar) -> KeyPress {
    KeyPress(.scalar(letter), .alt)
  }
}

extension KeyPress: CustomStringConvertible {
  /// The key as a manual writes it: `Ctrl-A`, `Alt-Backspace`, `Up`.
  public var description: String {
    var name = ""
    if modifiers.contains(.control) { name += "Ctrl-" }
    if modifiers.contains(.alt) { name += "Alt-" }
    if modifiers.contains(.shift) { name += "Shift-" }
    switch key {
    case .scalar(let scalar):
      name += modifiers.isEmpty ? String(scalar) : String(scalar).uppercased()
    case .function(let number): name += "F\(number)"
    case .paste: name += "Paste"
    case .pageUp: name += "PageUp"
    case .pageDown: name += "PageDown"
    default:
      let word = String(describing: key)
      name += word.prefix(1).uppercased() + word.dropFirst()
    }
    return name
  }
}
