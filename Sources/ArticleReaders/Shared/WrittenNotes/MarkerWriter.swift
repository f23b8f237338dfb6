import ArticleModel

/// Writes a text of a builder's arena anew without the markers of references, which get a place in its runs.
struct MarkerWriter {
  /// The runs of the text as it was; empty where it was all plain.
  private let runs: [Run]
  /// The bytes of the block, or of its part that is written next, in the source.
  var source: ByteSpan { didSet { cursor = source.start } }
  /// Where in the source the next marker is looked for.
  private var cursor: Int
  /// How many markers were looked for in vain, each time to the end of the block.
  private var misses = 0
  static let mostMisses = 64

  init(runs: [Run], source: ByteSpan) {
    self.runs = runs
    self.source = source
    cursor = source.start
  }

  /// Gives a node a text of the arena without its markers.
  mutating func write(
    _ range: Range<Int>, _ markers: [WrittenNotes.Marker], to node: Int,
    _ builder: inout ArticleBuilder
  ) {
    let (text, runs) = text(range, markers[...], of: node, &builder)
    builder.update(node) { $0.text = text }
    builder.setRuns(runs, of: node)
  }

  /// A text of the arena without its markers, and its runs.
  mutating func text(
    _ range: Range<Int>, _ markers: ArraySlice<WrittenNotes.Marker>, of node: Int,
    _ builder: inout ArticleBuilder
  ) -> (ByteSpan, [Run]) {
    let start = builder.text.count
    var written: [Run] = []
    var from = range.lowerBound
    let first = markers.firstIndex(ofRising: range.lowerBound) { $0.place.lowerBound }
    let end = markers.firstIndex(ofRising: range.upperBound) { $0.place.lowerBound }
    var left = markers[first..<end]
    for run in pieces(of: range) {
      from = max(from, run.text.start)
      while let marker = left.first, marker.place.lowerBound < run.text.end {
        left.removeFirst()
        copy(from..<max(from, marker.place.lowerBound), run, start, &written, &builder)
        from = marker.place.upperBound
        if TextEmitter.closesUp(builder.text, from, range.upperBound) {
          builder.trimTextEnd(to: start)
          TextEmitter.cut(&written, at: builder.textEnd)
        }
        written.append(reference(marker, of: node, &builder))
      }
      if run.reference >= 0 {
        let end = UInt32(builder.textEnd)
        builder.updateReference(Int(run.reference)) { reference in
          reference.node = Int32(node)
          reference.textOffset = end
        }
        written.append(Run(style: .reference, text: place(in: builder), reference: run.reference))
      } else {
        copy(from..<max(from, run.text.end), run, start, &written, &builder)
      }
    }
    builder.trimTextEnd(to: start)
    TextEmitter.cut(&written, at: builder.textEnd)
    written.removeAll { $0.reference < 0 && $0.text.isEmpty && $0.href.isEmpty }
    if written.allSatisfy({ $0.style.isEmpty }) { written = [] }
    return (ByteSpan(start..<builder.textEnd), written)
  }

  /// The runs of a part of the text, with plain ones where there are none.
  private func pieces(of range: Range<Int>) -> [Run] {
    var pieces: [Run] = []
    var end = range.lowerBound
    var next = runs.firstIndex(ofRising: range.lowerBound) { $0.text.start }
    if next > 0, runs[next - 1].text.end > range.lowerBound { next -= 1 }
    for run in runs[next...] {
      let isLast = run.text.isEmpty && run.text.start == range.upperBound
      guard run.text.start < range.upperBound || isLast else { break }
      let start = max(run.text.start, end)
      if start > end { pieces.append(Run(style: [], text: ByteSpan(end..<start))) }
      end = max(start, min(run.text.end, range.upperBound))
      pieces.append(
        Run(style: run.style, text: ByteSpan(start..<end), href: run.href, reference: run.reference)
      )
    }
    if end < range.upperBound {
      pieces.append(Run(style: [], text: ByteSpan(end..<range.upperBound)))
    }
    return pieces
  }

  /// Copies bytes of the arena to its end, in the style of a run.
  private func copy(
    _ range: Range<Int>, _ run: Run, _ start: Int, _ written: inout [Run],
    _ builder: inout ArticleBuilder
  ) {
    guard !range.isEmpty else { return }
    var from = range.lowerBound
    // No text begins with the space behind a marker.
    while builder.text.count == start, from < range.upperBound, builder.text[from] == 0x20 {
      from += 1
    }
    var run = run
    run.text = builder.appendText(Array(builder.text[from..<range.upperBound]))
    written.append(run)
  }

  private mutating func reference(
    _ marker: WrittenNotes.Marker, of node: Int, _ builder: inout ArticleBuilder
  ) -> Run {
    var found = marker.found
    found.marker = source.start..<source.start
    if misses < MarkerWriter.mostMisses {
      let range = cursor..<max(cursor, source.end)
      if let place = MarkerPlace.find(builder.text[marker.place], in: range, builder) {
        found.marker = place
        cursor = place.upperBound
      } else {
        misses += 1
      }
    }
    let reference = builder.addReference(found, node: node)
    return Run(style: .reference, text: self.place(in: builder), reference: Int32(reference))
  }

  private func place(in builder: borrowing ArticleBuilder) -> ByteSpan {
    ByteSpan(offset: builder.textEnd, count: 0)
  }
}
