import ArticleModel
import TextAnalysis

/// Reads the text that an extractor left of a web page.
///
/// The passes run in a fixed order; each takes lines that it is sure of, and what no pass takes is running text.
enum TextReader {
  static func read(_ builder: consuming ArticleBuilder) -> Article {
    var document = TextDocument(source: builder.source, index: builder.lines)
    builder.reading = document.source
    if let list = document.linkList { document.claim(list, .boilerplate, .linkList) }
    CodeReader.readFences(&document)
    BoilerplateReader.read(&document)
    TableReader.read(&document)
    PollReader.read(&document)
    let (series, citations) = DefinitionReader.read(&document)
    BoilerplateReader.readTrailingMenu(&document)
    CodeReader.read(&document)
    ParagraphReader.read(&document)
    HeadingReader.readMarked(&document)
    FrontMatterReader.read(&document)
    CaptionReader.read(&document)
    PullQuoteReader.read(&document)
    HeadingReader.read(&document)
    NumberedHeadings.read(&document)
    ReferenceReader.read(&document, series, citations)
    builder.setMetadata(document.metadata)
    TextEmitter.emit(document, into: &builder)
    AntecedentLinker.link(&builder)
    ReadingDoubts.report(in: &builder)
    builder.language = LanguageDetector.detect(builder.text)?.code
    return builder.finish()
  }
}

extension ArticleBuilder {
  mutating func setMetadata(_ metadata: TextMetadata) {
    title = metadata.title
    subtitle = metadata.subtitle
    series = metadata.series
    authors = metadata.authors
    date = metadata.date
  }
}
