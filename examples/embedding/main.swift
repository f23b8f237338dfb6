// A Swift program with a plugin in it: EmbeddingExample PLUGIN.lua ARTICLE-TEXT
import ArticleReaders
import PluginHost

let (plugin, text) = (CommandLine.arguments[1], CommandLine.arguments[2])
let article = ArticleReader.read(Array(text.utf8), path: "letter.txt")
let session = try PluginSession(path: PluginLocator.standard().find(plugin))
let record = session.run(on: article)
print(record.status, record.result.map { String(decoding: $0, as: UTF8.self) } ?? "nothing")
if let error = record.error { print(error.message, error.pluginLine ?? "") }
