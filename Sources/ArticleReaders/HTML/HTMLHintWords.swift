import CHTML

/// The words in the names of elements that tell what an element is for, and the automaton that finds them.
///
/// The lists of `unlikely`, `maybe`, positive and negative names are those of Mozilla's Readability
/// (<https://github.com/mozilla/readability>, Apache-2.0), which its authors drew from pages at large.
enum HTMLHintWords {
  /// Finds the words in a class or an id, in one pass over its bytes.
  static func hints(_ name: UnsafeBufferPointer<UInt8>, isID: Bool) -> HTMLHints {
    var found = Words()
    var state = 0
    for byte in name.prefix(512) {
      state = Int(automaton.next[state << 7 | Int(HTMLTagName.lower(byte) & 0x7F)])
      found.formUnion(automaton.output[state])
    }
    var hints = HTMLHints(
      rawValue: found.rawValue & ~(Words.positive.rawValue | Words.negative.rawValue))
    if found.contains(.positive) { hints.insert(isID ? .idPositive : .classPositive) }
    if found.contains(.negative) { hints.insert(isID ? .idNegative : .classNegative) }
    return hints
  }

  /// The hints of an ARIA role.
  static func role(_ role: UnsafeBufferPointer<UInt8>) -> HTMLHints {
    switch String(decoding: role, as: UTF8.self).lowercased() {
    case "menu", "menubar", "navigation", "tablist", "toolbar": [.frameRole, .navigation]
    case "complementary", "alert", "alertdialog", "dialog", "banner", "search": [.frameRole]
    case "contentinfo": [.frameRole, .footer]
    case "doc-endnotes", "doc-footnote", "doc-endnote": .notes
    case "doc-pullquote": .pullQuote
    case "note": .hatnote
    default: []
    }
  }

  /// `HTMLHints`, with the first bits for words that count by class and id alike.
  private typealias Words = HTMLHints

  private static let lists: [(HTMLHints, String)] = [
    (
      .positive,
      "article body content entry hentry h-entry main page pagination post text blog story"
    ),
    (
      .negative,
      """
      -ad- hidden banner combx comment com- contact footer gdpr masthead media meta outbrain promo related scroll \
      share shoutbox sidebar skyscraper sponsor shopping tags widget
      """
    ),
    (
      .unlikely,
      """
      -ad- ai2html banner breadcrumbs combx comment community cover-wrap disqus extra footer gdpr header legends \
      menu related remark replies rss shoutbox sidebar skyscraper social sponsor supplemental ad-break agegate \
      pagination pager popup yom-remote cookie newsletter rating
      """
    ),
    (.maybe, "and article body column content main mathjax shadow"),
    (.share, "share sharing social addthis sharedaddy"),
    (.navigation, "nav menu breadcrumb pagination pager toc-nav"),
    (.comments, "comment disqus replies respond"),
    (.cookies, "cookie gdpr consent"),
    (.subscription, "newsletter subscribe subscription signup donate paywall"),
    (.related, "related recommend readmore read-more also-like more-stories outbrain taboola"),
    (.footer, "footer copyright colophon"),
    (.advertisement, "-ad- advert sponsor promo banner ad-break skyscraper"),
    (.rating, "rating starrating kk-star"),
    (.byline, "byline author dateline writtenby p-author"),
    (.subtitle, "subtitle sub-title standfirst subhead dek deck teaser-text"),
    (.date, "date published pubdate timestamp"),
    (.pullQuote, "pullquote pull-quote pull_quote pulledquote"),
    (.poll, "poll survey vote"),
    (.notes, "footnote endnote fussnote fußnote reflist references notes"),
    (.caption, "caption bildtext legend gallerytext"),
    (.hatnote, "hatnote"),
    ([.frameRole, .navigation], "editsection"),
    (.aboutAuthor, "about-author author-bio author-box authorbox about-the-author author-info"),
  ]

  /// Aho and Corasick's automaton over ASCII (Communications of the ACM 18, 1975).
  private struct Automaton {
    var next: [UInt16]
    var output: [HTMLHints]
  }

  private static let automaton: Automaton = {
    var next = [UInt16](repeating: 0, count: 128)
    var output: [HTMLHints] = [[]]
    for (hint, words) in lists {
      for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        var state = 0
        for byte in word.utf8 where byte < 0x80 {
          let cell = state << 7 | Int(byte)
          if next[cell] == 0 {
            next[cell] = UInt16(output.count)
            next.append(contentsOf: [UInt16](repeating: 0, count: 128))
            output.append([])
          }
          state = Int(next[cell])
        }
        output[state].formUnion(hint)
      }
    }
    // Breadth first: a state's longest proper suffix is finished before the state.
    var suffix = [Int](repeating: 0, count: output.count)
    var queue = (0..<128).map { Int(next[$0]) }.filter { $0 != 0 }
    var head = 0
    while head < queue.count {
      let state = queue[head]
      head += 1
      output[state].formUnion(output[suffix[state]])
      for byte in 0..<128 {
        let child = Int(next[state << 7 | byte])
        let fallback = next[suffix[state] << 7 | byte]
        if child == 0 {
          next[state << 7 | byte] = fallback
        } else {
          suffix[child] = Int(fallback)
          queue.append(child)
        }
      }
    }
    return Automaton(next: next, output: output)
  }()
}

extension HTMLHints {
  /// A positive or negative name, before it is known whether it stands in the class or the id.
  fileprivate static let positive = HTMLHints(rawValue: 1 << 30)
  fileprivate static let negative = HTMLHints(rawValue: 1 << 31)
}
