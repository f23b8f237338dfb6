// Functions on plain text: `ibid.words`, `ibid.fold`, …
#include "api.h"

int ibid_do_ibid_words(lua_State *L) {
  ibid_push_segments(L, ibid_check_text(L, 1), ibid_optional_text(L, 2), IBID_UNIT_WORDS);
  return 1;
}

int ibid_do_ibid_sentences(lua_State *L) {
  ibid_push_segments(L, ibid_check_text(L, 1), ibid_optional_text(L, 2), IBID_UNIT_SENTENCES);
  return 1;
}

int ibid_do_ibid_count(lua_State *L) {
  ibid_text text = ibid_check_text(L, 1);
  ibid_unit unit = ibid_check_unit(L, 2);
  luaL_argcheck(
      L, unit <= IBID_UNIT_CHARACTERS, 2, "a text has words, sentences, syllables, characters");
  lua_pushinteger(L, ibid_count_text(L, text, ibid_optional_text(L, 3), unit));
  return 1;
}

int ibid_do_ibid_syllables(lua_State *L) {
  ibid_text word = ibid_check_text(L, 1);
  lua_pushinteger(L, ibid_count_text(L, word, ibid_optional_text(L, 2), IBID_UNIT_SYLLABLES));
  return 1;
}

static int answer_text(lua_State *L, ibid_callback callback) {
  ibid_value text = ibid_text_value(ibid_check_text(L, 1));
  return ibid_answer(L, callback, &text, 1);
}

int ibid_do_ibid_language(lua_State *L) { return answer_text(L, ibid_api_of(L)->host.language); }
int ibid_do_ibid_normalise(lua_State *L) { return answer_text(L, ibid_api_of(L)->host.normalise); }
int ibid_do_ibid_fold(lua_State *L) { return answer_text(L, ibid_api_of(L)->host.fold); }

int ibid_do_ibid_is_stopword(lua_State *L) {
  ibid_value arguments[] = {
      ibid_text_value(ibid_check_text(L, 1)),
      ibid_text_value(ibid_optional_text(L, 2)),
  };
  return ibid_answer(L, ibid_api_of(L)->host.is_stopword, arguments, 2);
}
