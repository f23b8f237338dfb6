/// An input as the cache knows it: its name and content.
struct InputKey {
  private let name: String
  private let content: Digest
  private let isDocument: Bool
  private let file: (path: String, identity: FileIdentity)?

  init(name: String, content: Digest, isDocument: Bool = false) {
    self.name = name
    self.content = content
    self.isDocument = isDocument
    file = nil
  }

  init(name: String, content: Digest, file path: String, _ identity: FileIdentity) {
    self.name = name
    self.content = content
    isDocument = false
    file = (path, identity)
  }

  /// The place of a plugin's record on the input: that of its name in the working folder.
  ///
  /// Documents that share a name each have a place of their own.
  func place(of plugin: CachedPlugin) -> Digest {
    var digest = Digest.Builder(of: "record")
    digest.add(plugin.place)
    digest.add(name)
    if isDocument { digest.add(content) }
    return digest.finish()
  }

  /// What a plugin's record on the input depends on, besides limits.
  func dependencies(_ plugin: Digest) -> Digest {
    var digest = Digest.Builder(of: "article")
    digest.add(plugin)
    digest.add(name)
    digest.add(content)
    return digest.finish()
  }

  /// Whether a worker that has read the file since has read what was digested.
  var isUnchanged: Bool {
    guard let file else { return true }
    if file.identity.isSettled { return FileIdentity(path: file.path) == file.identity }
    return FileDigest(path: file.path)?.content == content
  }
}
