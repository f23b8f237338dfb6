import CHTML
import Glibc

/// The memory of one parse, released at once.
///
/// Gumbo frees its tree by recursion and node by node; an arena needs neither.
final class HTMLArena {
  private var blocks: [UnsafeMutableRawPointer] = []
  private var next: UnsafeMutableRawPointer?
  private var left = 0
  private static let blockSize = 256 * 1024

  deinit { for block in blocks { free(block) } }

  /// Makes gumbo allocate here.
  func use(in options: inout GumboOptions) {
    options.userdata = Unmanaged.passUnretained(self).toOpaque()
    options.allocator = { arena, size in
      Unmanaged<HTMLArena>.fromOpaque(arena!).takeUnretainedValue().allocate(size)
    }
    options.deallocator = { _, _ in }
  }

  /// Copies pieces one behind the other.
  func joined(_ pieces: [UnsafeBufferPointer<UInt8>]) -> UnsafeBufferPointer<UInt8> {
    let count = pieces.reduce(0) { $0 + $1.count }
    guard count > 0, let copy = allocate(count) else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    var offset = 0
    for piece in pieces where !piece.isEmpty {
      (copy + offset).copyMemory(from: piece.baseAddress!, byteCount: piece.count)
      offset += piece.count
    }
    return UnsafeBufferPointer(start: copy.assumingMemoryBound(to: UInt8.self), count: count)
  }

  private func allocate(_ size: Int) -> UnsafeMutableRawPointer? {
    let size = (size + 15) & ~15
    if size > left {
      let count = max(size, HTMLArena.blockSize)
      guard let block = malloc(count) else { fatalError("out of memory for an HTML tree") }
      blocks.append(block)
      if count > HTMLArena.blockSize { return block }
      next = block
      left = count
    }
    defer {
      next = next! + size
      left -= size
    }
    return next
  }
}
