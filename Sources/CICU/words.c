/* Word boundaries (UAX #29 with ICU's dictionaries for Han, kana, Thai, Lao, Khmer, Burmese). */
#include "cicu.h"

#include <pthread.h>
#include <stdlib.h>
#include <unicode/ubrk.h>

/* One iterator for each rule set: opening one costs tens of microseconds, setting its text one. */
typedef struct {
  UBreakIterator *rules[2];
} word_iterators;

static pthread_key_t iterators_key;
static pthread_once_t iterators_once = PTHREAD_ONCE_INIT;
static bool iterators_ready = false;

static void close_iterators(void *value) {
  word_iterators *iterators = value;
  for (int i = 0; i < 2; i++) {
    if (iterators->rules[i] != NULL) {
      ubrk_close(iterators->rules[i]);
    }
  }
  free(iterators);
}

static void create_key(void) {
  iterators_ready = pthread_key_create(&iterators_key, close_iterators) == 0;
}

static word_iterators *thread_iterators(void) {
  pthread_once(&iterators_once, create_key);
  if (!iterators_ready) {
    return NULL;
  }
  word_iterators *iterators = pthread_getspecific(iterators_key);
  if (iterators == NULL) {
    iterators = calloc(1, sizeof *iterators);
    if (iterators != NULL && pthread_setspecific(iterators_key, iterators) != 0) {
      free(iterators);
      iterators = NULL;
    }
  }
  return iterators;
}

int32_t ibid_word_ends(const uint16_t *text, int32_t length, bool colon_joins, int32_t *ends) {
  word_iterators *iterators = thread_iterators();
  if (iterators == NULL) {
    return -1;
  }
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator **slot = &iterators->rules[colon_joins ? 1 : 0];
  if (*slot == NULL) {
    *slot = ubrk_open(UBRK_WORD, colon_joins ? "sv" : "en", NULL, 0, &status);
    if (U_FAILURE(status)) {
      *slot = NULL;
      return -1;
    }
  }
  ubrk_setText(*slot, (const UChar *)text, length, &status);
  if (U_FAILURE(status)) {
    return -1;
  }
  int32_t count = 0;
  for (int32_t end = ubrk_next(*slot); end != UBRK_DONE; end = ubrk_next(*slot)) {
    ends[count++] = end;
  }
  return count;
}
