// A backtracking matcher. Every place that can repeat counts a step, so a pattern that explodes
// ends with the CPU budget; recursion is bounded as in Lua. Errors in a pattern are found where
// matching comes upon them, as in Lua: `("b"):find("a[")` is nil, not an error.
#include "pattern.h"

#include <string.h>

#include "characters.h"
#include "internal.h"

enum { ESCAPE = '%' };

void ibid_matcher_init(
    ibid_matcher *m, lua_State *L, const char *subject, size_t subject_count,
    const char *pattern, size_t pattern_count) {
  m->L = L;
  m->subject = subject;
  m->subject_end = subject + subject_count;
  m->pattern_end = pattern + pattern_count;
  m->first.kind = IBID_FIRST_NOT_LOOKED_AT;
  m->steps = 0;
  m->depth = 0;
  m->level = 0;
}

static bool in_class(unsigned char c, unsigned char class) {
  bool is_member;
  switch (ibid_to_lower(class)) {
    case 'a': is_member = ibid_is_alpha(c); break;
    case 'c': is_member = ibid_is_control(c); break;
    case 'd': is_member = ibid_is_digit(c); break;
    case 'g': is_member = ibid_is_graph(c); break;
    case 'l': is_member = ibid_is_lower(c); break;
    case 'p': is_member = ibid_is_punct(c); break;
    case 's': is_member = ibid_is_space(c); break;
    case 'u': is_member = ibid_is_upper(c); break;
    case 'w': is_member = ibid_is_alnum(c); break;
    case 'x': is_member = ibid_is_hex(c); break;
    case 'z': is_member = c == 0; break;  // deprecated, but Lua still knows it
    default: return class == c;
  }
  return ibid_is_upper(class) ? !is_member : is_member;
}

// The end of the single-character item at `p`.
static const char *item_end(ibid_matcher *m, const char *p) {
  char first = *p++;
  if (first == ESCAPE) {
    if (p == m->pattern_end) luaL_error(m->L, "malformed pattern (ends with '%%')");
    return p + 1;
  }
  if (first != '[') return p;
  if (p < m->pattern_end && *p == '^') p++;
  // A `]` that comes first stands for itself.
  do {
    if (p == m->pattern_end) luaL_error(m->L, "malformed pattern (missing ']')");
    char c = *p++;
    if (c == ESCAPE) {
      if (p == m->pattern_end) luaL_error(m->L, "malformed pattern (missing ']')");
      p++;
    }
  } while (p == m->pattern_end || *p != ']');
  return p + 1;
}

// Whether `c` is in the set whose `[` is at `p` and whose `]` is at `last`.
static bool in_set(unsigned char c, const char *p, const char *last) {
  bool found = true;
  p++;
  if (*p == '^') {
    found = false;
    p++;
  }
  while (p < last) {
    if (*p == ESCAPE) {
      if (in_class(c, (unsigned char)p[1])) return found;
      p += 2;
    } else if (p[1] == '-' && p + 2 < last) {
      if ((unsigned char)p[0] <= c && c <= (unsigned char)p[2]) return found;
      p += 3;
    } else {
      if ((unsigned char)*p == c) return found;
      p++;
    }
  }
  return !found;
}

static bool matches_item(const ibid_matcher *m, const char *s, const char *p, const char *end) {
  if (s >= m->subject_end) return false;
  unsigned char c = (unsigned char)*s;
  switch (*p) {
    case '.': return true;
    case ESCAPE: return in_class(c, (unsigned char)p[1]);
    case '[': return in_set(c, p, end - 1);
    default: return (unsigned char)*p == c;
  }
}

static const char *match_here(ibid_matcher *m, const char *s, const char *p);

static const char *match_balance(ibid_matcher *m, const char *s, const char *p) {
  if (p + 1 >= m->pattern_end)
    luaL_error(m->L, "malformed pattern (missing arguments to '%%b')");
  if (s >= m->subject_end || *s != p[0]) return NULL;
  size_t nested = 1;
  while (++s < m->subject_end) {
    ibid_step(m->L, m->steps);
    if (*s == p[1]) {
      if (--nested == 0) return s + 1;
    } else if (*s == p[0]) {
      nested++;
    }
  }
  return NULL;
}

// `*` and `+`: the longest run first.
static const char *match_longest(ibid_matcher *m, const char *s, const char *p, const char *end) {
  ptrdiff_t count = 0;
  while (matches_item(m, s + count, p, end)) {
    ibid_step(m->L, m->steps);
    count++;
  }
  for (; count >= 0; count--) {
    ibid_step(m->L, m->steps);
    const char *found = match_here(m, s + count, end + 1);
    if (found != NULL) return found;
  }
  return NULL;
}

// `-`: the shortest run first.
static const char *match_shortest(ibid_matcher *m, const char *s, const char *p, const char *end) {
  for (;;) {
    ibid_step(m->L, m->steps);
    const char *found = match_here(m, s, end + 1);
    if (found != NULL) return found;
    if (!matches_item(m, s, p, end)) return NULL;
    s++;
  }
}

