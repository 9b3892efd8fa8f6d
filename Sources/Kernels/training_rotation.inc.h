// The rotation network: a unit vector that every token turns, and its adjoint.

#include "training_lanes.inc.h"

// y = R x with the rows of R in c, or R^T x.
INLINE void PATH(turn)(const lanes *c, const lanes *x, lanes *y, const int inverse) {
  _Pragma("unroll") for (int i = 0; i < 3; i++) {
    const int down = inverse ? i : 3 * i, along = inverse ? 3 : 1;
    y[i] = fma8(c[down + 2 * along], x[2], fma8(c[down + along], x[1], c[down] * x[0]));
  }
}

INLINE void PATH(wait)(lanes *v, const int32_t *tokens, int vocabulary) {
  const integer_lanes mask = PATH(waiting)(tokens, vocabulary);
  v[0] = mask ? (lanes)(0.0) : v[0];
  v[1] = mask ? (lanes)(0.0) : v[1];
  v[2] = mask ? (lanes)(1.0) : v[2];
}

// Runs one block forward; the trajectory holds the vector after every token.
INLINE void PATH(rotation_block)(ketbook_workspace *w, const ketbook_batch *b, int block) {
  const int32_t *tokens = b->tokens + b->offsets[block] * LANES;
  lanes *trajectory = (lanes *)w->trajectory, c[16], v[3];
  v[0] = v[1] = (lanes)(0.0), v[2] = (lanes)(1.0);
  for (int t = 0; t < b->steps[block]; t++) {
    PATH(gather)(w->table, tokens + t * LANES, 16, c);
    PATH(turn)(c, v, trajectory + (size_t)t * 3, 0);
    if (t < b->padded[block]) PATH(wait)(trajectory + (size_t)t * 3, tokens + t * LANES, b->vocabulary);
    for (int i = 0; i < 3; i++) v[i] = trajectory[(size_t)t * 3 + i];
  }
}

double PATH(rotation_gradient)(ketbook_workspace *w, const ketbook_batch *b, double floor) {
  lanes product = (lanes)(1.0);
  double loss = 0;
  for (int block = 0; block < b->blocks; block++) {
    const int32_t *tokens = b->tokens + b->offsets[block] * LANES;
    const lanes *trajectory = (const lanes *)w->trajectory;
    PATH(rotation_block)(w, b, block);
    const lanes z = trajectory[(size_t)b->steps[block] * 3 - 1];
    lanes l[3] = {(lanes)(0.0), (lanes)(0.0), (1.0 / b->count) * PATH(cross_entropy)(
        z, ((const lanes *)b->signs)[block], floor, &product, &loss)};
    for (int t = b->steps[block] - 1; t >= 0; t--) {
      const lanes *v = trajectory + (size_t)t * 3;
      lanes c[16], x[3], rows[8];
      for (int i = 0; i < 8; i++) rows[i] = (lanes)(0.0);
      for (int i = 0; i < 3; i++) {  // v x lambda
        const int j = (i + 1) % 3, k = (i + 2) % 3;
        rows[i] = fma8(v[j], l[k], -(v[k] * l[j]));
      }
      PATH(scatter)(w->sums, tokens + t * LANES, 8, rows);
      PATH(gather)(w->table, tokens + t * LANES, 16, c);
      PATH(turn)(c, l, x, 1);
      for (int i = 0; i < 3; i++) l[i] = x[i];
    }
  }
  for (int lane = 0; lane < 8; lane++) loss -= ketbook_log(product[lane]);
  return loss / b->count;
}

void PATH(rotation_forward)(ketbook_workspace *w, const ketbook_batch *b, double *states) {
  for (int block = 0; block < b->blocks; block++) {
    PATH(rotation_block)(w, b, block);
    PATH(copy_states)(w, b, block, 3, states);
  }
}
