/// Rows of symbols, each ending in terms: a trie whose edges are in one hash table.
struct TermTrie {
  /// A term: its number, and where its tokens begin.
  struct Term: BitwiseCopyable {
    var number: Int32
    var first: Int32
    /// The next term of the same node, or -1.
    fileprivate var next: Int32 = -1

    init(number: Int32, first: Int32) {
      self.number = number
      self.first = first
    }
  }

  private struct Node: BitwiseCopyable {
    var depth: Int32
    var firstTerm: Int32 = -1
    var lastTerm: Int32 = -1
  }

  private struct Edge: BitwiseCopyable {
    /// The node above and the symbol.
    var key: UInt64 = 0
    /// -1 where the slot is free.
    var node: Int32 = -1
  }

  private var nodes = Growing<Node>()
  private var terms = Growing<Term>()
  /// The nodes below the root by symbol, -1 for none.
  private var roots = Growing<Int32>()
  /// Open addressing, at most half full.
  private var edges: UnsafeMutablePointer<Edge>
  private var mask = 255
  private var edgeCount = 0

  init() {
    edges = .allocate(capacity: mask + 1)
    edges.initialize(repeating: Edge(), count: mask + 1)
  }

  func free() {
    nodes.free()
    terms.free()
    roots.free()
    edges.deallocate()
  }

  var isEmpty: Bool { terms.count == 0 }

  /// The bytes that it holds, about.
  var size: Int { nodes.count * 12 + terms.count * 12 + roots.count * 4 + mask * 16 }

  func depth(_ node: Int32) -> Int { Int(nodes.elements[Int(node)].depth) }

  /// The node below the root by a symbol.
  @inline(__always)
  func root(_ symbol: Int32) -> Int32? {
    guard Int(symbol) < roots.count else { return nil }
    let node = roots.elements[Int(symbol)]
    return node < 0 ? nil : node
  }

  /// The node below another by a symbol.
  func child(_ node: Int32, _ symbol: Int32) -> Int32? {
    let found = edges[slot(TermTrie.key(node, symbol))].node
    return found < 0 ? nil : found
  }

  /// Calls `body` with the terms that end at a node, in the order in which they came, `most` at most.
  func terms(_ node: Int32, most: Int, _ body: (Term) -> Void) {
    var term = nodes.elements[Int(node)].firstTerm
    var left = most
    while term >= 0, left > 0 {
      body(terms.elements[Int(term)])
      term = terms.elements[Int(term)].next
      left -= 1
    }
  }

  /// Adds a term at the end of at least one symbol.
  mutating func insert(_ path: [Int32], _ term: Term) {
    while roots.count <= Int(path[0]) { roots.append(-1) }
    var node = roots.elements[Int(path[0])]
    if node < 0 {
      node = newNode(depth: 1)
      roots.elements[Int(path[0])] = node
    }
    for (index, symbol) in path.enumerated().dropFirst() {
      if let next = child(node, symbol) {
        node = next
      } else {
        let next = newNode(depth: Int32(index + 1))
        if edgeCount * 2 > mask { grow() }
        let key = TermTrie.key(node, symbol)
        edges[slot(key)] = Edge(key: key, node: next)
        edgeCount += 1
        node = next
      }
    }
    let number = Int32(terms.count)
    terms.append(term)
    let last = nodes.elements[Int(node)].lastTerm
    if last >= 0 {
      terms.elements[Int(last)].next = number
    } else {
      nodes.elements[Int(node)].firstTerm = number
    }
    nodes.elements[Int(node)].lastTerm = number
  }

  private mutating func newNode(depth: Int32) -> Int32 {
    nodes.append(Node(depth: depth))
    return Int32(nodes.count - 1)
  }

  private static func key(_ node: Int32, _ symbol: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: symbol))
  }

  /// The slot that has a key, or the free one where it belongs.
  private func slot(_ key: UInt64) -> Int {
    let hash = key &* 0x9E37_79B9_7F4A_7C15
    var place = Int(truncatingIfNeeded: hash >> 32) & mask
    while edges[place].node >= 0, edges[place].key != key { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = UnsafeMutableBufferPointer(start: edges, count: mask + 1)
    mask = mask * 2 + 1
    edges = .allocate(capacity: mask + 1)
    edges.initialize(repeating: Edge(), count: mask + 1)
    for edge in old where edge.node >= 0 { edges[slot(edge.key)] = edge }
    old.deallocate()
  }
}
