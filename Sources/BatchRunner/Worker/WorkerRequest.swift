import ArticleModel

/// What a line on a worker's standard input asks for.
enum WorkerRequest {
  /// `{"id": …, "text": …}` or `{"path": …}`: run every plugin on an article, or those that `{"plugins": […], …}`
  /// names; answered by a record for each.
  case article(DocumentLine, plugins: [String]?)
  /// `{"merge": plugin, "values": […]}`: merge results in this order, given by their places in the line; answered by
  /// a total.
  case merge(plugin: String, values: [Range<Int>])
  /// `{"finish": plugin, "value": …}`: make the final value of a merged one, or of the one that several `values` merge
  /// into; answered by a total.
  case finish(plugin: String, values: [Range<Int>])

  /// Reads a line.
  ///
  /// Only its first key tells what it asks for: an article's document may well have a field of such a name.
  init(_ line: [UInt8], _ fields: DocumentFields = DocumentFields()) throws(InputProblem) {
    let first = JSONMembers(line).flatMap { members in
      var members = members
      return members.next()
    }
    let verb = first.map { String(decoding: line[$0.key], as: UTF8.self) }
    let operand =
      ["merge", "finish", "plugins"].contains(verb)
      ? first.flatMap { try? JSONParser.parse(line, in: $0.value) } : nil
    guard verb != "plugins", let verb, let plugin = operand?.string else {
      let names = verb == "plugins" ? operand?.array?.compactMap(\.string) : nil
      self = .article(try DocumentLine(line, fields), plugins: names)
      return
    }
    // A document may begin with a field that has the name of a verb.
    let (members, isWhole) = JSONMembers.all(line)
    if isWhole, DocumentLine.isDocument(line, members, fields) {
      self = .article(try DocumentLine(line, fields), plugins: nil)
      return
    }
    func member(_ key: String) -> Range<Int>? {
      members.last { line[$0.key].elementsEqual(key.utf8) }?.value
    }
    if verb == "finish", let value = member("value") {
      self = .finish(plugin: plugin, values: [value])
      return
    }
    guard let list = member("values") else {
      throw InputProblem(
        "no \(verb == "merge" ? #""values""# : #""value" or "values""#) in the request")
    }
    guard let values = JSONElements.ranges(line, in: list) else {
      throw InputProblem("\"values\" is not a list")
    }
    self =
      verb == "merge"
      ? .merge(plugin: plugin, values: values) : .finish(plugin: plugin, values: values)
  }
}
