// math: Lua's own, with a random sequence that is the same in each run.
#include "internal.h"
#include "libraries.h"

static uint64_t rotate(uint64_t value, int by) { return value << by | value >> (64 - by); }

// xoshiro256**, Blackman and Vigna 2018: the generator of Lua 5.4.
static uint64_t next_random(ibid_lua *self) {
  uint64_t *s = self->random;
  uint64_t result = rotate(s[1] * 5, 7) * 9;
  uint64_t shifted = s[1] << 17;
  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= shifted;
  s[3] = rotate(s[3], 45);
  return result;
}

static void seed(ibid_lua *self, uint64_t first, uint64_t second) {
  self->random[0] = first;
  // Lua's own constant: keeps the state from being all zero.
  self->random[1] = 0xff;
  self->random[2] = second;
  self->random[3] = 0;
  for (int at = 0; at < 16; at++) next_random(self);
}

void ibid_seed_random(ibid_lua *self, uint64_t value) { seed(self, value, 0); }

// A number in 0…limit without bias: draws again what lies above.
static uint64_t project(ibid_lua *self, uint64_t random, uint64_t limit) {
  if ((limit & (limit + 1)) == 0) return random & limit;
  uint64_t mask = limit;
  for (int by = 1; by <= 32; by *= 2) mask |= mask >> by;
  while ((random &= mask) > limit) random = next_random(self);
  return random;
}

static int math_random(lua_State *L) {
  ibid_lua *self = ibid_self(L);
  uint64_t random = next_random(self);
  lua_Integer low = 1, high;
  switch (lua_gettop(L)) {
    case 0:
      // The upper 53 bits as a fraction.
      lua_pushnumber(L, (lua_Number)(random >> 11) * 0x1p-53);
      return 1;
    case 1:
      high = luaL_checkinteger(L, 1);
      if (high == 0) {
        lua_pushinteger(L, (lua_Integer)random);
        return 1;
      }
      break;
    case 2:
      low = luaL_checkinteger(L, 1);
      high = luaL_checkinteger(L, 2);
      break;
    default:
      return luaL_error(L, "wrong number of arguments");
  }
  luaL_argcheck(L, low <= high, lua_gettop(L), "interval is empty");
  uint64_t offset = project(self, random, (uint64_t)high - (uint64_t)low);
  lua_pushinteger(L, (lua_Integer)(offset + (uint64_t)low));
  return 1;
}

// Without arguments Lua takes the time; here it takes the start of the sequence.
static int math_randomseed(lua_State *L) {
  ibid_lua *self = ibid_self(L);
  lua_Integer first = 0;
  if (!lua_isnone(L, 1) && !lua_isinteger(L, 1)) {
    lua_Number number = luaL_checknumber(L, 1);
    if (!lua_numbertointeger(number, &first)) first = 0;
  } else {
    first = luaL_optinteger(L, 1, 0);
  }
  lua_Integer second = luaL_optinteger(L, 2, 0);
  seed(self, (uint64_t)first, (uint64_t)second);
  lua_pushinteger(L, first);
  lua_pushinteger(L, second);
  return 2;
}

void ibid_open_math(lua_State *L) {
  static const char *const stock[] = {
      "abs", "acos", "asin", "atan", "ceil", "cos", "deg", "exp", "floor", "fmod", "huge", "log",
      "max", "maxinteger", "min", "mininteger", "modf", "pi", "rad", "sin", "sqrt", "tan",
      "tointeger", "type", "ult", NULL,
  };
  static const luaL_Reg functions[] = {
      {"random", math_random},
      {"randomseed", math_randomseed},
      {NULL, NULL},
  };
  ibid_copy_functions(L, luaopen_math, stock);
  luaL_setfuncs(L, functions, 0);
}
