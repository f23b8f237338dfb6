/* Conversion of legacy character sets to UTF-16. */
#include "cicu.h"

#include <unicode/ucnv.h>

int32_t ibid_convert_charset(const char *name, const uint8_t *bytes, int32_t length,
                             uint16_t *result, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(name, &status);
  if (U_FAILURE(status)) {
    return -1;
  }
  int32_t needed =
      ucnv_toUChars(converter, (UChar *)result, capacity, (const char *)bytes, length, &status);
  ucnv_close(converter);
  return U_SUCCESS(status) || status == U_BUFFER_OVERFLOW_ERROR ? needed : -1;
}
