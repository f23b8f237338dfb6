import PluginHost
import Testing

@testable import BatchRunner

extension AnswerStore {
  /// The answer at a place, where it counts.
  fileprivate func answer(
    at place: Digest, dependencies: Digest, limits: LimitStamp
  ) throws -> KeptAnswer? {
    try find(at: place)?.answer(dependencies: dependencies, limits: limits)
  }
}

struct AnswerStoreTests {
  private static let limits = LimitStamp(Limits(), patience: 18_000)
  private static let answer = KeptAnswer(
    status: .ok, line: Array(#"{"a":1}"#.utf8), parts: LineParts(value: 5..<6),
    files: [[1, 2, 3], [], [4]])

  private static func digest(_ text: String) -> Digest {
    var builder = Digest.Builder(of: "test")
    builder.add(text)
    return builder.finish()
  }

  private static func store(
    _ answer: KeptAnswer = answer, in folder: String
  ) throws -> AnswerStore {
    let store = try AnswerStore(folder: folder)
    try store.keep([
      .answer(
        answer, place: digest("place"), dependencies: digest("dependencies"), limits: limits)
    ])
    return store
  }

  @Test func givesBackWhatItWasGiven() throws {
    let folder = TemporaryFolder()
    _ = try AnswerStoreTests.store(in: folder.path)
    let found = try AnswerStore(folder: folder.path).answer(
      at: AnswerStoreTests.digest("place"), dependencies: AnswerStoreTests.digest("dependencies"),
      limits: AnswerStoreTests.limits)
    #expect(found?.status == .ok)
    #expect(found?.line == AnswerStoreTests.answer.line)
    #expect(found?.files == AnswerStoreTests.answer.files)
    #expect(found?.parts == AnswerStoreTests.answer.parts)
    #expect(found?.digest == AnswerStoreTests.answer.digest)
  }

  @Test(arguments: [
    LineParts(), LineParts(value: 0..<7), LineParts(value: 3..<3, hasErrorFinding: true), nil,
  ])
  func givesBackWhereThePartsAre(_ parts: LineParts?) throws {
    let folder = TemporaryFolder()
    let answer = KeptAnswer(status: .ok, line: AnswerStoreTests.answer.line, parts: parts)
    let store = try AnswerStoreTests.store(answer, in: folder.path)
    let found = try store.answer(
      at: AnswerStoreTests.digest("place"), dependencies: AnswerStoreTests.digest("dependencies"),
      limits: AnswerStoreTests.limits)
    #expect(found != nil && found?.parts == parts)
  }

  /// A file that has other times and the same content is read once more, not each time.
  @Test func knowsTheContentOfAFileAsLongAsItIsTheSame() throws {
    let folder = TemporaryFolder()
    func file(_ name: String) throws -> FileDigest {
      try folder.write("text", to: name)
      return try #require(FileDigest(path: "\(folder.path)/\(name)"))
    }
    let first = try file("a")
    let second = try file("b")
    let place = AnswerStoreTests.digest("place")
    let store = try AnswerStore(folder: folder.path)
    try store.keep([
      .answer(
        AnswerStoreTests.answer, place: place, dependencies: place, limits: AnswerStoreTests.limits,
        file: first)
    ])
    func known(_ file: FileDigest) throws -> Digest? {
      try store.find(at: place)?.content(of: file.identity)
    }
    #expect(try known(first) == first.content)
    #expect(try known(second) == nil)
    try store.keep([.content(second, place: place)])
    #expect(try known(first) == nil)
    #expect(try known(second) == second.content)
    #expect(
      try store.answer(at: place, dependencies: place, limits: AnswerStoreTests.limits) != nil)
  }

