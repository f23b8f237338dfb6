// From a name to a member: each name has a number, each type a row that says which member a number is.
#include <pthread.h>
#include <string.h>

#include "handle.h"

static const ibid_type owners[IBID_MEMBER_COUNT] = {
    IBID_TYPE_none,
#define FIELD(type, name, signature, since, doc, example) IBID_TYPE_##type,
#define METHOD FIELD
#define FUNCTION FIELD
#include "api_members.def"
#undef FIELD
#undef METHOD
#undef FUNCTION
};

static const ibid_type bases[IBID_TYPE_COUNT] = {
#define TYPE(name, base, since, doc) IBID_TYPE_##base,
#include "api_types.def"
#undef TYPE
};

static const char *names[IBID_MAX_NAMES];  // from 1
static int name_count;
static uint8_t dispatch[IBID_TYPE_COUNT][IBID_MAX_NAMES];

_Static_assert(IBID_MEMBER_COUNT <= 256, "a member has to fit a byte of the dispatch table");

static int number_of(const char *name) {
  for (int number = 1; number <= name_count; number++)
    if (strcmp(names[number], name) == 0) return number;
  return 0;
}

static void build(void) {
  // First the members of bases, then a type's own, which hide them.
  for (int pass = 0; pass < 2; pass++) {
    for (int member = 1; member < IBID_MEMBER_COUNT; member++) {
      const char *name = ibid_declaration((ibid_member)member)->name;
      int number = number_of(name);
      if (number == 0 && name_count + 1 < IBID_MAX_NAMES) {
        number = ++name_count;
        names[number] = name;
      }
      ibid_type owner = owners[member];
      for (int type = 0; type < IBID_TYPE_COUNT; type++)
        if (pass == 0 ? bases[type] == owner : (ibid_type)type == owner)
          dispatch[type][number] = (uint8_t)member;
    }
  }
}

static void ensure_built(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, build);
}

int ibid_name_count(void) {
  ensure_built();
  return name_count;
}

const char *ibid_name(int number) { return names[number]; }

ibid_member ibid_member_of(ibid_type type, int name) { return (ibid_member)dispatch[type][name]; }

bool ibid_is_a(const ibid_handle *handle, ibid_type type) {
  return handle->type == type || bases[handle->type] == type;
}

// Edits (insertion, deletion, substitution, swap of neighbours) from one name to the other; names are short.
static size_t distance(const char *a, size_t a_count, const char *b, size_t b_count) {
  enum { LONGEST = 40 };
  size_t rows[3][LONGEST + 1];
  if (a_count > LONGEST || b_count > LONGEST) return LONGEST;
  size_t *older = rows[0], *previous = rows[1], *current = rows[2];
  for (size_t j = 0; j <= b_count; j++) previous[j] = j;
  for (size_t i = 1; i <= a_count; i++) {
    current[0] = i;
    for (size_t j = 1; j <= b_count; j++) {
      size_t best = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      if (previous[j] + 1 < best) best = previous[j] + 1;
      if (current[j - 1] + 1 < best) best = current[j - 1] + 1;
      bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped && older[j - 2] + 1 < best) best = older[j - 2] + 1;
      current[j] = best;
    }
    size_t *freed = older;
    older = previous;
    previous = current;
    current = freed;
  }
  return previous[b_count];
}

static const char *nearest(ibid_type type, const char *name) {
  size_t count = strlen(name), best = count / 3 < 1 ? 2 : count / 3 + 1;
  const char *found = NULL;
  for (int number = 1; number <= name_count; number++) {
    if (dispatch[type][number] == IBID_MEMBER_NONE) continue;
    size_t edits = distance(name, count, names[number], strlen(names[number]));
    if (edits >= best) continue;
    best = edits;
    found = names[number];
  }
  return found;
}

_Noreturn void ibid_raise_unknown(lua_State *L, ibid_type type, const char *name) {
  const char *meant = nearest(type, name);
  if (meant == NULL) ibid_raise(L, "%s has no member '%s'", ibid_type_name(type), name);
  ibid_raise(L, "%s has no member '%s'; did you mean '%s'?", ibid_type_name(type), name, meant);
}
