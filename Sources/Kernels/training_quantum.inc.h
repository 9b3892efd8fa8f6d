// Quantum recurrent models: forward states, readout, and the adjoint over the sequence.
//
// A lane is a sequence. Amplitudes are pairs of lanes, real and imaginary. The rotations of a token
// commute between qubits, so the derivative by all their angles comes from one place: after all
// rotations, before the entangler, where w_k = Im <lambda| sigma_k |psi> for k = x, y, z. So a
// token leaves three numbers for every qubit, which `ketbook_angle_gradient` turns into angles.

#include "training_lanes.inc.h"

// Applies [[a, -conj b], [b, conj a]], or its inverse, to a qubit.
INLINE void PATH(rotate)(lanes *s, const lanes *c, const int n, const int q, const int inverse) {
  const lanes ar = c[4 * q], ai = inverse ? -c[4 * q + 1] : c[4 * q + 1];
  const lanes br = inverse ? -c[4 * q + 2] : c[4 * q + 2];
  const lanes bi = inverse ? -c[4 * q + 3] : c[4 * q + 3];
  const int bit = 1 << (n - 1 - q), size = 1 << n;
  _Pragma("unroll") for (int i = 0; i < size; i++) {
    if (i & bit) continue;
    lanes *x = s + 2 * i, *y = s + 2 * (i | bit);
    const lanes xr = x[0], xi = x[1], yr = y[0], yi = y[1];
    x[0] = fma8(-bi, yi, fma8(-br, yr, fma8(-ai, xi, ar * xr)));
    x[1] = fma8(bi, yr, fma8(-br, yi, fma8(ai, xr, ar * xi)));
    y[0] = fma8(ai, yi, fma8(ar, yr, fma8(-bi, xi, br * xr)));
    y[1] = fma8(-ai, yr, fma8(ar, yi, fma8(bi, xr, br * xi)));
  }
}

// w[0...2] = Im <l| X, Y, Z |s> on a qubit.
INLINE void PATH(generators)(const lanes *l, const lanes *s, const int n, const int q, lanes *w) {
  const int bit = 1 << (n - 1 - q), size = 1 << n;
  lanes wx = (lanes)(0.0), wy = wx, wz = wx;
  _Pragma("unroll") for (int i = 0; i < size; i++) {
    if (i & bit) continue;
    const lanes *lx = l + 2 * i, *ly = l + 2 * (i | bit), *x = s + 2 * i, *y = s + 2 * (i | bit);
    wx = fma8(lx[0], y[1], fma8(-lx[1], y[0], fma8(ly[0], x[1], fma8(-ly[1], x[0], wx))));
    wy = fma8(-lx[0], y[0], fma8(-lx[1], y[1], fma8(ly[0], x[0], fma8(ly[1], x[1], wy))));
    wz = fma8(lx[0], x[1], fma8(-lx[1], x[0], fma8(-ly[0], y[1], fma8(ly[1], y[0], wz))));
  }
  w[0] = wx, w[1] = wy, w[2] = wz;
}

// out = matrix in, or its adjoint.
static void PATH(multiply)(int size, const double *matrix, int adjoint, const lanes *in, lanes *out) {
  for (int i = 0; i < size; i++) {
    lanes re = (lanes)(0.0), im = re;
    for (int j = 0; j < size; j++) {
      const double *entry = matrix + 2 * (adjoint ? (size_t)j * size + i : (size_t)i * size + j);
      const lanes mr = (lanes)(entry[0]), mi = (lanes)(adjoint ? -entry[1] : entry[1]);
      re = fma8(-mi, in[2 * j + 1], fma8(mr, in[2 * j], re));
      im = fma8(mi, in[2 * j], fma8(mr, in[2 * j + 1], im));
    }
    out[2 * i] = re, out[2 * i + 1] = im;
  }
}

INLINE void PATH(entangle)(const ketbook_quantum *m, const int n, const lanes *in, lanes *out) {
  const int size = 1 << n;
  if (m->entangler == KETBOOK_DENSE) return PATH(multiply)(size, m->matrix, 0, in, out);
  _Pragma("unroll") for (int i = 0; i < size; i++) {
    const int j = m->source[i];
    out[2 * i] = in[2 * j], out[2 * i + 1] = in[2 * j + 1];
  }
  if (m->entangler == KETBOOK_PERMUTATION) return;
  for (int i = 0; i < size; i++) {
    const lanes pr = (lanes)(m->matrix[2 * i]), pi = (lanes)(m->matrix[2 * i + 1]);
    const lanes re = out[2 * i], im = out[2 * i + 1];
    out[2 * i] = fma8(-pi, im, pr * re), out[2 * i + 1] = fma8(pi, re, pr * im);
  }
}

