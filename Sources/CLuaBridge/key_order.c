#include "key_order.h"

#include "internal.h"

static int compare_numbers(const ibid_key *a, const ibid_key *b) {
  if (!a->is_float && !b->is_float)
    return a->as.integer < b->as.integer ? -1 : a->as.integer > b->as.integer;
  // 64 bits of mantissa and more: exact for integers and doubles alike.
  long double x = a->is_float ? (long double)a->as.number : (long double)a->as.integer;
  long double y = b->is_float ? (long double)b->as.number : (long double)b->as.integer;
  return x < y ? -1 : x > y;
}

int ibid_compare_keys(const void *left, const void *right) {
  const ibid_key *a = left, *b = right;
  if (a->rank != b->rank) return a->rank < b->rank ? -1 : 1;
  if (a->rank == IBID_KEY_NUMBER) return compare_numbers(a, b);
  if (a->rank == IBID_KEY_STRING) return ibid_compare_string_keys(&a->as.string, &b->as.string);
  return a->as.integer < b->as.integer ? -1 : a->as.integer > b->as.integer;
}

ibid_key ibid_describe_key(lua_State *L, unsigned place) {
  ibid_key e = {.rank = IBID_KEY_OTHER, .place = place};
  ibid_lua *self = ibid_self(L);
  int64_t handle;
  switch (lua_type(L, -1)) {
    case LUA_TNUMBER:
      e.rank = IBID_KEY_NUMBER;
      e.is_float = !lua_isinteger(L, -1);
      if (e.is_float) e.as.number = lua_tonumber(L, -1);
      else e.as.integer = lua_tointeger(L, -1);
      break;
    case LUA_TSTRING:
      e.rank = IBID_KEY_STRING;
      e.as.string = ibid_string_key_at(L, -1);
      break;
    case LUA_TBOOLEAN:
      e.rank = IBID_KEY_BOOLEAN;
      e.as.integer = lua_toboolean(L, -1);
      break;
    case LUA_TUSERDATA:
      if (self->read_handle != NULL && self->read_handle(L, -1, &handle)) {
        e.rank = IBID_KEY_HANDLE;
        e.as.integer = handle;
        break;
      }
      // fall through
    default:
      e.as.integer = place;
  }
  return e;
}
