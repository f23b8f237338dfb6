import ArticleModel
import CLuaBridge

/// The globals that a plugin finds, asked of a sandbox, so that they cannot differ from what is there.
public struct SandboxNames: Sendable {
  /// What there is.
  public static let standard = SandboxNames()

  /// The names of globals with those of their members; only tables have members.
  public let members: [String: Set<String>]

  /// What a plugin sees; what begins with `_` in it comes from here alone.
  private static let question = """
    local names = {}
    for name, value in pairs(_G) do
      local members = {}
      if type(value) == "table" and value ~= _G then
        for member in pairs(value) do members[#members + 1] = member end
      end
      names[name] = table.concat(members, " ")
    end
    return names
    """

  private init() {
    let services = HostServices(
      folder: PluginFolder(path: ""), limits: Limits(), canWrite: false, print: nil)
    var members: [String: Set<String>] = [:]
    if let state = LuaState(services: services, isDeterministic: true),
      state.load(Array(SandboxNames.question.utf8), name: "names") == IBID_OK,
      let names = (try? JSONParser.parse(state.manifest().json))?.members
    {
      for name in names {
        members[name.key] = Set((name.value.string ?? "").split(separator: " ").map(String.init))
      }
    }
    self.members = members
  }
}
