/*
 * The ICU calls that TextAnalysis needs, under names of our own: ICU renames its symbols by macro
 * (`u_foldCase` is `u_foldCase_72` in the library), which Swift's importer cannot follow.
 *
 * Text is UTF-16 here; callers decode UTF-8 (and replace what is malformed) before they call.
 */
#ifndef IBID_CICU_H
#define IBID_CICU_H

#include <stdbool.h>
#include <stdint.h>

/* The version of ICU that was linked, as "72.1"; "none" when its data cannot be loaded. */
const char *ibid_icu_version(void);

/* Word_Break classes as the segmenter groups them (UAX #29, section 4.1). */
enum {
  IBID_WORD_OTHER = 0,
  IBID_WORD_LETTER = 1,
  IBID_WORD_HEBREW = 2,
  IBID_WORD_AT_SIGN = 3, /* joins like a letter (CLDR 42), but makes no word */
  IBID_WORD_NUMERIC = 4,
  IBID_WORD_EXTEND_NUM_LET = 5,
  IBID_WORD_EXTEND = 6,
  IBID_WORD_MID_LETTER = 7,
  IBID_WORD_MID_NUM = 8,
  IBID_WORD_MID_NUM_LET = 9,
  IBID_WORD_SINGLE_QUOTE = 10,
  IBID_WORD_DOUBLE_QUOTE = 11,
  IBID_WORD_COMPLEX = 12 /* a dictionary or an emoji rule decides: leave it to ICU */
};

/* Writes the class of each scalar from 0 to `count` - 1. */
void ibid_fill_word_classes(uint8_t *classes, uint32_t count);

/* Writes the simple case folding of each scalar from 0 to `count` - 1, or the scalar itself where
   the folding does not fit 16 bits. */
void ibid_fill_simple_folds(uint16_t *folds, uint32_t count);

/* The same for full case foldings, with 0 where one is several scalars (or U+0000). */
void ibid_fill_full_folds(uint16_t *folds, uint32_t count);

/* Writes the full case folding (CaseFolding.txt, C + F) of one scalar, 1 to 3; returns how many. */
int32_t ibid_full_fold(uint32_t scalar, uint32_t result[3]);

/* The simple case folding (CaseFolding.txt, C + S) of one scalar. */
uint32_t ibid_simple_fold(uint32_t scalar);

/* Whether a word that has this scalar counts as a word: letters, digits, kana, ideographs. */
bool ibid_is_word_scalar(uint32_t scalar);

/* General category groups. */
bool ibid_is_letter(uint32_t scalar);
bool ibid_is_uppercase(uint32_t scalar);
bool ibid_is_lowercase(uint32_t scalar);
bool ibid_is_mark(uint32_t scalar);

/* UScriptCode of a scalar; its four-letter name of ISO 15924 ("Zzzz" when unknown). */
int32_t ibid_script(uint32_t scalar);
const char *ibid_script_name(int32_t script);

/* Columns that a scalar takes on a terminal: 0, 1 or 2 (UAX #11, ambiguous counted narrow). */
int32_t ibid_display_width(uint32_t scalar);
/* Whether a scalar may turn into a picture two columns wide when U+FE0F follows it. */
bool ibid_is_pictographic(uint32_t scalar);

/*
 * Writes every word boundary after 0 of `text` (`length` UTF-16 units) to `ends`, which holds at
 * least `length` entries; `colon_joins` takes the rules of Finnish and Swedish (EU:n). Returns how
 * many were written, -1 when ICU fails. The iterators are kept per thread.
 */
int32_t ibid_word_ends(const uint16_t *text, int32_t length, bool colon_joins, int32_t *ends);

/*
 * Normalization Form KC. Writes at most `capacity` units to `result`; returns the length that the
 * whole result needs (over `capacity`: call again with room), -1 when ICU fails.
 */
int32_t ibid_nfkc(const uint16_t *text, int32_t length, uint16_t *result, int32_t capacity);

/* Converts text in the character set `name` (any name that ICU's converters know) to UTF-16, with
   U+FFFD for what is malformed. Returns how many units that needs, -1 for an unknown name. */
int32_t ibid_convert_charset(const char *name, const uint8_t *bytes, int32_t length,
                             uint16_t *result, int32_t capacity);

#endif
