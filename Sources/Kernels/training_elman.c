#include <string.h>

#include "dispatch.h"
#include "elementary.h"
#include "training_memory.h"

#define KERNEL "training_elman.inc.h"
#include "every_path.h"

static int prepare(ketbook_workspace *w, int vocabulary, int units, const double *weights,
                   const ketbook_batch *b) {
  size_t rows = (size_t)vocabulary + 1, h = (size_t)units, width = ketbook_rounded(h);
  if (ketbook_grow(&w->table, &w->table_capacity, rows * width) ||
      ketbook_grow(&w->sums, &w->sums_capacity, rows * width) ||
      ketbook_grow(&w->state, &w->state_capacity, (h * h + h + 1) * LANES) ||
      ketbook_grow(&w->trajectory, &w->trajectory_capacity, ketbook_longest(b) * h * LANES))
    return -1;
  memset(w->table, 0, rows * width * sizeof *w->table);
  for (size_t v = 0; v < rows - 1; v++)
    memcpy(w->table + v * width, weights + v * h, h * sizeof *weights);
  return 0;
}

int ketbook_elman_gradient(ketbook_workspace *w, int vocabulary, int units, const double *weights,
                           const ketbook_batch *b, double floor, double *loss, double *gradient) {
  if (prepare(w, vocabulary, units, weights, b)) return -1;
  size_t h = (size_t)units, width = ketbook_rounded(h), inputs = (size_t)vocabulary * h;
  memset(w->sums, 0, ((size_t)vocabulary + 1) * width * sizeof *w->sums);
  *loss = DISPATCH(elman_gradient, w, units, weights + inputs, b, floor, gradient + inputs);
  for (size_t v = 0; v < (size_t)vocabulary; v++)
    memcpy(gradient + v * h, w->sums + v * width, h * sizeof *gradient);
  return 0;
}

int ketbook_elman_states(ketbook_workspace *w, int vocabulary, int units, const double *weights,
                         const ketbook_batch *b, double *states) {
  if (prepare(w, vocabulary, units, weights, b)) return -1;
  DISPATCH(elman_forward, w, units, weights + (size_t)vocabulary * (size_t)units, b, states);
  return 0;
}
