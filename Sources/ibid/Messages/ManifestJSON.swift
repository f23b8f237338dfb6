import ArticleModel
import PluginHost

/// What `ibid plugins --json` says of a plugin, for programs.
enum ManifestJSON {
  /// One JSON object: what the manifest declares, and which functions there are.
  static func text(_ manifest: PluginManifest) -> String {
    var json = JSONWriter()
    json.beginObject()
    for (key, text) in [
      ("name", manifest.name), ("version", manifest.version), ("summary", manifest.summary),
    ] {
      json.key(key)
      json.value(text)
    }
    json.key("options")
    json.beginObject()
    for option in manifest.options {
      json.key(option.name)
      json.beginObject()
      json.key("type")
      json.value(option.type.rawValue)
      json.key("default")
      json.value(option.defaultValue)
      json.key("doc")
      json.value(option.doc)
      json.endObject()
    }
    json.endObject()
    json.key("reads")
    json.beginArray()
    for file in manifest.reads { json.value(file) }
    json.endArray()
    for (key, flag) in [
      ("writes", manifest.writes), ("merges", manifest.hasMerge), ("finishes", manifest.hasFinish),
    ] {
      json.key(key)
      json.value(flag)
    }
    if let result = manifest.result {
      json.key("result")
      result.write(to: &json)
    }
    json.endObject()
    return String(decoding: json.finish(), as: UTF8.self)
  }
}
