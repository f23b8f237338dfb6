#ifndef IBID_EDIT_SOURCE_H
#define IBID_EDIT_SOURCE_H

#include "bytes.h"
#include "ibid_article_view.h"

/// Edits of a source by byte ranges; knows neither Lua nor the host.

typedef enum {
  IBID_EDIT_DROP,
  IBID_EDIT_REPLACE,
  IBID_EDIT_BEFORE,
  IBID_EDIT_AFTER,
  IBID_EDIT_COUNT
} ibid_edit_kind;

/// One edit of what stands at `range`.
typedef struct {
  ibid_range range;
  ibid_text text;   ///< what is put there; nothing for a drop
  ibid_edit_kind kind;
  bool is_inline;   ///< stands within a line of text, as a reference does
  int32_t node;     ///< the node that it is of, or -1
  uint32_t order;   ///< the number in which it was given
  const char *name; ///< the type, for messages
} ibid_edit;

/// Puts edits in the order of the source, what surrounds before what is inside.
///
/// False where one is inside a range that another drops or replaces; `*inner` and `*outer` are the two.
bool ibid_sort_edits(
    ibid_edit *edits, size_t count, const ibid_edit **inner, const ibid_edit **outer);

/// Writes the source with sorted edits applied; false where there is no room.
///
/// A block that has its lines to itself is dropped with them, and with the blank lines after it where a
/// blank line stands before it. What is put beside a block is set off as the block itself is: by a blank
/// line, by a line end, or (in markup) by a line end only.
bool ibid_apply_edits(
    ibid_text source, const ibid_edit *edits, size_t count, bool is_markup, ibid_bytes *out);

#endif
