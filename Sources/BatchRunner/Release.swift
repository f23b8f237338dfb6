/// The release that this executable is.
public enum Release {
  /// The version, as in semantic versioning.
  public static let version = "0.1.0"
}
