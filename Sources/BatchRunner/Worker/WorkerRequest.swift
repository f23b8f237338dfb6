import ArticleModel

/// What a line on a worker's standard input asks for.
enum WorkerRequest {
  /// `{"id": …, "text": …}` or `{"path": …}`: run every plugin on an article; answered by a record for each.
  case article(DocumentLine)
  /// `{"merge": plugin, "values": […]}`: merge results in this order; answered by a total.
  case merge(plugin: String, values: [[UInt8]])
  /// `{"finish": plugin, "value": …}`: make the final value of a merged one; answered by a total.
  case finish(plugin: String, value: [UInt8])

  /// Reads a line.
  init(_ line: [UInt8]) throws(InputProblem) {
    guard let (verb, plugin) = WorkerRequest.reduction(in: line) else {
      self = .article(try DocumentLine(line))
      return
    }
    let key = verb == "merge" ? "values" : "value"
    var value: Range<Int>?
    for member in JSONMembers(line)! where line[member.key].elementsEqual(key.utf8) {
      value = member.value
    }
    guard let value else { throw InputProblem("no \"\(key)\" in the request") }
    if verb == "finish" {
      self = .finish(plugin: plugin, value: Array(line[value]))
    } else {
      let array: JSONValue
      do { array = try JSONParser.parse(line, in: value) } catch {
        throw InputProblem(error.description)
      }
      guard let values = array.array else { throw InputProblem("\"values\" is not a list") }
      self = .merge(plugin: plugin, values: values.map(WorkerRequest.text))
    }
  }

  /// The verb and plugin of a request whose first key is `merge` or `finish`.
  ///
  /// Only the first key counts: an article's document may well have a field of that name.
  private static func reduction(in line: [UInt8]) -> (verb: String, plugin: String)? {
    guard var members = JSONMembers(line), let first = members.next() else { return nil }
    let verb = String(decoding: line[first.key], as: UTF8.self)
    guard verb == "merge" || verb == "finish",
      let plugin = (try? JSONParser.parse(line, in: first.value))?.string
    else { return nil }
    return (verb, plugin)
  }

  private static func text(_ value: JSONValue) -> [UInt8] {
    var json = JSONWriter()
    json.value(value)
    return json.finish()
  }
}
