#include "cicu.h"
#include <unicode/uversion.h>
#include <unicode/ubrk.h>
const char *ibid_icu_version(void) { UErrorCode e = U_ZERO_ERROR; UBreakIterator *b = ubrk_open(UBRK_WORD, "ja", 0, 0, &e); ubrk_close(b); return e <= 0 ? U_ICU_VERSION : "none"; }
