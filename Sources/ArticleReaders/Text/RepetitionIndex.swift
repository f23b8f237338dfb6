/// Finds where stretches of a source stand again, in one pass over it however many stretches there are.
///
/// A stretch is known by the sixteen bytes from a word's start near its middle, free of the ends that a quotation
/// changes: of the word there whose first letter is the rarest, as rare words are seldom met by chance. The pass looks at
/// word starts only; the hash of eight bytes turns nearly all of them away.
struct RepetitionIndex {
  /// The number of bytes that a stretch is known by.
  private static let width = 16
  /// How far from the middle those bytes may start.
  private static let reach = 32

  /// A stretch, where the bytes that it is known by start, and the next probe with the same hash, or -1.
  private struct Probe {
    var stretch: Int
    var start: Int
    var next: Int32
  }

  private let source: [UInt8]
  /// For each value of twelve bits of a hash the first probe whose first eight bytes have it, or -1.
  private var chains = [Int32](repeating: -1, count: 4096)
  private var probes: [Probe] = []

  init(source: [UInt8]) { self.source = source }

  /// Adds a stretch under a number, higher than those before; one without sixteen bytes behind a word's start is left out.
  mutating func add(_ stretch: Int, _ range: Range<Int>) {
    guard range.count >= RepetitionIndex.width, let start = anchor(range) else { return }
    let key = source.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: start, as: UInt64.self) }
    let hash = RepetitionIndex.hash(key)
    probes.append(Probe(stretch: stretch, start: start, next: chains[hash]))
    chains[hash] = Int32(probes.count - 1)
  }

  /// The start of the word near the middle that begins with the rarest letter; the last word elsewhere.
  private func anchor(_ range: Range<Int>) -> Int? {
    let last = range.upperBound - RepetitionIndex.width
    let middle = range.lowerBound + range.count / 2
    let near = min(RepetitionIndex.reach, range.count / 4)
    let first = min(middle - near, last)
    var best: (start: Int, commonness: UInt8)?
    source.withUnsafeBufferPointer { bytes in
      for index in first...min(middle + near, last)
      where RepetitionIndex.isWordStart(bytes, index) {
        let commonness = RepetitionIndex.commonness(bytes[index])
        if commonness < best?.commonness ?? .max { best = (index, commonness) }
        if commonness == 0 { break }
      }
      if best == nil {
        let start = (range.lowerBound...last).last { RepetitionIndex.isWordStart(bytes, $0) }
        best = start.map { ($0, 0) }
      }
    }
    return best?.start
  }

  @inline(__always)
  private static func hash(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 52)
  }

  private static func isWordStart(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    bytes[index] >= 0xC2 || bytes[index] > 0x20 && (index == 0 || bytes[index - 1] <= 0x20)
  }

  /// How common a byte is at the start of words, roughly and over the languages of Europe; 0 is the rarest.
  private static func commonness(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "z"), UInt8(ascii: "x"), UInt8(ascii: "q"), UInt8(ascii: "j"),
      UInt8(ascii: "J")...UInt8(ascii: "K"), UInt8(ascii: "Q")...UInt8(ascii: "Z"):
      0
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "k"), UInt8(ascii: "v"), UInt8(ascii: "y"):
      1
    case UInt8(ascii: "g"), UInt8(ascii: "u"), UInt8(ascii: "n"), UInt8(ascii: "r"): 2
    case UInt8(ascii: "b"), UInt8(ascii: "e"), UInt8(ascii: "f"), UInt8(ascii: "h"),
      UInt8(ascii: "l"), UInt8(ascii: "m"), UInt8(ascii: "p"):
      3
    case UInt8(ascii: "a")...UInt8(ascii: "z"): 5
    case 0x80...: 4
    default: 6
    }
  }

  /// Calls `found` for each stretch of which a copy stands within a range, with where the copy of its probe starts.
  ///
  /// Stretches before `oldest` are passed over: a line that a text repeats without end is not compared with all others.
  func copies(
    in range: Range<Int>, since oldest: Int,
    _ found: (_ stretch: Int, _ probe: Int, _ copy: Int) -> Void
  ) {
    guard !probes.isEmpty, range.count >= RepetitionIndex.width else { return }
    source.withUnsafeBytes { bytes in
      chains.withUnsafeBufferPointer { chains in
        copies(bytes.baseAddress!, chains.baseAddress!, range, oldest, found)
      }
    }
  }

  private func copies(
    _ base: UnsafeRawPointer, _ chains: UnsafePointer<Int32>, _ range: Range<Int>,
    _ oldest: Int,
    _ found: (_ stretch: Int, _ probe: Int, _ copy: Int) -> Void
  ) {
    let last = range.upperBound - RepetitionIndex.width
    var index = range.lowerBound
    // The byte before the eight that are looked at: the first word of a range starts whatever stands before it.
    var afterSpace: UInt64 = 0x80
    while index <= last {
      let word = base.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let spaces = RepetitionIndex.spaces(word)
      var starts =
        (~spaces & (spaces << 8 | afterSpace) | RepetitionIndex.leads(word)) & 0x8080_8080_8080_8080
      afterSpace = spaces >> 56
      while starts != 0 {
        let start = index &+ starts.trailingZeroBitCount >> 3
        starts &= starts &- 1
        guard start <= last else { return }
        let key = base.loadUnaligned(fromByteOffset: start, as: UInt64.self)
        let chain = chains[RepetitionIndex.hash(key)]
        if chain >= 0 { report(base, chain, start, oldest, found) }
      }
      index += 8
    }
  }

  /// The top bit of each byte that is at most 0x20.
  @inline(__always)
  private static func spaces(_ word: UInt64) -> UInt64 {
    ~(((word & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x5F5F_5F5F_5F5F_5F5F) | word) & 0x8080_8080_8080_8080
  }

  /// The top bit of each byte that starts a scalar beyond ASCII: those from 0xC0 on.
  @inline(__always)
  private static func leads(_ word: UInt64) -> UInt64 { word & (word << 1) & 0x8080_8080_8080_8080 }

  private func report(
    _ base: UnsafeRawPointer, _ chain: Int32, _ index: Int, _ oldest: Int,
    _ found: (_ stretch: Int, _ probe: Int, _ copy: Int) -> Void
  ) {
    let first = base.loadUnaligned(fromByteOffset: index, as: UInt64.self)
    let second = base.loadUnaligned(fromByteOffset: index + 8, as: UInt64.self)
    var next = chain
    while next >= 0 {
      let probe = probes[Int(next)]
      next = probe.next
      if probe.stretch < oldest { return }
      if probe.start != index,
        base.loadUnaligned(fromByteOffset: probe.start, as: UInt64.self) == first,
        base.loadUnaligned(fromByteOffset: probe.start + 8, as: UInt64.self) == second
      {
        found(probe.stretch, probe.start, index)
      }
    }
  }
}
