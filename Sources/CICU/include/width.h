#ifndef CICU_WIDTH_H
#define CICU_WIDTH_H

#include <stdint.h>

/** How many terminal columns Unicode gives a scalar by itself (UAX #11). */
typedef enum {
  CICU_WIDTH_ZERO = 0,      /* a vowel or final consonant of a Hangul syllable: joins the one before */
  CICU_WIDTH_NARROW = 1,    /* East Asian Width N, Na or H */
  CICU_WIDTH_WIDE = 2,      /* East Asian Width W or F */
  CICU_WIDTH_AMBIGUOUS = 3, /* East Asian Width A: one column, or two in a legacy CJK context */
} cicu_width;

/** The width class of one Unicode scalar. Marks and controls are the caller's business. */
cicu_width cicu_scalar_width(uint32_t scalar);

#endif
