#include <string.h>

#include "dispatch.h"
#include "elementary.h"
#include "training_memory.h"

#define KERNEL "training_quantum.inc.h"
#include "every_path.h"

// Fills the table with a = e^{-i(a+g)/2} cos(b/2), b = e^{i(g-a)/2} sin(b/2) of every token and
// qubit; the last row, of lanes that have not begun, is the identity.
static int prepare(ketbook_workspace *w, const ketbook_quantum *m, const double *angles,
                   const ketbook_batch *b, int trajectory) {
  size_t n = (size_t)m->qubits, rows = (size_t)m->vocabulary + 1, width = ketbook_rounded(4 * n);
  size_t amplitudes = (size_t)2 << n;
  if (ketbook_grow(&w->angles, &w->angles_capacity, rows * n * 6) ||
      ketbook_grow(&w->table, &w->table_capacity, rows * width) ||
      ketbook_grow(&w->sums, &w->sums_capacity, rows * ketbook_rounded(3 * n)) ||
      ketbook_grow(&w->state, &w->state_capacity, 2 * amplitudes * LANES))
    return -1;
  if (trajectory && ketbook_grow(&w->trajectory, &w->trajectory_capacity,
                                 ketbook_longest(b) * amplitudes * LANES))
    return -1;
  memset(w->table, 0, rows * width * sizeof *w->table);
  ketbook_half_angles((rows - 1) * n, angles, w->angles);
  for (size_t v = 0; v < rows - 1; v++) {
    for (size_t q = 0; q < n; q++) {
      const double *h = w->angles + (v * n + q) * 6;
      double *row = w->table + v * width + 4 * q;
      row[0] = h[0] * h[4], row[1] = -h[1] * h[4], row[2] = h[2] * h[5], row[3] = h[3] * h[5];
    }
  }
  for (size_t q = 0; q < n; q++) w->table[(rows - 1) * width + 4 * q] = 1;
  return 0;
}

int ketbook_quantum_gradient(ketbook_workspace *w, const ketbook_quantum *m, const double *angles,
                             const ketbook_batch *b, double floor, double *loss,
                             double *gradient) {
  if (prepare(w, m, angles, b, 1)) return -1;
  size_t n = (size_t)m->qubits, rows = (size_t)m->vocabulary + 1, width = ketbook_rounded(3 * n);
  memset(w->sums, 0, rows * width * sizeof *w->sums);
  *loss = DISPATCH(quantum_gradient, w, m, b, floor);
  for (size_t v = 0; v < rows - 1; v++) {
    for (size_t q = 0; q < n; q++) {
      ketbook_angle_gradient(w->angles + (v * n + q) * 6, w->sums + v * width + 3 * q, 0.5,
                             gradient + (v * n + q) * 3);
    }
  }
  return 0;
}

int ketbook_quantum_expectations(ketbook_workspace *w, const ketbook_quantum *m,
                                 const double *angles, const ketbook_batch *b,
                                 double *expectations) {
  if (prepare(w, m, angles, b, 0)) return -1;
  DISPATCH(quantum_forward, w, m, b, expectations, NULL);
  return 0;
}

int ketbook_quantum_states(ketbook_workspace *w, const ketbook_quantum *m, const double *angles,
                           const ketbook_batch *b, double *states) {
  if (prepare(w, m, angles, b, 0)) return -1;
  DISPATCH(quantum_forward, w, m, b, NULL, states);
  return 0;
}
