import Glibc

/// The digest of a file's content, with what the file was when it was read.
struct FileDigest {
  let content: Digest
  let identity: FileIdentity

  /// Takes a digest that is known.
  init(content: Digest, identity: FileIdentity) {
    self.content = content
    self.identity = identity
  }

  /// Reads a regular file to its end; `nil` where that fails or the file changes meanwhile.
  init?(path: String) {
    let descriptor = path.isEmpty ? -1 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    guard let identity = FileIdentity(descriptor: descriptor) else { return nil }
    var digest = Digest.Builder(of: "content")
    var isWhole = true
    let size = 1 << 17
    withUnsafeTemporaryAllocation(byteCount: size, alignment: 16) { buffer in
      while true {
        let count = read(descriptor, buffer.baseAddress!, size)
        if count < 0 && errno == EINTR { continue }
        isWhole = count >= 0
        if count <= 0 { return }
        digest.addPiece(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      }
    }
    guard isWhole, FileIdentity(descriptor: descriptor) == identity else { return nil }
    content = digest.finish()
    self.identity = identity
  }
}
