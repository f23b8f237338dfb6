// Strings and numbers as JSON text.
#include "json_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool append_escape(ibid_bytes *out, unsigned char c) {
  static const char controls[] = "\b\f\n\r\t\"\\", letters[] = "bfnrt\"\\";
  const char *found = c == 0 ? NULL : strchr(controls, c);
  if (found != NULL) return ibid_bytes_byte(out, '\\') && ibid_bytes_byte(out, letters[found - controls]);
  return ibid_bytes_format(out, "\\u%04x", c);
}

// Whether one of eight bytes is a quotation mark, a backslash or below 0x20; others may be reported too.
static bool may_need_escape(uint64_t bytes) {
  const uint64_t ones = 0x0101010101010101u, high = ones << 7;
  uint64_t quote = bytes ^ ones * '"', backslash = bytes ^ ones * '\\';
  // Where no byte borrows from the next, the highest bit is set in those that are below the subtrahend.
  uint64_t found = (bytes - ones * 0x20) | (quote - ones) | (backslash - ones);
  return (found & ~bytes & high) != 0;
}

static size_t plain_count(const char *text, size_t count) {
  size_t at = 0;
  for (uint64_t word; at + sizeof word <= count; at += sizeof word) {
    memcpy(&word, text + at, sizeof word);
    if (may_need_escape(word)) break;
  }
  for (; at < count; at++) {
    unsigned char c = (unsigned char)text[at];
    if (c < 0x20 || c == '"' || c == '\\') break;
  }
  return at;
}

bool ibid_json_plain(ibid_bytes *out, const char *text, size_t count) {
  const uint64_t high = 0x8080808080808080u;
  uint64_t word = 0;
  size_t at = 0;
  for (; at + sizeof word <= count; at += sizeof word) {
    memcpy(&word, text + at, sizeof word);
    if ((word & high) != 0 || may_need_escape(word)) return false;
  }
  for (; at < count; at++) {
    unsigned char c = (unsigned char)text[at];
    if (c < 0x20 || c > 0x7e || c == '"' || c == '\\') return false;
  }
  char *room = ibid_bytes_room(out, count + 2);
  if (room == NULL) return false;
  room[0] = '"';
  memcpy(room + 1, text, count);
  room[count + 1] = '"';
  return true;
}

bool ibid_json_string(ibid_bytes *out, const char *text, size_t count) {
  size_t plain = plain_count(text, count);
  char *room = plain == count ? ibid_bytes_room(out, count + 2) : NULL;
  if (room != NULL) {
    room[0] = '"';
    memcpy(room + 1, text, count);
    room[count + 1] = '"';
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
