/// A request to merge or finish as the cache knows it.
struct TotalKey {
  /// The plugin's position in the run.
  let plugin: Int
  /// The place of the answer: what later runs over the same inputs ask for, whatever the inputs hold by then.
  let place: Digest
  /// What the answer depends on, besides limits: the plugin and the lines of the values.
  let dependencies: Digest
}
