import CLuaBridge
import Glibc

extension PluginSession {
  /// Has a signal to this process write to standard error which Lua functions the main thread is in; what runs
  /// goes on.
  public static func traceRunningPlugin(on signal: Int32) {
    ibid_lua_trace_on(signal, STDERR_FILENO)
  }
}
