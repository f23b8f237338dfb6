/* Character properties: word classes, case, script, display width. */
#include "cicu.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

static bool is_segmented_by_dictionary(UChar32 c) {
  if (c < 0x0E00) { /* before Thai, the first of them; saves half of the time that tables take */
    return false;
  }
  if (u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT) {
    return true;
  }
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(c, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
      return true;
    default:
      return false;
  }
}

static uint8_t word_class(UChar32 c) {
  if (is_segmented_by_dictionary(c)) {
    return IBID_WORD_COMPLEX;
  }
  if (c == '@') {
    return IBID_WORD_AT_SIGN;
  }
  switch (u_getIntPropertyValue(c, UCHAR_WORD_BREAK)) {
    case U_WB_ALETTER:
      return IBID_WORD_LETTER;
    case U_WB_HEBREW_LETTER:
      return IBID_WORD_HEBREW;
    case U_WB_NUMERIC:
      return IBID_WORD_NUMERIC;
    case U_WB_EXTENDNUMLET:
      return IBID_WORD_EXTEND_NUM_LET;
    case U_WB_EXTEND:
    case U_WB_FORMAT:
      return IBID_WORD_EXTEND;
    case U_WB_MIDLETTER:
      /* ICU's root rules leave the colon out; the segmenter adds it for Finnish and Swedish. */
      return c == ':' ? IBID_WORD_OTHER : IBID_WORD_MID_LETTER;
    case U_WB_MIDNUM:
      return IBID_WORD_MID_NUM;
    case U_WB_MIDNUMLET:
      return IBID_WORD_MID_NUM_LET;
    case U_WB_SINGLE_QUOTE:
      return IBID_WORD_SINGLE_QUOTE;
    case U_WB_DOUBLE_QUOTE:
      return IBID_WORD_DOUBLE_QUOTE;
    case U_WB_ZWJ:
    case U_WB_KATAKANA:
    case U_WB_REGIONAL_INDICATOR:
      return IBID_WORD_COMPLEX;
    default:
      return IBID_WORD_OTHER;
  }
}

void ibid_fill_word_classes(uint8_t *classes, uint32_t count) {
  for (uint32_t c = 0; c < count; c++) {
    classes[c] = word_class((UChar32)c);
  }
}

uint32_t ibid_simple_fold(uint32_t scalar) {
  return (uint32_t)u_foldCase((UChar32)scalar, U_FOLD_CASE_DEFAULT);
}

void ibid_fill_simple_folds(uint16_t *folds, uint32_t count) {
  for (uint32_t c = 0; c < count; c++) {
    uint32_t folded = ibid_simple_fold(c);
    folds[c] = (uint16_t)(folded <= 0xFFFF ? folded : c);
  }
}

bool ibid_is_word_scalar(uint32_t scalar) {
  switch (u_getIntPropertyValue((UChar32)scalar, UCHAR_WORD_BREAK)) {
    case U_WB_ALETTER:
    case U_WB_HEBREW_LETTER:
    case U_WB_NUMERIC:
    case U_WB_KATAKANA:
      return true;
    default:
      return u_isalnum((UChar32)scalar);
  }
}

bool ibid_is_letter(uint32_t scalar) { return u_isalpha((UChar32)scalar); }

bool ibid_is_uppercase(uint32_t scalar) {
  return u_hasBinaryProperty((UChar32)scalar, UCHAR_UPPERCASE) || u_istitle((UChar32)scalar);
}

bool ibid_is_lowercase(uint32_t scalar) {
  return u_hasBinaryProperty((UChar32)scalar, UCHAR_LOWERCASE);
}

bool ibid_is_mark(uint32_t scalar) { return (U_GET_GC_MASK((UChar32)scalar) & U_GC_M_MASK) != 0; }

int32_t ibid_script(uint32_t scalar) {
  UErrorCode status = U_ZERO_ERROR;
  UScriptCode script = uscript_getScript((UChar32)scalar, &status);
  return U_SUCCESS(status) ? (int32_t)script : (int32_t)USCRIPT_UNKNOWN;
}

const char *ibid_script_name(int32_t script) {
  const char *name = uscript_getShortName((UScriptCode)script);
  return name != NULL ? name : "Zzzz";
}

bool ibid_is_pictographic(uint32_t scalar) {
  return u_hasBinaryProperty((UChar32)scalar, UCHAR_EXTENDED_PICTOGRAPHIC);
}

int32_t ibid_display_width(uint32_t scalar) {
  UChar32 c = (UChar32)scalar;
  if (c == 0x00AD) { /* terminals draw the soft hyphen */
    return 1;
  }
  uint32_t category = U_GET_GC_MASK(c);
  if ((category & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_CC_MASK)) != 0) {
    return 0;
  }
  /* Medial vowels and final consonants are drawn inside the syllable of the initial before them. */
  int32_t syllable = u_getIntPropertyValue(c, UCHAR_HANGUL_SYLLABLE_TYPE);
  if (syllable == U_HST_VOWEL_JAMO || syllable == U_HST_TRAILING_JAMO) {
    return 0;
  }
  int32_t width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}
