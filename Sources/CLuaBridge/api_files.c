// `ibid.read`, `ibid.read_file`, `ibid.write_file`, `ibid.can_write`, `ibid.log`: what the host
// does for a plugin.
#include "api.h"

int ibid_do_ibid_read(lua_State *L) {
  ibid_value arguments[] = {
      ibid_text_value(ibid_check_text(L, 1)),
      ibid_text_value(ibid_check_text(L, 2)),
  };
  return ibid_answer(L, ibid_api_of(L)->host.read, arguments, 2);
}

int ibid_do_ibid_read_file(lua_State *L) {
  ibid_value name = ibid_text_value(ibid_check_text(L, 1));
  return ibid_answer(L, ibid_api_of(L)->host.read_file, &name, 1);
}

int ibid_do_ibid_write_file(lua_State *L) {
  ibid_value arguments[] = {
      ibid_text_value(ibid_check_text(L, 1)),
      ibid_text_value(ibid_check_text(L, 2)),
  };
  ibid_answer(L, ibid_api_of(L)->host.write_file, arguments, 2);
  return 0;
}

int ibid_do_ibid_can_write(lua_State *L) {
  lua_pushboolean(L, ibid_api_of(L)->host.can_write);
  return 1;
}

int ibid_do_ibid_log(lua_State *L) {
  // The sandbox's own `print`, whose cap holds for both; what the plugin made of the global does
  // not matter.
  lua_rawgeti(L, LUA_REGISTRYINDEX, ibid_api_of(L)->print);
  lua_insert(L, 1);
  lua_call(L, lua_gettop(L) - 1, 0);
  return 0;
}
