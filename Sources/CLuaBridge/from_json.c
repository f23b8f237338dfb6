// Strict JSON text (RFC 8259) into Lua values.
#include <string.h>

#include "eight_bytes.h"
#include "internal.h"
#include "json.h"
#include "json_text.h"
#include "utf8_bytes.h"

typedef struct {
  lua_State *L;
  const char *text;
  size_t count, at;
  int depth;
  unsigned steps;
} reader;

static void read_value(reader *r);

static _Noreturn void fail(reader *r, const char *problem) {
  luaL_error(r->L, "byte %I: %s", (LUAI_UACINT)(r->at + 1), problem);
  __builtin_unreachable();
}

// The byte at the reader's place, or -1 at the end.
static int peek(const reader *r) {
  return r->at < r->count ? (unsigned char)r->text[r->at] : -1;
}

static int peek_token(reader *r) {
  int c = peek(r);
  // Most bytes are above them all.
  while (c <= ' ' && (c == ' ' || c == '\n' || c == '\t' || c == '\r')) {
    r->at++;
    c = peek(r);
  }
  return c;
}

static void expect_word(reader *r, const char *word) {
  size_t count = strlen(word);
  if (r->count - r->at < count || memcmp(r->text + r->at, word, count) != 0)
    fail(r, "a value was expected");
  r->at += count;
}

static size_t skip_digits(reader *r) {
  size_t from = r->at;
  while (peek(r) >= '0' && peek(r) <= '9') r->at++;
  return r->at - from;
}

// Pushes the whole number that the bytes from `from` on are, where no 64 bits can overflow; false for others.
static bool push_whole(const reader *r, size_t from) {
  bool is_negative = r->text[from] == '-';
  if (r->at - from > 18 + is_negative) return false;
  lua_Integer value = 0;
  for (size_t at = from + is_negative; at < r->at; at++) value = 10 * value + (r->text[at] - '0');
  lua_pushinteger(r->L, is_negative ? -value : value);
  return true;
}

// Pushes the number that the bytes from `from` on are, with a point at `point` and no exponent; false where it has
// more than fifteen digits. So many, and the power of ten, are doubles themselves, so that their quotient is rounded
// once, as it should be (Clinger, "How to read floating point numbers accurately", 1990).
static bool push_short(const reader *r, size_t from, size_t point) {
  static const double powers[] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
  bool is_negative = r->text[from] == '-';
  if (r->at - from > 16 + (size_t)is_negative) return false;
  int64_t digits = 0;
  for (size_t at = from + is_negative; at < r->at; at++)
    if (at != point) digits = 10 * digits + (r->text[at] - '0');
  double value = (double)digits / powers[r->at - point - 1];
  lua_pushnumber(r->L, is_negative ? -value : value);
  return true;
}

static void read_number(reader *r) {
  size_t from = r->at;
  if (peek(r) == '-') r->at++;
  if (peek(r) == '0') r->at++;
  else if (skip_digits(r) == 0) fail(r, "a value was expected");
  int next = peek(r);
  if (next != '.' && next != 'e' && next != 'E' && push_whole(r, from)) return;
  if (next == '.') {
    size_t point = r->at++;
    if (skip_digits(r) == 0) fail(r, "a digit was expected");
    next = peek(r);
    if (next != 'e' && next != 'E' && push_short(r, from, point)) return;
  }
  if (peek(r) == 'e' || peek(r) == 'E') {
    r->at++;
    if (peek(r) == '+' || peek(r) == '-') r->at++;
    if (skip_digits(r) == 0) fail(r, "a digit was expected");
  }
  // Lua converts terminated strings only, and up to 200 bytes; more digits than that say no more.
  char digits[200];
  size_t count = r->at - from;
  if (count >= sizeof digits) fail(r, "a number of more than 199 bytes");
  memcpy(digits, r->text + from, count);
  digits[count] = '\0';
  if (lua_stringtonumber(r->L, digits) == 0) fail(r, "a number was expected");
  lua_Number value = lua_tonumber(r->L, -1);
  if (value - value != 0) fail(r, "a number out of range");
}

