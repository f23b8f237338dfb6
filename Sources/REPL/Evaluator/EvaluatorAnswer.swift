import ArticleModel

/// What the evaluator says; a line of JSON each. A request has any number of `show`, then one other.
///
/// `{"id": 3, "show": "2"}` and `{"id": 3, "end": "done", "opened": []}`
struct EvaluatorAnswer: Hashable {
  /// What is said.
  enum Content: Hashable {
    /// Lines for the screen. With the identifier 0 nobody asked: a watched file has changed.
    case show(String)
    /// The work is over; the paths of articles that it opened.
    case end(Workspace.Ending, opened: [String])
    case candidates(Candidates?)
    case hint(String?)
  }

  /// That of the request, or 0.
  var id: Int
  var content: Content

  init(_ id: Int, _ content: Content) {
    self.id = id
    self.content = content
  }

  /// The answer as a line.
  var line: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("id" as StaticString)
    json.value(id)
    switch content {
    case .show(let text): json.member("show", text)
    case .end(let ending, let opened):
      json.member("end", ending.rawValue)
      json.member("opened", opened)
    case .hint(let text): json.member("hint", text.map { [$0] } ?? [])
    case .candidates(let candidates):
      json.key("candidates" as StaticString)
      json.beginArray()
      for item in candidates?.items ?? [] { json.write(item) }
      json.endArray()
      if let range = candidates?.range {
        json.key("from" as StaticString)
        json.value(range.lowerBound)
        json.key("to" as StaticString)
        json.value(range.upperBound)
      }
    }
    json.endObject()
    return json.finish() + [0x0A]
  }

  /// Reads a line; `nil` where it is no answer.
  init?(_ line: [UInt8]) {
    guard let json = try? JSONParser.parse(line), let id = json["id"]?.integer else { return nil }
    self.id = id
    if let text = json["show"]?.string {
      content = .show(text)
    } else if let ending = json["end"]?.string.flatMap(Workspace.Ending.init(rawValue:)) {
      content = .end(ending, opened: json["opened"]?.strings ?? [])
    } else if let texts = json["hint"]?.strings {
      content = .hint(texts.first)
    } else if let items = json["candidates"]?.array {
      guard let from = json["from"]?.integer, let to = json["to"]?.integer, 0 <= from, from <= to
      else {
        content = .candidates(nil)
        return
      }
      content = .candidates(Candidates(from..<to, items.compactMap(Candidate.init)))
    } else {
      return nil
    }
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ candidate: Candidate) {
    beginObject()
    member("text", candidate.text)
    if let display = candidate.display { member("display", display) }
    member("hint", candidate.hint)
    endObject()
  }
}

extension Candidate {
  fileprivate init?(_ json: JSONValue) {
    guard let text = json["text"]?.string else { return nil }
    self.init(text: text, display: json["display"]?.string, hint: json["hint"]?.string ?? "")
  }
}
