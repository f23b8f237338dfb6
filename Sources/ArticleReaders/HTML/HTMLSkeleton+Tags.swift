import Glibc

extension HTMLSkeleton {
  /// Handles the start tag at `start`. Returns where to go on.
  mutating func startTag(_ start: Int, _ source: UnsafeBufferPointer<UInt8>) -> Int {
    let name = HTMLTagName(source, at: start + 1)
    let first = attributes.count
    guard let tag = readAttributes(from: start + 1 + name.count, source) else {
      attributes.removeSubrange(first...)
      return source.count  // a tag that the page's end cuts off is none
    }
    let end = tag.end
    var isKept = true
    var next = end
    var content: Range<Int>?
    switch name.kind {
    case .raw:
      let close =
        name.isScript
        ? scriptEnd(from: end, source) : find(name.closing, from: end, in: source)
      if name.isScript, isLinkedData(start..<end, source) {
        linkedData.append(end..<(close ?? source.count))
      }
      next =
        close.flatMap { tagEnd(from: $0 + name.closing.utf8CodeUnitCount, source) }
        ?? source.count
      isKept = !name.isScript && !name.isStyle
      if isKept {
        // `iframe` opens the body and closes a paragraph, as its like do; what it holds does not matter.
        attributes.removeSubrange(first...)
        begin(start..<next, attributes: first)
        bytes.append(
          contentsOf: UnsafeBufferPointer(rebasing: source[start..<start + 1 + name.count]))
        bytes.append(UInt8(ascii: ">"))
        bytes.append(
          contentsOf: UnsafeBufferPointer(
            start: name.closing.utf8Start, count: name.closing.utf8CodeUnitCount))
        bytes.append(UInt8(ascii: ">"))
        return next
      }
    case .escapable:
      next = find(name.closing, from: end, in: source) ?? source.count
      content = end..<next
    case .void, .closedByItself: break
    case .formatting: isKept = depth.beginFormatting(name.key)
    case .preformatted, .nesting, .foreign:
      // In SVG and MathML `/>` ends an element; it has no text and is left out.
      if tag.closesItself, name.kind == .foreign || foreign > 0 && !name.isHTML {
        isKept = false
        break
      }
      if name.kind == .foreign { foreign += 1 }
      if name.kind == .preformatted { preformatted += 1 }
      isKept = depth.begin(name.key)
      if !isKept, tooDeep == nil { tooDeep = start }
    }
    guard isKept else {
      attributes.removeSubrange(first...)
      return next
    }
    if name.needsAttributes, attributes.count - first <= HTMLSkeleton.mostAttributes {
      begin(start..<end, attributes: first)
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<end]))
    } else {
      begin(start..<end, attributes: first)
      bytes.append(
        contentsOf: UnsafeBufferPointer(rebasing: source[start..<start + 1 + name.count]))
      if tag.closesItself { bytes.append(UInt8(ascii: "/")) }
      bytes.append(UInt8(ascii: ">"))
    }
    if let content { addText(content, source) }
    if name.kind == .preformatted { return addFirstLineEnd(from: next, source) }
    return next
  }

  /// Where the `</script` of a script stands: not within a comment that has a `<script` of its own (HTML 13.2.5.21–31).
  func scriptEnd(from start: Int, _ source: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let close = find("</script", from: start, in: source) else { return nil }
    let before = UnsafeBufferPointer(rebasing: source[..<close])
    guard let open = find("<!--", from: start, in: before),
      find("-->", from: open + 2, in: before) == nil,
      find("<script", from: open, in: before) != nil
    else { return close }
    let next = close + 8
    guard let comment = find("-->", from: next, in: source) else {
      return find("</script", from: next, in: source) ?? close
    }
    let within = UnsafeBufferPointer(rebasing: source[..<comment])
    return find("</script", from: next, in: within)
      ?? find("</script", from: comment, in: source) ?? close
  }

  /// HTML drops a line end right behind `<pre>`.
  mutating func addFirstLineEnd(
    from start: Int, _ source: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var end = start
    if end < source.count, source[end] == 0x0D { end += 1 }
    if end < source.count, source[end] == 0x0A { end += 1 }
    if end > start { addRaw(start..<end, source) }
    return end
  }

  mutating func endTag(_ start: Int, _ source: UnsafeBufferPointer<UInt8>) -> Int {
    let name = HTMLTagName(source, at: start + 2)
    guard name.count > 0, name.startsWithLetter else {
      return comment(start..<after(0x3E, from: start, source))  // by the standard
    }
    guard let end = tagEnd(from: start + 2 + name.count, source) else { return source.count }
    var isKept = true
    switch name.kind {
    case .nesting, .preformatted, .foreign:
      isKept = depth.end(name.key)
      if name.kind == .preformatted { preformatted = max(0, preformatted - 1) }
      if name.kind == .foreign { foreign = max(0, foreign - 1) }
    case .formatting: depth.endFormatting(name.key)
    default: break
    }
    if isKept {
      begin(start..<end, attributes: attributes.count)
      bytes.append(
        contentsOf: UnsafeBufferPointer(rebasing: source[start..<start + 2 + name.count]))
      bytes.append(UInt8(ascii: ">"))
    }
    return end
  }

  /// Handles `<!…>` and `<?…>`: the document type is kept, CDATA is text in SVG and MathML, all else is a comment.
  mutating func declaration(_ start: Int, _ source: UnsafeBufferPointer<UInt8>) -> Int {
    if start + 3 < source.count, source[start + 2] == 0x2D, source[start + 3] == 0x2D {
      return comment(start..<commentEnd(start, source))
    }
    if foreign > 0, find("<![cdata[", from: start, in: source, only: true) != nil {
      let content = start + 9
      let close = find("]]>", from: content, in: source) ?? source.count
      guard content < close, texts.count < HTMLTextNumber.limit else {
        return min(close + 3, source.count)
      }
      begin(start..<content, attributes: attributes.count)
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<content]))
      addNumber(content..<close)
      begin(close..<min(close + 3, source.count), attributes: attributes.count)
      bytes.append(contentsOf: [0x5D, 0x5D, 0x3E])
      return min(close + 3, source.count)
    }
    let end = after(0x3E, from: start, source)
    if find("<!doctype", from: start, in: source, only: true) != nil, source[end - 1] == 0x3E {
      addRaw(start..<end, source)
      return end
    }
    return comment(start..<end)
  }

  /// Where the comment that begins at `start` ends: behind `-->`, also that of `<!-->`, or behind `--!>` (HTML 13.2.5.44–53).
  private func commentEnd(_ start: Int, _ source: UnsafeBufferPointer<UInt8>) -> Int {
    var index = start + 2
    while let dashes = find("--", from: index, in: source) {
      let next = dashes + 2
      if next < source.count, source[next] == 0x3E { return next + 1 }
      if dashes >= start + 4, next + 1 < source.count, source[next] == 0x21,
        source[next + 1] == 0x3E
      {
        return next + 2
      }
      index = dashes + 1
    }
    return source.count
  }

  /// Keeps an empty comment: texts before and behind a comment are two, and gumbo places them by themselves.
  mutating func comment(_ range: Range<Int>) -> Int {
    begin(range, attributes: attributes.count)
    bytes.append(contentsOf: "<!---->".utf8)
    return range.upperBound
  }
}
