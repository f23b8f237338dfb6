import CHTML

/// How much text, and of what sort, an element holds.
struct HTMLMeasures {
  /// Unicode scalars, white space collapsed.
  var characters: Int32 = 0
  var commas: Int32 = 0
  /// Scalars within links, in tenths: links within the page count for three tenths.
  var linked: Int32 = 0
  /// Scalars within headings.
  var headings: Int32 = 0
  var paragraphs: Int32 = 0
  var images: Int32 = 0
  var items: Int32 = 0
  var controls: Int32 = 0
  var embeds: Int32 = 0

  /// The share of the text that is links, from 0 to 1.
  var linkDensity: Float { characters == 0 ? 0 : Float(linked) / 10 / Float(characters) }

  static func += (a: inout HTMLMeasures, b: HTMLMeasures) {
    a.characters += b.characters
    a.commas += b.commas
    a.linked += b.linked
    a.headings += b.headings
    a.paragraphs += b.paragraphs
    a.images += b.images
    a.items += b.items
    a.controls += b.controls
    a.embeds += b.embeds
  }

  /// Measures a text node.
  init(text: UnsafeBufferPointer<UInt8>) {
    var count: Int32 = 0
    var isSpace = true
    var marks: Int32 = 0
    for index in text.indices {
      let byte = text[index]
      if byte <= 0x20 {
        if !isSpace { count += 1 }
        isSpace = true
        continue
      }
      isSpace = false
      if byte & 0xC0 != 0x80 { count += 1 }
      if byte == UInt8(ascii: ",") || byte >= 0xD8 && HTMLMeasures.isWideComma(text, index) {
        marks += 1
      }
    }
    if isSpace, count > 0 { count -= 1 }
    characters = count
    commas = marks
  }

  init() {}

  /// Whether an Arabic, ideographic or full-width comma begins at `index`: ، 、 ，
  private static func isWideComma(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    switch text[index] {
    case 0xD8: index + 1 < text.count && text[index + 1] == 0x8C
    case 0xE3: index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] == 0x81
    case 0xEF: index + 2 < text.count && text[index + 1] == 0xBC && text[index + 2] == 0x8C
    default: false
    }
  }

  /// Adds what the element itself is to the measures of what it holds.
  mutating func close(_ tag: GumboTag, isLocalLink: Bool) {
    switch tag {
    case GUMBO_TAG_A: linked = characters * (isLocalLink ? 3 : 10)
    case GUMBO_TAG_P: paragraphs += 1
    case GUMBO_TAG_IMG: images += 1
    case GUMBO_TAG_LI: items += 1
    default:
      let traits = HTMLTraits.of(tag)
      if traits.contains(.heading) { headings = characters }
      if traits.contains(.control), tag != GUMBO_TAG_BUTTON { controls += 1 }
      if traits.contains(.embed) { embeds += 1 }
    }
  }
}
