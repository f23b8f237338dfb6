import LuaSource
import PluginHost

/// The signature and first sentence of the function whose arguments are being typed.
struct CallHint {
  let session: any LuaNames

  /// What to show at the end of `before`, or `nil` where no call of the API is open.
  func text(_ before: [UInt8]) -> String? {
    let tokens = LuaTokenizer.tokens(before)
    guard let open = LuaBlocks(before).open.last, open.closer == ")" || open.closer == "}" else {
      return nil
    }
    let head = tokens.prefix { $0.range.upperBound <= open.range.lowerBound }
    guard let name = head.last, name.kind == .name, head.count > 2 else { return nil }
    let sign = before[head[head.count - 2].range]
    guard sign.elementsEqual(".".utf8) || sign.elementsEqual(":".utf8),
      let owner = LuaExpression(head.dropLast(2), before),
      let type = TypeInference(session: session).type(of: owner, before)
    else { return nil }
    let called = String(decoding: before[name.range], as: UTF8.self)
    let members = API.members(ofType: type.memberType)
    guard let member = members.first(where: { $0.name == called && $0.kind != .field }) else {
      return nil
    }
    return member.doc.isEmpty ? member.signature : "\(member.signature) — \(member.doc)"
  }
}
