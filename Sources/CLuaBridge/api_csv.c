// The module `ibid.csv`: comma-separated text as RFC 4180 has it, with LF line ends when written.
#include <string.h>

#include "api.h"
#include "json.h"

static char check_separator(lua_State *L, int index) {
  if (lua_isnoneornil(L, index)) return ',';
  ibid_text text = ibid_check_text(L, index);
  bool fits = text.count == 1 && strchr("\"\r\n", text.bytes[0]) == NULL &&
              (unsigned char)text.bytes[0] < 0x80;
  luaL_argcheck(L, fits, index, "a separator is one ASCII character");
  return text.bytes[0];
}

// --- encode

static void add_field(luaL_Buffer *buffer, const char *text, size_t count, char separator) {
  bool needs_quotes = false;
  for (size_t at = 0; at < count && !needs_quotes; at++)
    needs_quotes = text[at] == separator || text[at] == '"' || text[at] == '\n' || text[at] == '\r';
  if (!needs_quotes) {
    luaL_addlstring(buffer, text, count);
    return;
  }
  luaL_addchar(buffer, '"');
  for (size_t from = 0; from < count;) {
    const char *quote = memchr(text + from, '"', count - from);
    size_t end = quote == NULL ? count : (size_t)(quote - text) + 1;
    luaL_addlstring(buffer, text + from, end - from);
    if (quote != NULL) luaL_addchar(buffer, '"');
    from = end;
  }
  luaL_addchar(buffer, '"');
}

// Pushes element `at` of a table or collection at `index`; its length for 0.
static lua_Integer list_length(lua_State *L, int index) {
  return lua_istable(L, index) ? (lua_Integer)lua_rawlen(L, index)
                               : ((const ibid_handle *)lua_touserdata(L, index))->count;
}

static void push_list_element(lua_State *L, int index, lua_Integer at) {
  if (lua_istable(L, index)) lua_rawgeti(L, index, at);
  else ibid_push_element(L, lua_touserdata(L, index), (uint32_t)(at - 1));
}

static bool is_list(lua_State *L, int index) {
  if (lua_istable(L, index)) return true;
  const ibid_handle *handle = ibid_to_handle(L, index);
  if (handle == NULL || handle->type != IBID_TYPE_collection) return false;
  ibid_check_open(L, handle);
  return true;
}

// Rows become one string each, joined at the end: a buffer must not lie above values that come and
// go.
static void push_row(lua_State *L, int row, lua_Integer number, char separator) {
  lua_Integer count = list_length(L, row);
  int first = lua_gettop(L) + 1;
  luaL_Buffer buffer;
  lua_createtable(L, count < 1000 ? (int)count : 1000, 0);
  for (lua_Integer at = 1; at <= count; at++) {
    push_list_element(L, row, at);
    int type = lua_type(L, -1);
    if (type != LUA_TSTRING && type != LUA_TNUMBER && type != LUA_TBOOLEAN && type != LUA_TNIL)
      ibid_raise(L, "csv.encode: row %d, column %d is a %s", (int)number, (int)at,
                 luaL_typename(L, -1));
    if (type == LUA_TBOOLEAN) {
      lua_pushstring(L, lua_toboolean(L, -1) ? "true" : "false");
      lua_replace(L, -2);
    } else if (type == LUA_TNIL) {
      lua_pop(L, 1);
      lua_pushliteral(L, "");
    } else {
      lua_tostring(L, -1);
    }
    lua_rawseti(L, first, at);
  }
  luaL_buffinit(L, &buffer);
  for (lua_Integer at = 1; at <= count; at++) {
    if (at > 1) luaL_addchar(&buffer, separator);
    // The string stays alive in the table, so it need not stay on the stack under the buffer.
    lua_rawgeti(L, first, at);
    size_t size;
    const char *text = lua_tolstring(L, -1, &size);
    lua_pop(L, 1);
    // An empty line is no row for many readers.
    if (count == 1 && size == 0) luaL_addstring(&buffer, "\"\"");
    else add_field(&buffer, text, size, separator);
  }
  luaL_addchar(&buffer, '\n');
  luaL_pushresult(&buffer);
  lua_replace(L, first);
}

int ibid_do_csv_encode(lua_State *L) {
  if (!is_list(L, 1)) luaL_typeerror(L, 1, "list of rows");
  char separator = check_separator(L, 2);
  lua_settop(L, 1);
  lua_Integer count = list_length(L, 1);
  lua_createtable(L, count < 1000 ? (int)count : 1000, 0);
  for (lua_Integer at = 1; at <= count; at++) {
    ibid_poll(L);
    push_list_element(L, 1, at);
    if (!is_list(L, 3)) ibid_raise(L, "csv.encode: row %d is a %s", (int)at, luaL_typename(L, 3));
    push_row(L, 3, at, separator);
    lua_rawseti(L, 2, at);
    lua_settop(L, 2);
  }
  luaL_Buffer buffer;
  luaL_buffinit(L, &buffer);
  for (lua_Integer at = 1; at <= count; at++) {
    lua_rawgeti(L, 2, at);
    luaL_addvalue(&buffer);
  }
  luaL_pushresult(&buffer);
  return 1;
}

// --- decode

typedef struct {
  const char *text;
  size_t count, at;
  char separator;
} reader;

// Pushes the field at the reader's place and leaves the place at the separator or line end after
// it.
static void push_field(lua_State *L, reader *r) {
  size_t from = r->at;
  if (r->at == r->count || r->text[r->at] != '"') {
    while (r->at < r->count && r->text[r->at] != r->separator && r->text[r->at] != '\n' &&
           r->text[r->at] != '\r')
      r->at++;
    lua_pushlstring(L, r->text + from, r->at - from);
    return;
  }
  luaL_Buffer buffer;
  luaL_buffinit(L, &buffer);
  from = ++r->at;
  for (;;) {
    const char *quote = memchr(r->text + r->at, '"', r->count - r->at);
    if (quote == NULL) ibid_raise(L, "csv.decode: byte %d: a quoted field does not end", (int)from);
    size_t end = (size_t)(quote - r->text);
    luaL_addlstring(&buffer, r->text + r->at, end - r->at);
    r->at = end + 1;
    if (r->at == r->count || r->text[r->at] != '"') break;
    luaL_addchar(&buffer, '"');
    r->at++;
  }
  // What follows the closing quotation mark up to the separator belongs to the field, as in
  // Python's csv.
  from = r->at;
  while (r->at < r->count && r->text[r->at] != r->separator && r->text[r->at] != '\n' &&
         r->text[r->at] != '\r')
    r->at++;
  luaL_addlstring(&buffer, r->text + from, r->at - from);
  luaL_pushresult(&buffer);
}

static void push_list(lua_State *L) {
  lua_newtable(L);
  ibid_push_list_mark(L);
  lua_setmetatable(L, -2);
}

int ibid_do_csv_decode(lua_State *L) {
  ibid_text text = ibid_check_text(L, 1);
  reader r = {.text = text.bytes, .count = text.count, .separator = check_separator(L, 2)};
  push_list(L);
  for (lua_Integer row = 1; r.at < r.count; row++) {
    ibid_poll(L);
    push_list(L);
    for (lua_Integer column = 1;; column++) {
      push_field(L, &r);
      lua_rawseti(L, -2, column);
      if (r.at == r.count || r.text[r.at] != r.separator) break;
      r.at++;
    }
    lua_rawseti(L, -2, row);
    if (r.at < r.count && r.text[r.at] == '\r') r.at++;
    if (r.at < r.count && r.text[r.at] == '\n') r.at++;
  }
  return 1;
}
