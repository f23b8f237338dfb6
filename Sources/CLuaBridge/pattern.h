// Lua patterns (reference manual §6.4.1) that look at the alarm while they search.
#ifndef IBID_PATTERN_H
#define IBID_PATTERN_H

#include <lua.h>
#include <stdbool.h>
#include <stddef.h>

enum { IBID_MAX_CAPTURES = 32, IBID_PATTERN_DEPTH = 200 };

/// Lengths that are none: a capture still open, and one that tells a position.
enum { IBID_CAPTURE_OPEN = -1, IBID_CAPTURE_POSITION = -2 };

/// What is known of the bytes that a match can begin with.
typedef enum {
  IBID_FIRST_NOT_LOOKED_AT,
  IBID_FIRST_ANY,   // a match may be empty, or begins with what one byte does not decide
  IBID_FIRST_BYTE,  // with one byte
  IBID_FIRST_SET,   // with a byte of a class or set
} ibid_first_kind;

/// A subject, a pattern and, after a match, its captures.
typedef struct {
  lua_State *L;
  const char *subject, *subject_end;
  const char *pattern_end;
  struct {
    ibid_first_kind kind;
    const char *item, *item_end;
    signed char is_member[256];  // of a set, as far as it was asked: 0 not yet, 1 yes, -1 no
  } first;
  unsigned steps;
  int depth;
  int level;
  struct {
    const char *start;
    ptrdiff_t count;
  } captures[IBID_MAX_CAPTURES];
} ibid_matcher;

void ibid_matcher_init(
    ibid_matcher *m, lua_State *L, const char *subject, size_t subject_count,
    const char *pattern, size_t pattern_count);

/// Matches at `at` and returns the end of the match, or NULL. Raises on a malformed pattern.
const char *ibid_match(ibid_matcher *m, const char *at, const char *pattern);

/// The first place from `at` on where a match can begin, or NULL. Raises where the first item of the
/// pattern is malformed. The pattern must be the same in all calls for one matcher.
const char *ibid_next_start(ibid_matcher *m, const char *at, const char *pattern);

/// Pushes the captures of the match `start`…`end`, or the match where there are none and `whole`.
int ibid_push_captures(ibid_matcher *m, const char *start, const char *end, bool whole);

/// The bytes of capture `index` from 0; a position capture is pushed and gives
/// `IBID_CAPTURE_POSITION`.
ptrdiff_t ibid_capture(
    ibid_matcher *m, int index, const char *start, const char *end, const char **bytes);

#endif