// The adjoint of `entangle`.
INLINE void PATH(disentangle)(const ketbook_quantum *m, const int n, const lanes *in, lanes *out) {
  const int size = 1 << n;
  if (m->entangler == KETBOOK_DENSE) return PATH(multiply)(size, m->matrix, 1, in, out);
  if (m->entangler == KETBOOK_PERMUTATION) {
    _Pragma("unroll") for (int i = 0; i < size; i++) {
      const int j = m->source[i];
      out[2 * j] = in[2 * i], out[2 * j + 1] = in[2 * i + 1];
    }
    return;
  }
  for (int i = 0; i < size; i++) {
    const int j = m->source[i];
    const lanes pr = (lanes)(m->matrix[2 * i]), pi = (lanes)(m->matrix[2 * i + 1]);
    const lanes re = in[2 * i], im = in[2 * i + 1];
    out[2 * j] = fma8(pi, im, pr * re), out[2 * j + 1] = fma8(-pi, re, pr * im);
  }
}

// Sets the lanes that have not begun to |0...0>.
INLINE void PATH(hold)(lanes *s, const int n, const int32_t *tokens, int vocabulary) {
  const integer_lanes mask = PATH(waiting)(tokens, vocabulary);
  s[0] = mask ? (lanes)(1.0) : s[0];
  for (int i = 1; i < 2 << n; i++) s[i] = mask ? (lanes)(0.0) : s[i];
}

INLINE void PATH(ground)(lanes *s, const int n) {
  s[0] = (lanes)(1.0);
  _Pragma("unroll") for (int i = 1; i < 2 << n; i++) s[i] = (lanes)(0.0);
}

// z = sum of |amplitude|^2, with the sign of the readout qubit.
INLINE lanes PATH(expectation)(const lanes *s, const int n, const int readout) {
  const int bit = 1 << (n - 1 - readout);
  lanes up = (lanes)(0.0), down = up;
  _Pragma("unroll") for (int i = 0; i < 1 << n; i++) {
    const lanes sum = fma8(s[2 * i], s[2 * i], s[2 * i + 1] * s[2 * i + 1]);
    if (i & bit) down += sum; else up += sum;
  }
  return up - down;
}

// Adds the losses of all blocks and their generators by token to the sums.
INLINE double PATH(quantum_gradient_n)(const int n, ketbook_workspace *w, const ketbook_quantum *m,
                                       const ketbook_batch *b, double floor, lanes *s, lanes *l) {
  const int width = 2 << n, table = (4 * n + 7) / 8 * 8, sums = (3 * n + 7) / 8 * 8;
  const int bit = 1 << (n - 1 - m->readout);
  lanes product = (lanes)(1.0), c[40], g[32];
  double loss = 0;
  for (int k = sums - 8; k < sums; k++) g[k] = (lanes)(0.0);
  for (int block = 0; block < b->blocks; block++) {
    const int steps = b->steps[block], padded = b->padded[block];
    const int32_t *tokens = b->tokens + b->offsets[block] * LANES;
    lanes *trajectory = (lanes *)w->trajectory;
    PATH(ground)(s, n);
    for (int t = 0; t < steps; t++) {
      lanes *here = trajectory + (size_t)t * width;
      if (t > 0) {
        PATH(entangle)(m, n, here - width, s);
        if (t <= padded) PATH(hold)(s, n, tokens + (t - 1) * LANES, b->vocabulary);
      }
      PATH(gather)(w->table, tokens + t * LANES, table, c);
      _Pragma("unroll") for (int q = 0; q < n; q++) PATH(rotate)(s, c, n, q, 0);
      _Pragma("unroll") for (int i = 0; i < width; i++) here[i] = s[i];
    }
    PATH(entangle)(m, n, trajectory + (size_t)(steps - 1) * width, s);
    const lanes signs = ((const lanes *)b->signs)[block];
    const lanes d = (2.0 / b->count) * PATH(cross_entropy)(
        PATH(expectation)(s, n, m->readout), signs, floor, &product, &loss);
    _Pragma("unroll") for (int i = 0; i < width; i++) l[i] = (i / 2) & bit ? -d * s[i] : d * s[i];
    for (int t = steps - 1; t >= 0; t--) {
      const lanes *here = trajectory + (size_t)t * width;
      PATH(disentangle)(m, n, l, s);
      _Pragma("unroll") for (int q = 0; q < n; q++) PATH(generators)(s, here, n, q, g + 3 * q);
      lanes rows[32];
      _Pragma("unroll") for (int k = 0; k < sums; k++) rows[k] = k < 3 * n ? g[k] : (lanes)(0.0);
      PATH(scatter)(w->sums, tokens + t * LANES, sums, rows);
      if (t == 0) break;
      PATH(gather)(w->table, tokens + t * LANES, table, c);
      _Pragma("unroll") for (int q = 0; q < n; q++) PATH(rotate)(s, c, n, q, 1);
      _Pragma("unroll") for (int i = 0; i < width; i++) l[i] = s[i];
    }
  }
  for (int lane = 0; lane < 8; lane++) loss -= ketbook_log(product[lane]);
  return loss / b->count;
}

