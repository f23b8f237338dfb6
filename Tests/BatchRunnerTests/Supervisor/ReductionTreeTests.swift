import Testing

@testable import BatchRunner

extension ReductionTree {
  fileprivate mutating func append(_ bytes: [UInt8]) { append(PartialValue(bytes: bytes)) }

  fileprivate mutating func merged(_ group: Group, into bytes: [UInt8]) {
    merged(group, into: PartialValue(bytes: bytes))
  }
}

struct ReductionTreeTests {
  /// A generator with a seed, so that a failure can be had again.
  private struct Random: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  /// Merging by joining is associative and not commutative: the total shows the order.
  @Test(
    arguments: [0, 1, 2, 63, 64, 65, 128, 4095, 4096, 4097, 4161, 40_000], 0..<5 as Range<UInt64>)
  func valuesAreMergedInOrderWhateverIsDoneFirst(_ count: Int, seed: UInt64) {
    var random = Random(state: UInt64(count) + 7 + seed << 32)
    var tree = ReductionTree()
    var waiting: [ReductionTree.Request] = []
    func takeAll() { while let request = tree.next() { waiting.append(request) } }
    func mergeOne() {
      let request = waiting.remove(at: Int.random(in: waiting.indices, using: &random))
      #expect(request.values.count <= ReductionTree.groupSize)
      let merged = request.values.flatMap(\.bytes)
      tree.merged(request.group, into: merged)
      takeAll()
      #expect(request.isLast == (tree.total != nil))
    }
    for value in 0..<count {
      tree.append([UInt8(value & 0xFF), UInt8(value >> 8)])
      takeAll()
      if !waiting.isEmpty, Bool.random(using: &random) { mergeOne() }
    }
    tree.close()
    takeAll()
    while !waiting.isEmpty { mergeOne() }
    let expected = (0..<count).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(tree.total?.bytes == (count == 0 ? nil : expected))
    #expect(tree.isEmpty == (count == 0))
  }

  /// Large values make small groups, so that not too many of them are held at once.
  @Test func groupsAreBoundedInBytes() {
    var tree = ReductionTree()
    for _ in 0..<5 { tree.append([UInt8](repeating: 1, count: ReductionTree.groupByteCount)) }
    var sizes: [Int] = []
    while let request = tree.next() { sizes.append(request.values.count) }
    #expect(sizes == [2, 2])
  }

  /// The groups, and with them the bytes of a total that is only nearly associative, follow from the count alone.
  @Test func groupsDoNotDependOnWhatIsDoneFirst() {
    func total(seed: UInt64) -> [UInt8]? {
      var random = Random(state: seed)
      var tree = ReductionTree()
      for value in 0..<200 { tree.append([UInt8(value)]) }
      tree.close()
      var waiting: [ReductionTree.Request] = []
      while true {
        while let request = tree.next() { waiting.append(request) }
        guard !waiting.isEmpty else { return tree.total?.bytes }
        let request = waiting.remove(at: Int.random(in: waiting.indices, using: &random))
        tree.merged(request.group, into: [0xFE] + request.values.flatMap(\.bytes) + [0xFF])
      }
    }
    #expect(total(seed: 1) != nil)
    #expect(Set((1...20).map { total(seed: $0) }).count == 1)
  }
}
