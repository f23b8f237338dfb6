import ArticleModel
import PluginHost

extension Workspace {
  /// Shows the source lines of what an expression gives, with two lines around them.
  func source(_ text: String) -> Ending {
    var ending = Ending.done
    let evaluated = evaluate(text) { values in
      guard case .handle(let handle)? = values.first, let lines = Workspace.lines(of: handle) else {
        ending = self.fail(
          "'\(text)' has no place in a source", hint: "try :source article.blocks[1]")
        return
      }
      self.say(SourceText(article: handle.article, lines: lines, page: self.page()).lines)
    }
    return evaluated == .done ? ending : evaluated
  }

  /// The source lines of a part of an article, from 1, or `nil` where it has none.
  private static func lines(of handle: DisplayHandle) -> ClosedRange<Int>? {
    let article = handle.article
    func one(_ line: UInt32) -> ClosedRange<Int> { Int(line)...Int(line) }
    switch handle.type {
    case "article": return 1...article.lines.count
    case "reference": return one(article.references[handle.index].line)
    case "diagnostic": return one(article.diagnostics[handle.index].line)
    case "front_matter": return one(article.frontMatter[handle.index].line)
    default:
      guard NodeKind(rawValue: handle.type) != nil, article.nodes.indices.contains(handle.index)
      else {
        return nil
      }
      let node = article.nodes[handle.index]
      return Int(node.line)...max(Int(node.lastLine), Int(node.line))
    }
  }
}
