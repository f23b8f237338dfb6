/// An input as the cache knows it: its name and content.
struct InputKey {
  let name: String
  private let content: Digest
  private let isDocument: Bool
  private let file: (path: String, identity: FileIdentity)?
  /// What was found at the place of the first plugin's record, where that was looked up already.
  var found: (place: Digest, answer: StoredAnswer?)?

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
    InputKey.place(of: plugin, name: name, document: isDocument ? content : nil)
  }

  /// The place of a plugin's record on a file of that name, or on a document.
  static func place(of plugin: CachedPlugin, name: String, document: Digest? = nil) -> Digest {
    var digest = Digest.Builder(of: "record")
    digest.add(plugin.place)
    digest.add(name)
    if let document { digest.add(document) }
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

  /// The file, where every later change to it will show in its times.
  var settledFile: FileDigest? {
    guard let file, file.identity.isSettled else { return nil }
    return FileDigest(content: content, identity: file.identity)
  }

  /// Whether a worker that has read the file since has read what was digested.
  var isUnchanged: Bool {
    guard let file else { return true }
    if file.identity.isSettled { return FileIdentity(path: file.path) == file.identity }
    return FileDigest(path: file.path)?.content == content
  }
}
