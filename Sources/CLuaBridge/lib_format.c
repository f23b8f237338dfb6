// string.format.
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "characters.h"
#include "internal.h"
#include "json_text.h"
#include "lib_string.h"

// A conversion as C's printf wants it: `%`, flags, two digits, a point, two digits, "ll", a letter.
enum { MAX_SPEC = 22, MAX_NUMBER = 128, MAX_FIXED = 110 + DBL_MAX_10_EXP };

typedef struct {
  char text[MAX_SPEC + 10];
  size_t count;
} conversion;

static const char *read_digits(const char *at) {
  if (ibid_is_digit((unsigned char)*at)) at++;
  if (ibid_is_digit((unsigned char)*at)) at++;
  return at;
}

static void check_conversion(
    lua_State *L, const conversion *spec, const char *flags, bool has_precision) {
  const char *at = spec->text + 1;
  at += strspn(at, flags);
  if (*at != '0') {
    at = read_digits(at);
    if (*at == '.' && has_precision) at = read_digits(at + 1);
  }
  if (!ibid_is_alpha((unsigned char)*at))
    luaL_error(L, "invalid conversion specification: '%s'", spec->text);
}

// Copies the conversion that begins after the `%` at `at`; returns its letter's place.
static const char *read_conversion(lua_State *L, const char *at, conversion *spec) {
  size_t count = strspn(at, "-+#0 123456789.");
  if (count + 1 >= MAX_SPEC) luaL_error(L, "invalid format string to 'format'");
  spec->text[0] = '%';
  memcpy(spec->text + 1, at, count + 1);
  spec->text[count + 2] = '\0';
  spec->count = count + 2;
  return at + count;
}

