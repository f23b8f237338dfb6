/// A reader poll: a question, its answers and their votes.
public struct Poll: Sendable {
  /// The node of kind `poll`.
  public var node: Int32
  /// The question in the text arena.
  public var question: ByteSpan
  /// The answers, in `Article.pollOptions`.
  public var options: IndexSlice = .empty
  /// The number of votes: as the page says, else the sum over the answers; `nil` where neither is known.
  public var total: Int?
  /// Whether votes, percentages and total agree, up to rounding.
  public var isConsistent = true

  /// Makes the poll of `node`.
  public init(node: Int, question: ByteSpan) {
    self.node = Int32(node)
    self.question = question
  }
}

/// One answer of a poll.
public struct PollOption: Sendable {
  /// The answer in the text arena.
  public var label: ByteSpan
  /// The number of votes, or `nil` where the page gives only a percentage.
  public var votes: Int?
  /// The share from 0 to 100, or `nil` where the page gives only votes.
  public var percent: Double?
  /// The answer and its figures in the source.
  public var source: ByteSpan

  /// Makes an answer.
  public init(label: ByteSpan, votes: Int?, percent: Double?, source: ByteSpan) {
    self.label = label
    self.votes = votes
    self.percent = percent
    self.source = source
  }
}
