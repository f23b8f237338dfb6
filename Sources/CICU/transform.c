/* Case folding and compatibility normalisation of UTF-16 text. */
#include "cicu.h"

#include <unicode/unorm2.h>
#include <unicode/ustring.h>

static int32_t outcome(int32_t needed, UErrorCode status) {
  return U_SUCCESS(status) || status == U_BUFFER_OVERFLOW_ERROR ? needed : -1;
}

int32_t ibid_fold(const uint16_t *text, int32_t length, uint16_t *result, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t needed = u_strFoldCase((UChar *)result, capacity, (const UChar *)text, length,
                                 U_FOLD_CASE_DEFAULT, &status);
  return outcome(needed, status);
}

int32_t ibid_nfkc(const uint16_t *text, int32_t length, uint16_t *result, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = unorm2_getNFKCInstance(&status);
  if (U_FAILURE(status)) {
    return -1;
  }
  int32_t needed = unorm2_normalize(normalizer, (const UChar *)text, length, (UChar *)result,
                                    capacity, &status);
  return outcome(needed, status);
}