static const char *open_capture(ibid_matcher *m, const char *s, const char *p, ptrdiff_t count) {
  if (m->level >= IBID_MAX_CAPTURES) luaL_error(m->L, "too many captures");
  m->captures[m->level].start = s;
  m->captures[m->level].count = count;
  m->level++;
  const char *found = match_here(m, s, p);
  if (found == NULL) m->level--;
  return found;
}

static const char *close_capture(ibid_matcher *m, const char *s, const char *p) {
  int index = m->level - 1;
  while (index >= 0 && m->captures[index].count != IBID_CAPTURE_OPEN) index--;
  if (index < 0) luaL_error(m->L, "invalid pattern capture");
  m->captures[index].count = s - m->captures[index].start;
  const char *found = match_here(m, s, p);
  if (found == NULL) m->captures[index].count = IBID_CAPTURE_OPEN;
  return found;
}

// `%1`: the end of the same bytes as in an earlier capture.
static const char *match_again(ibid_matcher *m, const char *s, unsigned char digit) {
  int index = digit - '1';
  if (index < 0 || index >= m->level || m->captures[index].count == IBID_CAPTURE_OPEN)
    luaL_error(m->L, "invalid capture index %%%d", index + 1);
  // A position capture is never as long as what is left, as in Lua.
  size_t count = (size_t)m->captures[index].count;
  if ((size_t)(m->subject_end - s) < count) return NULL;
  m->steps += (unsigned)(count >> 8);
  ibid_step(m->L, m->steps);
  return memcmp(m->captures[index].start, s, count) == 0 ? s + count : NULL;
}

static bool is_frontier(ibid_matcher *m, const char *s, const char *p, const char *end) {
  unsigned char before = s == m->subject ? 0 : (unsigned char)s[-1];
  unsigned char after = s == m->subject_end ? 0 : (unsigned char)*s;
  return !in_set(before, p, end - 1) && in_set(after, p, end - 1);
}

// Matches what follows a simple item and its repetition sign; `*done` tells whether that was all.
static const char *match_single(
    ibid_matcher *m, const char *s, const char *p, const char **next) {
  const char *end = item_end(m, p);
  char sign = end < m->pattern_end ? *end : '\0';
  *next = NULL;
  switch (sign) {
    case '?':
      if (matches_item(m, s, p, end)) {
        const char *found = match_here(m, s + 1, end + 1);
        if (found != NULL) return found;
      }
      *next = end + 1;
      return s;
    case '+':
      return matches_item(m, s, p, end) ? match_longest(m, s + 1, p, end) : NULL;
    case '*':
      return match_longest(m, s, p, end);
    case '-':
      return match_shortest(m, s, p, end);
    default:
      if (!matches_item(m, s, p, end)) return NULL;
      *next = end;
      return s + 1;
  }
}

static const char *match_escape(
    ibid_matcher *m, const char *s, const char *p, const char **next) {
  switch (p + 1 < m->pattern_end ? p[1] : '\0') {
    case 'b':
      *next = p + 4;
      return match_balance(m, s, p + 2);
    case 'f': {
      p += 2;
      if (p >= m->pattern_end || *p != '[')
        luaL_error(m->L, "missing '[' after '%%f' in pattern");
      const char *end = item_end(m, p);
      *next = end;
      return is_frontier(m, s, p, end) ? s : NULL;
    }
    case '0': case '1': case '2': case '3': case '4':
    case '5': case '6': case '7': case '8': case '9':
      *next = p + 2;
      return match_again(m, s, (unsigned char)p[1]);
    default:
      return match_single(m, s, p, next);
  }
}

// Matches the rest of the pattern from `p`. Loops over items that need no way back.
static const char *match_here(ibid_matcher *m, const char *s, const char *p) {
  if (m->depth++ >= IBID_PATTERN_DEPTH) luaL_error(m->L, "pattern too complex");
  while (s != NULL && p != m->pattern_end) {
    const char *next = NULL;
    ibid_step(m->L, m->steps);
    if (*p == '(') {
      bool is_position = p + 1 < m->pattern_end && p[1] == ')';
      s = is_position ? open_capture(m, s, p + 2, IBID_CAPTURE_POSITION)
                      : open_capture(m, s, p + 1, IBID_CAPTURE_OPEN);
    } else if (*p == ')') {
      s = close_capture(m, s, p + 1);
    } else if (*p == '$' && p + 1 == m->pattern_end) {
      if (s != m->subject_end) s = NULL;
    } else if (*p == ESCAPE) {
      s = match_escape(m, s, p, &next);
    } else {
      s = match_single(m, s, p, &next);
    }
    if (next == NULL) break;
    p = next;
  }
  m->depth--;
  return s;
}

