// What the training kernels share: the packed batch and the memory of a thread.
#ifndef KETBOOK_TRAINING_MEMORY_H
#define KETBOOK_TRAINING_MEMORY_H

#include <stddef.h>
#include <stdint.h>

#include "include/training.h"

// Helpers that take or return lanes are inlined always, so no call has a vector ABI; and a loop over
// the qubits is unrolled where their number is known, not in the copy for any number.
#pragma clang diagnostic ignored "-Wpsabi"
#pragma clang diagnostic ignored "-Wpass-failed"

enum { LANES = 8 };

struct ketbook_batch {
  int count, blocks, vocabulary;
  int32_t *order;    // [blocks][8] index of the lane's sequence, -1 where the lane is empty
  int32_t *steps;    // [blocks] length of the longest sequence
  int32_t *padded;   // [blocks] leading steps in which some lane has not begun
  int64_t *offsets;  // [blocks] first step of the block in `tokens`
  int32_t *tokens;   // [step][8], `vocabulary` where the lane has not begun
  double *signs;     // [blocks][8] +1 for label 0, -1 for label 1, 0 where the lane is empty
  int32_t *lengths;  // [count] as packed
  int64_t *starts;   // [count] where a sequence's states begin, in steps
  size_t sequence_capacity, block_capacity, step_capacity;
};

struct ketbook_workspace {
  double *angles;      // [token][qubit][6] cosine and sine of (a+g)/2, (g-a)/2 and b/2
  double *table;       // [vocabulary + 1][width] coefficients of every token
  double *sums;        // [vocabulary + 1][width] gradient by token
  double *trajectory;  // [step][width][8] states
  double *state;       // [width][8] twice
  size_t angles_capacity, table_capacity, sums_capacity, trajectory_capacity, state_capacity;
};

// Grows a buffer of doubles, aligned for lanes, to at least `count`; its contents are lost.
int ketbook_grow(double **buffer, size_t *capacity, size_t count);

// The steps of the longest sequence.
size_t ketbook_longest(const ketbook_batch *batch);

// The count of doubles in a row of whole lanes.
static inline size_t ketbook_rounded(size_t count) { return (count + 7) / 8 * 8; }

// Fills `out` with cosine and sine of (a+g)/2, (g-a)/2 and b/2 of `count` triples of angles.
void ketbook_half_angles(size_t count, const double *angles, double *out);

// Turns the derivative by a rotation after U = RZ(g) RY(b) RZ(a) about x, y, z into the derivative
// by a, b, g, times a factor. `half` is the triple's row of `ketbook_half_angles`.
void ketbook_angle_gradient(const double *half, const double *w, double factor, double *out);

#endif
