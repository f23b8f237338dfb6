// Changes of files in a folder.
#define _GNU_SOURCE
#include <errno.h>
#include <stdalign.h>
#include <stdint.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "CProcess.h"

int ibid_open_watch(void) { return inotify_init1(IN_NONBLOCK | IN_CLOEXEC); }

int ibid_watch_folder(int descriptor, const char *path) {
  // Not IN_MODIFY: it comes while a file is half written.
  uint32_t changes = IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE | IN_ONLYDIR;
  return inotify_add_watch(descriptor, path, changes) >= 0 ? 0 : errno;
}

size_t ibid_take_changes(int descriptor, char *names, size_t size) {
  alignas(struct inotify_event) char events[4096];
  size_t filled = 0;
  ssize_t count;
  while ((count = read(descriptor, events, sizeof events)) > 0) {
    const struct inotify_event *event;
    for (char *at = events; at < events + count; at += sizeof *event + event->len) {
      event = (const struct inotify_event *)at;
      size_t length = event->len == 0 ? 0 : strlen(event->name) + 1;
      if (length == 0 || filled + length > size) continue;
      memcpy(names + filled, event->name, length);
      filled += length;
    }
  }
  return filled;
}
