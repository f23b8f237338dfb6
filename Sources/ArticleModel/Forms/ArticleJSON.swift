extension Article {
  /// Writes the article as one JSON object: metadata, blocks, footnotes, references, boilerplate, diagnostics.
  ///
  /// Names are those of the Lua API. A node that another names is given by its `index` (from 1); a footnote by its
  /// label or number. `sentences` cuts a text into sentences; without it paragraphs have no `sentences`.
  public func writeJSON(
    to json: inout JSONWriter, sentences: ((Span<UInt8>) -> [Range<Int>])? = nil
  ) {
    ArticleJSON(article: self, sentences: sentences).write(to: &json)
  }
}

struct ArticleJSON {
  let article: Article
  let sentences: ((Span<UInt8>) -> [Range<Int>])?

  func write(to json: inout JSONWriter) {
    json.beginObject()
    writeMetadata(to: &json)
    json.key("blocks")
    write(article.blocks, to: &json)
    json.key("footnotes")
    json.beginArray()
    for footnote in article.footnotes { write(footnote, to: &json) }
    json.endArray()
    json.key("references")
    json.beginArray()
    var context = ReferenceContext(article)
    for (index, reference) in article.references.enumerated() {
      write(reference, before: context.before(index), to: &json)
    }
    json.endArray()
    json.key("boilerplate")
    write(article.boilerplate, to: &json)
    json.key("diagnostics")
    json.beginArray()
    for diagnostic in article.diagnostics { write(diagnostic, to: &json) }
    json.endArray()
    json.endObject()
  }

  private func writeMetadata(to json: inout JSONWriter) {
    json.key("path")
    json.value(article.path)
    json.key("format")
    json.value(article.format.rawValue)
    optional("title", article.title, to: &json)
    optional("subtitle", article.subtitle, to: &json)
    optional("series", article.series, to: &json)
    json.key("authors")
    json.beginArray()
    for author in article.authors {
      json.beginObject()
      optional("name", author.name, to: &json)
      optional("about", author.about, to: &json)
      json.endObject()
    }
    json.endArray()
    optional("date", article.date, to: &json)
    optional("language", article.language, to: &json)
    json.key("front_matter")
    json.beginArray()
    for entry in article.frontMatter {
      json.beginObject()
      json.key("field")
      json.value(entry.field.rawValue)
      json.key("line")
      json.value(Int(entry.line))
      writeBytes(entry.source, to: &json)
      json.endObject()
    }
    json.endArray()
  }

  private func write(_ indices: ChildSequence, to json: inout JSONWriter) {
    json.beginArray()
    for index in indices { writeNode(index, to: &json) }
    json.endArray()
  }

  private func write(_ reference: Reference, before: [UInt8], to json: inout JSONWriter) {
    json.beginObject()
    writeLabel(reference.number, reference.label, to: &json)
    json.key("node")
    json.value(Int(reference.node) + 1)
    json.key("line")
    json.value(Int(reference.line))
    json.key("column")
    json.value(Int(reference.column))
    writeBytes(reference.source, to: &json)
    json.key("before")
    json.value(utf8: before.span)
    json.key("footnote")
    if reference.footnote >= 0 {
      json.value(article.footnotes[Int(reference.footnote)].label, in: article.text)
    } else {
      json.null()
    }
    json.endObject()
  }

  private func write(_ diagnostic: Diagnostic, to json: inout JSONWriter) {
    json.beginObject()
    json.key("code")
    json.value(diagnostic.code.rawValue)
    json.key("severity")
    json.value(diagnostic.severity.rawValue)
    json.key("message")
    json.value(diagnostic.message)
    json.key("line")
    json.value(Int(diagnostic.line))
    json.key("column")
    json.value(Int(diagnostic.column))
    json.endObject()
  }

  // MARK: Shared pieces

  func optional(_ name: StaticString, _ text: String?, to json: inout JSONWriter) {
    json.key(name)
    if let text { json.value(text) } else { json.null() }
  }

  func writeLabel(_ number: Int?, _ label: ByteSpan, to json: inout JSONWriter) {
    json.key("number")
    if let number { json.value(number) } else { json.null() }
    json.key("label")
    json.value(label, in: article.text)
  }

  func writeBytes(_ span: ByteSpan, to json: inout JSONWriter) {
    json.key("byte_offset")
    json.value(span.start)
    json.key("byte_count")
    json.value(Int(span.count))
  }
}
