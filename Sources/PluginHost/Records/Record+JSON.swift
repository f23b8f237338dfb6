public import ArticleModel

extension Record {
  /// Writes the record as one JSON object: input, plugin, status, result, findings, files, error.
  ///
  /// Keys without a value are left out, so that equal work gives equal bytes.
  public func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("input")
    json.value(input)
    json.key("plugin")
    json.value(plugin)
    json.key("status")
    json.value(status.rawValue)
    if let result {
      json.key("result")
      json.raw(result)
    }
    if !findings.isEmpty {
      json.key("findings")
      json.beginArray()
      for finding in findings { finding.write(to: &json) }
      json.endArray()
    }
    if !contents.isEmpty {
      json.key("files")
      json.beginArray()
      for file in contents { file.write(to: &json) }
      json.endArray()
    } else if !files.isEmpty {
      json.key("files")
      json.beginArray()
      for file in files { json.value(file) }
      json.endArray()
    }
    if let error {
      json.key("error")
      error.write(to: &json)
    }
    json.endObject()
  }

  /// Reads a record from its JSON form; throws `RecordFormatError` that names the first wrong
  /// field.
  public init(json: JSONValue) throws {
    func text(_ key: String) throws -> String {
      guard let text = json[key]?.string else { throw RecordFormatError(field: key) }
      return text
    }
    guard let status = RecordStatus(rawValue: try text("status")) else {
      throw RecordFormatError(field: "status")
    }
    self.init(input: try text("input"), plugin: try text("plugin"), status: status)
    if let value = json["result"] {
      var writer = JSONWriter()
      writer.value(value)
      result = writer.finish()
    }
    findings = try (json["findings"]?.array ?? []).map(Finding.init(json:))
    files = (json["files"]?.array ?? []).compactMap { $0.string ?? $0["name"]?.string }
    error = try json["error"].map(RecordError.init(json:))
  }
}

extension PluginFile {
  /// Writes the file as one JSON object: its name, and its bytes as `text` where they are UTF-8, else as `base64`.
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("name")
    json.value(name)
    if let text = String(validating: bytes, as: UTF8.self) {
      json.key("text")
      json.value(text)
    } else {
      json.key("base64")
      json.value(Base64.text(bytes))
    }
    json.endObject()
  }
}

extension Finding {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("code")
    json.value(code)
    json.key("level")
    json.value(level.rawValue)
    json.key("message")
    json.value(message)
    if let line {
      json.key("line")
      json.value(line)
    }
    if let column {
      json.key("column")
      json.value(column)
    }
    if let kind {
      json.key("kind")
      json.value(kind)
    }
    json.endObject()
  }

  init(json: JSONValue) throws {
    guard let code = json["code"]?.string, let message = json["message"]?.string,
      let level = json["level"]?.string.flatMap(Severity.init(rawValue:))
    else { throw RecordFormatError(field: "findings") }
    self.init(
      code: code, level: level, message: message, line: json["line"]?.integer,
      column: json["column"]?.integer, kind: json["kind"]?.string)
  }
}

extension RecordError {
  /// Writes the error as one JSON object.
  public func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("message")
    json.value(message)
    if let pluginLine {
      json.key("plugin_line")
      json.value(pluginLine)
    }
    if let articleLine {
      json.key("article_line")
      json.value(articleLine)
    }
    if let articleColumn {
      json.key("article_column")
      json.value(articleColumn)
    }
    if let traceback {
      json.key("traceback")
      json.value(traceback)
    }
    json.endObject()
  }

  init(json: JSONValue) throws {
    guard let message = json["message"]?.string else { throw RecordFormatError(field: "error") }
    self.init(
      message: message, pluginLine: json["plugin_line"]?.string,
      articleLine: json["article_line"]?.integer,
      articleColumn: json["article_column"]?.integer, traceback: json["traceback"]?.string)
  }
}

/// A JSON value that is not a record.
public struct RecordFormatError: Error, Hashable, CustomStringConvertible {
  /// The field that is missing or of the wrong type.
  public var field: String

  public var description: String { "not a record: the field '\(field)' is missing or wrong" }
}
