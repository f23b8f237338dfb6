/// One way to complete what stands before the cursor.
public struct Completion: Hashable, Sendable {
  /// The text that takes the place of the set's range.
  public var replacement: String
  /// What the list shows; the replacement where nothing else is given.
  public var display: String
  /// One line about the candidate (a signature, a first sentence), shown while it is selected.
  public var hint: String?

  public init(_ replacement: String, display: String? = nil, hint: String? = nil) {
    self.replacement = replacement
    self.display = display ?? replacement
    self.hint = hint
  }
}

/// The candidates at a place, and the range of the text that each of them replaces.
public struct CompletionSet: Hashable, Sendable {
  /// UTF-8 bytes of the text that a chosen candidate replaces; normally it ends at the cursor.
  public var range: Range<Int>
  /// The candidates in the order in which the list shows them.
  public var items: [Completion]

  public init(replacing range: Range<Int>, with items: [Completion]) {
    self.range = range
    self.items = items
  }

  /// The longest text, in whole grapheme clusters, that all replacements begin with.
  var commonPrefix: String {
    guard var common = items.first?.replacement else { return "" }
    for item in items.dropFirst() {
      let shared = zip(common, item.replacement).prefix { $0 == $1 }.map(\.0)
      common = String(shared)
    }
    return common
  }
}
