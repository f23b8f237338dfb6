import ArticleModel
import ArticleReaders
import PluginHost

@testable import REPL

/// An article with one of everything that the prompt draws, and a workspace that remembers what it says.
enum Sample {
  static let markdown = """
    # Lamps of the delta

    The keepers wrote a log[^1] each night. It had 北灯守 on its spine.

    ## Figures

    | Station | Lamps | Opened |
    |---------|------:|--------|
    | Low Head | 2 | 1874 |
    | 北の港 | 12 | 1901 |

    > Keep the high lamp above the low lamp.

    - oil
    - wicks

    [^1]: Kept in the archive. https://www.example.org/log
    """

  static let poll = """
    Lamps at night

    By Ada Finch

    The council asked the harbour what it would rather see burning at night, and got an answer.

    Which lamp should stay?

    The high lamp
    30 (60%)
    The low lamp
    20 (40%)

    Total votes: 50

    Nobody was surprised by that, least of all the keepers who had lit them both for forty years.
    """

  static func article(_ text: String = markdown, _ format: ArticleFormat = .markdown) -> Article {
    ArticleReader.read(
      Array(text.utf8), path: "lamps.\(format == .text ? "txt" : "md")", format: format)
  }
}

/// What a workspace said.
final class Said {
  var lines: [String] = []
  var complaints: [String] = []

  func take() -> [String] {
    defer { lines = [] }
    return lines
  }
}

extension Workspace {
  /// A workspace with the sample article, on a page without looks.
  static func sample(
    _ said: Said, columns: Int = 60, rows: Int = 24, isWhole: Bool = false,
    article: Article = Sample.article()
  ) throws -> Workspace {
    let output = PromptOutput(
      write: {
        said.lines += $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      },
      complain: {
        said.complaints += $0.split(separator: "\n", omittingEmptySubsequences: false).map(
          String.init)
      })
    let workspace = try Workspace(output: output) {
      Page(columns: columns, rows: rows, isWhole: isWhole)
    }
    workspace.session.open(article)
    return workspace
  }
}
