import Glibc

/// The inputs that the paths of a command line name, in order, found as they are asked for.
///
/// A path is a file, a folder, a pattern such as `*.md`, `-` for standard input, a JSON Lines file of articles or
/// a web archive; all files may be compressed. Nothing is held but the names in the folders that are being
/// walked.
public final class InputSequence {
  private var paths: ArraySlice<String>
  private var list: FileList?
  private let fields: DocumentFields
  private let window: Range<Int>?
  private let ownPlaces: OwnPlaces
  /// How many inputs were found so far.
  private var position = 0
  private var walk: FolderWalk?
  private var lines: LineReader?
  private var archive: ArchiveReader?
  /// The path of `lines` or `archive`.
  private var collection = ""
  /// The pipe or device that is the next input, once it has been waited for.
  private var special: Int32?

  /// Checks that the paths lead somewhere and expands patterns.
  ///
  /// - Parameters:
  ///   - list: a file with further paths, one a line; `-` for standard input.
  ///   - fields: the keys of documents.
  ///   - window: which of the inputs are given, by their positions; `nil` for all.
  ///   - ownPlaces: what the run writes: what is found of it in folders is no input.
  /// - Throws: `RunError.noInput` when none of the paths exists and there is no list.
  init(
    paths: [String], list: String? = nil, fields: DocumentFields = DocumentFields(),
    window: Range<Int>? = nil, ownPlaces: OwnPlaces
  ) throws(RunError) {
    var expanded: [String] = []
    var missing: [String] = []
    for path in paths {
      let found = InputSequence.expanded(path)
      if found == [path], path != "-", PathKind.of(path) == .missing { missing.append(path) }
      expanded += found
    }
    if missing.count == expanded.count, list == nil { throw .noInput(missing) }
    self.paths = expanded[...]
    self.fields = fields
    self.window = window
    self.ownPlaces = ownPlaces
    self.list = try list.map { path throws(RunError) in try FileList(path: path) }
  }

  /// The paths that a pattern fits; any other path, and a pattern that fits none, itself.
  private static func expanded(_ path: String) -> [String] {
    guard PathPattern.isOne(path), PathKind.of(path) == .missing else { return [path] }
    let matches = PathPattern.matches(path)
    return matches.isEmpty ? [path] : matches
  }

  /// Checks that the paths lead somewhere and expands patterns; nothing is written where they lead.
  public convenience init(
    paths: [String], list: String? = nil, fields: DocumentFields = DocumentFields(),
    window: Range<Int>? = nil
  ) throws(RunError) {
    try self.init(
      paths: paths, list: list, fields: fields, window: window, ownPlaces: OwnPlaces([]))
  }

  /// The descriptor that `next()` may have to wait for, or `nil` when it will not wait.
  var awaitedDescriptor: Int32? {
    if let isReady = lines?.hasLine { return isReady ? nil : lines?.descriptor }
    if archive != nil || walk != nil { return nil }
    if let path = paths.first { return path == "-" ? STDIN_FILENO : openSpecial(path) }
    return list?.awaitedDescriptor
  }

  /// Opens a pipe or device without waiting for who writes to it, so that a signal can end the wait; `nil` for
  /// other files and where that fails, of which `next()` tells.
  private func openSpecial(_ path: String) -> Int32? {
    if special == nil, PathKind.of(path) == .special {
      let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
      special = descriptor < 0 ? nil : descriptor
    }
    return special
  }

  /// Reads a pipe or device to its end.
  private func readSpecial(_ path: String) throws(InputProblem) -> [UInt8] {
    guard let descriptor = special else { return try FileContents.unpacked(path: path) }
    special = nil
    defer { close(descriptor) }
    guard fcntl(descriptor, F_SETFL, O_RDONLY) == 0 else {
      throw InputProblem(SystemError.message())
    }
    return try FileContents.read(descriptor: descriptor)
  }

  /// The next input, or `nil` after the last.
  public func next() -> Input? {
    guard let window else { return find() }
    while position < window.upperBound, let input = find() {
      position += 1
      if position > window.lowerBound { return input }
    }
    return nil
  }