// Puts a length modifier before the letter.
static void add_modifier(conversion *spec, const char *modifier) {
  char letter = spec->text[spec->count - 1];
  size_t count = strlen(modifier);
  memcpy(spec->text + spec->count - 1, modifier, count);
  spec->text[spec->count - 1 + count] = letter;
  spec->text[spec->count + count] = '\0';
  spec->count += count;
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

static void add_integer(
    lua_State *L, luaL_Buffer *out, int argument, conversion *spec, const char *flags) {
  lua_Integer value = luaL_checkinteger(L, argument);
  if (strcmp(spec->text, "%d") == 0) {
    luaL_addsize(out, ibid_json_integer(luaL_prepbuffsize(out, MAX_NUMBER), value));
    return;
  }
  check_conversion(L, spec, flags, true);
  add_modifier(spec, "ll");
  char *room = luaL_prepbuffsize(out, MAX_NUMBER);
  luaL_addsize(out, (size_t)snprintf(room, MAX_NUMBER, spec->text, (long long)value));
}

// What `%.1f` and `%.2f` write, for a tenth of the time of `snprintf`; 0 where only that knows how to
// round, and for all other conversions.
static size_t short_fixed(char *text, const conversion *spec, double value) {
  if (spec->count != 4 || memcmp(spec->text, "%.", 2) != 0 || spec->text[3] != 'f') return 0;
  if (spec->text[2] != '1' && spec->text[2] != '2') return 0;
  int64_t unit = spec->text[2] == '1' ? 10 : 100;
  double scaled = fabs(value) * (double)unit;
  // Also false for what is no number.
  if (!(scaled < 1e9)) return 0;
  int64_t rounded = (int64_t)(scaled + 0.5);
  // The product is off by a ten-millionth at most: that matters close to the middle alone.
  if (fabs(scaled - (double)rounded) > 0.499999) return 0;
  size_t count = 0;
  if (signbit(value)) text[count++] = '-';
  count += ibid_json_integer(text + count, rounded / unit);
  text[count++] = '.';
  for (int64_t place = unit / 10; place > 0; place /= 10) text[count++] = (char)('0' + rounded / place % 10);
  return count;
}

static void add_number(lua_State *L, luaL_Buffer *out, int argument, const conversion *spec) {
  lua_Number value = luaL_checknumber(L, argument);
  check_conversion(L, spec, "-+#0 ", true);
  size_t most = spec->text[spec->count - 1] == 'f' ? MAX_FIXED : MAX_NUMBER;
  char *room = luaL_prepbuffsize(out, most);
  size_t count = short_fixed(room, spec, value);
  luaL_addsize(out, count > 0 ? count : (size_t)snprintf(room, most, spec->text, value));
}

static void add_string(lua_State *L, luaL_Buffer *out, int argument, const conversion *spec) {
  size_t count;
  const char *text = ibid_push_text(L, argument, &count);
  if (spec->count == 2) {
    luaL_addvalue(out);
    return;
  }
  luaL_argcheck(L, count == strlen(text), argument, "string contains zeros");
  check_conversion(L, spec, "-", true);
  // No precision cuts it, and it is wider than any width.
  if (strchr(spec->text, '.') == NULL && count >= 100) {
    luaL_addvalue(out);
    return;
  }
  // Not into the buffer at once: it grows only while it is on the top of the stack.
  char room[MAX_NUMBER];
  int size = snprintf(room, sizeof room, spec->text, text);
  lua_pop(L, 1);
  luaL_addlstring(out, room, (size_t)size);
}

static void add_character(lua_State *L, luaL_Buffer *out, int argument, const conversion *spec) {
  char *room = luaL_prepbuffsize(out, MAX_NUMBER);
  int value = (int)luaL_checkinteger(L, argument);
  luaL_addsize(out, (size_t)snprintf(room, MAX_NUMBER, spec->text, value));
}

#pragma GCC diagnostic pop

static void add_quoted(lua_State *L, luaL_Buffer *out, const char *text, size_t count) {
  luaL_addchar(out, '"');
  for (size_t at = 0; at < count; at++) {
    if (at % 65536 == 0) ibid_poll(L);
    unsigned char c = (unsigned char)text[at];
    if (c == '"' || c == '\\' || c == '\n') {
      luaL_addchar(out, '\\');
      luaL_addchar(out, (char)c);
    } else if (ibid_is_control(c)) {
      char escape[8];
      bool more = at + 1 < count && ibid_is_digit((unsigned char)text[at + 1]);
      snprintf(escape, sizeof escape, more ? "\\%03d" : "\\%d", c);
      luaL_addstring(out, escape);
    } else {
      luaL_addchar(out, (char)c);
    }
  }
  luaL_addchar(out, '"');
}

// A number as Lua source that reads back as the same number.
static void add_number_literal(lua_State *L, luaL_Buffer *out, int argument) {
  char text[MAX_NUMBER];
  if (lua_isinteger(L, argument)) {
    long long value = lua_tointeger(L, argument);
    if (value == LUA_MININTEGER) snprintf(text, sizeof text, "0x%llx", value);
    else snprintf(text, sizeof text, "%lld", value);
  } else {
    lua_Number value = lua_tonumber(L, argument);
    if (isnan(value)) snprintf(text, sizeof text, "(0/0)");
    else if (isinf(value)) snprintf(text, sizeof text, value > 0 ? "1e9999" : "-1e9999");
    else snprintf(text, sizeof text, "%a", value);
  }
  luaL_addstring(out, text);
}

static void add_literal(lua_State *L, luaL_Buffer *out, int argument) {
  size_t count;
  const char *text;
  switch (lua_type(L, argument)) {
    case LUA_TSTRING:
      text = lua_tolstring(L, argument, &count);
      add_quoted(L, out, text, count);
      break;
    case LUA_TNUMBER:
      add_number_literal(L, out, argument);
      break;
    case LUA_TNIL:
    case LUA_TBOOLEAN:
      ibid_push_text(L, argument, NULL);
      luaL_addvalue(out);
      break;
    default:
      luaL_argerror(L, argument, "value has no literal form");
  }
}

static void add_conversion(lua_State *L, luaL_Buffer *out, int argument, conversion *spec) {
  switch (spec->text[spec->count - 1]) {
    case 'c':
      check_conversion(L, spec, "-", false);
      add_character(L, out, argument, spec);
      break;
    case 'd':
    case 'i':
      add_integer(L, out, argument, spec, "-+0 ");
      break;
    case 'u':
      add_integer(L, out, argument, spec, "-0");
      break;
    case 'o':
    case 'x':
    case 'X':
      add_integer(L, out, argument, spec, "-#0");
      break;
    case 'a':
    case 'A':
      check_conversion(L, spec, "-+#0 ", true);
      add_number(L, out, argument, spec);
      break;
    case 'e':
    case 'E':
    case 'f':
    case 'g':
    case 'G':
      add_number(L, out, argument, spec);
      break;
    case 'q':
      if (spec->count != 2) luaL_error(L, "specifier '%%q' cannot have modifiers");
      add_literal(L, out, argument);
      break;
    case 's':
      add_string(L, out, argument, spec);
      break;
    default:
      // Also `%p`: addresses differ from run to run.
      luaL_error(L, "invalid conversion '%s' to 'format'", spec->text);
  }
}

static int string_format(lua_State *L) {
  int last = lua_gettop(L), argument = 1;
  unsigned steps = 0;
  size_t count;
  const char *at = luaL_checklstring(L, 1, &count);
  const char *end = at + count;
  luaL_Buffer out;
  luaL_buffinit(L, &out);
  while (at < end) {
    const char *sign = memchr(at, '%', (size_t)(end - at));
    if (sign == NULL) sign = end;
    luaL_addlstring(&out, at, (size_t)(sign - at));
    at = sign;
    if (at == end) break;
    ibid_step(L, steps);
    if (at[1] == '%') {
      luaL_addchar(&out, '%');
      at += 2;
      continue;
    }
    if (++argument > last) return luaL_argerror(L, argument, "no value");
    conversion spec;
    at = read_conversion(L, at + 1, &spec) + 1;
    add_conversion(L, &out, argument, &spec);
  }
  luaL_pushresult(&out);
  return 1;
}

void ibid_open_format(lua_State *L) {
  lua_pushcfunction(L, string_format);
  lua_setfield(L, -2, "format");
}
