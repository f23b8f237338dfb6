import Glibc

/// Which of the marks that cmark-gfm's extensions look for a text has.
///
/// Extensions cost time on texts without their marks too: for the sake of addresses cmark-gfm ends a piece of text at each
/// `w` and each colon and walks twice more through the tree, a tenth of the reader's time.
struct MarkdownMarks {
  /// `~`, for what is struck out.
  let hasTilde: Bool
  /// Whether cmark-gfm may find an address that no brackets mark.
  let hasAddress: Bool

  init(_ text: UnsafeBufferPointer<UInt8>) {
    hasTilde = MarkdownMarks.has("~", in: text) { _ in true }
    hasAddress =
      MarkdownMarks.hasScheme(text) || MarkdownMarks.hasHost(text) || MarkdownMarks.hasAtSign(text)
  }

  /// `://`
  private static func hasScheme(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    has(":", in: text) { colon in
      colon + 2 < text.count && text[colon + 1] == UInt8(ascii: "/")
        && text[colon + 2] == UInt8(ascii: "/")
    }
  }

  /// `www.`
  private static func hasHost(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    has(".", in: text) { dot in
      dot >= 3 && text[dot - 3..<dot].allSatisfy { $0 == UInt8(ascii: "w") }
    }
  }

  /// `@`, or a reference that may stand for it: `&#64;`, `&commat;`.
  private static func hasAtSign(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    has("@", in: text) { _ in true }
      || has("&", in: text) { sign in
        sign + 1 < text.count
          && (text[sign + 1] == UInt8(ascii: "#") || text[sign + 1] == UInt8(ascii: "c"))
      }
  }

  /// Whether a byte stands at a place that matches.
  private static func has(
    _ mark: Unicode.Scalar, in text: UnsafeBufferPointer<UInt8>, where matches: (Int) -> Bool
  ) -> Bool {
    guard let base = text.baseAddress else { return false }
    var place = 0
    while let found = memchr(base + place, Int32(mark.value), text.count - place) {
      place = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if matches(place) { return true }
      place += 1
    }
    return false
  }
}