  private func find() -> Input? {
    while true {
      if lines != nil {
        if let input = nextDocument() { return input }
        lines = nil
      } else if archive != nil {
        if let input = nextRecord() { return input }
        archive = nil
      } else if walk != nil {
        guard let (path, problem) = walk!.next() else {
          walk = nil
          continue
        }
        if let problem { return Input(name: path, content: .unreadable(problem)) }
        if let input = open(path) { return input }
      } else if let path = paths.popFirst() {
        if let input = start(path) { return input }
      } else if list != nil {
        guard let (path, problem) = list!.next() else {
          list = nil
          continue
        }
        if let problem { return Input(name: path, content: .unreadable(problem)) }
        paths = InputSequence.expanded(path)[...]
      } else {
        return nil
      }
    }
  }

  /// Starts with a path of the command line; `nil` where it stands for several inputs.
  private func start(_ path: String) -> Input? {
    if path == "-" { return openStandardInput() }
    switch PathKind.of(path) {
    case .missing:
      return Input(name: path, content: .unreadable(InputProblem(SystemError.message())))
    case .file: return open(path)
    case .folder:
      do throws(InputProblem) { walk = try FolderWalk(path: path, ownPlaces: ownPlaces) } catch {
        return Input(name: path, content: .unreadable(error))
      }
      return nil
    case .special:
      do throws(InputProblem) {
        return Input(name: path, content: .bytes(try readSpecial(path)))
      } catch {
        return Input(name: path, content: .unreadable(error))
      }
    }
  }

  private func open(_ path: String) -> Input? {
    do throws(InputProblem) {
      switch InputFormat.kind(of: path) {
      case .documents: lines = try LineReader(path: path)
      case .archive: archive = try ArchiveReader(path: path)
      case .article, nil: return Input(name: path, content: .file(path: path))
      }
      collection = path
      return nil
    } catch {
      return Input(name: path, content: .unreadable(error))
    }
  }

  /// How many bytes of blank lines are looked past, about.
  private static let mostBlank = 1 << 16

  /// Standard input is JSON Lines where its first line that is not blank begins as a document, else one article.
  private func openStandardInput() -> Input? {
    do throws(InputProblem) {
      var reader = LineReader(stream: STDIN_FILENO)
      var blank: [UInt8] = []
      while blank.count < InputSequence.mostBlank, let line = try reader.peek(),
        InputSequence.isBlank(line)
      {
        blank += line + [UInt8(ascii: "\n")]
        _ = try reader.next()
      }
      guard let first = try reader.peek(),
        DocumentLine.beginsAsDocument(InputSequence.withoutMark(first), fields)
      else {
        return Input(name: "-", content: .bytes(blank + (try reader.rest())))
      }
      lines = consume reader
      collection = "-"
      return nil
    } catch {
      return Input(name: "-", content: .unreadable(error))
    }
  }

  private var linePlace: String { "\(collection):\(lines?.number ?? 0)" }

  private func nextDocument() -> Input? {
    while true {
      do throws(InputProblem) {
        guard let line = try lines!.next() else { return nil }
        if InputSequence.isBlank(line) { continue }
        return document(InputSequence.withoutMark(line), place: linePlace)
      } catch {
        return Input(name: linePlace, content: .unreadable(error))
      }
    }
  }

  private static func isBlank(_ line: [UInt8]) -> Bool { line.allSatisfy { $0 <= 0x20 } }

  /// A line without the byte order mark that some editors put in front.
  private static func withoutMark(_ line: [UInt8]) -> [UInt8] {
    line.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(line[3...]) : line
  }

  /// Names a document by its identifier, or else by its place, which then becomes its identifier.
  private func document(_ line: [UInt8], place: String) -> Input {
    guard DocumentLine.looksLikeDocument(line, fields) else {
      // An article that another program could not read keeps its name.
      let isTold = DocumentFields.range("problem", in: line) != nil
      let name = isTold ? DocumentLine.name(ofLine: line, fields) : nil
      let problem = DocumentLine.problem(of: line, fields)
      return Input(name: name ?? place, content: .unreadable(problem))
    }
    if let name = DocumentLine.name(ofLine: line, fields) {
      return Input(name: name, content: .document(line: line))
    }
    return Input(
      name: place, content: .document(line: DocumentLine.line(line, withName: place, fields)))
  }

  private func nextRecord() -> Input? {
    while true {
      let article: ArchivedArticle?
      do throws(InputProblem) {
        guard let record = try archive!.next() else { return nil }
        article = try ArchivedArticle(record)
      } catch {
        return Input(name: recordPlace, content: .unreadable(error))
      }
      if let article {
        return Input(
          name: article.address ?? recordPlace,
          content: .document(line: article.line(name: recordPlace, fields)))
      }
    }
  }

  private var recordPlace: String { "\(collection):\(archive?.number ?? 0)" }
}
