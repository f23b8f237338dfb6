import ArticleModel
import Bytes

/// Finds what readers of a page wrote below its article: from a line such as `12 comments` to the last of the buttons to
/// reply that stand among what follows it.
enum CommentReader {
  /// How many buttons show that the lines are comments.
  private static let fewestReplies = 2
  /// The longest line that ends with a button, in bytes: `Ann Lee on 7 August 2014 Reply`.
  private static let longestButton = 80
  /// The length of a line of running text, in bytes.
  private static let running = 80
  /// How many such lines the article has above its comments, and the first comment at most.
  private static let fewestAbove = 2
  private static let mostInComment = 4

  /// Gives the lines of the comments their reason.
  static func mark(_ document: borrowing TextDocument, _ reasons: inout [Reason?]) {
    guard reasons.contains(.comments) else { return }
    let replies = document.lines.indices.filter { isReply(document, $0) }
    guard replies.count >= fewestReplies,
      let first = reasons[..<replies[0]].lastIndex(of: .comments),
      runningLines(document, 0..<first) >= fewestAbove,
      runningLines(document, first..<replies[0]) <= mostInComment
    else { return }
    for line in first...replies[replies.count - 1] where document.isFree(line) {
      reasons[line] = .comments
    }
  }

  private static func runningLines(_ document: borrowing TextDocument, _ lines: Range<Int>) -> Int {
    lines.count { document.lines[$0].count >= running }
  }

  /// Whether a line is a button to reply, or one stands behind a name and a time.
  private static func isReply(_ document: borrowing TextDocument, _ line: Int) -> Bool {
    let content = document.lines[line].content
    guard !content.isEmpty, content.count <= longestButton, document.isFree(line) else {
      return false
    }
    let start = document.listMarker(line)?.body ?? content.lowerBound
    let text = document.source[start..<content.upperBound]
    if text.count <= Lexicon.longestLine, isButton(text) { return true }
    guard document.lines[line].has.contains(.digit), let space = text.lastIndex(of: 0x20) else {
      return false
    }
    return isButton(text[(space + 1)...])
  }

  private static func isButton(_ text: ArraySlice<UInt8>) -> Bool {
    Lexicon.shared.tables.replyWords.contains(Lexicon.fold(text))
  }
}
