public import ArticleModel
import ArticleReaders

/// Reads the article of an input.
public enum ArticleLoader {
  /// Reads and parses an input.
  ///
  /// - Parameters:
  ///   - fields: the keys of documents in JSON Lines.
  ///   - format: the format to read it as; `nil` to find it out.
  /// - Throws: what keeps the bytes from being read; articles themselves never fail.
  public static func load(
    _ input: Input, fields: DocumentFields = DocumentFields(), format: ArticleFormat? = nil
  ) throws(InputProblem) -> Article {
    switch input.content {
    case .file(let path):
      return try read(path: path, name: input.name, format: format)
    case .bytes(let bytes): return ArticleReader.read(bytes, path: input.name, format: format)
    case .document(let line): return try load(try DocumentLine(line, fields), name: input.name)
    case .unreadable(let problem): throw problem
    }
  }

  /// Reads and parses what a line of a JSON Lines file names; `name` is used where it has no identifier.
  public static func load(_ document: DocumentLine, name: String) throws(InputProblem) -> Article {
    let name = document.name ?? name
    switch document.body {
    case .bytes(let bytes, let format): return ArticleReader.read(bytes, path: name, format: format)
    case .file(let path, let format):
      return try read(path: path, name: document.name ?? path, format: format)
    }
  }

  private static func read(
    path: String, name: String, format: ArticleFormat?
  ) throws(InputProblem) -> Article {
    let bytes = try FileContents.unpacked(path: path)
    var format = format
    if format == nil, let inside = Compression.of(name)?.inside {
      format = ArticleFormat.detect(path: inside, bytes: bytes)
    }
    return ArticleReader.read(bytes, path: name, format: format)
  }
}
