// The module `ibid.json`, over the bridge's converters.
#include "api.h"
#include "json.h"

int ibid_do_json_encode(lua_State *L) {
  static const ibid_json_style style = {"value", "JSON", false};
  luaL_checkany(L, 1);
  lua_settop(L, 1);
  ibid_bytes *scratch = &ibid_api_of(L)->json;
  ibid_bytes_clear(scratch);
  ibid_to_json(L, 1, scratch, &style);
  lua_pushlstring(L, scratch->data, scratch->count);
  return 1;
}

int ibid_do_json_decode(lua_State *L) {
  ibid_text text = ibid_check_text(L, 1);
  ibid_from_json(L, text.bytes, text.count);
  return 1;
}
