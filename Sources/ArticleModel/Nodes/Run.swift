/// A piece of a node's text in one style.
public struct Run: Sendable {
  /// How the piece is set.
  public var style: RunStyle
  /// The piece in the article's text arena; empty for a reference, which has a place but no text.
  public var text: ByteSpan
  /// A link's target in the article's text arena.
  public var href: ByteSpan
  /// The index of the reference that stands here, or -1.
  public var reference: Int32

  /// Makes a run of `text` in `style`.
  public init(style: RunStyle, text: ByteSpan, href: ByteSpan = .empty, reference: Int32 = -1) {
    self.style = style
    self.text = text
    self.href = href
    self.reference = reference
  }
}

/// The styles of a run; several may hold at once.
public struct RunStyle: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Emphasised, usually italic.
  public static let emphasis = RunStyle(rawValue: 1)
  /// Strongly emphasised, usually bold.
  public static let strong = RunStyle(rawValue: 2)
  /// Code within a sentence.
  public static let code = RunStyle(rawValue: 4)
  /// A link.
  public static let link = RunStyle(rawValue: 8)
  /// Struck through.
  public static let deletion = RunStyle(rawValue: 16)
  /// The place of a footnote reference.
  public static let reference = RunStyle(rawValue: 32)

  /// The names of the styles that hold, the most specific first; `["text"]` for none.
  public var names: [String] {
    if isEmpty { return ["text"] }
    let all: [(RunStyle, String)] = [
      (.reference, "reference"), (.code, "code"), (.link, "link"), (.deletion, "deletion"),
      (.strong, "strong"), (.emphasis, "emphasis"),
    ]
    return all.compactMap { contains($0.0) ? $0.1 : nil }
  }
}
