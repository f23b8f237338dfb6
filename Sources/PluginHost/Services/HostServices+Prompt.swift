import CLuaBridge

extension HostServices {
  /// `(place, names, description of a table)` → a line, or nil.
  func readPromptLine(_ arguments: HostArguments, _ reply: HostReply) {
    guard let prompt else { return }
    var entries: [DisplayTable.Entry] = []
    if case .table(let table)? = describe(arguments.bytes(2)).first { entries = table.entries }
    let names = arguments.string(1).split(separator: " ").map(String.init).sorted()
    let variables = names.map { name in
      let entry = entries.first {
        if case .string(let key) = $0.key { key.text == name } else { false }
      }
      return PluginVariable(name: name, value: entry?.value ?? .nil)
    }
    guard let line = prompt.readLine(at: arguments.string(0), variables: variables) else { return }
    reply.text(Array(line.utf8))
  }

  /// `(whether it worked, description or message)`
  func showPromptValues(_ arguments: HostArguments) {
    if arguments.boolean(0) {
      prompt?.show(describe(arguments.bytes(1)))
    } else {
      prompt?.show(error: arguments.string(1))
    }
  }

  /// Reads a description that the C side made.
  private func describe(_ bytes: UnsafeBufferPointer<UInt8>) -> [DisplayValue] {
    var reader = DescriptionReader(Array(bytes)) { handle in
      self.open.first { $0.handle == handle }?.view.article
    }
    return reader.readAll()
  }
}
