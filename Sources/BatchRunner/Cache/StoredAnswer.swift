import PluginHost

/// A row of a cache as it was found: not yet known to count, or to be sound.
struct StoredAnswer {
  /// The columns that are read, in the order of `init`.
  static let columns =
    "seal, status, limits, day, identity, content, value_start, value_end, has_errors, line, files"

  private let seal: Digest
  private let status: RecordStatus
  private let limits: LimitStamp
  private let parts: LineParts?
  private let line: [UInt8]
  private let packedFiles: [UInt8]
  private let file: (identity: FiveNumbers, content: Digest)?
  /// Whether it was last marked as in use so long ago that it should be again.
  let isStale: Bool

  /// Takes a row with `columns`; `nil` where they do not hold what they should.
  ///
  /// - Parameter oldestFreshDay: the day of use from which on an answer needs no new mark.
  init?(_ row: Statement, oldestFreshDay: Int) {
    guard let seal = row.withBytes(0, Digest.init),
      let status = row.withBytes(1, RecordStatus.init(bytes:)),
      let limits = row.withBytes(2, LimitStamp.init)
    else { return nil }
    self.seal = seal
    self.status = status
    self.limits = limits
    isStale = row.integer(3) < oldestFreshDay
    if let identity = row.withBytes(4, FiveNumbers.init),
      let content = row.withBytes(5, Digest.init)
    {
      file = (identity, content)
    } else {
      file = nil
    }
    line = row.bytes(9)
    packedFiles = row.bytes(10)
    parts = LineParts(of: line, in: row, from: 6)
  }

  /// The digest of the content that the answer is about, where that is a file that has not changed since.
  func content(of identity: FileIdentity) -> Digest? {
    file.flatMap { $0.identity == identity.numbers ? $0.content : nil }
  }

  /// The answer, where it depends on `dependencies`, holds under `limits`, and is as it was kept.
  func answer(dependencies: Digest, limits: LimitStamp) -> KeptAnswer? {
    guard self.limits.holds(under: limits, status), let files = KeptAnswer.unpack(packedFiles)
    else { return nil }
    let answer = KeptAnswer(status: status, line: line, parts: parts, files: files)
    guard seal == answer.seal(dependencies, self.limits, packedFiles) else { return nil }
    return answer
  }
}

extension KeptAnswer {
  /// The digest of all that an answer depends on and of the answer itself.
  func seal(_ dependencies: Digest, _ limits: LimitStamp, _ packedFiles: [UInt8]) -> Digest {
    var builder = Digest.Builder(of: "seal")
    builder.add(dependencies)
    builder.add(status.rawValue)
    limits.amounts.withBytes { builder.add($0) }
    builder.add(parts == nil ? 0 : 1)
    parts?.add(to: &builder)
    builder.add(digest)
    builder.add(packedFiles)
    return builder.finish()
  }
}

extension RecordStatus {
  init?(bytes: UnsafeRawBufferPointer) {
    self.init(rawValue: String(decoding: bytes, as: UTF8.self))
  }
}

/// Parts in three columns: where the value begins and ends, if there is one, and whether a finding is an error.
extension LineParts {
  /// Reads the columns of a row; `nil` where they are empty or lead out of the line.
  fileprivate init?(of line: [UInt8], in row: Statement, from column: Int32) {
    guard !row.isNull(column + 2) else { return nil }
    hasErrorFinding = row.integer(column + 2) != 0
    if row.isNull(column) { return }
    let (start, end) = (row.integer(column), row.integer(column + 1))
    guard 0 <= start, start <= end, end <= line.count else { return nil }
    value = start..<end
  }

  func bind(to row: Statement, from parameter: Int32) {
    if let value {
      row.bind(parameter, value.lowerBound)
      row.bind(parameter + 1, value.upperBound)
    }
    row.bind(parameter + 2, hasErrorFinding ? 1 : 0)
  }

  fileprivate func add(to digest: inout Digest.Builder) {
    digest.add(value?.lowerBound ?? -1)
    digest.add(value?.upperBound ?? -1)
    digest.add(hasErrorFinding ? 1 : 0)
  }
}
