import Testing

@testable import TextAnalysis

/// A text whose sentences are parted by " ¦ " (or by "¦" where no blank stands between them).
struct SentenceCase: CustomTestStringConvertible, Sendable {
  let marked: String
  let language: Language

  init(_ marked: String, _ language: Language = .english) {
    self.marked = marked
    self.language = language
  }

  var testDescription: String { marked }

  /// The text without its marks.
  var text: String { marked.filter { $0 != "¦" }.replacing("  ", with: " ") }

  var sentences: [String] { marked.split(separator: "¦").map(Self.trimmed) }

  /// What the segmenter finds.
  var found: [String] {
    let bytes = Array(text.utf8)
    return SentenceSegmenter.sentences(in: bytes, language: language).map {
      String(decoding: bytes[$0], as: UTF8.self)
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
