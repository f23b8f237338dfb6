import ArticleModel
import CHTML

/// What a page says of its article: in JSON-LD, in `meta` tags, in elements named for it.
struct HTMLMetadata {
  var title: String?
  var subtitle: String?
  var authors: [Author] = []
  var date: String?
  var language: String?
  /// Elements of the body that hold a field and no other text of the article.
  var elements: [(element: Int, field: FrontMatterField)] = []
  /// The text about the author, and its element.
  var aboutAuthor: (element: Int, text: String)?
  /// Elements of the head that gave a field.
  var headElements: [(element: Int, field: FrontMatterField)] = []

  /// Reads the metadata.
  ///
  /// JSON-LD is asked first, then `meta`, then the page's text: the first two are written for machines.
  static func read(
    _ tree: HTMLTree, _ page: HTMLSkeleton, _ source: [UInt8], _ content: MainContent
  )
    -> HTMLMetadata
  {
    let linked = LinkedData.read(page.linkedData, in: source)
    let tags = HTMLMetaTags(tree)
    let finder = HTMLFieldFinder(tree: tree, content: content)
    var metadata = HTMLMetadata()
    metadata.readTitle(tree, linked, tags, finder)
    metadata.readSubtitle(finder)
    let below = metadata.elements.first.map { finder.lines(below: $0.element) }
    metadata.readAuthors(linked, tags, finder, below)
    metadata.readDate(linked, tags, finder, below)
    metadata.readLanguage(tree, linked, tags)
    metadata.aboutAuthor = finder.aboutAuthor()
    if let about = metadata.aboutAuthor {
      if metadata.authors.count == 1 { metadata.authors[0].about = about.text }
      if metadata.authors.isEmpty { metadata.authors = [Author(name: nil, about: about.text)] }
    }
    return metadata
  }

  private mutating func readTitle(
    _ tree: HTMLTree, _ linked: LinkedData, _ tags: HTMLMetaTags, _ finder: HTMLFieldFinder
  ) {
    let site = tags["og:site_name"] ?? linked.publisher
    let titleTag = tags.title
    let named = linked.title(like: titleTag?.text) ?? tags.first(HTMLMetaTags.titleKeys)
    let heading = finder.titleHeading(like: named ?? titleTag?.text)
    if let heading { elements.append((heading.element, .title)) }
    if let titleTag { headElements.append((titleTag.element, .title)) }
    if let named {
      let cut = HTMLTitle.withoutSite(named, site: site)
      // A heading that says the same says it in the page's own spelling.
      let isSame = heading.map { lettersOnly($0.text) == lettersOnly(cut) } ?? false
      title = isSame ? heading?.text : cut
    } else if let titleTag {
      title = heading?.text ?? HTMLTitle.cleaned(titleTag.text, site: site)
    } else {
      title = heading?.text
    }
  }

  private mutating func readSubtitle(_ finder: HTMLFieldFinder) {
    guard let title = elements.first(where: { $0.field == .title }),
      let found = finder.subtitle(after: title.element)
    else { return }
    subtitle = found.text
    elements.append((found.element, .subtitle))
  }

  private mutating func readAuthors(
    _ linked: LinkedData, _ tags: HTMLMetaTags, _ finder: HTMLFieldFinder,
    _ below: HTMLFieldFinder.Lines?
  ) {
    let byline = finder.byline() ?? below?.byline
    if let byline { elements.append((byline.element, .authors)) }
    var names = linked.authors
    if names.isEmpty, let tag = tags.first(HTMLMetaTags.authorKeys), !tag.contains("://") {
      names = Byline.split(tag)
    }
    if names.isEmpty, let byline { names = byline.names }
    authors = names.map { name in
      let bare = Byline.parse(Array(name.utf8)[...])?.first?.name
      return Author(name: bare ?? name)
    }
  }

  private mutating func readDate(
    _ linked: LinkedData, _ tags: HTMLMetaTags, _ finder: HTMLFieldFinder,
    _ below: HTMLFieldFinder.Lines?
  ) {
    let shown = finder.date() ?? below?.date
    if let shown { elements.append((shown.element, .date)) }
    date = linked.date.flatMap { ISODate.read($0) }
    if date == nil {
      date =
        tags.all(HTMLMetaTags.dateKeys).lazy.compactMap { text in
          ISODate.read(text) ?? DateParser.parse(Array(text.lowercased().utf8))?.date
        }.first
    }
    date = date ?? shown?.date ?? finder.timeElement()
  }

  private mutating func readLanguage(_ tree: HTMLTree, _ linked: LinkedData, _ tags: HTMLMetaTags) {
    let body = tree.elements.indices.first { tree.tag($0) == GUMBO_TAG_BODY }
    let declared = [0, body].compactMap { $0 }.lazy.compactMap {
      tree.string("lang", of: $0) ?? tree.string("xml:lang", of: $0)
    }
    let said = [
      declared.first, tags["content-language"], linked.language, tags["og:locale"],
      tags["dc.language"],
    ]
    language = said.lazy.compactMap { $0.flatMap { LanguageCode.primary($0) } }.first
  }
}
