/// The name of a tag in the source, as far as `HTMLSource` must know it.
struct HTMLTagName {
  enum Kind {
    /// Its content is no text of the page, and tags within it are none.
    case raw
    /// Its content is text in which tags are none.
    case escapable
    /// It has no content.
    case void
    /// It is opened again in later paragraphs until it is closed.
    case formatting
    /// The next of its kind closes it, so it cannot nest without another element between.
    case closedByItself
    /// It nests.
    case nesting
  }

  let kind: Kind
  /// The length of the name in bytes.
  let count: Int
  /// What ends a raw or escapable element: `</script`.
  let closing: StaticString
  let isScript: Bool
  /// Whether the element is one of SVG's or MathML's, in which `/>` ends an element.
  let isForeign: Bool

  init(_ source: UnsafeBufferPointer<UInt8>, at start: Int) {
    var end = start
    // The longest name that matters has ten letters; eight of them tell the names apart.
    var key: UInt64 = 0
    while end < source.count {
      let byte = HTMLTagName.lower(source[end])
      guard byte > 0x20, byte != 0x3E, byte != 0x2F else { break }
      if end - start < 8 { key = key << 8 | UInt64(byte) }
      end += 1
    }
    count = end - start
    (kind, closing) = HTMLTagName.kinds[key] ?? (.nesting, "")
    isScript = key == HTMLTagName.script
    isForeign = kind == .nesting && !HTMLTagName.common.contains(key)
  }

  private static let script = key("script")

  static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

  private static func key(_ name: StaticString) -> UInt64 {
    var key: UInt64 = 0
    for index in 0..<min(8, name.utf8CodeUnitCount) {
      key = key << 8 | UInt64(name.utf8Start[index])
    }
    return key
  }

  /// Elements of HTML that nest and in which `/>` means nothing.
  private static let common: Set<UInt64> = Set(
    ([
      "div", "span", "section", "article", "ul", "ol", "table", "blockquote", "main", "aside",
      "header",
    ] as [StaticString])
    .map(key))

  private static let kinds: [UInt64: (Kind, StaticString)] = {
    var kinds: [UInt64: (Kind, StaticString)] = [
      key("script"): (.raw, "</script"), key("style"): (.raw, "</style"),
      key("iframe"): (.raw, "</iframe"),
      key("title"): (.escapable, "</title"), key("textarea"): (.escapable, "</textarea"),
    ]
    let void: [StaticString] = [
      "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
      "track", "wbr",
    ]
    let formatting: [StaticString] = [
      "b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u",
    ]
    let closed: [StaticString] = [
      "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup",
      "rt", "rp", "a",
      "nobr", "html", "head", "body", "h1", "h2", "h3", "h4", "h5", "h6", "colgroup", "caption",
    ]
    for name in void { kinds[key(name)] = (.void, "") }
    for name in formatting { kinds[key(name)] = (.formatting, "") }
    for name in closed { kinds[key(name)] = (.closedByItself, "") }
    return kinds
  }()
}
