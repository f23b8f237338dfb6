// os.time, os.date, os.clock: a clock that stands still at the second that the host gave, in UTC,
// so that a run repeats on another day and in another time zone. With IBID_REAL_TIME it is the
// machine's.
#define _GNU_SOURCE

#include <string.h>
#include <time.h>

#include "internal.h"
#include "libraries.h"

static time_t current_time(lua_State *L) {
  ibid_lua *self = ibid_self(L);
  return self->now == IBID_REAL_TIME ? time(NULL) : (time_t)self->now;
}

static int os_clock(lua_State *L) {
  ibid_lua *self = ibid_self(L);
  bool is_real = self->now == IBID_REAL_TIME;
  lua_pushnumber(L, is_real ? (lua_Number)ibid_lua_cpu(self) / 1e9 : 0);
  return 1;
}

static void set_fields(lua_State *L, const struct tm *time) {
  const struct {
    const char *name;
    int value;
  } fields[] = {
      {"year", time->tm_year + 1900}, {"month", time->tm_mon + 1}, {"day", time->tm_mday},
      {"hour", time->tm_hour},        {"min", time->tm_min},       {"sec", time->tm_sec},
      {"yday", time->tm_yday + 1},    {"wday", time->tm_wday + 1},
  };
  for (size_t at = 0; at < sizeof fields / sizeof *fields; at++) {
    lua_pushinteger(L, fields[at].value);
    lua_setfield(L, -2, fields[at].name);
  }
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "isdst");
}

static int get_field(lua_State *L, const char *name, int otherwise, lua_Integer offset) {
  int is_integer;
  int type = lua_getfield(L, 1, name);
  lua_Integer value = lua_tointegerx(L, -1, &is_integer);
  lua_pop(L, 1);
  if (!is_integer) {
    if (type != LUA_TNIL) return luaL_error(L, "field '%s' is not an integer", name);
    if (otherwise < 0) return luaL_error(L, "field '%s' missing in date table", name);
    return otherwise;
  }
  // Years count from 1900 and months from 0 in C.
  if (value < INT32_MIN + offset || value > INT32_MAX)
    return luaL_error(L, "field '%s' is out-of-bound", name);
  return (int)(value - offset);
}

static int os_time(lua_State *L) {
  if (lua_isnoneornil(L, 1)) {
    lua_pushinteger(L, current_time(L));
    return 1;
  }
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 1);
  struct tm fields = {
      .tm_year = get_field(L, "year", -1, 1900),
      .tm_mon = get_field(L, "month", -1, 1),
      .tm_mday = get_field(L, "day", -1, 0),
      .tm_hour = get_field(L, "hour", 12, 0),
      .tm_min = get_field(L, "min", 0, 0),
      .tm_sec = get_field(L, "sec", 0, 0),
  };
  time_t seconds = timegm(&fields);
  set_fields(L, &fields);
  lua_pushinteger(L, seconds);
  return 1;
}

static bool is_conversion(const char *at, size_t *size) {
  static const char plain[] = "aAbBcCdDeFgGhHIjmMnprRStTuUVwWxXyYzZ%";
  static const char after_e[] = "cCxXyY", after_o[] = "deHImMSuUVwWy";
  *size = 1;
  if (*at == 'E' || *at == 'O') {
    *size = 2;
    return at[1] != '\0' && strchr(*at == 'E' ? after_e : after_o, at[1]) != NULL;
  }
  return *at != '\0' && strchr(plain, *at) != NULL;
}

static int os_date(lua_State *L) {
  size_t count;
  const char *format = luaL_optlstring(L, 1, "%c", &count);
  time_t seconds = lua_isnoneornil(L, 2) ? current_time(L) : (time_t)luaL_checkinteger(L, 2);
  const char *end = format + count;
  if (*format == '!') format++;
  struct tm fields;
  if (gmtime_r(&seconds, &fields) == NULL)
    return luaL_error(L, "date result cannot be represented in this installation");
  if (strcmp(format, "*t") == 0) {
    lua_createtable(L, 0, 9);
    set_fields(L, &fields);
    return 1;
  }
  luaL_Buffer out;
  luaL_buffinit(L, &out);
  while (format < end) {
    if (*format != '%') {
      luaL_addchar(&out, *format++);
      continue;
    }
    size_t size;
    if (!is_conversion(++format, &size))
      return luaL_argerror(
          L, 1, lua_pushfstring(L, "invalid conversion specifier '%%%s'", format));
    char conversion[4] = {'%', format[0], size == 2 ? format[1] : '\0', '\0'};
    char text[256];
    luaL_addlstring(&out, text, strftime(text, sizeof text, conversion, &fields));
    format += size;
  }
  luaL_pushresult(&out);
  return 1;
}

void ibid_open_os(lua_State *L) {
  static const luaL_Reg functions[] = {
      {"clock", os_clock},
      {"date", os_date},
      {"time", os_time},
      {NULL, NULL},
  };
  luaL_setfuncs(L, functions, 0);
}
