import CLuaBridge

/// Where a plugin spent its time and its memory: a tree of calls.
///
/// Totals are exact; how they are shared among the functions is estimated from samples of the stack.
public struct PluginProfile: Hashable, Sendable {
  /// A function in the place where it was called, with its own costs.
  public struct Node: Hashable, Sendable {
    /// Index of the caller, smaller than its own; -1 for the root.
    public var parent: Int
    /// Which of `functions`; -1 for the root, which has what no sample was taken of.
    public var function: Int
    /// CPU time without that of the calls it made.
    public var nanoseconds: Int
    /// What it allocated in Lua, in bytes, and how many times.
    public var bytes: Int
    public var allocations: Int

    /// Makes a node.
    public init(parent: Int, function: Int, nanoseconds: Int, bytes: Int, allocations: Int) {
      self.parent = parent
      self.function = function
      self.nanoseconds = nanoseconds
      self.bytes = bytes
      self.allocations = allocations
    }
  }

  /// The names of functions: `plugin.lua:42` with the line of the definition (0 for the main chunk),
  /// or `article:measure`.
  public var functions: [String]
  /// The root first.
  public var nodes: [Node]
  /// How many samples of time there are.
  public var sampleCount: Int
  /// CPU time in Lua, and the part of it that went into writing results as JSON.
  public var nanoseconds: Int
  public var resultNanoseconds: Int

  /// Makes a profile.
  public init(
    functions: [String], nodes: [Node], sampleCount: Int, nanoseconds: Int, resultNanoseconds: Int
  ) {
    self.functions = functions
    self.nodes = nodes
    self.sampleCount = sampleCount
    self.nanoseconds = nanoseconds
    self.resultNanoseconds = resultNanoseconds
  }

  /// What was allocated in Lua, in bytes, and how many times.
  public var bytes: Int { nodes.reduce(0) { $0 + $1.bytes } }
  public var allocations: Int { nodes.reduce(0) { $0 + $1.allocations } }
}

/// A profile that grows while its states run.
final class ProfileRecorder {
  private let pointer: OpaquePointer

  /// Makes an empty profile; `nil` where memory does not suffice.
  init?() {
    guard let pointer = ibid_profile_create() else { return nil }
    self.pointer = pointer
  }

  deinit { ibid_profile_free(pointer) }

  /// Adds what a state does from now on; it must be closed before the recorder goes.
  func record(_ state: OpaquePointer) -> Bool { ibid_lua_set_profile(state, pointer) == IBID_OK }

  /// What was found so far.
  func read() -> PluginProfile {
    let report = ibid_profile_read(pointer)
    let names = (0..<report.frame_count).map { String(cString: ibid_profile_frame(pointer, $0)) }
    let nodes = UnsafeBufferPointer(start: report.nodes, count: report.node_count).map { node in
      PluginProfile.Node(
        parent: Int(node.parent), function: Int(node.frame), nanoseconds: Int(node.nanoseconds),
        bytes: Int(node.bytes), allocations: Int(node.allocations))
    }
    return PluginProfile(
      functions: names, nodes: nodes, sampleCount: Int(report.samples),
      nanoseconds: Int(report.nanoseconds), resultNanoseconds: Int(report.result_nanoseconds))
  }
}
