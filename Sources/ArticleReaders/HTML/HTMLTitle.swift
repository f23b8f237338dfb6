/// Takes the name of the site off a page's title.
enum HTMLTitle {
  private static let separators = [
    " | ", " - ", " – ", " — ", " » ", " « ", " :: ", " · ", " / ", " \\ ", " > ", " • ",
  ]

  /// Whether a title is `heading` with the name of the site after it.
  static func isSame(_ title: String, _ heading: String) -> Bool {
    separators.contains { title.hasPrefix(heading + $0) }
  }

  /// Whether a title is `heading` with one name after it and no more, as that of a site is.
  static func isSameWithSite(_ title: String, _ heading: String) -> Bool {
    guard let separator = separators.first(where: { title.hasPrefix(heading + $0) }) else {
      return false
    }
    let site = title.dropFirst(heading.count + separator.count)
    return !separators.contains { site.contains($0) }
  }

  /// The title without the site's name, where the page says what that is.
  static func withoutSite(_ title: String, site: String?) -> String {
    guard let site, !site.isEmpty else { return title }
    for separator in separators {
      if title.hasSuffix(separator + site) {
        return String(title.dropLast(separator.count + site.count))
      }
      if title.hasPrefix(site + separator) {
        return String(title.dropFirst(separator.count + site.count))
      }
    }
    return title
  }

  /// The title without what stands after the last separator, unless too little would be left.
  static func cleaned(_ title: String, site: String?) -> String {
    let cut = withoutSite(title, site: site)
    if cut != title { return cut }
    let ends = separators.compactMap { separator in lastStart(of: separator, in: title) }
    guard let end = ends.max() else { return title }
    let head = String(title[..<end])
    // `News - Something happened in the town` has its title at the end.
    if words(head) >= 3 { return head }
    let starts = separators.compactMap { separator in firstEnd(of: separator, in: title) }
    guard let start = starts.min(), words(String(title[start...])) >= 3 else { return title }
    return String(title[start...])
  }

  private static func words(_ text: String) -> Int {
    text.split(whereSeparator: \.isWhitespace).count
  }

  private static func lastStart(of separator: String, in text: String) -> String.Index? {
    text.ranges(of: separator).last?.lowerBound
  }

  private static func firstEnd(of separator: String, in text: String) -> String.Index? {
    text.firstRange(of: separator)?.upperBound
  }
}
