extension RawReferenceScanner {
  /// Whether brackets belong to a program or a formula rather than to notes.
  ///
  /// `a[3]`, `path[1] == x`, `row[0], row[1]`, `[[1, 2], [3, 4]]`, `= [1, 2]`, `[0, 1]` and `[10, 20] mm` are no
  /// references; `vulnerability[1]` and `others [3, 5]` are.
  func isCode(_ reference: RawReference, _ range: Range<Int>) -> Bool {
    let marker = reference.range
    let isList = reference.labels.count > 1
    if isList {
      if reference.labels.contains(where: { $0.label.number == 0 }) || isSeries(reference.labels) {
        return true
      }
      if byte(marker.lowerBound - 1, range) == UInt8(ascii: "[")
        || byte(marker.upperBound, range) == UInt8(ascii: "]")
      {
        return true
      }
      let context = NumberContext(bytes: bytes)
      if context.after(marker.upperBound, in: range) == .never { return true }
    }
    if isAssigned(marker.lowerBound, range) { return true }
    let name = identifier(before: marker.lowerBound, range)
    guard !name.isEmpty, !endsLetter(before: name.lowerBound, range) else { return false }
    return name.count == 1 && !isNamedByCapital(name, range)
      || bytes[name].contains(UInt8(ascii: "_"))
      || isFollowedByOperator(marker.upperBound, range) || hasSibling(name, marker, range)
  }

  /// Whether numbers are those of something measured, in the order in which it was: `[2, 3, 5, 2, 12]`.
  private func isSeries(_ labels: CitedLabels) -> Bool {
    guard labels.count >= 4 else { return false }
    let numbers = labels.compactMap(\.label.number)
    return Set(numbers).count < numbers.count
  }

  /// Whether a letter beyond ASCII ends before a byte: `forêt[1]` is a word and no `t[1]`.
  private func endsLetter(before end: Int, _ range: Range<Int>) -> Bool {
    var start = end - 1
    while start > range.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    switch byte(start, range) {
    case 0..<0xC3, 0xE2, 0xEF...: return false
    case 0xE3: return byte(start + 1, range) != 0x80
    default: return true
    }
  }

  /// Whether a capital letter stands behind a word in small letters: `vitamin C[3]`, `plan B[2]`, but not `of A[2]`.
  private func isNamedByCapital(_ name: Range<Int>, _ range: Range<Int>) -> Bool {
    let letter = bytes[name.lowerBound]
    guard letter >= UInt8(ascii: "A"), letter <= UInt8(ascii: "Z"),
      name.lowerBound > range.lowerBound, bytes[name.lowerBound - 1] == 0x20
    else { return false }
    let word = bytes[range.lowerBound..<name.lowerBound - 1].reversed().prefix { $0 > 0x20 }
    return word.count >= 4 && word.allSatisfy { $0 >= UInt8(ascii: "a") }
  }

  private func byte(_ index: Int, _ range: Range<Int>) -> UInt8 {
    range.contains(index) ? bytes[index] : 0x20
  }

  /// `= [1`, `== [1`, `:=[1`
  private func isAssigned(_ start: Int, _ range: Range<Int>) -> Bool {
    var index = start - 1
    if byte(index, range) == 0x20 { index -= 1 }
    return byte(index, range) == UInt8(ascii: "=")
  }

  /// The letters, digits and underscores right before a bracket.
  private func identifier(before end: Int, _ range: Range<Int>) -> Range<Int> {
    var start = end
    while start > range.lowerBound, end - start < 40, isIdentifier(bytes[start - 1]) { start -= 1 }
    return start..<end
  }

  private func isIdentifier(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// `[1] == x`, `[1]*2`, `[1].name`, `[1](x)`
  private func isFollowedByOperator(_ end: Int, _ range: Range<Int>) -> Bool {
    switch byte(end, range) {
    case UInt8(ascii: "."): return isIdentifier(byte(end + 1, range))
    case UInt8(ascii: "("), UInt8(ascii: "="), UInt8(ascii: "*"), UInt8(ascii: "+"): return true
    case 0x20:
      switch byte(end + 1, range) {
      case UInt8(ascii: "="), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "<"),
        UInt8(ascii: ">"), UInt8(ascii: "%"):
        return byte(end + 2, range) == 0x20 || byte(end + 2, range) == UInt8(ascii: "=")
      default: return false
      }
    default: return false
    }
  }

  /// Whether the same name has the index 0 close by: `row[0], row[1]`; no note is cited behind the same word like that.
  private func hasSibling(_ name: Range<Int>, _ marker: Range<Int>, _ range: Range<Int>) -> Bool {
    let needle = Array(bytes[name]) + Array("[0]".utf8)
    let reach = 24 + needle.count
    let before = max(range.lowerBound, name.lowerBound - reach)..<name.lowerBound
    let behind = marker.upperBound..<min(range.upperBound, marker.upperBound + reach)
    return contains(needle, before) || contains(needle, behind)
  }

  private func contains(_ needle: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count >= needle.count else { return false }
    return (range.lowerBound...range.upperBound - needle.count).contains { start in
      !(start > 0 && isIdentifier(bytes[start - 1]))
        && needle.indices.allSatisfy { bytes[start + $0] == needle[$0] }
    }
  }
}
