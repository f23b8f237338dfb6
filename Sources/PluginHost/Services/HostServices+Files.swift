import ArticleModel
import ArticleReaders
import CLuaBridge

extension HostServices {
  /// (code, level, message, line?, column?, kind?)
  func report(_ arguments: HostArguments, _ reply: HostReply) {
    let level = arguments.string(1)
    guard let severity = Severity(rawValue: level) else {
      let names = Severity.allCases.map(\.rawValue)
      let hint = suggestion(for: level, among: names).map { "; did you mean '\($0)'?" } ?? ""
      return reply.badArgument(2, "'level' has to be info, warning or error, got '\(level)'\(hint)")
    }
    let finding = Finding(
      code: arguments.string(0), level: severity, message: arguments.string(2),
      line: arguments.integer(3), column: arguments.integer(4),
      kind: arguments.isNil(5) ? nil : arguments.string(5))
    if let problem = add(finding) { reply.fail(problem) }
  }

  /// (format, text) → an article.
  func readArticle(_ arguments: HostArguments, _ reply: HostReply) {
    let name = arguments.string(0)
    guard let format = ArticleFormat(rawValue: name) else {
      let names = ArticleFormat.allCases.map(\.rawValue)
      return reply.badArgument(1, "format \(names.joined(separator: ", ")) expected, got '\(name)'")
    }
    read(arguments.bytes(1), path: "(\(name))", format: format, reply)
  }

  /// (article, source) → the article that the source is now, under the same name and in the same
  /// format.
  func readEdited(_ arguments: HostArguments, _ reply: HostReply) {
    guard let article = open.first(where: { $0.handle == Int64(arguments.integer(0) ?? 0) }) else {
      return reply.fail("this article is no longer open")
    }
    let original = article.view.article
    read(arguments.bytes(1), path: original.path, format: original.format, reply)
  }

  private func read(
    _ text: UnsafeBufferPointer<UInt8>, path: String, format: ArticleFormat, _ reply: HostReply
  ) {
    guard countRead(text.count) else {
      return reply.fail("more than \(limits.memory / 8 >> 20) MB of text read for one article")
    }
    let handle = openArticle(ArticleReader.read(Array(text), path: path, format: format))
    if handle == 0 { reply.fail("not enough memory") } else { reply.handle(handle) }
  }

  /// (name) → the text of a file that the manifest names.
  func readFile(_ arguments: HostArguments, _ reply: HostReply) {
    let name = arguments.string(0)
    if let noun { return reply.fail("a \(noun) reads no files") }
    guard let manifest else {
      return reply.fail(
        "files can be read once the manifest is known: call read_file inside 'article'")
    }
    guard manifest.reads.contains(name) else {
      let hint = suggestion(for: name, among: manifest.reads).map { "; did you mean '\($0)'?" }
      return reply.fail("'\(name)' is not in the manifest's 'reads'\(hint ?? "")")
    }
    do {
      reply.text(try folder.read(name))
    } catch {
      reply.fail("cannot read '\(name)': \(error.problem)")
    }
  }

  /// (name, text)
  func writeFile(_ arguments: HostArguments, _ reply: HostReply) {
    let file = PluginFile(name: arguments.string(0), bytes: Array(arguments.bytes(1)))
    if let problem = add(file) { reply.fail("cannot write '\(file.name)': \(problem)") }
  }

  /// (module name) → its source, or nothing.
  func findModule(_ arguments: HostArguments, _ reply: HostReply) {
    let name = arguments.string(0)
    switch name {
    case "ibid": return reply.text(Array("return ibid".utf8))
    case "json", "ibid.json": return reply.text(Array("return ibid.json".utf8))
    case "csv", "ibid.csv": return reply.text(Array("return ibid.csv".utf8))
    default: break
    }
    guard HostServices.isModuleName(name) else {
      return reply.fail(
        "module '\(name)': a module's name has letters, digits, '_' and single dots")
    }
    let file = name.split(separator: ".").joined(separator: "/") + ".lua"
    do {
      reply.text(try folder.read(file))
    } catch  where error.isMissing {
      let owner = noun ?? "plugin"
      reply.fail("module '\(name)' not found: there is no \(file) in the \(owner)'s folder")
    } catch {
      reply.fail("module '\(name)': \(error.problem)")
    }
  }

  private static func isModuleName(_ name: String) -> Bool {
    let parts = Array(name.utf8).split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty
        && part.allSatisfy { byte in
          switch byte {
          case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"): true
          default: byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
          }
        }
    }
  }
}