static unsigned read_hex(reader *r) {
  unsigned value = 0;
  for (int digit = 0; digit < 4; digit++, r->at++) {
    int c = peek(r);
    if (c >= '0' && c <= '9') value = value << 4 | (unsigned)(c - '0');
    else if (c >= 'a' && c <= 'f') value = value << 4 | (unsigned)(c - 'a' + 10);
    else if (c >= 'A' && c <= 'F') value = value << 4 | (unsigned)(c - 'A' + 10);
    else fail(r, "four hexadecimal digits were expected");
  }
  return value;
}

static void read_unicode_escape(reader *r, ibid_bytes *out) {
  uint32_t scalar = read_hex(r);
  if (scalar >= 0xd800 && scalar < 0xdc00 && peek(r) == '\\') {
    r->at++;
    if (peek(r) != 'u') fail(r, "half of a surrogate pair");
    r->at++;
    unsigned low = read_hex(r);
    if (low < 0xdc00 || low > 0xdfff) fail(r, "half of a surrogate pair");
    scalar = 0x10000 + ((scalar - 0xd800) << 10) + (low - 0xdc00);
  } else if (scalar >= 0xd800 && scalar < 0xe000) {
    fail(r, "half of a surrogate pair");
  }
  char bytes[4];
  ibid_bytes_append(out, bytes, ibid_utf8_encode(scalar, bytes));
}

static void read_escape(reader *r, ibid_bytes *out) {
  static const char letters[] = "\"\\/bfnrt", bytes[] = "\"\\/\b\f\n\r\t";
  r->at++;
  int c = peek(r);
  const char *found = c <= 0 ? NULL : strchr(letters, c);
  if (c != 'u' && found == NULL) fail(r, "an unknown escape");
  r->at++;
  if (c == 'u') read_unicode_escape(r, out);
  else ibid_bytes_byte(out, bytes[found - letters]);
}

// Skips what needs no decoding and checks it.
static void skip_plain(reader *r) {
  size_t from = r->at;
  uint64_t stops = 0, seen = 0;
  while (stops == 0 && r->at < r->count) {
    size_t left = r->count - r->at;
    uint64_t word = left >= 8 ? ibid_eight_bytes(r->text + r->at) : ibid_few_bytes(r->text + r->at, left);
    // What is behind the last byte is 0, which stops as well.
    stops = ibid_json_stops(word);
    size_t plain = stops == 0 ? 8 : (size_t)__builtin_ctzll(stops) / 8;
    seen |= plain == 8 ? word : word & ~(UINT64_MAX << (8 * plain));
    r->at += plain;
  }
  if (r->at < r->count && (unsigned char)r->text[r->at] < 0x20) fail(r, "a control character in a string");
  if ((seen & 0x8080808080808080u) == 0) return;
  size_t count = r->at - from;
  size_t invalid = ibid_utf8_invalid(r->text + from, count);
  if (invalid == count) return;
  r->at = from + invalid;
  fail(r, "not UTF-8");
}

static void read_string(reader *r) {
  if (peek(r) != '"') fail(r, "a string was expected");
  size_t from = ++r->at;
  skip_plain(r);
  if (peek(r) == '"') {
    lua_pushlstring(r->L, r->text + from, r->at++ - from);
    return;
  }
  ibid_bytes *out = &ibid_self(r->L)->scratch;
  ibid_bytes_clear(out);
  ibid_bytes_append(out, r->text + from, r->at - from);
  while (peek(r) == '\\') {
    read_escape(r, out);
    ibid_step(r->L, r->steps);
    from = r->at;
    skip_plain(r);
    ibid_bytes_append(out, r->text + from, r->at - from);
  }
  if (peek(r) != '"') fail(r, "the string does not end");
  r->at++;
  if (out->full) luaL_error(r->L, "not enough memory");
  lua_pushlstring(r->L, out->data, out->count);
}

