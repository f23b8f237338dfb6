import CProcess
import Glibc

/// What the kernel holds a worker to.
enum Confinement {
  /// Address space beyond what the process has at its start, in bytes: room for the largest article, its model and
  /// the Lua memory, but not for a leak to take the machine down.
  private static let addressSpace = 8 << 30

  /// Binds the life of this process to its supervisor's and sets its limits; false when the supervisor is gone.
  static func apply(supervisor: pid_t?) -> Bool {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    // Counted from what is there now: a sanitizer alone takes terabytes.
    let limit = rlim_t(addressSpaceInUse() + addressSpace)
    var space = rlimit(rlim_cur: limit, rlim_max: limit)
    setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &space)
    ibid_name_process("ibid worker")
    guard let supervisor else { return true }
    return ibid_die_with_parent() == 0 && getppid() == supervisor
  }

  /// Bytes of address space, from the first field of `/proc/self/statm`.
  private static func addressSpaceInUse() -> Int {
    guard let bytes = try? FileContents.read(path: "/proc/self/statm") else { return 0 }
    let pages = Int(String(decoding: bytes.prefix { $0 != 0x20 }, as: UTF8.self)) ?? 0
    return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
  }
}
