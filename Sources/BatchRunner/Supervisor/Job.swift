import Glibc

/// One request to a worker, from its sending to its last answer.
final class Job {
  /// What the answers are.
  enum Work {
    /// The records of an input.
    case article(ArticleWork)
    /// The merged value of a group of results.
    case merge(plugin: Int, group: ReductionTree.Group)
    /// The final value of a plugin.
    case finish(plugin: Int)
  }

  let work: Work
  /// What records call the input.
  let name: String
  /// The line, with its end.
  let request: [UInt8]
  /// How many calls of a plugin an answer takes, each of which has its time.
  let callCount: Int
  /// What a request to merge or finish is to the cache.
  let totalKey: TotalKey?
  /// A file in memory that the request names, open as long as the job may be sent again.
  private let descriptor: Int32?

  init(
    _ work: Work, name: String, request: [UInt8], callCount: Int = 1, totalKey: TotalKey? = nil,
    holding descriptor: Int32? = nil
  ) {
    self.work = work
    self.name = name
    self.request = request
    self.callCount = callCount
    self.totalKey = totalKey
    self.descriptor = descriptor
  }

  deinit { if let descriptor { close(descriptor) } }
}

/// The records of one input while they come together.
final class ArticleWork {
  /// The number of the input, counted from 0 in input order.
  let sequence: Int
  /// What the input is to the cache.
  let key: InputKey?
  /// The records that are there, in the order of the plugins.
  private(set) var records: [PlacedRecord?]

  /// Starts with the records that earlier runs have made.
  init(sequence: Int, key: InputKey?, records: [PlacedRecord?]) {
    self.sequence = sequence
    self.key = key
    self.records = records
  }

  /// The plugins whose records are not there, in the order in which a worker answers.
  var missing: [Int] { records.indices.filter { records[$0] == nil } }

  /// The plugin whose record comes next; `nil` where all are there.
  var next: Int? { records.firstIndex { $0 == nil } }

  /// Takes the record of the next plugin.
  func add(_ record: PlacedRecord) { if let next { records[next] = record } }

  /// All records, once they are there.
  var complete: [PlacedRecord]? {
    var present: [PlacedRecord] = []
    present.reserveCapacity(records.count)
    for record in records {
      guard let record else { return nil }
      present.append(record)
    }
    return present
  }
}

/// A record with the places of its files until its turn comes.
struct PlacedRecord {
  var line: RecordLine
  /// The digest of the line as the worker gave it, where there is a cache.
  var digest: Digest?
  /// Where the files lie that `line` names, in the same order.
  var staged: [String] = []
  /// Whether an earlier run made it.
  var isKept = false
}
