import ArticleModel
import PluginHost

/// What a worker was asked and what it answered.
struct WorkerTally {
  /// How many lines came.
  var lineCount = 0
  /// How many answers were written, by their status; a total counts as `ok`.
  private(set) var statuses: [RecordStatus: Int] = [:]

  mutating func count(_ status: RecordStatus) { statuses[status, default: 0] += 1 }

  /// The closing line, without its end: `{"closing":{"lines":2,"answers":2,"ok":2,"error":0,…}}`.
  var closingLine: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("closing")
    json.beginObject()
    json.key("lines")
    json.value(lineCount)
    json.key("answers")
    json.value(statuses.values.reduce(0, +))
    for status in RecordStatus.allCases where status != .crashed {
      json.key(status.rawValue)
      json.value(statuses[status, default: 0])
    }
    json.endObject()
    json.endObject()
    return json.finish()
  }
}

/// What whoever drives a worker wants to be sure of at its end.
public struct WorkerClosing: Sendable {
  /// How many lines have to come; `nil` where that is not known.
  public var expectedLineCount: Int?
  /// Whether a line with counts follows the last answer.
  public var hasLine: Bool

  /// Makes a wish.
  public init(expectedLineCount: Int? = nil, hasLine: Bool = false) {
    self.expectedLineCount = expectedLineCount
    self.hasLine = hasLine
  }
}
