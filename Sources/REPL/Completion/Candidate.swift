/// What may follow at a place, before it becomes the editor's.
struct Candidate: Hashable {
  /// The text that takes the place of what was typed.
  var text: String
  /// What the list shows, where that is not the text.
  var display: String?
  /// Signature and first sentence, or nothing.
  var hint = ""
}

/// The candidates for a range of the text.
struct Candidates: Hashable {
  /// UTF-8 bytes that a candidate replaces.
  var range: Range<Int>
  var items: [Candidate]

  init(_ range: Range<Int>, _ items: [Candidate]) {
    self.range = range
    self.items = items
  }

  /// Those whose text begins with what was typed, else those that differ from it by case only.
  init(_ range: Range<Int>, _ items: [Candidate], typed: String) {
    self.range = range
    let matching = items.filter { $0.text.hasPrefix(typed) }
    self.items =
      matching.isEmpty
      ? items.filter { $0.text.lowercased().hasPrefix(typed.lowercased()) } : matching
  }
}
