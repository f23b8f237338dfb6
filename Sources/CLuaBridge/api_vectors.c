// `ibid.vectors`: texts as vectors of their terms, and the scores that rankings are made of.
#include "api.h"
#include "json.h"

int ibid_do_ibid_vectors(lua_State *L) {
  ibid_make_object(L, IBID_TYPE_vectors, ibid_api_of(L)->host.make_vectors);
  return 1;
}

static void push_new_list(lua_State *L, size_t count) {
  lua_createtable(L, (int)count, 0);
  ibid_push_list_mark(L);
  lua_setmetatable(L, -2);
}

// Room for a number for each text is Lua's, so that it counts and no error loses it.
static double *push_room(lua_State *L, const ibid_host_object *self) {
  return lua_newuserdatauv(L, (self->count + 1) * sizeof(double), 0);
}

static int push_list(lua_State *L, const double *numbers, size_t count) {
  push_new_list(L, count);
  for (size_t at = 0; at < count; at++) {
    lua_pushnumber(L, numbers[at]);
    lua_rawseti(L, -2, (lua_Integer)at + 1);
  }
  return 1;
}

int ibid_do_vectors_words(lua_State *L) {
  const ibid_host_object *self = ibid_check_object(L, 1, IBID_TYPE_vectors);
  int64_t *counts = lua_newuserdatauv(L, (self->count + 1) * sizeof *counts, 0);
  const ibid_host *host = &ibid_api_of(L)->host;
  ibid_enter_host(L);
  host->vector_words(host->context, self->number, counts);
  ibid_leave_host(L);
  push_new_list(L, self->count);
  for (size_t at = 0; at < self->count; at++) {
    lua_pushinteger(L, counts[at]);
    lua_rawseti(L, -2, (lua_Integer)at + 1);
  }
  return 1;
}

int ibid_do_vectors_products(lua_State *L) {
  const ibid_host_object *self = ibid_check_object(L, 1, IBID_TYPE_vectors);
  lua_settop(L, 2);
  double *factors = NULL;
  if (!lua_isnil(L, 2)) {
    luaL_checktype(L, 2, LUA_TTABLE);
    factors = push_room(L, self);
    for (size_t at = 0; at < self->count; at++) {
      if (lua_rawgeti(L, 2, (lua_Integer)at + 1) != LUA_TNUMBER)
        luaL_argerror(L, 2, "a number for each text expected");
      factors[at] = lua_tonumber(L, -1);
      lua_pop(L, 1);
    }
  }
  double *scores = push_room(L, self);
  const ibid_host *host = &ibid_api_of(L)->host;
  ibid_enter_host(L);
  host->vector_products(host->context, self->number, factors, scores);
  ibid_leave_host(L);
  return push_list(L, scores, self->count);
}

int ibid_do_vectors_overlaps(lua_State *L) {
  const ibid_host_object *self = ibid_check_object(L, 1, IBID_TYPE_vectors);
  ibid_text text = ibid_check_text(L, 2);
  double *scores = push_room(L, self);
  const ibid_host *host = &ibid_api_of(L)->host;
  ibid_enter_host(L);
  host->vector_overlaps(host->context, self->number, text, scores);
  ibid_leave_host(L);
  return push_list(L, scores, self->count);
}

// The text that the integer at `index` numbers, from 0.
static size_t check_number(lua_State *L, int index, const ibid_host_object *self) {
  lua_Integer number = luaL_checkinteger(L, index);
  if (number < 1 || (size_t)number > self->count)
    luaL_argerror(L, index, lua_pushfstring(L, "a text from 1 to %d expected", (int)self->count));
  return (size_t)number - 1;
}

int ibid_do_vectors_likeness(lua_State *L) {
  const ibid_host_object *self = ibid_check_object(L, 1, IBID_TYPE_vectors);
  size_t a = check_number(L, 2, self), b = check_number(L, 3, self);
  const ibid_host *host = &ibid_api_of(L)->host;
  ibid_enter_host(L);
  double likeness = host->vector_likeness(host->context, self->number, a, b);
  ibid_leave_host(L);
  lua_pushnumber(L, likeness);
  return 1;
}

int ibid_do_vectors_terms(lua_State *L) {
  const ibid_host_object *self = ibid_check_object(L, 1, IBID_TYPE_vectors);
  size_t text = check_number(L, 2, self);
  ibid_api *api = ibid_api_of(L);
  ibid_terms *terms = &api->terms;
  ibid_terms_clear(terms);
  ibid_enter_host(L);
  bool fits = api->host.vector_terms(api->host.context, self->number, text, terms);
  ibid_leave_host(L);
  if (!fits) ibid_raise_no_memory(L);
  push_new_list(L, terms->ranges.count);
  for (size_t at = 0; at < terms->ranges.count; at++) {
    if (at % 256 == 255) ibid_poll(L);
    ibid_range term = terms->ranges.items[at];
    lua_pushlstring(L, terms->bytes + term.start, term.count);
    lua_rawseti(L, -2, (lua_Integer)at + 1);
  }
  return 1;
}
