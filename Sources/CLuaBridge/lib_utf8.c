// utf8: Lua's own but for `codes`, which in 5.4.4 accepts continuation bytes where none belongs.
#include "internal.h"
#include "libraries.h"

static bool is_continuation(const char *at) { return ((unsigned char)*at & 0xc0) == 0x80; }

// Decodes as Lua does: up to 2^31, strictly only Unicode's scalars. NULL where it is no sequence.
static const char *decode(const char *text, lua_Integer *code, bool strict) {
  static const uint32_t least[] = {UINT32_MAX, 0x80, 0x800, 0x10000, 0x200000, 0x4000000};
  unsigned char first = (unsigned char)text[0];
  uint32_t value = first;
  if (first >= 0x80) {
    int size = 0;
    value = 0;
    unsigned bits = first;
    for (; bits & 0x40; bits <<= 1) {
      // A string ends with a zero byte, which is no continuation.
      if (!is_continuation(text + ++size)) return NULL;
      value = value << 6 | ((unsigned char)text[size] & 0x3f);
    }
    if (size == 0 || size > 5) return NULL;
    value |= (bits & 0x7f) << (size * 5);
    if (value > 0x7fffffff || value < least[size]) return NULL;
    text += size;
  }
  if (strict && (value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff))) return NULL;
  *code = value;
  return text + 1;
}

static int next_code(lua_State *L, bool strict) {
  size_t count;
  const char *text = luaL_checklstring(L, 1, &count);
  lua_Unsigned at = (lua_Unsigned)lua_tointeger(L, 2);
  // From the byte after the last one that was given, over the rest of its sequence.
  if (at < count)
    while (is_continuation(text + at)) at++;
  if (at >= count) return 0;
  lua_Integer code;
  const char *next = decode(text + at, &code, strict);
  if (next == NULL || is_continuation(next)) return luaL_error(L, "invalid UTF-8 code");
  lua_pushinteger(L, (lua_Integer)at + 1);
  lua_pushinteger(L, code);
  return 2;
}

static int next_strict(lua_State *L) { return next_code(L, true); }

static int next_lax(lua_State *L) { return next_code(L, false); }

static int utf8_codes(lua_State *L) {
  bool lax = lua_toboolean(L, 2);
  const char *text = luaL_checkstring(L, 1);
  luaL_argcheck(L, !is_continuation(text), 1, "invalid UTF-8 code");
  lua_pushcfunction(L, lax ? next_lax : next_strict);
  lua_pushvalue(L, 1);
  lua_pushinteger(L, 0);
  return 3;
}

void ibid_open_utf8(lua_State *L) {
  static const char *const stock[] = {"char", "charpattern", "codepoint", "len", "offset", NULL};
  ibid_copy_functions(L, luaopen_utf8, stock);
  lua_pushcfunction(L, utf8_codes);
  lua_setfield(L, -2, "codes");
}
