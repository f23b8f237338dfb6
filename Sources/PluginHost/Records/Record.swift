/// What one plugin made of one input: always one record, whatever happened.
public struct Record: Hashable, Sendable {
  /// The path or identifier of the article.
  public var input: String
  /// The plugin's name.
  public var plugin: String
  /// How it ended.
  public var status: RecordStatus
  /// The value that the plugin returned, as JSON text; `nil` where it returned none.
  public var result: [UInt8]?
  /// What it reported, in the order of its reports.
  public var findings: [Finding]
  /// The files that it wrote, relative to the output folder.
  public var files: [String]
  /// The files themselves, where they travel in the record; then they are those of `files`.
  public var contents: [PluginFile] = []
  /// Why the status is not `ok`.
  public var error: RecordError?

  /// Makes a record.
  public init(
    input: String, plugin: String, status: RecordStatus, result: [UInt8]? = nil,
    findings: [Finding] = [], files: [String] = [], error: RecordError? = nil
  ) {
    self.input = input
    self.plugin = plugin
    self.status = status
    self.result = result
    self.findings = findings
    self.files = files
    self.error = error
  }
}
