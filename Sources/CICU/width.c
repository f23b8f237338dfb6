#include "width.h"

#include <unicode/uchar.h>

cicu_width cicu_scalar_width(uint32_t scalar) {
  UChar32 c = (UChar32)scalar;
  switch (u_getIntPropertyValue(c, UCHAR_HANGUL_SYLLABLE_TYPE)) {
    case U_HST_VOWEL_JAMO:
    case U_HST_TRAILING_JAMO:
      return CICU_WIDTH_ZERO;
    default:
      break;
  }
  switch (u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH)) {
    case U_EA_FULLWIDTH:
    case U_EA_WIDE:
      return CICU_WIDTH_WIDE;
    case U_EA_AMBIGUOUS:
      return CICU_WIDTH_AMBIGUOUS;
    default:
      return CICU_WIDTH_NARROW;
  }
}
