#ifndef IBID_API_H
#define IBID_API_H

#include "ibid_article_view.h"
#include "ibid_lua.h"

/// What Lua sees of articles: handles on an article view, and the module `ibid`.

// --- The declaration (api_types.def, api_members.def)

typedef enum { IBID_FIELD, IBID_METHOD, IBID_FUNCTION } ibid_member_kind;

/// A member of a type or module, as declared.
typedef struct {
  ibid_member_kind kind;
  const char *owner, *name;
  const char *type;  ///< a field's type, or `(parameters): result`
  const char *since, *doc, *example;
} ibid_api_member;

/// A type or module, as declared; `base` is "none" or the type whose members it has too.
typedef struct {
  const char *name, *base, *since, *doc;
} ibid_api_type;

const ibid_api_type *ibid_api_types(size_t *count);
const ibid_api_member *ibid_api_members(size_t *count);

// --- Units

/// What `count` counts; the order is that of `ibid_unit_names`.
typedef enum {
  IBID_UNIT_WORDS,
  IBID_UNIT_SENTENCES,
  IBID_UNIT_SYLLABLES,
  IBID_UNIT_CHARACTERS,
  IBID_UNIT_PARAGRAPHS,
  IBID_UNIT_HEADINGS,
  IBID_UNIT_FOOTNOTES,
  IBID_UNIT_REFERENCES,
  IBID_UNIT_LINKS,
  IBID_UNIT_TABLES,
  IBID_UNIT_ROWS,
  IBID_UNIT_CELLS,
  IBID_UNIT_POLLS,
  IBID_UNIT_VOTES,
  IBID_UNIT_QUOTES,
  IBID_UNIT_PULL_QUOTES,
  IBID_UNIT_LISTS,
  IBID_UNIT_ITEMS,
  IBID_UNIT_FIGURES,
  IBID_UNIT_CAPTIONS,
  IBID_UNIT_BLOCKS,
  IBID_UNIT_LINES,
  IBID_UNIT_COUNT
} ibid_unit;

const char *ibid_unit_name(ibid_unit unit);

// --- Calls into the host

/// Byte ranges that the host appends to, outside Lua's memory.
typedef struct {
  ibid_range *items;
  size_t count, capacity;
} ibid_ranges;

/// Appends a range; false where memory does not suffice.
bool ibid_ranges_append(ibid_ranges *ranges, size_t start, size_t count);

/// Which terms `frequencies` and `measure` give: how many, of at least how many letters, with stop
/// words or not, and of how many words a phrase is (0: no phrases).
typedef struct {
  int64_t top, minimum, phrase_length;
  bool keeps_stopwords;
} ibid_frequencies;

/// What `measure` counts; see TextAnalysis' `TextMeasures`.
typedef struct {
  int64_t words, sentences, characters, visible_characters, letters;
  int64_t syllables, monosyllables, polysyllables, long_words, unfamiliar_words, hard_words;
  int64_t tokens, types, hapaxes;
  double diversity;  ///< below 0 for none
} ibid_measures;

/// Terms with the number of their occurrences, which the host appends to.
typedef struct {
  ibid_ranges ranges;       ///< each term in `bytes`
  ibid_ranges occurrences;  ///< `count` of each; `start` is 0
  char *bytes;
  size_t count, capacity;
} ibid_terms;

/// Appends a term; false where memory does not suffice.
bool ibid_terms_append(ibid_terms *terms, const char *bytes, size_t count, size_t occurrences);

