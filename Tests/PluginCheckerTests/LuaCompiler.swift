import CLuaBridge

@testable import PluginHost

/// Lua's own verdict on a source.
enum LuaCompiler {
  static func compiles(_ source: [UInt8]) -> Bool {
    let services = HostServices(folder: PluginFolder(path: ""), limits: Limits(), print: nil)
    guard let state = LuaState(services: services, isDeterministic: true) else { return false }
    return source.withUnsafeBytes { bytes in
      ibid_lua_load(
        state.pointer, "source", bytes.bindMemory(to: CChar.self).baseAddress, bytes.count)
        == IBID_OK
    }
  }
}
