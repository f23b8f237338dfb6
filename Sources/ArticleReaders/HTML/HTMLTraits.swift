import CHTML

/// What the readers must know of an element's kind.
struct HTMLTraits: OptionSet {
  let rawValue: UInt16

  /// It begins a new block of text.
  static let block = HTMLTraits(rawValue: 1)
  /// A heading, `h1` to `h6`.
  static let heading = HTMLTraits(rawValue: 2)
  /// It never holds text of the article: scripts, controls, embedded things.
  static let dropped = HTMLTraits(rawValue: 4)
  /// Text directly inside it counts as a paragraph when the main content is sought.
  static let scored = HTMLTraits(rawValue: 8)
  /// It is removed where too little of it is text: lists, tables, forms, `div`.
  static let doubtful = HTMLTraits(rawValue: 16)
  /// A control of a form.
  static let control = HTMLTraits(rawValue: 32)
  /// An embedded object or video.
  static let embed = HTMLTraits(rawValue: 64)

  /// The traits of an element by its tag.
  static func of(_ tag: GumboTag) -> HTMLTraits {
    let index = Int(tag.rawValue)
    return index < table.count ? table[index] : []
  }

  private static let table: [HTMLTraits] = {
    var table = [HTMLTraits](repeating: [], count: Int(GUMBO_TAG_LAST.rawValue) + 1)
    func set(_ traits: HTMLTraits, _ tags: [GumboTag]) {
      for tag in tags { table[Int(tag.rawValue)].formUnion(traits) }
    }
    set(
      .block,
      [
        GUMBO_TAG_HTML, GUMBO_TAG_BODY, GUMBO_TAG_ARTICLE, GUMBO_TAG_SECTION, GUMBO_TAG_NAV,
        GUMBO_TAG_ASIDE,
        GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6,
        GUMBO_TAG_HGROUP,
        GUMBO_TAG_HEADER, GUMBO_TAG_FOOTER, GUMBO_TAG_ADDRESS, GUMBO_TAG_P, GUMBO_TAG_HR,
        GUMBO_TAG_PRE,
        GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_OL, GUMBO_TAG_UL, GUMBO_TAG_LI, GUMBO_TAG_DL, GUMBO_TAG_DT,
        GUMBO_TAG_DD,
        GUMBO_TAG_FIGURE, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_MAIN, GUMBO_TAG_DIV, GUMBO_TAG_TABLE,
        GUMBO_TAG_CAPTION,
        GUMBO_TAG_TBODY, GUMBO_TAG_THEAD, GUMBO_TAG_TFOOT, GUMBO_TAG_TR, GUMBO_TAG_TD, GUMBO_TAG_TH,
        GUMBO_TAG_FORM, GUMBO_TAG_FIELDSET, GUMBO_TAG_LEGEND, GUMBO_TAG_DETAILS, GUMBO_TAG_SUMMARY,
        GUMBO_TAG_CENTER, GUMBO_TAG_DIR, GUMBO_TAG_MENU, GUMBO_TAG_LISTING, GUMBO_TAG_XMP,
        GUMBO_TAG_OPTION,
        GUMBO_TAG_NOSCRIPT, GUMBO_TAG_FRAMESET, GUMBO_TAG_NOFRAMES,
      ])
    set(
      .heading,
      [GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6])
    set(
      .dropped,
      [
        GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE, GUMBO_TAG_IFRAME,
        GUMBO_TAG_OBJECT, GUMBO_TAG_EMBED, GUMBO_TAG_CANVAS, GUMBO_TAG_BUTTON, GUMBO_TAG_SELECT,
        GUMBO_TAG_TEXTAREA, GUMBO_TAG_INPUT, GUMBO_TAG_NAV, GUMBO_TAG_DATALIST, GUMBO_TAG_VIDEO,
        GUMBO_TAG_AUDIO, GUMBO_TAG_APPLET, GUMBO_TAG_NOEMBED, GUMBO_TAG_NOFRAMES,
      ])
    set(
      .scored,
      [
        GUMBO_TAG_SECTION, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6,
        GUMBO_TAG_P,
        GUMBO_TAG_TD, GUMBO_TAG_PRE, GUMBO_TAG_DIV, GUMBO_TAG_ARTICLE, GUMBO_TAG_MAIN,
        GUMBO_TAG_CENTER,
        GUMBO_TAG_BODY,
      ])
    set(
      .doubtful,
      [
        GUMBO_TAG_FORM, GUMBO_TAG_FIELDSET, GUMBO_TAG_TABLE, GUMBO_TAG_UL, GUMBO_TAG_DIV,
      ])
    set(.control, [GUMBO_TAG_INPUT, GUMBO_TAG_TEXTAREA, GUMBO_TAG_SELECT, GUMBO_TAG_BUTTON])
    set(.embed, [GUMBO_TAG_IFRAME, GUMBO_TAG_OBJECT, GUMBO_TAG_EMBED])
    return table
  }()
}
