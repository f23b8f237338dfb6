// The tree of calls that a profile grows: names, nodes and the tables that find them.
#define _GNU_SOURCE

#include <stdlib.h>
#include <string.h>

#include "profile.h"

/// A plugin that makes functions without end must not fill the memory with their names.
enum { MOST_NODES = 1 << 16, MOST_FRAMES = 1 << 14 };

// FNV-1a.
static uint64_t hash_of(const char *name) {
  uint64_t hash = 14695981039346656037u;
  for (; *name != '\0'; name++) hash = (hash ^ (unsigned char)*name) * 1099511628211u;
  return hash;
}

static bool grow_frames(ibid_profile *profile) {
  size_t capacity = profile->frame_capacity == 0 ? 64 : 2 * profile->frame_capacity;
  uint32_t *frames = realloc(profile->frames, capacity * sizeof *frames);
  if (frames == NULL) return false;
  profile->frames = frames;
  uint64_t *hashes = realloc(profile->hashes, capacity * sizeof *hashes);
  if (hashes == NULL) return false;
  profile->hashes = hashes;
  profile->frame_capacity = capacity;
  return true;
}

int32_t ibid_profile_frame_named(ibid_profile *profile, const char *name) {
  uint64_t hash = hash_of(name);
  // From the newest on: plugins have tens of functions, and those in hand were noted late.
  for (size_t at = profile->frame_count; at-- > 0;) {
    if (profile->hashes[at] == hash &&
        strcmp(profile->names.data + profile->frames[at], name) == 0)
      return (int32_t)at;
  }
  if (profile->frame_count >= MOST_FRAMES) return -1;
  if (profile->frame_count == profile->frame_capacity && !grow_frames(profile)) return -1;
  size_t start = profile->names.count;
  if (!ibid_bytes_append(&profile->names, name, strlen(name) + 1)) return -1;
  profile->frames[profile->frame_count] = (uint32_t)start;
  profile->hashes[profile->frame_count] = hash;
  return (int32_t)profile->frame_count++;
}

static size_t slot_of(const ibid_profile *profile, int32_t parent, int32_t frame) {
  uint64_t key = (uint64_t)(uint32_t)parent << 32 | (uint32_t)frame;
  key *= 0x9e3779b97f4a7c15u;  // 2^64 divided by the golden ratio
  size_t at = (size_t)(key >> 32) & (profile->slot_count - 1);
  while (profile->node_slots[at] >= 0) {
    const ibid_profile_node *node = &profile->nodes[profile->node_slots[at]];
    if (node->parent == parent && node->frame == frame) break;
    at = (at + 1) & (profile->slot_count - 1);
  }
  return at;
}

// Twice as many slots as nodes.
static bool grow_nodes(ibid_profile *profile) {
  size_t capacity = profile->node_capacity == 0 ? 256 : 2 * profile->node_capacity;
  ibid_profile_node *nodes = realloc(profile->nodes, capacity * sizeof *nodes);
  if (nodes == NULL) return false;
  profile->nodes = nodes;
  int32_t *slots = malloc(2 * capacity * sizeof *slots);
  if (slots == NULL) return false;
  memset(slots, 0xff, 2 * capacity * sizeof *slots);
  free(profile->node_slots);
  profile->node_slots = slots;
  profile->slot_count = 2 * capacity;
  profile->node_capacity = capacity;
  for (size_t at = 1; at < profile->node_count; at++)
    slots[slot_of(profile, nodes[at].parent, nodes[at].frame)] = (int32_t)at;
  return true;
}

int32_t ibid_profile_child(ibid_profile *profile, int32_t parent, int32_t frame) {
  size_t at = slot_of(profile, parent, frame);
  if (profile->node_slots[at] >= 0) return profile->node_slots[at];
  if (profile->node_count >= MOST_NODES) return parent;
  if (profile->node_count == profile->node_capacity) {
    if (!grow_nodes(profile)) return parent;
    at = slot_of(profile, parent, frame);
  }
  int32_t number = (int32_t)profile->node_count++;
  profile->nodes[number] = (ibid_profile_node){.parent = parent, .frame = frame};
  profile->node_slots[at] = number;
  return number;
}

bool ibid_profile_open_tree(ibid_profile *profile) {
  if (!grow_nodes(profile)) return false;
  profile->nodes[0] = (ibid_profile_node){.parent = -1, .frame = -1};
  profile->node_count = 1;
  return true;
}

void ibid_profile_free_tree(ibid_profile *profile) {
  free(profile->nodes);
  free(profile->node_slots);
  free(profile->frames);
  free(profile->hashes);
  ibid_bytes_free(&profile->names);
}

const char *ibid_profile_frame(const ibid_profile *profile, size_t frame) {
  return profile->names.data + profile->frames[frame];
}
