// string.find, match, gmatch and gsub.
#define _GNU_SOURCE

#include <string.h>

#include "internal.h"
#include "lib_string.h"
#include "pattern.h"

static bool is_plain(const char *pattern, size_t count) {
  for (size_t at = 0; at < count; at++)
    if (pattern[at] != '\0' && strchr("^$*+?.([%-", pattern[at]) != NULL) return false;
  return true;
}

// memmem is linear in the worst case but slow to start; a short needle is bounded without it.
static const char *find_bytes(
    const char *text, size_t count, const char *needle, size_t needle_count) {
  enum { SHORT = 16 };
  if (needle_count == 0) return text;
  if (needle_count > SHORT || needle_count > count)
    return memmem(text, count, needle, needle_count);
  const char *last = text + count - needle_count;
  while (text <= last) {
    const char *found = memchr(text, needle[0], (size_t)(last - text) + 1);
    if (found == NULL || memcmp(found, needle, needle_count) == 0) return found;
    text = found + 1;
  }
  return NULL;
}

// Where a search that begins at `position` (from 1, negative from the end) starts, from 0.
static size_t start_offset(lua_Integer position, size_t count) {
  if (position > 0) return (size_t)position - 1;
  if (position == 0 || position < -(lua_Integer)count) return 0;
  return count - (size_t)(-position);
}

static int find(lua_State *L, bool only_captures) {
  size_t count, pattern_count;
  const char *subject = luaL_checklstring(L, 1, &count);
  const char *pattern = luaL_checklstring(L, 2, &pattern_count);
  size_t offset = start_offset(luaL_optinteger(L, 3, 1), count);
  if (offset > count) {
    luaL_pushfail(L);
    return 1;
  }
  const char *start = subject + offset;
  if (!only_captures && (lua_toboolean(L, 4) || is_plain(pattern, pattern_count))) {
    const char *found = find_bytes(start, count - offset, pattern, pattern_count);
    if (found == NULL) {
      luaL_pushfail(L);
      return 1;
    }
    lua_pushinteger(L, found - subject + 1);
    lua_pushinteger(L, found - subject + (lua_Integer)pattern_count);
    return 2;
  }
  ibid_matcher m;
  bool is_anchored = pattern_count > 0 && *pattern == '^';
  ibid_matcher_init(&m, L, subject, count, pattern, pattern_count);
  if (is_anchored) pattern++;
  do {
    ibid_step(L, m.steps);
    if (!is_anchored && (start = ibid_next_start(&m, start, pattern)) == NULL) break;
    const char *end = ibid_match(&m, start, pattern);
    if (end == NULL) continue;
    if (only_captures) return ibid_push_captures(&m, start, end, true);
    lua_pushinteger(L, start - subject + 1);
    lua_pushinteger(L, end - subject);
    return ibid_push_captures(&m, start, end, false) + 2;
  } while (start++ < m.subject_end && !is_anchored);
  luaL_pushfail(L);
  return 1;
}

static int string_find(lua_State *L) { return find(L, false); }

static int string_match(lua_State *L) { return find(L, true); }

// What an iteration of gmatch keeps between its calls, by offset; subject and pattern are upvalues.
typedef struct {
  size_t at;
  size_t last_end;  // the end of the last match, SIZE_MAX before the first
} iteration;

static int next_match(lua_State *L) {
  size_t count, pattern_count;
  const char *subject = lua_tolstring(L, lua_upvalueindex(1), &count);
  const char *pattern = lua_tolstring(L, lua_upvalueindex(2), &pattern_count);
  iteration *kept = lua_touserdata(L, lua_upvalueindex(3));
  ibid_matcher m;
  ibid_matcher_init(&m, L, subject, count, pattern, pattern_count);
  for (; kept->at <= count; kept->at++) {
    ibid_step(L, m.steps);
    const char *start = ibid_next_start(&m, subject + kept->at, pattern);
    if (start == NULL) break;
    kept->at = (size_t)(start - subject);
    const char *end = ibid_match(&m, start, pattern);
    if (end == NULL || (size_t)(end - subject) == kept->last_end) continue;
    kept->at = kept->last_end = (size_t)(end - subject);
    return ibid_push_captures(&m, start, end, true);
  }
  return 0;
}

static int string_gmatch(lua_State *L) {
  size_t count;
  luaL_checklstring(L, 1, &count);
  luaL_checkstring(L, 2);
  size_t offset = start_offset(luaL_optinteger(L, 3, 1), count);
  lua_settop(L, 2);
  iteration *kept = lua_newuserdatauv(L, sizeof *kept, 0);
  kept->at = offset > count ? count + 1 : offset;
  kept->last_end = SIZE_MAX;
  lua_pushcclosure(L, next_match, 3);
  return 1;
}

