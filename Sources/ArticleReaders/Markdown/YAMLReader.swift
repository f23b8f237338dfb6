import CYAML

/// A value of a YAML document; scalars keep their text.
indirect enum YAMLValue {
  case scalar(String)
  case sequence([YAMLValue])
  case mapping([YAMLMember])

  /// The value of a key of a mapping, or `nil`.
  subscript(key: String) -> YAMLValue? {
    guard case .mapping(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The text of a scalar; `nil` for `null`, `~` and nothing.
  var text: String? {
    guard case .scalar(let text) = self, !["", "~", "null"].contains(text) else { return nil }
    return text
  }
}

/// A key of a mapping with its value and the byte at which the key begins.
struct YAMLMember {
  var key: String
  var value: YAMLValue
  var offset: Int
}

/// Builds values from the events of libyaml.
///
/// Front matter is small and flat, so nesting is followed to 16 levels; deeper values are dropped. Aliases are
/// dropped too, so a document cannot grow by naming itself.
struct YAMLReader {
  struct Fault {
    var problem: String
    /// The byte of the document at which libyaml gave up.
    var offset: Int
  }

  /// A sequence or mapping that is not complete.
  private struct Frame {
    var isMapping: Bool
    var elements: [YAMLValue] = []
    var members: [YAMLMember] = []
    var key: (text: String, offset: Int)?
  }

  private static let deepest = 16
  private var frames: [Frame] = []
  private var depth = 0
  private var document: YAMLValue?

  /// The keys of the mapping that the first document is, with their values; none where it is something else.
  static func members(_ bytes: [UInt8]) -> (members: [YAMLMember], fault: Fault?) {
    let (value, fault) = read(bytes)
    guard case .mapping(let members) = value else { return ([], fault) }
    return (members, fault)
  }

  /// Reads the first document; what stands before a fault is kept.
  static func read(_ bytes: [UInt8]) -> (value: YAMLValue?, fault: Fault?) {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { return (nil, nil) }
    defer { yaml_parser_delete(&parser) }
    var reader = YAMLReader()
    let fault = bytes.withUnsafeBufferPointer { buffer -> Fault? in
      yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      var places = YAMLPlaces(buffer)
      while true {
        var event = yaml_event_t()
        guard yaml_parser_parse(&parser, &event) == 1 else {
          let problem = parser.problem.map { String(cString: $0) } ?? "unreadable"
          return Fault(problem: problem, offset: places.offset(of: parser.problem_mark))
        }
        let type = event.type
        reader.take(event, at: places.offset(of: event.start_mark))
        yaml_event_delete(&event)
        if type == YAML_STREAM_END_EVENT || type == YAML_DOCUMENT_END_EVENT { return nil }
      }
    }
    while !reader.frames.isEmpty { reader.end() }
    return (reader.document, fault)
  }

  private mutating func take(_ event: yaml_event_t, at offset: Int) {
    switch event.type {
    case YAML_SEQUENCE_START_EVENT: begin(Frame(isMapping: false))
    case YAML_MAPPING_START_EVENT: begin(Frame(isMapping: true))
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      depth -= 1
      if depth < frames.count { end() }
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      add(.scalar(String(decoding: bytes, as: UTF8.self)), at: offset)
    case YAML_ALIAS_EVENT: add(.scalar(""), at: offset)
    default: break
    }
  }

  private mutating func begin(_ frame: Frame) {
    if depth < YAMLReader.deepest { frames.append(frame) }
    depth += 1
  }

  private mutating func end() {
    let frame = frames.removeLast()
    let value: YAMLValue = frame.isMapping ? .mapping(frame.members) : .sequence(frame.elements)
    if frames.isEmpty { document = document ?? value } else { add(value, at: 0) }
  }

  private mutating func add(_ value: YAMLValue, at offset: Int) {
    guard depth <= frames.count else { return }
    guard let last = frames.indices.last else {
      document = document ?? value
      return
    }
    guard frames[last].isMapping else {
      frames[last].elements.append(value)
      return
    }
    if let key = frames[last].key {
      frames[last].members.append(YAMLMember(key: key.text, value: value, offset: key.offset))
      frames[last].key = nil
    } else if case .scalar(let text) = value {
      frames[last].key = (text, offset)
    } else {
      frames[last].key = ("", offset)
    }
  }
}

/// Turns the places of libyaml, which counts characters, into bytes; linear over places that rise.
private struct YAMLPlaces {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var line = 0
  /// Where that line begins.
  private var start = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The byte at which the line of a place begins.
  mutating func offset(of mark: yaml_mark_t) -> Int {
    if mark.line < line { (line, start) = (0, 0) }
    while line < mark.line, start < bytes.count {
      if bytes[start] == 0x0A { line += 1 }
      start += 1
    }
    return start
  }
}
