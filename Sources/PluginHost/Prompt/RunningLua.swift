import CLuaBridge

/// The Lua code that runs on this thread, in whichever session.
public enum RunningLua {
  /// Stops it; it ends as `skipped`. Safe in a signal handler on the thread that runs it.
  public static func interrupt() { ibid_lua_interrupt_thread() }
}
