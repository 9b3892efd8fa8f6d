// The Elman network h' = tanh(inputs[token] + recurrent h), and its adjoint.

#include "training_lanes.inc.h"

// Runs one block forward; the trajectory holds h after every token.
INLINE void PATH(elman_block)(ketbook_workspace *w, const ketbook_batch *b, int block, int units,
                              const double *recurrent) {
  const int32_t *tokens = b->tokens + b->offsets[block] * LANES;
  const int width = (units + 7) / 8 * 8;
  lanes *trajectory = (lanes *)w->trajectory, c[64];
  for (int t = 0; t < b->steps[block]; t++) {
    lanes *h = trajectory + (size_t)t * units;
    PATH(gather)(w->table, tokens + t * LANES, width, c);
    for (int i = 0; i < units; i++) {
      lanes sum = c[i];
      for (int j = 0; t > 0 && j < units; j++)
        sum = fma8((lanes)(recurrent[i * units + j]), (h - units)[j], sum);
      for (int lane = 0; lane < 8; lane++) h[i][lane] = ketbook_tanh(sum[lane]);
    }
    if (t >= b->padded[block]) continue;
    const integer_lanes mask = PATH(waiting)(tokens + t * LANES, b->vocabulary);
    for (int i = 0; i < units; i++) h[i] = mask ? (lanes)(0.0) : h[i];
  }
}

// `weights` is recurrent [units][units], readout [units], bias; `sums` of these follow the token
// rows of the workspace's sums.
double PATH(elman_gradient)(ketbook_workspace *w, int units, const double *weights,
                            const ketbook_batch *b, double floor, double *dense) {
  const double *readout = weights + units * units, bias = readout[units];
  const int width = (units + 7) / 8 * 8;
  lanes product = (lanes)(1.0), zero = (lanes)(0.0), *total = (lanes *)w->state, l[64], d[64];
  double loss = 0;
  for (int i = 0; i < units * units + units + 1; i++) total[i] = zero;
  for (int block = 0; block < b->blocks; block++) {
    const int32_t *tokens = b->tokens + b->offsets[block] * LANES;
    PATH(elman_block)(w, b, block, units, weights);
    const lanes *h = (const lanes *)w->trajectory + (size_t)(b->steps[block] - 1) * units;
    lanes logit = (lanes)(bias), z;
    for (int i = 0; i < units; i++) logit = fma8((lanes)(readout[i]), h[i], logit);
    for (int lane = 0; lane < 8; lane++) z[lane] = -ketbook_tanh(logit[lane] / 2);
    const lanes slope = PATH(cross_entropy)(z, ((const lanes *)b->signs)[block], floor, &product, &loss);
    const lanes u = (1.0 / b->count) * slope * (-0.5 * fma8(-z, z, (lanes)(1.0)));
    for (int i = 0; i < units; i++) {
      total[units * units + i] = fma8(u, h[i], total[units * units + i]);
      l[i] = u * readout[i];
    }
    total[units * units + units] += u;
    for (int t = b->steps[block] - 1; t >= 0; t--, h -= units) {
      for (int i = 0; i < width; i++) d[i] = i < units ? l[i] * fma8(-h[i], h[i], (lanes)(1.0)) : zero;
      if (t < b->padded[block]) {
        const integer_lanes mask = PATH(waiting)(tokens + t * LANES, b->vocabulary);
        for (int i = 0; i < units; i++) d[i] = mask ? zero : d[i];
      }
      for (int j = 0; j < units; j++) l[j] = zero;
      for (int i = 0; t > 0 && i < units; i++) {
        for (int j = 0; j < units; j++) {
          total[i * units + j] = fma8(d[i], (h - units)[j], total[i * units + j]);
          l[j] = fma8((lanes)(weights[i * units + j]), d[i], l[j]);
        }
      }
      PATH(scatter)(w->sums, tokens + t * LANES, width, d);
    }
  }
  for (int i = 0; i < units * units + units + 1; i++) dense[i] = PATH(total)(total[i]);
  for (int lane = 0; lane < 8; lane++) loss -= ketbook_log(product[lane]);
  return loss / b->count;
}

void PATH(elman_forward)(ketbook_workspace *w, int units, const double *weights,
                         const ketbook_batch *b, double *states) {
  for (int block = 0; block < b->blocks; block++) {
    PATH(elman_block)(w, b, block, units, weights);
    PATH(copy_states)(w, b, block, units, states);
  }
}
