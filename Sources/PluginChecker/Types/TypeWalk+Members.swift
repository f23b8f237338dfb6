import PluginHost

extension TypeWalk {
  /// What a name after a dot means; `nil` where that is not known.
  mutating func member(
    _ name: String, of type: ValueType, at range: Range<Int>, isCalled: Bool
  ) -> (value: ValueType, members: [APIMember])? {
    switch type {
    case .unknown: return nil
    case .options:
      checkOption(name, range)
      return nil
    case .library(let library):
      // Whether a function is there may be asked; calling what is not there fails.
      let names = SandboxNames.standard.members[library] ?? []
      if isCalled, !names.contains(name), !file.assignedFields.contains(name) {
        reportUnknown(
          name, range, "the sandbox has no '\(library).\(name)'", among: names.sorted(),
          otherwise: "'\(library)' has \(names.sorted().joined(separator: ", "))")
      }
      return nil
    case .declared(let declared):
      if declared.name == "string" || API.records.contains(where: { $0.name == declared.name }) {
        return field(name, ofRecord: declared.name)
      }
      if declared.name == "ibid", let module = Members.module(name) { return (module, []) }
      let members = Members.named(name, of: declared)
      guard !members.isEmpty else {
        // Values such as `ibid.null` are there without a declaration.
        if declared.name == "ibid", SandboxNames.standard.members["ibid"]?.contains(name) == true {
          return nil
        }
        // A list that a plugin made is a table of its own; an element's type shows that it is not.
        if declared.name != "collection" || declared.element != nil {
          reportMissing(name, of: declared, range)
        }
        return nil
      }
      if isCalled, members.allSatisfy({ $0.kind == .field }) {
        report(
          .wrongCall, range, "'\(name)' is a member and cannot be called",
          hint: "write .\(name) without parentheses")
      } else if members.allSatisfy({ $0.kind == .method }) {
        if isCalled {
          report(
            .wrongCall, range, "'\(name)' is a method",
            hint: "call it with a colon: \(members[0].qualifiedName)(…)")
        }
        return (.unknown, members)
      }
      let types = Set(
        members.map { $0.kind == .field ? ValueType(declared: $0.signature) : .unknown })
      return (types.count == 1 ? types.first! : .unknown, members)
    }
  }

  func field(_ name: String, ofRecord record: String) -> (ValueType, [APIMember])? {
    let fields = API.records.first { $0.name == record }?.fields ?? []
    return fields.first { $0.name == name }.map { (ValueType(declared: $0.type), []) }
  }

  mutating func checkOption(_ name: String, _ range: Range<Int>) {
    guard let names = options, !names.contains(name) else { return }
    reportUnknown(
      name, range, "the manifest declares no option '\(name)'", among: names,
      code: .undeclaredOption,
      otherwise: names.isEmpty
        ? "declare it: options = { \(name) = { type = \"string\", doc = \"…\" } }"
        : "its options are \(names.joined(separator: ", "))")
  }
}
