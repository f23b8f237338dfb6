import ArgumentParser
import CICU
import CLuaBridge
import CMarkdown
import CHTML
import CYAML
import CSQLite
struct Ibid: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "ibid", version: "0.1.0")
  func run() throws {
    print(String(cString: ibid_icu_version()), String(cString: cmark_version_string()), String(cString: sqlite3_libversion()), String(cString: yaml_get_version_string()))
    gumbo_destroy_output(nil, gumbo_parse("<p>x"))
  }
}
Ibid.main()
