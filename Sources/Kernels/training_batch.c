#include <stdlib.h>
#include <string.h>

#include "training_memory.h"

int ketbook_grow(double **buffer, size_t *capacity, size_t count) {
  if (*capacity >= count) return 0;
  free(*buffer);
  *capacity = 0;
  size_t bytes = (count * sizeof(double) + 63) / 64 * 64;
  // More than 4 GiB would sooner end the process than help it.
  *buffer = count > (size_t)1 << 29 ? NULL : aligned_alloc(64, bytes);
  if (!*buffer) return -1;
  *capacity = count;
  return 0;
}

ketbook_batch *ketbook_batch_create(void) { return calloc(1, sizeof(ketbook_batch)); }

static void release_sequences(ketbook_batch *b) {
  free(b->lengths);
  free(b->starts);
  b->lengths = NULL;
  b->starts = NULL;
  b->sequence_capacity = 0;
}

static void release_blocks(ketbook_batch *b) {
  free(b->order);
  free(b->steps);
  free(b->padded);
  free(b->offsets);
  free(b->signs);
  b->order = b->steps = b->padded = NULL;
  b->offsets = NULL;
  b->signs = NULL;
  b->block_capacity = 0;
}

void ketbook_batch_destroy(ketbook_batch *b) {
  if (!b) return;
  release_sequences(b);
  release_blocks(b);
  free(b->tokens);
  free(b);
}

static int reserve_sequences(ketbook_batch *b, size_t count) {
  if (b->sequence_capacity >= count) return 0;
  release_sequences(b);
  b->lengths = malloc(count * sizeof *b->lengths);
  b->starts = malloc(count * sizeof *b->starts);
  if (!b->lengths || !b->starts) return -1;
  b->sequence_capacity = count;
  return 0;
}

static int reserve_blocks(ketbook_batch *b, size_t blocks) {
  if (b->block_capacity >= blocks) return 0;
  release_blocks(b);
  b->order = malloc(blocks * LANES * sizeof *b->order);
  b->steps = malloc(blocks * sizeof *b->steps);
  b->padded = malloc(blocks * sizeof *b->padded);
  b->offsets = malloc(blocks * sizeof *b->offsets);
  b->signs = aligned_alloc(64, blocks * LANES * sizeof *b->signs);
  if (!b->order || !b->steps || !b->padded || !b->offsets || !b->signs) return -1;
  b->block_capacity = blocks;
  return 0;
}

static int reserve_steps(ketbook_batch *b, size_t steps) {
  if (b->step_capacity >= steps) return 0;
  free(b->tokens);
  b->step_capacity = 0;
  b->tokens = aligned_alloc(64, (steps * LANES * sizeof *b->tokens + 63) / 64 * 64);
  if (!b->tokens) return -1;
  b->step_capacity = steps;
  return 0;
}

// Sorts sequence indices by length, longest first; equal lengths keep their order.
static int sort_by_length(const int32_t *lengths, int count, int32_t *order) {
  int longest = 0;
  for (int i = 0; i < count; i++) longest = lengths[i] > longest ? lengths[i] : longest;
  int32_t few[64] = {0};
  int32_t *starts = few;
  if (longest + 2 > 64) {
    starts = calloc((size_t)longest + 2, sizeof *starts);
    if (!starts) return -1;
  }
  for (int i = 0; i < count; i++) starts[longest - lengths[i] + 1]++;
  for (int i = 1; i <= longest; i++) starts[i] += starts[i - 1];
  for (int i = 0; i < count; i++) order[starts[longest - lengths[i]]++] = i;
  if (starts != few) free(starts);
  return 0;
}

int ketbook_batch_pack(ketbook_batch *b, int count, const int32_t *lengths, const int32_t *tokens,
                       const int32_t *labels, int vocabulary) {
  int blocks = (count + LANES - 1) / LANES;
  if (reserve_sequences(b, (size_t)count) || reserve_blocks(b, (size_t)blocks)) return -1;
  b->count = count;
  b->blocks = blocks;
  b->vocabulary = vocabulary;
  int64_t start = 0;
  for (int i = 0; i < count; i++) {
    b->lengths[i] = lengths[i];
    b->starts[i] = start;
    start += lengths[i];
  }
  if (sort_by_length(lengths, count, b->order)) return -1;
  for (int i = count; i < blocks * LANES; i++) b->order[i] = -1;

  int64_t steps = 0;
  for (int block = 0; block < blocks; block++) {
    const int32_t *order = b->order + block * LANES;
    int shortest = order[LANES - 1] < 0 ? 0 : lengths[order[LANES - 1]];
    b->steps[block] = lengths[order[0]];
    b->padded[block] = lengths[order[0]] - shortest;
    b->offsets[block] = steps;
    steps += b->steps[block];
  }
  if (reserve_steps(b, (size_t)steps)) return -1;
  for (int block = 0; block < blocks; block++) {
    int32_t *out = b->tokens + b->offsets[block] * LANES;
    for (int lane = 0; lane < LANES; lane++) {
      int index = b->order[block * LANES + lane];
      int length = index < 0 ? 0 : lengths[index], pad = b->steps[block] - length;
      b->signs[block * LANES + lane] = index < 0 ? 0 : labels[index] ? -1 : 1;
      for (int t = 0; t < pad; t++) out[t * LANES + lane] = vocabulary;
      if (index < 0) continue;
      const int32_t *in = tokens + b->starts[index];
      for (int t = 0; t < length; t++) out[(pad + t) * LANES + lane] = in[t];
    }
  }
  return 0;
}

size_t ketbook_longest(const ketbook_batch *b) {
  size_t steps = 0;
  for (int i = 0; i < b->blocks; i++)
    if ((size_t)b->steps[i] > steps) steps = (size_t)b->steps[i];
  return steps;
}

ketbook_workspace *ketbook_workspace_create(void) { return calloc(1, sizeof(ketbook_workspace)); }

void ketbook_workspace_destroy(ketbook_workspace *w) {
  if (!w) return;
  free(w->angles);
  free(w->table);
  free(w->sums);
  free(w->trajectory);
  free(w->state);
  free(w);
}