// Adds the replacement text with its `%1`.
static void add_text(ibid_matcher *m, luaL_Buffer *out, const char *start, const char *end) {
  lua_State *L = m->L;
  size_t count;
  const char *text = lua_tolstring(L, 3, &count), *text_end = text + count;
  const char *sign;
  while ((sign = memchr(text, '%', (size_t)(text_end - text))) != NULL) {
    ibid_step(L, m->steps);
    luaL_addlstring(out, text, (size_t)(sign - text));
    sign++;
    const char *bytes;
    if (sign < text_end && *sign == '%') {
      luaL_addchar(out, '%');
    } else if (sign < text_end && *sign == '0') {
      luaL_addlstring(out, start, (size_t)(end - start));
    } else if (sign < text_end && *sign >= '1' && *sign <= '9') {
      ptrdiff_t size = ibid_capture(m, *sign - '1', start, end, &bytes);
      if (size == IBID_CAPTURE_POSITION) luaL_addvalue(out);
      else luaL_addlstring(out, bytes, (size_t)size);
    } else {
      luaL_error(L, "invalid use of '%%' in replacement string");
    }
    text = sign + 1;
  }
  luaL_addlstring(out, text, (size_t)(text_end - text));
}

// Adds what replaces the match. False keeps the match as it is.
static bool add_replacement(
    ibid_matcher *m, luaL_Buffer *out, const char *start, const char *end, int type) {
  lua_State *L = m->L;
  if (type == LUA_TFUNCTION) {
    lua_pushvalue(L, 3);
    lua_call(L, ibid_push_captures(m, start, end, true), 1);
  } else if (type == LUA_TTABLE) {
    const char *bytes;
    ptrdiff_t size = ibid_capture(m, 0, start, end, &bytes);
    if (size != IBID_CAPTURE_POSITION) lua_pushlstring(L, bytes, (size_t)size);
    lua_gettable(L, 3);
  } else {
    add_text(m, out, start, end);
    return true;
  }
  if (!lua_toboolean(L, -1)) {
    lua_pop(L, 1);
    luaL_addlstring(out, start, (size_t)(end - start));
    return false;
  }
  if (!lua_isstring(L, -1))
    luaL_error(L, "invalid replacement value (a %s)", luaL_typename(L, -1));
  luaL_addvalue(out);
  return true;
}

static int string_gsub(lua_State *L) {
  size_t count, pattern_count;
  const char *subject = luaL_checklstring(L, 1, &count);
  const char *pattern = luaL_checklstring(L, 2, &pattern_count);
  int type = lua_type(L, 3);
  luaL_argexpected(
      L,
      type == LUA_TNUMBER || type == LUA_TSTRING || type == LUA_TFUNCTION || type == LUA_TTABLE, 3,
      "string/function/table");
  lua_Integer most = luaL_optinteger(L, 4, (lua_Integer)count + 1);
  bool is_anchored = pattern_count > 0 && *pattern == '^';
  ibid_matcher m;
  ibid_matcher_init(&m, L, subject, count, pattern, pattern_count);
  if (is_anchored) pattern++;
  luaL_Buffer out;
  luaL_buffinit(L, &out);
  lua_Integer done = 0;
  bool changed = false;
  // Bytes from `kept` to `at` are still to be copied: in one piece, once a match or the end comes.
  const char *at = subject, *kept = subject, *last_end = NULL;
  while (done < most) {
    ibid_step(L, m.steps);
    if (!is_anchored) {
      const char *start = ibid_next_start(&m, at, pattern);
      if (start == NULL) break;
      at = start;
    }
    const char *end = ibid_match(&m, at, pattern);
    if (end != NULL && end != last_end) {
      done++;
      luaL_addlstring(&out, kept, (size_t)(at - kept));
      changed |= add_replacement(&m, &out, at, end, type);
      at = kept = last_end = end;
    } else if (at < m.subject_end) {
      at++;
    } else {
      break;
    }
    if (is_anchored) break;
  }
  if (!changed) {
    lua_pushvalue(L, 1);
  } else {
    luaL_addlstring(&out, kept, (size_t)(m.subject_end - kept));
    luaL_pushresult(&out);
  }
  lua_pushinteger(L, done);
  return 2;
}

void ibid_open_find(lua_State *L) {
  static const luaL_Reg functions[] = {
      {"find", string_find},
      {"gmatch", string_gmatch},
      {"gsub", string_gsub},
      {"match", string_match},
      {NULL, NULL},
  };
  luaL_setfuncs(L, functions, 0);
}
