#include "edit_source.h"

#include <stdlib.h>

static uint32_t end_of(const ibid_edit *edit) { return edit->range.start + edit->range.count; }

static bool removes(const ibid_edit *edit) {
  return edit->kind == IBID_EDIT_DROP || edit->kind == IBID_EDIT_REPLACE;
}

// Where an edit acts: what is put after a block acts at its end.
static uint32_t point_of(const ibid_edit *edit) {
  return edit->kind == IBID_EDIT_AFTER ? end_of(edit) : edit->range.start;
}

static int compare_numbers(int64_t a, int64_t b) { return a < b ? -1 : a > b; }

// At one point: what goes after the block that ends here, then what goes before the one that begins
// here, then what removes it. Of several blocks the inner one's text is nearer to the block, on both
// sides; nodes are numbered parents first.
static int compare(const void *left, const void *right) {
  static const int ranks[IBID_EDIT_COUNT] = {2, 2, 1, 0};
  const ibid_edit *a = left, *b = right;
  int order = compare_numbers(point_of(a), point_of(b));
  if (order == 0) order = ranks[a->kind] - ranks[b->kind];
  if (order == 0 && removes(a)) order = compare_numbers(end_of(b), end_of(a));
  if (order == 0 && a->kind == IBID_EDIT_AFTER) order = compare_numbers(b->node, a->node);
  if (order == 0) order = compare_numbers(a->node, b->node);
  return order != 0 ? order : compare_numbers(a->order, b->order);
}

bool ibid_sort_edits(
    ibid_edit *edits, size_t count, const ibid_edit **inner, const ibid_edit **outer) {
  if (count > 1) qsort(edits, count, sizeof *edits, compare);
  const ibid_edit *open = NULL;
  for (size_t at = 0; at < count; at++) {
    const ibid_edit *edit = &edits[at];
    uint32_t point = point_of(edit);
    // Beside a removed range something may be put, and at its end the next block may begin.
    bool is_inside = open != NULL && point < end_of(open) &&
                     (removes(edit) || point > open->range.start);
    if (is_inside) {
      *inner = edit;
      *outer = open;
      return false;
    }
    if (removes(edit)) open = edit;
  }
  return true;
}

// --- lines

typedef struct {
  ibid_text source;
  bool is_markup;
  ibid_bytes *out;
} writer;

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

// The start of the line of `at`, where only white space stands before `at` in it; else `at`.
static size_t line_start(const writer *w, size_t at) {
  size_t start = at;
  while (start > 0 && is_blank(w->source.bytes[start - 1])) start--;
  return start == 0 || w->source.bytes[start - 1] == '\n' ? start : at;
}

// The end of the line of `at`, its line end included, where only white space follows; else `at`.
static size_t line_end(const writer *w, size_t at) {
  size_t end = at;
  while (end < w->source.count && is_blank(w->source.bytes[end])) end++;
  if (end == w->source.count) return end;
  return w->source.bytes[end] == '\n' ? end + 1 : at;
}

static bool begins_line(const writer *w, size_t at) {
  return at == 0 || w->source.bytes[at - 1] == '\n';
}

// Whether the line before the one that begins at `at` is blank, or there is none.
static bool follows_blank_line(const writer *w, size_t at) {
  if (at == 0) return true;
  size_t before = at - 1;
  while (before > 0 && is_blank(w->source.bytes[before - 1])) before--;
  return before == 0 || w->source.bytes[before - 1] == '\n';
}

static size_t skip_blank_lines(const writer *w, size_t at) {
  for (;;) {
    size_t next = line_end(w, at);
    if (next == at || !begins_line(w, at)) return at;
    at = next;
  }
}

// What is removed for a block: its lines, where it has them to itself and nothing is put after it.
static ibid_range removed_range(const writer *w, const ibid_edit *edit, const ibid_edit *next) {
  size_t start = edit->range.start, end = end_of(edit);
  if (edit->is_inline || edit->kind != IBID_EDIT_DROP) return edit->range;
  if (next != NULL && next->kind == IBID_EDIT_AFTER && end_of(next) == end) return edit->range;
  size_t first = line_start(w, start), last = line_end(w, end);
  bool owns_lines = begins_line(w, first) && (last > end || end == w->source.count);
  if (!owns_lines) return edit->range;
  if (follows_blank_line(w, first)) last = skip_blank_lines(w, last);
  return (ibid_range){(uint32_t)first, (uint32_t)(last - first)};
}

// What stands between a block and what is put beside it.
static const char *separator(const writer *w, const ibid_edit *edit) {
  if (edit->is_inline) return "";
  if (w->is_markup) return "\n";
  size_t first = line_start(w, edit->range.start), last = line_end(w, end_of(edit));
  bool is_apart = (first > 0 && follows_blank_line(w, first)) || skip_blank_lines(w, last) > last;
  bool is_alone = first == 0 && last == w->source.count;
  return is_apart || is_alone ? "\n\n" : "\n";
}

static void copy(const writer *w, size_t from, size_t to) {
  if (to > from) ibid_bytes_append(w->out, w->source.bytes + from, to - from);
}

static void put(const writer *w, const ibid_edit *edit) {
  size_t count = edit->text.count;
  // The line end of the text is not doubled by that of the block.
  while (!edit->is_inline && count > 0 && edit->text.bytes[count - 1] == '\n') count--;
  if (edit->kind == IBID_EDIT_AFTER) ibid_bytes_text(w->out, separator(w, edit));
  ibid_bytes_append(w->out, edit->text.bytes == NULL ? "" : edit->text.bytes, count);
  if (edit->kind == IBID_EDIT_BEFORE) ibid_bytes_text(w->out, separator(w, edit));
}

bool ibid_apply_edits(
    ibid_text source, const ibid_edit *edits, size_t count, bool is_markup, ibid_bytes *out) {
  writer w = {source, is_markup, out};
  size_t done = 0;
  for (size_t at = 0; at < count && !out->full; at++) {
    const ibid_edit *edit = &edits[at];
    ibid_range removed = removed_range(&w, edit, at + 1 < count ? edit + 1 : NULL);
    size_t point = removes(edit) ? removed.start : point_of(edit);
    // A block that was dropped may have taken the blank line in which this one begins.
    if (point > done) {
      copy(&w, done, point);
      done = point;
    }
    put(&w, edit);
    size_t end = (size_t)removed.start + removed.count;
    if (removes(edit) && end > done) done = end;
  }
  copy(&w, done, source.count);
  return !out->full;
}