// Runs all blocks forward; writes the last <Z>, or the amplitudes after every token, or both.
INLINE void PATH(quantum_forward_n)(const int n, ketbook_workspace *w, const ketbook_quantum *m,
                                    const ketbook_batch *b, double *expectations, double *states,
                                    lanes *s, lanes *l) {
  const int width = 2 << n, table = (4 * n + 7) / 8 * 8;
  lanes c[40];
  for (int block = 0; block < b->blocks; block++) {
    const int steps = b->steps[block], padded = b->padded[block];
    const int32_t *tokens = b->tokens + b->offsets[block] * LANES;
    const int32_t *order = b->order + block * LANES;
    PATH(ground)(s, n);
    for (int t = 0; t < steps; t++) {
      PATH(gather)(w->table, tokens + t * LANES, table, c);
      _Pragma("unroll") for (int q = 0; q < n; q++) PATH(rotate)(s, c, n, q, 0);
      _Pragma("unroll") for (int i = 0; i < width; i++) l[i] = s[i];
      PATH(entangle)(m, n, l, s);
      if (t < padded) PATH(hold)(s, n, tokens + t * LANES, b->vocabulary);
      for (int lane = 0; states && lane < LANES; lane++) {
        const int index = order[lane];
        const int step = index < 0 ? -1 : t - (steps - b->lengths[index]);
        if (step < 0) continue;
        double *out = states + (b->starts[index] + step) * width;
        for (int i = 0; i < width; i++) out[i] = s[i][lane];
      }
    }
    if (!expectations) continue;
    const lanes z = PATH(expectation)(s, n, m->readout);
    for (int lane = 0; lane < LANES; lane++)
      if (order[lane] >= 0) expectations[order[lane]] = z[lane];
  }
}

#define SIZE(n)                                                                                \
  static double PATH(quantum_gradient_##n)(ketbook_workspace * w, const ketbook_quantum *m,    \
                                           const ketbook_batch *b, double floor) {             \
    lanes s[2 << n], l[2 << n];                                                                \
    return PATH(quantum_gradient_n)(n, w, m, b, floor, s, l);                                  \
  }                                                                                            \
  static void PATH(quantum_forward_##n)(ketbook_workspace * w, const ketbook_quantum *m,       \
                                        const ketbook_batch *b, double *z, double *states) {   \
    lanes s[2 << n], l[2 << n];                                                                \
    PATH(quantum_forward_n)(n, w, m, b, z, states, s, l);                                      \
  }
SIZE(1)
SIZE(2)
SIZE(3)
SIZE(4)
#undef SIZE

double PATH(quantum_gradient)(ketbook_workspace *w, const ketbook_quantum *m,
                              const ketbook_batch *b, double floor) {
  switch (m->qubits) {
    case 1: return PATH(quantum_gradient_1)(w, m, b, floor);
    case 2: return PATH(quantum_gradient_2)(w, m, b, floor);
    case 3: return PATH(quantum_gradient_3)(w, m, b, floor);
    case 4: return PATH(quantum_gradient_4)(w, m, b, floor);
  }
  lanes *s = (lanes *)w->state;
  return PATH(quantum_gradient_n)(m->qubits, w, m, b, floor, s, s + (2 << m->qubits));
}

void PATH(quantum_forward)(ketbook_workspace *w, const ketbook_quantum *m, const ketbook_batch *b,
                           double *z, double *states) {
  switch (m->qubits) {
    case 1: return PATH(quantum_forward_1)(w, m, b, z, states);
    case 2: return PATH(quantum_forward_2)(w, m, b, z, states);
    case 3: return PATH(quantum_forward_3)(w, m, b, z, states);
    case 4: return PATH(quantum_forward_4)(w, m, b, z, states);
  }
  lanes *s = (lanes *)w->state;
  PATH(quantum_forward_n)(m->qubits, w, m, b, z, states, s, s + (2 << m->qubits));
}
