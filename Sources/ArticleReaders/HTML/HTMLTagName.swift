/// The name of a tag in the source, as far as `HTMLSkeleton` must know it.
struct HTMLTagName {
  enum Kind: UInt8 {
    /// Its content is no text of the page, and tags within it are none.
    case raw
    /// Its content is text in which tags are none.
    case escapable
    /// It has no content.
    case void
    /// It is opened again in later paragraphs until it is closed.
    case formatting
    /// It nests only within other elements that nest: the next of its kind closes it.
    case closedByItself
    /// It nests, and line ends count in it.
    case preformatted
    /// It nests, and what it holds is SVG or MathML.
    case foreign
    /// It nests.
    case nesting
  }

  let kind: Kind
  /// The length of the name in bytes.
  let count: Int
  /// What ends a raw or escapable element: `</script`.
  let closing: StaticString
  let startsWithLetter: Bool
  let isScript: Bool
  let isStyle: Bool
  /// The first eight letters.
  let key: UInt64
  /// Whether the element is none of SVG's or MathML's for sure.
  let isHTML: Bool
  /// Whether the tree depends on the element's attributes.
  let needsAttributes: Bool

  private struct Known {
    var key: UInt64 = 0
    var kind = Kind.nesting
    var closing: StaticString = ""
    var count = 0
    var needsAttributes = false
  }

  init(_ source: UnsafeBufferPointer<UInt8>, at start: Int) {
    var end = start
    // The longest name that matters has fourteen letters; eight of them tell the names apart.
    var key: UInt64 = 0
    while end < source.count {
      let byte = HTMLTagName.lower(source[end])
      guard byte > 0x20, byte != 0x3E, byte != 0x2F else { break }
      if end - start < 8 { key = key << 8 | UInt64(byte) }
      end += 1
    }
    count = end - start
    self.key = key
    startsWithLetter =
      end > start && source[start] | 0x20 >= 0x61 && source[start] | 0x20 <= 0x7A
    isScript = key == HTMLTagName.script
    isStyle = key == HTMLTagName.style
    var slot = HTMLTagName.slot(of: key)
    while HTMLTagName.table[slot].key != key, HTMLTagName.table[slot].key != 0 {
      slot = (slot + 1) & 255
    }
    let known = HTMLTagName.table[slot]
    isHTML = known.count == count && known.key == key && key != 0 && known.kind != .foreign
    guard isHTML || known.kind == .foreign && known.count == count else {
      (kind, closing, needsAttributes) = (.nesting, "", false)
      return
    }
    (kind, closing, needsAttributes) = (known.kind, known.closing, known.needsAttributes)
  }

  private static let script = key("script")
  private static let style = key("style")

  static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

  static func key(_ name: StaticString) -> UInt64 {
    var key: UInt64 = 0
    for index in 0..<min(8, name.utf8CodeUnitCount) {
      key = key << 8 | UInt64(name.utf8Start[index])
    }
    return key
  }

  private static func slot(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 56)
  }

  /// The known names in an open hash table; most tags of a page are looked up at the first try.
  private static let table: [Known] = {
    var table = [Known](repeating: Known(), count: 256)
    func add(_ names: [StaticString], _ known: Known) {
      for name in names {
        var known = known
        known.key = key(name)
        known.count = name.utf8CodeUnitCount
        var slot = slot(of: known.key)
        while table[slot].key != 0 { slot = (slot + 1) & 255 }
        table[slot] = known
      }
    }
    for (name, closing) in [
      ("script", "</script"), ("style", "</style"), ("iframe", "</iframe"),
      ("noembed", "</noembed"), ("noframes", "</noframes"),
    ] as [(StaticString, StaticString)] {
      add([name], Known(kind: .raw, closing: closing))
    }
    for (name, closing) in [
      ("title", "</title"), ("textarea", "</textarea"), ("xmp", "</xmp"),
      // Nothing ends `plaintext`.
      ("plaintext", "</plaintext\u{0}"),
    ] as [(StaticString, StaticString)] {
      add([name], Known(kind: .escapable, closing: closing))
    }
    add(
      [
        "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "image", "img",
        "keygen", "link", "meta", "param", "source", "track", "wbr",
      ], Known(kind: .void))
    add(["input", "isindex"], Known(kind: .void, needsAttributes: true))
    add(
      [
        "b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u",
      ], Known(kind: .formatting, needsAttributes: true))
    add(
      [
        "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "a", "nobr", "html",
        "head", "body", "colgroup", "caption",
      ], Known(kind: .closedByItself))
    add(["pre", "listing"], Known(kind: .preformatted))
    add(["svg", "math"], Known(kind: .foreign))
    add(["annotation-xml"], Known(kind: .nesting, needsAttributes: true))
    add(
      [
        "div", "span", "section", "article", "ul", "ol", "table", "blockquote", "main", "aside",
        "header", "footer", "nav", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "ruby", "rt", "rp",
        "sub", "sup", "center", "dl", "menu", "var",
      ], Known(kind: .nesting))
    return table
  }()
}
