import Glibc

/// One request to a worker, from its sending to its last answer.
final class Job {
  /// What the answers are.
  enum Work {
    /// The records of the input with this number, counted from 0 in input order.
    case article(sequence: Int)
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
  /// The answers so far, for an article.
  var records: [PlacedRecord] = []
  /// A file in memory that the request names, open as long as the job may be sent again.
  private let descriptor: Int32?

  init(_ work: Work, name: String, request: [UInt8], holding descriptor: Int32? = nil) {
    self.work = work
    self.name = name
    self.request = request
    self.descriptor = descriptor
  }

  deinit { if let descriptor { close(descriptor) } }
}

/// A record with the places of its files until its turn comes.
struct PlacedRecord {
  var line: RecordLine
  /// Where the files lie that `line` names, in the same order.
  var staged: [String] = []
}
