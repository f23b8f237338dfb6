import ArticleModel
import ArticleReaders

extension DocumentLine {
  /// An input as a line with its end, under the usual keys, and what kept it from being read.
  ///
  /// - Parameter fields: the keys of the line, where the input is one.
  public static func line(
    of input: Input, _ fields: DocumentFields
  ) -> (line: [UInt8], problem: InputProblem?) {
    do throws(InputProblem) {
      return (try read(input, fields) + [UInt8(ascii: "\n")], nil)
    } catch {
      return (
        line(input.name, "problem", Array(error.description.utf8)) + [UInt8(ascii: "\n")], error
      )
    }
  }

  private static func read(
    _ input: Input, _ fields: DocumentFields
  ) throws(InputProblem) -> [UInt8] {
    switch input.content {
    case .unreadable(let problem): throw problem
    case .file(let path): return line(input.name, try FileContents.unpacked(path: path))
    case .bytes(let bytes): return line(input.name, bytes)
    case .document(let line) where fields == DocumentFields(): return line
    case .document(let line):
      let document = try DocumentLine(line, fields)
      switch document.body {
      case .bytes(let bytes, let format):
        return self.line(input.name, DocumentFields().key(of: format), bytes)
      case .file(let path, _): return self.line(input.name, try FileContents.unpacked(path: path))
      }
    }
  }

  private static func line(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
    let path = Compression.of(name)?.inside ?? name
    let format = ArticleFormat.detect(path: path, bytes: bytes)
    let source = ArticleReader.utf8(bytes, format: format, charset: nil)
    return line(name, DocumentFields().key(of: format), source)
  }

  /// `{"id": name, key: text}`, or what `fields` say for `id`.
  static func line(
    _ name: String, _ key: String, _ text: [UInt8], _ fields: DocumentFields = DocumentFields()
  ) -> [UInt8] {
    var room: [UInt8] = []
    room.reserveCapacity(text.count + text.count / 8 + 256)
    var json = JSONWriter(appendingTo: room)
    json.beginObject()
    json.key(fields.id)
    json.value(name)
    json.key(key)
    json.value(utf8: text.span)
    json.endObject()
    return json.finish()
  }
}
