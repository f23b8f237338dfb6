public import ArticleModel

/// A value of Lua as a person is shown it; bounded in depth and in the number of elements.
public indirect enum DisplayValue: Sendable {
  case `nil`
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(DisplayString)
  case table(DisplayTable)
  /// A node or another part of an article.
  case handle(DisplayHandle)
  /// A list of parts of an article, such as `article.paragraphs`.
  case collection(DisplayCollection)
  /// A function with the text that `tostring` gives.
  case function(String)
  /// Any other value: its type and the text that `tostring` gives.
  case other(type: String, text: String)
}

/// A string of Lua.
public struct DisplayString: Sendable {
  /// The text, or its beginning; bytes that are not UTF-8 are replaced.
  public var text: String
  /// The number of bytes of the whole string.
  public var byteCount: Int
  /// Whether the text is only the beginning.
  public var isCut: Bool
}

/// A table of Lua.
public struct DisplayTable: Sendable {
  /// A key with its value.
  public struct Entry: Sendable {
    public var key: DisplayValue
    public var value: DisplayValue
  }

  /// The number of elements from index 1 on.
  public var listCount: Int
  /// The number of keys beside those.
  public var otherCount: Int
  /// The list's elements in order, then the other keys in the order of their names; at most 200
  /// unless all was asked for, none where the table is nested too deep.
  public var entries: [Entry]

  /// Whether the table is a plain list.
  public var isList: Bool { otherCount == 0 && listCount > 0 }
  /// The number of entries that are not shown.
  public var omittedCount: Int { listCount + otherCount - entries.count }
}

/// A part of an article.
public struct DisplayHandle: Sendable {
  /// The name of its type in the API: `paragraph`, `article`, `option`.
  public var type: String
  /// The article that it is part of.
  public var article: Article
  /// The index in the array of its type: `nodes` for nodes, else `references`, `runs`,
  /// `pollOptions`, `authors`, `frontMatter`, `diagnostics`; sections count in the order of
  /// `article.sections`.
  public var index: Int
  /// One line: `paragraph @11:1 "So far, Japan is …"`.
  public var text: String
}

/// A list of parts of an article.
public struct DisplayCollection: Sendable {
  /// The member that gave it: `paragraphs`, `rows`; `row` for the cells of a table's row.
  public var name: String
  /// The type of its elements: `paragraph`, `string`, `row`.
  public var elementType: String
  /// The number of elements.
  public var count: Int
  /// The elements; at most 200 unless all was asked for, none where it is nested too deep.
  public var elements: [DisplayValue]
}
