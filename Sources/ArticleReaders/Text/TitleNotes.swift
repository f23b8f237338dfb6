import ArticleModel
import TextAnalysis

/// The notes that title and subtitle cite: `The Bread of the North[1]`.
enum TitleNotes {
  /// Takes the markers out of title and subtitle. Returns the definitions that they or the byline cite.
  ///
  /// - Parameter references: all that are found in brackets and as signs, those above the text too.
  static func take(
    from document: inout TextDocument, _ references: [RawReference]
  ) -> Set<Int> {
    let found = references.filter { reference in
      !reference.isDoubtful && document.block(at: reference.line)?.field != nil
    }
    // Few texts have any.
    guard !found.isEmpty else { return [] }
    let definitions = Dictionary(
      document.definitions.indices.map { (document.definitions[$0].label, $0) }
    ) { first, _ in first }
    var cited: Set<Int> = []
    var markers: [Int: [Range<Int>]] = [:]
    for reference in found {
      let block = Int(document.owner[reference.line])
      let known = reference.labels.compactMap { definitions[$0.label] }
      guard known.count == reference.labels.count else { continue }
      cited.formUnion(known)
      markers[block, default: []].append(reference.range)
    }
    for (block, ranges) in markers {
      guard let text = document.text(of: block, without: ranges) else { continue }
      switch document.blocks[block].field {
      case .title: document.metadata.title = text
      case .subtitle: document.metadata.subtitle = text
      default: break
      }
    }
    return cited
  }
}

extension TextDocument {
  /// The content of a block with single spaces, without some ranges of it; `nil` where nothing else is in it.
  fileprivate func text(of block: Int, without ranges: [Range<Int>]) -> String? {
    let whole = blocks[block].body ?? span(of: blocks[block].lines)
    let rest = RangeSet(whole).subtracting(RangeSet(ranges))
    let text = Normalisation.collapseWhitespace(rest.ranges.flatMap { source[$0] })
    return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
  }
}
