import LuaSource

/// The expression that ends before a place, as the steps that lead there: `article`, `.paragraphs`, `[1]`.
struct LuaExpression {
  /// One step from a value to another.
  enum Step: Hashable {
    case name(String)
    case field(String)
    case method(String)
    case index
    /// Calls what the step before gave.
    case call
    case text
  }

  var steps: [Step]
  /// Where the expression begins and ends, in bytes.
  var range: Range<Int>

  /// Whether nothing in it is called, so that evaluating it has no effect.
  var isPath: Bool {
    steps.allSatisfy { step in
      switch step {
      case .call, .method, .text: false
      default: true
      }
    }
  }

  /// Reads backwards from the token before `end`; `nil` where no expression ends there.
  init?(_ tokens: ArraySlice<LuaToken>, _ source: [UInt8]) {
    var reader = Reader(tokens: Array(tokens), source: source)
    guard let steps = reader.read(), let last = tokens.last else { return nil }
    self.steps = steps
    range = reader.start..<last.range.upperBound
  }

  private struct Reader {
    let tokens: [LuaToken]
    let source: [UInt8]
    var place: Int
    var start = 0

    init(tokens: [LuaToken], source: [UInt8]) {
      self.tokens = tokens
      self.source = source
      place = tokens.count - 1
    }

    private func word(_ index: Int) -> String {
      tokens.indices.contains(index)
        ? String(decoding: source[tokens[index].range], as: UTF8.self) : ""
    }

    mutating func read() -> [Step]? {
      var steps: [Step] = []
      while place >= 0 {
        let token = tokens[place]
        start = token.range.lowerBound
        let text = word(place)
        let before = word(place - 1)
        if token.kind == .name {
          place -= 1
          if before == "." || before == ":" {
            steps.insert(before == "." ? .field(text) : .method(text), at: 0)
            place -= 1
            continue
          }
          steps.insert(.name(text), at: 0)
          return steps
        }
        if token.kind == .string {
          // `f "text"` is a call; a string by itself is where the expression begins.
          guard place > 0, endsValue(place - 1) else { return [.text] + steps }
          steps.insert(.call, at: 0)
          place -= 1
          continue
        }
        guard let opener = ["]": "[", ")": "(", "}": "{"][text], let open = matching(opener, text)
        else {
          return nil
        }
        place = open - 1
        start = tokens[open].range.lowerBound
        guard place >= 0, endsValue(place) else { return nil }
        steps.insert(text == "]" ? .index : .call, at: 0)
      }
      return nil
    }

    private func endsValue(_ index: Int) -> Bool {
      tokens[index].kind == .name || tokens[index].kind == .string
        || ["]", ")", "}"].contains(word(index))
    }

    private func matching(_ opener: String, _ closer: String) -> Int? {
      var depth = 0
      for index in stride(from: place, through: 0, by: -1) where tokens[index].kind == .sign {
        if word(index) == closer { depth += 1 }
        if word(index) == opener { depth -= 1 }
        if depth == 0 { return index }
      }
      return nil
    }
  }
}
