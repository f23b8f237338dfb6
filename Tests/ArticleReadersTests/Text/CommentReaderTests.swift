import ArticleModel
import Testing

@Suite("Comments of readers")
struct CommentReaderTests {
  private static let prose =
    "The weir was built by the monks of Dore in the year 1310, and it was mended in 1822 by the parish.\n\n"
  private static let said = "I have fished there for all of my life, and nobody asked me.\n\n"

  private static func comments(_ reply: String) -> String {
    "Ann Lee\n\n\(said)\(reply)\n\nKeeper\n\nThe parish did.\n\n\(reply)\n\n"
  }

  @Test(
    "What stands among buttons to reply, below the number of comments, is no part of the article",
    arguments: [
      ("2 comments", "Reply"), ("View comments (2)", "  • reply"), ("2 Kommentare", "Antworten"),
      ("Commentaires (2)", "Répondre"), ("2 комментария", "Ответить"), ("2条评论", "回复"),
      ("留言列表 (2)", "藍天 於 2014/01/01 20:37 回覆"), ("2件のコメント", "返信"),
    ])
  func section(heading: String, reply: String) {
    let article = readText(
      "The weir\n\n\(Self.prose)\(Self.prose)\(heading)\n\n\(Self.comments(reply))"
        + "Notes\n\n[1] Deeds of the abbey.\n")
    #expect(article.texts(.paragraph).count == 2)
    #expect(article.texts(.heading) == ["Notes"])
    #expect(article.texts(.footnote) == ["Deeds of the abbey."])
    #expect(uncoveredLines(article).isEmpty)
    #expect(article.boilerplate.allSatisfy { article.nodes[$0].reason == .comments })
  }

  @Test(
    "Without such buttons below the text nothing is taken for a comment",
    arguments: [
      ("2 comments", ""), ("The keepers", "Reply"), ("2 comments", "No reply came for 3 days."),
    ])
  func others(heading: String, reply: String) {
    let article = readText(
      "The weir\n\n\(Self.prose)\(heading)\n\n\(Self.comments(reply))\(Self.prose)")
    #expect(article.texts(.paragraph).contains(String(Self.said.dropLast(2))))
  }

  @Test(
    "A number of comments above an article makes nothing of it a comment",
    arguments: [
      "2 comments\n\nReply\n\nReply\n\n\(prose)\(prose)",
      "\(said)\(prose)2 comments\n\n\(prose)\(prose)What readers say\n\n\(comments("Reply"))",
      "\(prose)\(prose)2 comments\n\n\(prose)\(prose)\(prose)\(prose)\(prose)\(comments("Reply"))",
    ])
  func above(text: String) {
    let article = readText("The weir\n\n\(text)")
    #expect(article.texts(.paragraph).filter { $0 == Self.prose.dropLast(2) }.count >= 2)
  }
}
