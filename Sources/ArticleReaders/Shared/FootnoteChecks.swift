import ArticleModel

/// Reports what is wrong with notes whose references are linked by the markup itself.
enum FootnoteChecks {
  /// Adds diagnostics for references without a definition, definitions that nothing cites, and labels used twice.
  ///
  /// - Parameter inline: the notes that stand where they are cited, with labels that count for themselves.
  /// - Parameter citedAbove: the notes that title or byline cite.
  static func report(
    in builder: inout ArticleBuilder, besides inline: Set<Int> = [], citedAbove: Set<Int> = []
  ) {
    var isCited = builder.footnotes.indices.map { citedAbove.contains($0) }
    for reference in builder.references {
      if reference.footnote >= 0 {
        isCited[Int(reference.footnote)] = true
        continue
      }
      builder.diagnostics.append(
        Diagnostic(
          .footnoteUndefined, .warning, "no footnote [\(builder.label(of: reference))] is defined",
          at: reference.source.start))
    }
    var seen = NoteLabelSet()
    for (index, footnote) in builder.footnotes.enumerated() where !inline.contains(index) {
      let start = builder.nodes[Int(footnote.node)].source.start
      let label = NoteLabel(writtenAs: builder.text[footnote.label.range])
      defer { seen.insert(label) }
      if seen.contains(label) {
        builder.diagnostics.append(
          Diagnostic(
            .footnoteDuplicate, .warning,
            "footnote [\(name(footnote.label, builder))] is defined more than once", at: start))
      } else if !isCited[index] {
        builder.diagnostics.append(
          Diagnostic(
            .footnoteUnreferenced, .warning,
            "nothing cites footnote [\(name(footnote.label, builder))]",
            at: start))
      }
    }
  }

  private static func name(_ label: ByteSpan, _ builder: borrowing ArticleBuilder) -> String {
    String(decoding: builder.text[label.range], as: UTF8.self)
  }
}
