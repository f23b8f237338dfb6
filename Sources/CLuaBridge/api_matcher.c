// `ibid.matcher` and `ibid.stem`: terms that the host finds in texts in any inflection.
#include "api.h"
#include "json.h"

int ibid_do_ibid_matcher(lua_State *L) {
  ibid_make_object(L, IBID_TYPE_matcher, ibid_api_of(L)->host.make_matcher);
  return 1;
}

int ibid_do_matcher_find(lua_State *L) {
  const ibid_host_object *self = ibid_check_object(L, 1, IBID_TYPE_matcher);
  ibid_text text = ibid_check_text(L, 2);
  ibid_api *api = ibid_api_of(L);
  ibid_ranges *found = &api->scratch;
  found->count = 0;
  ibid_enter_host(L);
  bool fits = api->host.find_terms(api->host.context, self->number, text, found);
  ibid_leave_host(L);
  if (!fits) ibid_raise_no_memory(L);
  // Each match is two ranges: its bytes, and the number of the term.
  size_t count = found->count / 2;
  lua_createtable(L, (int)count, 0);
  ibid_push_list_mark(L);
  lua_setmetatable(L, -2);
  for (size_t at = 0; at < count; at++) {
    if (at % 256 == 255) ibid_poll(L);
    ibid_range bytes = found->items[2 * at];
    lua_createtable(L, 0, 3);
    lua_pushinteger(L, (lua_Integer)found->items[2 * at + 1].start + 1);
    lua_setfield(L, -2, "term");
    lua_pushinteger(L, (lua_Integer)bytes.start + 1);
    lua_setfield(L, -2, "first");
    lua_pushinteger(L, (lua_Integer)bytes.start + (lua_Integer)bytes.count);
    lua_setfield(L, -2, "last");
    lua_rawseti(L, -2, (lua_Integer)at + 1);
  }
  return 1;
}

int ibid_do_ibid_stem(lua_State *L) {
  ibid_value arguments[] = {
      ibid_text_value(ibid_check_text(L, 1)),
      ibid_text_value(ibid_optional_text(L, 2)),
  };
  return ibid_answer(L, ibid_api_of(L)->host.stem, arguments, 2);
}
