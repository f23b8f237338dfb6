import ArticleModel
import CLuaBridge
import TextAnalysis

/// A host function: reads plain arguments, fills a plain reply, and always returns.
typealias HostFunction = (HostServices, HostArguments, HostReply) -> Void

extension HostServices {
  /// The functions that the C side calls, with this object as their context.
  func makeHost() -> ibid_host {
    var host = ibid_host()
    host.context = Unmanaged.passUnretained(self).toOpaque()
    host.roles = memory.names(of: ParagraphRole.self)
    host.reasons = memory.names(of: Reason.self)
    host.report = { HostServices.call($0, $1, $2, $3) { $0.report($1, $2) } }
    HostServices.addTextFunctions(to: &host)
    HostServices.addMeasureFunctions(to: &host)
    HostServices.addTermFunctions(to: &host)
    HostServices.addFileFunctions(to: &host)
    if prompt != nil { HostServices.addPromptFunctions(to: &host) }
    host.can_write = canWrite
    return host
  }

  private static func addTextFunctions(to host: inout ibid_host) {
    host.segment = { _, unit, text, language, ranges in
      HostServices.segment(unit, text.buffer, HostServices.language(language.buffer), into: ranges!)
    }
    host.count = { _, unit, text, language in
      Int64(HostServices.count(unit, text.buffer, HostServices.language(language.buffer)))
    }
    host.language = { HostServices.call($0, $1, $2, $3) { $0.detectLanguage($1, $2) } }
    host.normalise = {
      HostServices.call($0, $1, $2, $3) { $2.text(Normalisation.nfkc($1.bytes(0).span)) }
    }
    host.fold = {
      HostServices.call($0, $1, $2, $3) { $2.text(CaseFolding.fold($1.bytes(0).span)) }
    }
    host.is_stopword = { HostServices.call($0, $1, $2, $3) { $0.isStopWord($1, $2) } }
    host.stem = { HostServices.call($0, $1, $2, $3) { $0.stem($1, $2) } }
  }

  private static func addMeasureFunctions(to host: inout ibid_host) {
    host.frequencies = { context, text, language, wanted, terms in
      HostServices.of(context).frequencies(
        text.buffer, HostServices.language(language.buffer), wanted!.pointee, into: terms!)
    }
    host.measure = { context, text, pieces, language, wanted, measures, terms, phrases in
      let services = HostServices.of(context)
      measures!.pointee = services.measure(
        text.buffer, pieces!.pointee, HostServices.language(language.buffer))
      return services.appendTerms(wanted!.pointee, terms!, phrases!)
    }
  }

  /// Matchers and vectors are objects that a plugin holds until it lets them go.
  private static func addTermFunctions(to host: inout ibid_host) {
    host.make_matcher = { context, text, pieces, language in
      HostServices.of(context).makeMatcher(
        text.buffer, pieces!.pointee, HostServices.language(language.buffer))
    }
    host.find_terms = { context, number, text, found in
      HostServices.of(context).findTerms(number, text.buffer, into: found!)
    }
    host.make_vectors = { context, text, pieces, language in
      HostServices.of(context).makeVectors(
        text.buffer, pieces!.pointee, HostServices.language(language.buffer))
    }
    host.vector_words = { context, number, counts in
      guard let vectors = HostServices.of(context).vectors(number) else { return }
      for text in 0..<vectors.count { counts![text] = Int64(vectors.words[text]) }
    }
    host.vector_products = { context, number, factors, scores in
      HostServices.of(context).vectors(number)?.products(factors, into: scores!)
    }
    host.vector_overlaps = { context, number, text, scores in
      HostServices.of(context).vectors(number)?.overlaps(with: text.buffer, into: scores!)
    }
    host.vector_likeness = { context, number, text, other in
      HostServices.of(context).vectors(number)?.likeness(text, other) ?? 0
    }
    host.vector_terms = { context, number, text, terms in
      HostServices.of(context).appendTerms(number, text, to: terms!)
    }
    host.free_object = { HostServices.of($0).objects.remove($1) }
  }

  private static func addFileFunctions(to host: inout ibid_host) {
    host.read = { HostServices.call($0, $1, $2, $3) { $0.readArticle($1, $2) } }
    host.edit = { HostServices.call($0, $1, $2, $3) { $0.readEdited($1, $2) } }
    host.read_file = { HostServices.call($0, $1, $2, $3) { $0.readFile($1, $2) } }
    host.write_file = { HostServices.call($0, $1, $2, $3) { $0.writeFile($1, $2) } }
  }

  private static func addPromptFunctions(to host: inout ibid_host) {
    host.prompt_read = { HostServices.call($0, $1, $2, $3) { $0.readPromptLine($1, $2) } }
    host.prompt_show = {
      HostServices.call($0, $1, $2, $3) { services, arguments, _ in
        services.showPromptValues(arguments)
      }
    }
  }

  /// Unpacks a call of the C side.
  static func call(
    _ context: UnsafeMutableRawPointer?, _ arguments: UnsafePointer<ibid_value>?, _ count: Int,
    _ reply: OpaquePointer?, _ function: HostFunction
  ) {
    let services = of(context)
    let values = UnsafeBufferPointer(start: arguments, count: count)
    function(services, HostArguments(values: values), HostReply(pointer: reply!))
  }

  static func of(_ context: UnsafeMutableRawPointer?) -> HostServices {
    Unmanaged<HostServices>.fromOpaque(context!).takeUnretainedValue()
  }

  static func language(_ code: UnsafeBufferPointer<UInt8>) -> Language? {
    code.isEmpty ? nil : Language(String(decoding: code, as: UTF8.self))
  }
}
