import ArticleModel
import CMarkdownArena
import Testing

@testable import ArticleReaders

@Suite("The memory of Markdown's trees")
struct MarkdownArenaTests {
  @Test("Pieces are zeroed, aligned and apart, and keep their bytes as they grow", arguments: 1...3)
  func piecesKeepTheirBytes(round: Int) {
    // Twice, as the first block is used again.
    for _ in 0..<2 {
      ibid_markdown_arena_open()
      defer { ibid_markdown_arena_close() }
      let memory = ibid_markdown_memory()!.pointee
      var pieces: [(memory: UnsafeMutableRawPointer, count: Int, byte: UInt8)] = []
      for number in 0..<400 {
        let count = number * number * round / 4 % 40_000
        let piece = memory.calloc(1, count)!
        #expect(Int(bitPattern: piece) % 16 == 0)
        #expect((0..<count).allSatisfy { piece.load(fromByteOffset: $0, as: UInt8.self) == 0 })
        let byte = UInt8(truncatingIfNeeded: number)
        piece.initializeMemory(as: UInt8.self, repeating: byte, count: count)
        pieces.append((piece, count, byte))
        if number % 3 == 0 {
          let grown = pieces[number / 2]
          let room = grown.count * 3 + 1
          let moved = memory.realloc(grown.memory, room)!
          (moved + grown.count).initializeMemory(
            as: UInt8.self, repeating: grown.byte, count: room - grown.count)
          pieces[number / 2] = (moved, room, grown.byte)
        }
        if number % 7 == 0 {
          memory.free(pieces[number / 7].memory)
          pieces[number / 7] = (memory.calloc(1, 1)!, 0, 0)
        }
      }
      for piece in pieces {
        #expect(
          (0..<piece.count).allSatisfy {
            piece.memory.load(fromByteOffset: $0, as: UInt8.self) == piece.byte
          })
      }
      memory.free(nil)
    }
  }

  private func read(_ source: [UInt8]) -> Article {
    ArticleReader.read(source, path: "t", format: .markdown)
  }

  @Test func readsOneTextAfterAnother() {
    let long = Array(
      (String(repeating: "word [^1] *more* ", count: 5_000) + "\n\n[^1]: Note.\n").utf8)
    let short = Array("# Title\n\nText.\n".utf8)
    let first = read(short)
    for _ in 0..<3 {
      #expect(read(long).references.count == 5_000)
      #expect(read(short).nodes.count == first.nodes.count)
    }
  }
}
