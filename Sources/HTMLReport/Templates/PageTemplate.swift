import CReport

/// A Mustache template, rendered by kainjow's library.
struct PageTemplate: ~Copyable {
  private let page: OpaquePointer

  /// Parses a template of this target; one with a mistake is a bug and traps.
  ///
  /// `{{>name}}` is replaced by the text of a partial before parsing: the library would parse it again for each
  /// use.
  init(_ file: ibid_page_file, partials: [(name: String, file: ibid_page_file)] = []) {
    var text = file.text
    for partial in partials {
      text = text.replacing("{{>\(partial.name)}}", with: partial.file.text)
    }
    var error: UnsafePointer<CChar>?
    let utf8 = Array(text.utf8)
    page = ibid_template_parse(utf8, utf8.count, &error)
    if let error { preconditionFailure("a template of the report: \(String(cString: error))") }
  }

  deinit { ibid_template_free(page) }

  /// The page for some values, with a line end.
  func render(_ values: TemplateMap) -> [UInt8] {
    let builder = TemplateBuilder()
    values.build(builder)
    return builder.render(page) + [UInt8(ascii: "\n")]
  }
}

/// Hands values over to the library.
final class TemplateBuilder {
  private let values = ibid_values_make()!

  deinit { ibid_values_free(values) }

  func add(_ value: TemplateValue, for key: String) {
    switch value {
    case .absent: break
    case .flag(let flag): ibid_values_flag(values, key, flag ? 1 : 0)
    case .text(var text):
      text.withUTF8 { ibid_values_text(values, key, $0.baseAddress, $0.count) }
    case .list(let elements):
      ibid_values_begin_list(values, key)
      for element in elements { add(element, for: "") }
      ibid_values_end(values)
    case .map(let map):
      ibid_values_begin_map(values, key)
      map.build(self)
      ibid_values_end(values)
    }
  }

  fileprivate func render(_ page: OpaquePointer) -> [UInt8] {
    var bytes: [UInt8] = []
    withUnsafeMutablePointer(to: &bytes) { bytes in
      ibid_template_render(
        page, values,
        { context, piece, count in
          context!.assumingMemoryBound(to: [UInt8].self).pointee
            .append(contentsOf: UnsafeBufferPointer(start: piece, count: count))
        }, bytes)
    }
    return bytes
  }
}
