/// A file that the user gave for an option of type `file`.
public struct OptionFile: Hashable, Sendable {
  /// The option's name.
  public var option: String
  public var path: String
  /// Its content in UTF-8, without a byte order mark.
  var text: [UInt8]
}

extension PluginManifest {
  /// Reads the files that the settings name for options of type `file`.
  ///
  /// - Parameter folder: where relative paths begin; empty for the working folder.
  func files(
    _ settings: [(name: String, value: String)], folder: String
  ) throws(PluginError) -> [OptionFile] {
    var files: [OptionFile] = []
    for option in options where option.type == .file {
      // The last of several settings counts, as for other options.
      guard let setting = settings.last(where: { $0.name == option.name }) else { continue }
      let isRelative = !folder.isEmpty && !setting.value.hasPrefix("/")
      let path = isRelative ? "\(folder)/\(setting.value)" : setting.value
      let text = try read(option, setting.value, path)
      files.append(OptionFile(option: option.name, path: path, text: text))
    }
    return files
  }

  private func read(
    _ option: OptionDeclaration, _ value: String, _ path: String
  ) throws(PluginError) -> [UInt8] {
    func misfit(_ problem: String) -> PluginError {
      .badOption(plugin: name, name: option.name, value: value, problem: problem, path: self.path)
    }
    var text: [UInt8]
    do { text = try PluginFolder.read(at: path) } catch { throw misfit(error.problem) }
    if let maximum = option.maximum, Double(text.count) > maximum {
      throw misfit("larger than \(OptionDeclaration.shown(maximum)) bytes")
    }
    if let minimum = option.minimum, Double(text.count) < minimum {
      throw misfit("smaller than \(OptionDeclaration.shown(minimum)) bytes")
    }
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
    do { _ = try UTF8Span(validating: text.span) } catch {
      throw .badText(path: path, offset: error.byteOffsets.lowerBound, option: option.name)
    }
    return text
  }
}
