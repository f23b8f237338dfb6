// Strings and numbers as JSON text.
#include "json_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "eight_bytes.h"

static bool append_escape(ibid_bytes *out, unsigned char c) {
  static const char controls[] = "\b\f\n\r\t\"\\", letters[] = "bfnrt\"\\";
  const char *found = c == 0 ? NULL : strchr(controls, c);
  if (found != NULL) return ibid_bytes_byte(out, '\\') && ibid_bytes_byte(out, letters[found - controls]);
  return ibid_bytes_format(out, "\\u%04x", c);
}

static size_t plain_count(const char *text, size_t count) {
  size_t at = 0;
  for (; at + 8 <= count; at += 8) {
    uint64_t stops = ibid_json_stops(ibid_eight_bytes(text + at));
    if (stops != 0) return at + (size_t)__builtin_ctzll(stops) / 8;
  }
  for (; at < count; at++) {
    unsigned char c = (unsigned char)text[at];
    if (c < 0x20 || c == '"' || c == '\\') break;
  }
  return at;
}

// Copies eight bytes; tells whether one of them is not ASCII or needs an escape.
static inline bool copy_eight(char *to, uint64_t word) {
  memcpy(to, &word, sizeof word);
  return ((ibid_json_stops(word) | word) & 0x8080808080808080u) != 0;
}

bool ibid_json_plain(ibid_bytes *out, const char *text, size_t count) {
  // Short strings are written as eight bytes.
  char *room = ibid_bytes_room(out, count + 10);
  if (room == NULL) return false;
  *room++ = '"';
  if (count < 8) {
    // Blanks stand in for what is behind them.
    uint64_t behind = 0x2020202020202020u << (8 * count);
    if (copy_eight(room, ibid_few_bytes(text, count) | behind)) return false;
  } else {
    for (size_t at = 0; at + 8 <= count; at += 8)
      if (copy_eight(room + at, ibid_eight_bytes(text + at))) return false;
    if (copy_eight(room + count - 8, ibid_eight_bytes(text + count - 8))) return false;
  }
  room[count] = '"';
  out->count += count + 2;
  return true;
}

bool ibid_json_string(ibid_bytes *out, const char *text, size_t count) {
  size_t plain = plain_count(text, count);
  char *room = plain == count ? ibid_bytes_room(out, count + 2) : NULL;
  if (room != NULL) {
    room[0] = '"';
    memcpy(room + 1, text, count);
    room[count + 1] = '"';
    out->count += count + 2;
    return true;
  }
  ibid_bytes_byte(out, '"');
  for (;;) {
    ibid_bytes_append(out, text, plain);
    if (plain == count) break;
    if (!append_escape(out, (unsigned char)text[plain])) return false;
    text += plain + 1;
    count -= plain + 1;
    plain = plain_count(text, count);
  }
  return ibid_bytes_byte(out, '"');
}

size_t ibid_json_integer(char *text, int64_t value) {
  char digits[20];
  size_t count = 0, written = 0;
  uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
  do digits[count++] = (char)('0' + rest % 10);
  while ((rest /= 10) > 0);
  if (value < 0) text[written++] = '-';
  while (count > 0) text[written++] = digits[--count];
  return written;
}

bool ibid_json_whole(ibid_bytes *out, int64_t value) {
  enum { MOST = 20 };
  char text[MOST], *room = ibid_bytes_room(out, MOST);
  if (room == NULL) return ibid_bytes_append(out, text, ibid_json_integer(text, value));
  out->count += ibid_json_integer(room, value);
  return true;
}

// A number with two decimals at most, as most figures are, without `snprintf` and back; 0 where it has more.
static size_t short_decimal(char *text, double value) {
  // Fifteen digits say which number is meant: none shorter reads back as the same.
  if (value > 1e13 || value < -1e13) return 0;
  int64_t hundredths = (int64_t)(value * 100 + (value < 0 ? -0.5 : 0.5));
  if ((double)hundredths / 100 != value) return 0;
  size_t count = 0;
  if (hundredths < 0) text[count++] = '-';
  if (hundredths < 0) hundredths = -hundredths;
  count += ibid_json_integer(text + count, hundredths / 100);
  text[count++] = '.';
  text[count++] = (char)('0' + hundredths / 10 % 10);
  if (hundredths % 10 != 0) text[count++] = (char)('0' + hundredths % 10);
  return count;
}

bool ibid_json_float(ibid_bytes *out, double value) {
  char text[40];
  // Negative zero is told as zero.
  if (value == 0) value = 0;
  size_t count = short_decimal(text, value);
  if (count > 0) return ibid_bytes_append(out, text, count);
  // The shortest of these reads back as the same number; 17 digits always do.
  for (int digits = 15; digits <= 17; digits++) {
    snprintf(text, sizeof text, "%.*g", digits, value);
    if (strtod(text, NULL) == value) break;
  }
  bool integral = true;
  for (char *c = text; *c != '\0'; c++) {
    // Some locales write a comma.
    if (*c == ',') *c = '.';
    if (*c == '.' || *c == 'e') integral = false;
  }
  return ibid_bytes_text(out, text) && (!integral || ibid_bytes_text(out, ".0"));
}
