import Glibc

/// Where a plugin comes from.
public enum PluginSource: Hashable, Sendable {
  case folder(String)
  /// `.tar`, `.tar.gz`, `.tgz` or `.zip`.
  case archive(String)
  /// A repository of git and a tag or branch of it.
  case repository(url: String, tag: String)

  /// Reads what the user wrote: a path, or `URL@TAG`.
  public init(_ text: String) throws(RunError) {
    if PathKind.of(text) == .folder {
      self = .folder(text)
      return
    }
    if PathKind.of(text) == .file {
      guard PluginSource.archiveEndings.contains(where: { text.hasSuffix($0) }) else {
        throw .store(
          "'\(text)' is no archive",
          hint: "archives end in \(PluginSource.archiveEndings.joined(separator: ", "))")
      }
      self = .archive(text)
      return
    }
    guard text.contains("://") || text.hasPrefix("git@") || text.contains(".git@") else {
      throw .store(
        "no such folder or archive: '\(text)'",
        hint: "a repository of git is named with its tag: https://example.org/plugin.git@v1.0.0")
    }
    let slash = text.lastIndex(of: "/") ?? text.startIndex
    guard let at = text[slash...].lastIndex(of: "@"), text.index(after: at) < text.endIndex else {
      throw .store(
        "'\(text)' names no tag", hint: "write \(text)@TAG, so that the same files come every time")
    }
    let tag = String(text[text.index(after: at)...])
    guard !tag.hasPrefix("-"), !text.hasPrefix("-") else {
      throw .store("'\(tag)' cannot be a tag", hint: nil)
    }
    self = .repository(url: String(text[..<at]), tag: tag)
  }

  private static let archiveEndings = [".tar.gz", ".tgz", ".tar", ".zip"]

  /// Puts the files into an empty folder; what the lock says of where they come from.
  func fetch(into folder: String) throws(RunError) -> (source: String, commit: String?) {
    switch self {
    case .folder(let path):
      for file in try PluginContent(folder: path).files {
        try PluginStore.write(file.bytes, to: "\(folder)/\(file.name)")
      }
      return (path, nil)
    case .archive(let path):
      for file in try ArchiveFiles(path: path).files {
        try PluginStore.write(file.bytes, to: "\(folder)/\(file.name)")
      }
      return (path, nil)
    case .repository(let url, let tag):
      // `ext::` would run any command; submodules and hooks are not needed.
      try SystemProgram.run([
        "git", "-c", "protocol.ext.allow=never", "-c", "core.symlinks=true", "-c",
        "core.hooksPath=/dev/null", "-c", "advice.detachedHead=false", "clone", "--quiet",
        "--depth",
        "1", "--no-recurse-submodules", "--branch", tag, "--", url, folder,
      ])
      let commit = try SystemProgram.run(["git", "-C", folder, "rev-parse", "HEAD"])
      return ("\(url)@\(tag)", String(decoding: commit.prefix { $0 > 0x20 }, as: UTF8.self))
    }
  }
}
