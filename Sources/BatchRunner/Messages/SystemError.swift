import Glibc

/// What the system says of a call that failed, in the words of this program.
public enum SystemError {
  /// The message for an error number, by default that of the last failed call.
  public static func message(_ code: Int32 = errno) -> String {
    switch code {
    case ENOENT: "no such file or folder"
    case EACCES, EPERM: "permission denied"
    case EISDIR: "is a folder"
    case ENOTDIR: "a part of the path is not a folder"
    case EEXIST: "something else has that name"
    case ELOOP: "too many symbolic links"
    case ENOSPC, EDQUOT: "the disk is full"
    case EPIPE: "the reader has closed the pipe"
    default: String(cString: strerror(code)).lowercased()
    }
  }
}
