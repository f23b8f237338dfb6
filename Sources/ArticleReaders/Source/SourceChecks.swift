import ArticleModel
import Glibc

/// Reports what is wrong with a source whatever its format: that there is nothing to read, or bytes that are no text.
enum SourceChecks {
  static func report(in builder: inout ArticleBuilder) {
    let source = builder.source
    if UncoveredLines.isBlank(source.span, 0..<source.count) {
      builder.diagnostics.append(
        Diagnostic(.articleEmpty, .warning, "the source holds no text", at: 0))
    }
    guard let first = firstNul(source.span) else { return }
    let count = source[first...].count { $0 == 0 }
    let what = count == 1 ? "a NUL byte is" : "\(count) NUL bytes are"
    builder.diagnostics.append(
      Diagnostic(
        .encodingNul, .warning, "\(what) in the text\(count == 1 ? "" : "; the first is here")",
        at: first))
  }

  /// The place of the first NUL byte.
  static func firstNul(_ bytes: Span<UInt8>) -> Int? {
    bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, let found = memchr(base, 0, bytes.count) else {
        return nil
      }
      return UnsafeRawPointer(found) - base
    }
  }
}
