#include <string.h>

#include "dispatch.h"
#include "elementary.h"
#include "training_memory.h"

#define KERNEL "training_rotation.inc.h"
#include "every_path.h"

// Fills the table with the rows of every token's rotation RZ(g) RY(b) RZ(a) of the unit vector.
static int prepare(ketbook_workspace *w, int vocabulary, const double *angles,
                   const ketbook_batch *b) {
  size_t rows = (size_t)vocabulary + 1;
  if (ketbook_grow(&w->angles, &w->angles_capacity, rows * 6) ||
      ketbook_grow(&w->table, &w->table_capacity, rows * 16) ||
      ketbook_grow(&w->sums, &w->sums_capacity, rows * 8) ||
      ketbook_grow(&w->trajectory, &w->trajectory_capacity, ketbook_longest(b) * 3 * LANES))
    return -1;
  memset(w->table, 0, rows * 16 * sizeof *w->table);
  ketbook_half_angles(rows - 1, angles, w->angles);
  for (size_t v = 0; v < rows - 1; v++) {
    const double *t = angles + 3 * v;
    double *r = w->table + 16 * v;
    const double ca = ketbook_cos(t[0]), sa = ketbook_sin(t[0]);
    const double cb = ketbook_cos(t[1]), sb = ketbook_sin(t[1]);
    const double cg = ketbook_cos(t[2]), sg = ketbook_sin(t[2]);
    r[0] = cg * cb * ca - sg * sa, r[1] = -cg * cb * sa - sg * ca, r[2] = cg * sb;
    r[3] = sg * cb * ca + cg * sa, r[4] = -sg * cb * sa + cg * ca, r[5] = sg * sb;
    r[6] = -sb * ca, r[7] = sb * sa, r[8] = cb;
  }
  double *last = w->table + 16 * (rows - 1);
  last[0] = last[4] = last[8] = 1;
  return 0;
}

int ketbook_rotation_gradient(ketbook_workspace *w, int vocabulary, const double *angles,
                              const ketbook_batch *b, double floor, double *loss,
                              double *gradient) {
  if (prepare(w, vocabulary, angles, b)) return -1;
  memset(w->sums, 0, ((size_t)vocabulary + 1) * 8 * sizeof *w->sums);
  *loss = DISPATCH(rotation_gradient, w, b, floor);
  for (size_t v = 0; v < (size_t)vocabulary; v++)
    ketbook_angle_gradient(w->angles + 6 * v, w->sums + 8 * v, 1, gradient + 3 * v);
  return 0;
}

int ketbook_rotation_states(ketbook_workspace *w, int vocabulary, const double *angles,
                            const ketbook_batch *b, double *states) {
  if (prepare(w, vocabulary, angles, b)) return -1;
  DISPATCH(rotation_forward, w, b, states);
  return 0;
}
