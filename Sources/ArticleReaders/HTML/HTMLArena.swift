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