// So many elements or members wait on the stack until the size of their table is known: a table that grows one by
// one is laid out anew at each power of two.
enum { GATHERED = 64 };

static void read_list(reader *r) {
  lua_State *L = r->L;
  int base = lua_gettop(L);
  r->at++;
  if (peek_token(r) == ']') {
    r->at++;
    lua_newtable(L);
    ibid_push_list_mark(L);
    lua_setmetatable(L, -2);
    return;
  }
  luaL_checkstack(L, GATHERED + 3, "too deep");
  lua_Integer stored = 0;
  lua_pushnil(L);
  for (bool is_last = false; !is_last;) {
    read_value(r);
    int c = peek_token(r);
    if (c != ',' && c != ']') fail(r, "',' or ']' was expected");
    r->at++;
    is_last = c == ']';
    int waiting = lua_gettop(L) - base - 1;
    if (!is_last && waiting < GATHERED) continue;
    if (lua_isnil(L, base + 1)) {
      lua_createtable(L, waiting, 0);
      lua_replace(L, base + 1);
    }
    for (int at = waiting; at > 0; at--) lua_rawseti(L, base + 1, stored + at);
    stored += waiting;
  }
}

// Stores the keys and values above `base + 1`, the place of the table, which is made when the first of them come.
static void store_members(lua_State *L, int base) {
  int waiting = (lua_gettop(L) - base - 1) / 2;
  if (lua_isnil(L, base + 1)) {
    lua_createtable(L, 0, waiting);
    lua_replace(L, base + 1);
  }
  // In the order of the text, because of two members of one name the later one counts.
  for (int at = base + 2; at <= base + 2 * waiting; at += 2) {
    lua_pushvalue(L, at);
    lua_pushvalue(L, at + 1);
    lua_rawset(L, base + 1);
  }
  lua_settop(L, base + 1);
}

static void read_map(reader *r) {
  lua_State *L = r->L;
  int base = lua_gettop(L);
  r->at++;
  if (peek_token(r) == '}') {
    r->at++;
    lua_newtable(L);
    return;
  }
  luaL_checkstack(L, 2 * GATHERED + 4, "too deep");
  lua_pushnil(L);
  for (bool is_last = false; !is_last;) {
    peek_token(r);
    read_string(r);
    if (peek_token(r) != ':') fail(r, "':' was expected");
    r->at++;
    read_value(r);
    int c = peek_token(r);
    if (c != ',' && c != '}') fail(r, "',' or '}' was expected");
    r->at++;
    is_last = c == '}';
    if (is_last || lua_gettop(L) - base > 2 * GATHERED) store_members(L, base);
  }
}

static void read_value(reader *r) {
  lua_State *L = r->L;
  ibid_step(L, r->steps);
  int c = peek_token(r);
  if (c == '{' || c == '[') {
    if (r->depth == IBID_MAX_DEPTH) fail(r, "nested deeper than 64");
    luaL_checkstack(L, 6, "too deep");
    r->depth++;
    if (c == '{') read_map(r);
    else read_list(r);
    r->depth--;
  } else if (c == '"') {
    read_string(r);
  } else if (c == 't') {
    expect_word(r, "true");
    lua_pushboolean(L, 1);
  } else if (c == 'f') {
    expect_word(r, "false");
    lua_pushboolean(L, 0);
  } else if (c == 'n') {
    expect_word(r, "null");
    lua_pushlightuserdata(L, NULL);
  } else {
    read_number(r);
  }
}

void ibid_from_json(lua_State *L, const char *text, size_t count) {
  reader r = {.L = L, .text = text, .count = count};
  luaL_checkstack(L, 6, "too deep");
  read_value(&r);
  if (peek_token(&r) != -1) fail(&r, "more follows the value");
}

void ibid_push_list_mark(lua_State *L) {
  lua_rawgetp(L, LUA_REGISTRYINDEX, (const void *)ibid_push_list_mark);
}
