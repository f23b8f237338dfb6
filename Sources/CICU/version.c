#include "cicu.h"

#include <unicode/ubrk.h>
#include <unicode/uversion.h>

const char *ibid_icu_version(void) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *probe = ubrk_open(UBRK_WORD, "ja", NULL, 0, &status);
  if (probe != NULL) {
    ubrk_close(probe);
  }
  return U_SUCCESS(status) ? U_ICU_VERSION : "none";
}