const char *ibid_match(ibid_matcher *m, const char *at, const char *pattern) {
  m->level = 0;
  m->depth = 0;
  return match_here(m, at, pattern);
}

// The item that each match begins with, behind the brackets of captures; NULL where there is none.
static const char *first_item(const ibid_matcher *m, const char *p) {
  for (int level = 0; p < m->pattern_end && *p == '('; level++) {
    if (level == IBID_MAX_CAPTURES) return NULL;
    p += p + 1 < m->pattern_end && p[1] == ')' ? 2 : 1;
  }
  if (p == m->pattern_end || *p == ')') return NULL;
  if (*p == '$' && p + 1 == m->pattern_end) return NULL;
  if (*p != ESCAPE) return p;
  bool is_single = p + 1 < m->pattern_end && p[1] != 'b' && p[1] != 'f' &&
                   !ibid_is_digit((unsigned char)p[1]);
  return is_single ? p : NULL;
}

// Notes which bytes are in the set from `p` to before `last`: of a few bytes, as most sets are, that takes less
// than asking for each byte of a short subject. False where the set has classes or says what is not in it.
static bool list_members(ibid_matcher *m, const char *p, const char *last) {
  if (*p == '^') return false;
  memset(m->first.is_member, -1, sizeof m->first.is_member);
  while (p < last) {
    if (*p == ESCAPE) {
      if (ibid_is_alpha((unsigned char)p[1])) return false;
      m->first.is_member[(unsigned char)p[1]] = 1;
      p += 2;
    } else if (p[1] == '-' && p + 2 < last) {
      for (int c = (unsigned char)p[0]; c <= (unsigned char)p[2]; c++) m->first.is_member[c] = 1;
      p += 3;
    } else {
      m->first.is_member[(unsigned char)*p++] = 1;
    }
  }
  return true;
}

static void look_at_first(ibid_matcher *m, const char *pattern) {
  m->first.kind = IBID_FIRST_ANY;
  const char *item = first_item(m, pattern);
  if (item == NULL) return;
  const char *end = item_end(m, item);
  if (end < m->pattern_end && (*end == '?' || *end == '*' || *end == '-')) return;
  m->first.item = item;
  m->first.item_end = end;
  if (*item != ESCAPE && *item != '[' && *item != '.') {
    m->first.kind = IBID_FIRST_BYTE;
  } else {
    m->first.kind = IBID_FIRST_SET;
    if (*item != '[' || !list_members(m, item + 1, end - 1)) memset(m->first.is_member, 0, sizeof m->first.is_member);
  }
}

static const char *next_of_set(ibid_matcher *m, const char *s) {
  // The alarm is looked at once for so many bytes, which a loop of four instructions passes over.
  enum { STRIDE = 1024 };
  signed char *is_member = m->first.is_member;
  while (s < m->subject_end) {
    const char *stop = m->subject_end - s > STRIDE ? s + STRIDE : m->subject_end;
    while (s < stop && is_member[(unsigned char)*s] < 0) s++;
    ibid_step(m->L, m->steps);
    if (s == stop) continue;
    signed char *kind = &is_member[(unsigned char)*s];
    if (*kind == 0) *kind = matches_item(m, s, m->first.item, m->first.item_end) ? 1 : -1;
    if (*kind > 0) return s;
  }
  return NULL;
}

const char *ibid_next_start(ibid_matcher *m, const char *at, const char *pattern) {
  if (m->first.kind == IBID_FIRST_NOT_LOOKED_AT) look_at_first(m, pattern);
  switch (m->first.kind) {
    case IBID_FIRST_BYTE: return memchr(at, *m->first.item, (size_t)(m->subject_end - at));
    case IBID_FIRST_SET: return next_of_set(m, at);
    default: return at;
  }
}

ptrdiff_t ibid_capture(
    ibid_matcher *m, int index, const char *start, const char *end, const char **bytes) {
  if (index >= m->level) {
    if (index != 0) luaL_error(m->L, "invalid capture index %%%d", index + 1);
    *bytes = start;
    return end - start;
  }
  *bytes = m->captures[index].start;
  ptrdiff_t count = m->captures[index].count;
  if (count == IBID_CAPTURE_OPEN) luaL_error(m->L, "unfinished capture");
  if (count == IBID_CAPTURE_POSITION) lua_pushinteger(m->L, *bytes - m->subject + 1);
  return count;
}

int ibid_push_captures(ibid_matcher *m, const char *start, const char *end, bool whole) {
  int count = m->level == 0 && whole ? 1 : m->level;
  luaL_checkstack(m->L, count, "too many captures");
  for (int index = 0; index < count; index++) {
    const char *bytes;
    ptrdiff_t size = ibid_capture(m, index, start, end, &bytes);
    if (size != IBID_CAPTURE_POSITION) lua_pushlstring(m->L, bytes, (size_t)size);
  }
  return count;
}
