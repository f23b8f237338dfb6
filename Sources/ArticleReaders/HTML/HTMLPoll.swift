import ArticleModel

/// A reader poll of a page.
struct HTMLPoll {
  struct Answer {
    var label: [UInt8]
    var votes: Int?
    var percent: Double?
    var source: ByteSpan
  }

  /// The element that holds question and answers.
  var element: Int
  var question: [UInt8]
  var answers: [Answer]
  var total: Int?
}