/// Functions of the host. None may unwind; `language` is a code or NULL bytes to detect it.
typedef struct {
  void *context;
  /// Names of node roles and reasons, by their number in the view; static.
  const char *const *roles, *const *reasons;
  /// Appends the words or sentences of a text; false where memory does not suffice.
  bool (*segment)(
      void *context, ibid_unit unit, ibid_text text, ibid_text language, ibid_ranges *ranges);
  /// Counts words, sentences or syllables.
  int64_t (*count)(void *context, ibid_unit unit, ibid_text text, ibid_text language);
  /// (code, level, message, line?, column?, kind?)
  ibid_callback report;
  /// Appends the most frequent terms of a text; false where memory does not suffice.
  bool (*frequencies)(
      void *context, ibid_text text, ibid_text language, const ibid_frequencies *wanted,
      ibid_terms *terms);
  /// Counts pieces of a text and appends their most frequent terms and phrases; false where memory
  /// does not suffice.
  bool (*measure)(
      void *context, ibid_text text, const ibid_ranges *pieces, ibid_text language,
      const ibid_frequencies *wanted, ibid_measures *measures, ibid_terms *terms,
      ibid_terms *phrases);
  ibid_callback language;     ///< (text) → code or nil
  ibid_callback normalise;    ///< (text) → text
  ibid_callback fold;         ///< (text) → text
  ibid_callback is_stopword;  ///< (word, language) → boolean
  ibid_callback stem;         ///< (word, language) → stem
  /// Makes a matcher of pieces of a text and gives its number; 0 where all objects hold too much.
  int64_t (*make_matcher)(
      void *context, ibid_text text, const ibid_ranges *pieces, ibid_text language);
  /// Appends two ranges for each term that a text has, its bytes and its number; false where memory
  /// does not suffice.
  bool (*find_terms)(void *context, int64_t matcher, ibid_text text, ibid_ranges *found);
  /// Makes vectors of pieces of a text and gives their number; 0 where all objects hold too much.
  int64_t (*make_vectors)(
      void *context, ibid_text text, const ibid_ranges *pieces, ibid_text language);
  /// Fills in how many words each text has.
  void (*vector_words)(void *context, int64_t vectors, int64_t *counts);
  /// Fills in for each text its product with the sum of all, each times its factor (NULL: 1).
  void (*vector_products)(void *context, int64_t vectors, const double *factors, double *scores);
  /// Fills in how much of each text falls on the terms of another.
  void (*vector_overlaps)(void *context, int64_t vectors, ibid_text text, double *scores);
  /// The cosine of two texts, which count from 0.
  double (*vector_likeness)(void *context, int64_t vectors, size_t a, size_t b);
  /// Appends the terms of a text; false where memory does not suffice.
  bool (*vector_terms)(void *context, int64_t vectors, size_t text, ibid_terms *terms);
  /// Frees a matcher or vectors.
  void (*free_object)(void *context, int64_t object);
  ibid_callback read;         ///< (format, text) → handle of an article
  ibid_callback edit;         ///< (handle of an article as integer, source) → handle of a new one
  ibid_callback read_file;    ///< (name) → text
  ibid_callback write_file;   ///< (name, text)
  /// (place, names of variables, description of the table of variables) → a line that was typed, or
  /// nil to go on; NULL where nobody can be asked
  ibid_callback prompt_read;
  ibid_callback prompt_show;  ///< (whether it worked, description of the values or the message)
  bool can_write;             ///< whether the run has an output folder
} ibid_host;

/// Adds handles and the module `ibid` to a new state; `host` is copied, its context must outlive
/// the state.
ibid_status ibid_api_install(ibid_lua *state, const ibid_host *host);

// --- The prompt

/// Runs a line in the plugin's environment and describes its values, for a person to see.
///
/// Unless `quiet`, the first value is kept as the global `_` and all as `_1`, `_2`, … The
/// description is a row of values, each a tag and its parts; integers are in the machine's order,
/// `str` is a u32 count and bytes:
/// `n` nil · `b` u8 · `i` i64 · `d` f64 · `s` u64 count, str (its beginning) · `t` u64 list count,
/// u64 keys beside the list, u32 entries shown, then key and value of each · `h` str type, i64
/// article, i32 index, str text ·
/// `c` str name, str element type, u64 count, u32 elements shown, then each · `f` str text · `o`
/// str type, str text. Of long values it has what a page can show, unless `is_whole`. `*incomplete` is set where the text is only the beginning of a chunk.
ibid_status ibid_api_evaluate(
    ibid_lua *state, const char *name, const char *bytes, size_t count, bool quiet,
    bool is_whole, ibid_span *described, bool *incomplete);

// --- Open articles

/// Opens an article for the state and gives the handle to pass as `IBID_HANDLE`; 0 where memory
/// does not suffice.
///
/// The view must stay as it is until `ibid_api_close`. Runs no Lua code and does not raise, so a
/// host callback may call it.
int64_t ibid_api_open(ibid_lua *state, const ibid_article_view *view);

/// Closes an article: its handles raise from now on. The view is free to go.
void ibid_api_close(ibid_lua *state, int64_t article);

/// A place in an article's source, counted from 1; 0 for none.
typedef struct {
  uint32_t line, column;
} ibid_place;

/// Where the node of `article` begins that Lua had in hand last.
ibid_place ibid_api_place(const ibid_lua *state, int64_t article);

#endif
