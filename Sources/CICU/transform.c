/* Case folding and compatibility normalisation of UTF-16 text. */
#include "cicu.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

int32_t ibid_full_fold(uint32_t scalar, uint32_t result[3]) {
  UChar text[2];
  int32_t length = 0;
  U16_APPEND_UNSAFE(text, length, scalar);
  UChar folded[6];
  UErrorCode status = U_ZERO_ERROR;
  int32_t needed = u_strFoldCase(folded, 6, text, length, U_FOLD_CASE_DEFAULT, &status);
  if (U_FAILURE(status) || needed < 1 || needed > 6) {
    result[0] = scalar;
    return 1;
  }
  int32_t count = 0;
  for (int32_t i = 0; i < needed && count < 3;) {
    UChar32 c;
    U16_NEXT(folded, i, needed, c);
    result[count++] = (uint32_t)c;
  }
  return count;
}

void ibid_fill_full_folds(uint16_t *folds, uint32_t count) {
  for (uint32_t c = 0; c < count; c++) {
    /* Below U+3000 foldings to several scalars are those of Latin, Greek and Armenian letters; for
       all others the simple folding is the full one, at a tenth of the time. */
    if (c >= 0x0600 && (c < 0x1E00 || c >= 0x2000)) {
      uint32_t simple = (uint32_t)u_foldCase((UChar32)c, U_FOLD_CASE_DEFAULT);
      folds[c] = (uint16_t)(simple <= 0xFFFF ? simple : 0);
      continue;
    }
    uint32_t folded[3];
    folds[c] = ibid_full_fold(c, folded) == 1 && folded[0] <= 0xFFFF ? (uint16_t)folded[0] : 0;
  }
}

int32_t ibid_nfkc(const uint16_t *text, int32_t length, uint16_t *result, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = unorm2_getNFKCInstance(&status);
  if (U_FAILURE(status)) {
    return -1;
  }
  int32_t needed = unorm2_normalize(normalizer, (const UChar *)text, length, (UChar *)result,
                                    capacity, &status);
  return U_SUCCESS(status) || status == U_BUFFER_OVERFLOW_ERROR ? needed : -1;
}
