// Strings and numbers as JSON text.
#include "json_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool append_escape(ibid_bytes *out, unsigned char c) {
  static const char controls[] = "\b\f\n\r\t\"\\", letters[] = "bfnrt\"\\";
  const char *found = c == 0 ? NULL : strchr(controls, c);
  if (found != NULL) return ibid_bytes_format(out, "\\%c", letters[found - controls]);
  return ibid_bytes_format(out, "\\u%04x", c);
}

bool ibid_json_string(ibid_bytes *out, const char *text, size_t count) {
  size_t from = 0;
  ibid_bytes_byte(out, '"');
  for (size_t at = 0; at < count; at++) {
    unsigned char c = (unsigned char)text[at];
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    ibid_bytes_append(out, text + from, at - from);
    if (!append_escape(out, c)) return false;
    from = at + 1;
  }
  ibid_bytes_append(out, text + from, count - from);
  return ibid_bytes_byte(out, '"');
}

bool ibid_json_float(ibid_bytes *out, double value) {
  char text[40];
  // Negative zero is told as zero.
  if (value == 0) value = 0;
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
