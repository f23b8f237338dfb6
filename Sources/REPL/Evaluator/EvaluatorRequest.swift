import ArticleModel

/// What the prompt asks of its evaluator; a line of JSON each.
///
/// `{"id": 3, "columns": 80, "rows": 24, "looks": "standard", "block": "1 + 1"}`
struct EvaluatorRequest: Hashable {
  /// What is asked.
  enum Work: Hashable {
    /// Open articles, or of those in the paths the one of a name; the first becomes `article`.
    case open([String], only: String?)
    /// Carry out what was typed: Lua, a command, a question.
    case block(String)
    /// Run plugins as a batch ran them.
    case replay(Replay)
    /// What may stand at the end of a text.
    case complete(String)
    /// What to show beside the end of a text.
    case hint(String)
  }

  /// Counts from 1; the answers carry it.
  var id: Int
  var screen: ScreenSize
  var looks: Looks
  var work: Work

  /// The request as a line.
  var line: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("id" as StaticString)
    json.value(id)
    json.key("columns" as StaticString)
    json.value(screen.columns)
    json.key("rows" as StaticString)
    json.value(screen.rows)
    json.key("looks" as StaticString)
    json.value(looks.rawValue)
    switch work {
    case .open(let paths, let name):
      json.member("open", paths)
      if let name { json.member("only", name) }
    case .block(let text): json.member("block", text)
    case .complete(let text): json.member("complete", text)
    case .hint(let text): json.member("hint", text)
    case .replay(let replay):
      json.member("replay", replay.plugins)
      json.member("set", replay.settings)
      if let limits = replay.limits { json.member("limit", limits) }
    }
    json.endObject()
    return json.finish() + [0x0A]
  }

  /// Reads a line; `nil` where it is no request.
  init?(_ line: [UInt8]) {
    guard let json = try? JSONParser.parse(line), let id = json["id"]?.integer,
      let columns = json["columns"]?.integer, let rows = json["rows"]?.integer,
      let looks = json["looks"]?.string.flatMap(Looks.init(rawValue:))
    else { return nil }
    self.init(id: id, screen: ScreenSize(columns: columns, rows: rows), looks: looks, .block(""))
    if let paths = json["open"]?.strings {
      work = .open(paths, only: json["only"]?.string)
    } else if let text = json["block"]?.string {
      work = .block(text)
    } else if let text = json["complete"]?.string {
      work = .complete(text)
    } else if let text = json["hint"]?.string {
      work = .hint(text)
    } else if let plugins = json["replay"]?.strings {
      work = .replay(
        Replay(
          plugins: plugins, settings: json["set"]?.strings ?? [], limits: json["limit"]?.string))
    } else {
      return nil
    }
  }

  init(id: Int, screen: ScreenSize, looks: Looks, _ work: Work) {
    self.id = id
    self.screen = screen
    self.looks = looks
    self.work = work
  }
}

extension JSONWriter {
  mutating func member(_ name: StaticString, _ text: String) {
    key(name)
    value(text)
  }

  mutating func member(_ name: StaticString, _ texts: [String]) {
    key(name)
    beginArray()
    for text in texts { value(text) }
    endArray()
  }
}

extension JSONValue {
  /// The texts of an array of strings, or `nil`.
  var strings: [String]? { array?.compactMap(\.string) }
}