  /// Answers of different days: what was asked for longest ago goes first, what is of today stays, and being asked
  /// for counts.
  @Test func dropsWhatIsNotAskedFor() throws {
    let folder = TemporaryFolder()
    let large = KeptAnswer(status: .ok, line: [UInt8](repeating: 0x61, count: 100_000))
    func place(_ day: Int) -> Digest { AnswerStoreTests.digest("\(day)") }
    let store = try AnswerStore(folder: folder.path)
    let dependencies = AnswerStoreTests.digest("dependencies")
    let days = Array(0..<10)
    try store.keep(
      days.map {
        .answer(
          large, place: place($0), dependencies: dependencies, limits: AnswerStoreTests.limits)
      })
    let database = try Database(path: "\(folder.path)/answers.sqlite")
    for day in days {
      try database.execute("UPDATE answers SET day = day - \(day) WHERE place = \(place(day).slot)")
    }
    func kept(_ store: AnswerStore) throws -> [Int] {
      try days.filter {
        try store.answer(at: place($0), dependencies: dependencies, limits: AnswerStoreTests.limits)
          != nil
      }
    }
    try store.keep([.answerInUse(place: place(9))])
    #expect(try kept(AnswerStore(folder: folder.path)) == days)
    #expect(try kept(AnswerStore(folder: folder.path, sizeLimit: 600_000)) == [0, 1, 2, 9])
    #expect(try kept(AnswerStore(folder: folder.path, sizeLimit: 1000)) == [0, 9])
  }

  @Test func tellsWhatShouldBeMarked() throws {
    let folder = TemporaryFolder()
    let store = try AnswerStoreTests.store(in: folder.path)
    func isStale() throws -> Bool? {
      try store.find(at: AnswerStoreTests.digest("place"))?.isStale
    }
    #expect(try isStale() == false)
    try store.endReading()
    try Database(path: "\(folder.path)/answers.sqlite").execute("UPDATE answers SET day = day - 7")
    #expect(try isStale() == true)
    try store.keep([.answerInUse(place: AnswerStoreTests.digest("place"))])
    #expect(try isStale() == false)
  }

  @Test(arguments: [
    ("place", "other dependencies", ""), ("other place", "dependencies", ""),
    ("place", "dependencies", "UPDATE answers SET line = CAST('{\"a\":2}' AS BLOB)"),
    ("place", "dependencies", "UPDATE answers SET files = NULL"),
    ("place", "dependencies", "UPDATE answers SET status = 'skipped'"),
    ("place", "dependencies", "UPDATE answers SET seal = x'00'"),
    ("place", "dependencies", "UPDATE answers SET value_start = 4"),
    ("place", "dependencies", "UPDATE answers SET value_end = 70"),
    ("place", "dependencies", "UPDATE answers SET has_errors = 1"),
    ("place", "dependencies", "UPDATE answers SET has_errors = NULL"),
    ("place", "dependencies", "DELETE FROM answers"),
  ])
  func givesNothingElse(_ place: String, _ dependencies: String, _ damage: String) throws {
    let folder = TemporaryFolder()
    let store = try AnswerStoreTests.store(in: folder.path)
    try Database(path: "\(folder.path)/answers.sqlite").execute(damage)
    let found = try store.answer(
      at: AnswerStoreTests.digest(place), dependencies: AnswerStoreTests.digest(dependencies),
      limits: AnswerStoreTests.limits)
    #expect(found == nil)
  }

  @Test(arguments: [
    (RecordStatus.ok, "cpu=2s", true), (.ok, "cpu=10s,memory=1G", true), (.ok, "cpu=1s", false),
    (.ok, "cpu=10s,memory=1M", false), (.timeout, "cpu=2s", true), (.timeout, "cpu=10s", false),
    (.error, "result=17M", false),
  ])
  func looksAtLimits(_ status: RecordStatus, _ limits: String, _ holds: Bool) throws {
    let folder = TemporaryFolder()
    var answer = AnswerStoreTests.answer
    answer.status = status
    let store = try AnswerStoreTests.store(answer, in: folder.path)
    let found = try store.answer(
      at: AnswerStoreTests.digest("place"), dependencies: AnswerStoreTests.digest("dependencies"),
      limits: LimitStamp(try Limits(parsing: limits), patience: 18_000))
    #expect((found != nil) == holds)
  }

  @Test func anOlderFormIsReplaced() throws {
    let folder = TemporaryFolder()
    do {
      let old = try Database(path: "\(folder.path)/answers.sqlite")
      try old.execute("CREATE TABLE answers (something); PRAGMA user_version = 0")
    }
    let store = try AnswerStoreTests.store(in: folder.path)
    #expect(try store.status(at: AnswerStoreTests.digest("place")) == .ok)
  }
}
