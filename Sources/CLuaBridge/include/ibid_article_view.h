#ifndef IBID_ARTICLE_VIEW_H
#define IBID_ARTICLE_VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// An article as flat C arrays: what the accessors of handles read.
///
/// Filled once per article by PluginHost and never changed; it owns nothing. An index of -1 stands
/// for none.

/// Bytes of a text, not terminated; `bytes` is NULL for nothing.
typedef struct {
  const char *bytes;
  size_t count;
} ibid_text;

/// Bytes of the source or the text arena, or elements of one of the arrays.
typedef struct {
  uint32_t start, count;
} ibid_range;

/// In the order of ArticleModel's `NodeKind`, which the tests compare.
typedef enum {
  IBID_KIND_HEADING,
  IBID_KIND_PARAGRAPH,
  IBID_KIND_PULL_QUOTE,
  IBID_KIND_LIST,
  IBID_KIND_ITEM,
  IBID_KIND_QUOTE,
  IBID_KIND_CODE,
  IBID_KIND_FIGURE,
  IBID_KIND_CAPTION,
  IBID_KIND_TABLE,
  IBID_KIND_POLL,
  IBID_KIND_FOOTNOTE,
  IBID_KIND_BOILERPLATE,
  IBID_KIND_COUNT
} ibid_node_kind;

typedef struct {
  uint8_t kind, role, level, reason;
  uint8_t ordered;
  int8_t checked;  ///< -1 for an item without a box
  int32_t parent, next, previous, section, of;
  int32_t payload;  ///< index of the table, poll or footnote; a list's first number
  int32_t end;      ///< index after the last descendant
  ibid_range children;  ///< in `links`
  ibid_range source, text, runs, references;
  uint32_t line, column, last_line;
} ibid_node;

typedef struct {
  int32_t node, antecedent;
  int64_t number;  ///< -1 for none
  ibid_range label, citations, urls;
} ibid_footnote;

typedef struct {
  int32_t node, footnote;
  int64_t number;  ///< -1 for none
  ibid_range label, source;
  uint32_t line, column;
} ibid_reference;

/// `styles` are the bits of ArticleModel's `RunStyle`.
typedef struct {
  uint8_t styles;
  int32_t reference;
  ibid_range text, href;
} ibid_run;

typedef struct {
  int32_t node;
  bool has_header;
  uint32_t column_count;
  ibid_range label, caption, rows;  ///< rows in `table_rows`, header included
} ibid_table;

typedef struct {
  ibid_range text, runs;
} ibid_cell;

typedef struct {
  int32_t node;
  ibid_range question, options;
  int64_t total;  ///< -1 for none
  bool consistent;
} ibid_reader_poll;

typedef struct {
  ibid_range label;
  int64_t votes;   ///< -1 for none
  double percent;  ///< below 0 for none
} ibid_option;

typedef struct {
  ibid_text name, about;
} ibid_author;

typedef struct {
  ibid_text field;
  ibid_range source;
  uint32_t line;
} ibid_front_matter;

typedef struct {
  ibid_text code, severity, message;
  uint32_t line, column;
} ibid_diagnostic;

typedef struct {
  int32_t heading;
  ibid_range blocks;  ///< in `links`
} ibid_section;

typedef struct {
  ibid_text path, format, title, subtitle, series, date, language;
  ibid_text source, text;
  uint32_t line_count;

  const ibid_node *nodes;
  uint32_t node_count;
  ibid_range block_nodes, footnote_nodes, boilerplate_nodes;  ///< parts of `nodes`

  /// Indices of nodes, one list after the other.
  const int32_t *links;
  ibid_range blocks, footnote_links, boilerplate_links;
  ibid_range kinds[IBID_KIND_COUNT];  ///< all blocks of each kind, nested ones included

  const ibid_run *runs;
  const ibid_footnote *footnotes;
  const ibid_reference *references;
  const int32_t *citations;  ///< indices of references
  const ibid_range *urls, *table_rows;
  const ibid_cell *cells;
  const ibid_table *tables;
  const ibid_reader_poll *polls;
  const ibid_option *options;
  const ibid_author *authors;
  const ibid_front_matter *front_matter;
  const ibid_diagnostic *diagnostics;
  const ibid_section *sections;
  uint32_t reference_count, footnote_count, table_count, poll_count, cell_count;
  uint32_t author_count, front_matter_count, diagnostic_count, section_count;
} ibid_article_view;

#endif
