/// A set of labels: a bit for each number, as numbers are small, and the signs and names by their hash.
struct NoteLabelSet {
  private var words: [UInt64] = []
  private var named: Set<NoteLabel> = []
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  init() {}

  init(_ labels: some Sequence<NoteLabel>) {
    for label in labels { insert(label) }
  }

  init(numbers: ClosedRange<Int>) {
    for number in numbers { insert(NoteLabel(number: number)) }
  }

  func contains(_ label: NoteLabel) -> Bool {
    label.number.map(contains(number:)) ?? named.contains(label)
  }

  func contains(number: Int) -> Bool {
    number >> 6 < words.count && words[number >> 6] >> UInt64(number & 63) & 1 != 0
  }

  mutating func insert(_ label: NoteLabel) {
    guard let number = label.number else {
      if named.insert(label).inserted { count += 1 }
      return
    }
    while number >> 6 >= words.count { words.append(0) }
    if !contains(number: number) { count += 1 }
    words[number >> 6] |= 1 << UInt64(number & 63)
  }

  mutating func formUnion(_ other: NoteLabelSet) {
    for label in other.named { insert(label) }
    for number in other.numbers { insert(NoteLabel(number: number)) }
  }

  func isDisjoint(with other: NoteLabelSet) -> Bool {
    zip(words, other.words).allSatisfy { $0 & $1 == 0 } && named.isDisjoint(with: other.named)
  }

  /// How many of the labels are numbers.
  var numberCount: Int { count - named.count }

  /// The highest number.
  var highest: Int? {
    words.indices.last { words[$0] != 0 }.map { $0 << 6 + 63 - words[$0].leadingZeroBitCount }
  }

  /// The numbers in rising order.
  var numbers: [Int] {
    var numbers: [Int] = []
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        numbers.append(index << 6 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return numbers
  }

  /// How many labels pass a test.
  func count(where passes: (NoteLabel) -> Bool) -> Int {
    numbers.count { passes(NoteLabel(number: $0)) } + named.count(where: passes)
  }
}

/// Indices by label: an array for numbers, a dictionary for signs and names.
struct NoteLabelMap {
  /// For each number its index, or -1.
  private var numbered: [Int32] = []
  private var named: [NoteLabel: Int] = [:]

  subscript(label: NoteLabel) -> Int? {
    get {
      guard let number = label.number else { return named[label] }
      return number < numbered.count && numbered[number] >= 0 ? Int(numbered[number]) : nil
    }
    set {
      guard let number = label.number else {
        named[label] = newValue
        return
      }
      if number >= numbered.count {
        let missing = max(number + 1, 2 * numbered.count, 16) - numbered.count
        numbered += [Int32](repeating: -1, count: missing)
      }
      numbered[number] = Int32(newValue ?? -1)
    }
  }
}
