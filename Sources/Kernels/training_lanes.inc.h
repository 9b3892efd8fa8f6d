// Helpers of the training kernels: rows of a token table to lanes, and lanes back to rows.

// Transposes eight vectors of eight.
INLINE void PATH(transpose)(lanes *r) {
#define PAIR(a, b, ...)                                                                        \
  {                                                                                            \
    lanes x = __builtin_shufflevector(r[a], r[b], LOW), y = __builtin_shufflevector(r[a], r[b], HIGH); \
    r[a] = x, r[b] = y;                                                                        \
  }
#define LOW 0, 8, 2, 10, 4, 12, 6, 14
#define HIGH 1, 9, 3, 11, 5, 13, 7, 15
  PAIR(0, 1) PAIR(2, 3) PAIR(4, 5) PAIR(6, 7)
#undef LOW
#undef HIGH
#define LOW 0, 1, 8, 9, 4, 5, 12, 13
#define HIGH 2, 3, 10, 11, 6, 7, 14, 15
  PAIR(0, 2) PAIR(1, 3) PAIR(4, 6) PAIR(5, 7)
#undef LOW
#undef HIGH
#define LOW 0, 1, 2, 3, 8, 9, 10, 11
#define HIGH 4, 5, 6, 7, 12, 13, 14, 15
  PAIR(0, 4) PAIR(1, 5) PAIR(2, 6) PAIR(3, 7)
#undef LOW
#undef HIGH
#undef PAIR
}

// Reads `width` coefficients, a multiple of 8, of every lane's token: row `token` of the table.
INLINE void PATH(gather)(const double *table, const int32_t *tokens, const int width, lanes *out) {
  for (int group = 0; group < width; group += 8) {
    _Pragma("unroll") for (int lane = 0; lane < 8; lane++)
        out[group + lane] = *(const lanes *)(table + (size_t)tokens[lane] * width + group);
    PATH(transpose)(out + group);
  }
}

// Adds `width` values, a multiple of 8, of every lane to row `token` of the sums, lane 0 first.
INLINE void PATH(scatter)(double *sums, const int32_t *tokens, const int width, lanes *values) {
  for (int group = 0; group < width; group += 8) {
    PATH(transpose)(values + group);
    _Pragma("unroll") for (int lane = 0; lane < 8; lane++)
        *(lanes *)(sums + (size_t)tokens[lane] * width + group) += values[group + lane];
  }
}

// The lanes that have not begun at a step.
INLINE integer_lanes PATH(waiting)(const int32_t *tokens, int vocabulary) {
  integer_lanes mask;
  _Pragma("unroll") for (int lane = 0; lane < 8; lane++) mask[lane] =
      tokens[lane] == vocabulary ? -1 : 0;
  return mask;
}

// Adds up eight lanes, lane 0 first.
INLINE double PATH(total)(lanes x) {
  double sum = 0;
  for (int lane = 0; lane < 8; lane++) sum += x[lane];
  return sum;
}

// Takes the cross-entropy of a block into account, as a product whose logarithm is taken later,
// and returns its derivative by z. Empty lanes have sign 0: they count as a factor of 1.
INLINE lanes PATH(cross_entropy)(lanes z, lanes signs, double floor, lanes *product, double *loss) {
  double slope = 1 - 2 * floor;
  lanes p = slope * (0.5 + 0.5 * (signs * z)) + floor;
  const integer_lanes present = __builtin_convertvector(signs != 0, integer_lanes);
  lanes next = *product * (present ? p : (lanes)(1.0));
  int small = 0;
  for (int lane = 0; lane < 8; lane++) small |= !(next[lane] > 1e-200);
  if (small) {
    for (int lane = 0; lane < 8; lane++) {
      *loss -= ketbook_log((*product)[lane]);
      if (present[lane]) *loss -= ketbook_log(p[lane]);
    }
    next = (lanes)(1.0);
  }
  *product = next;
  return present ? -0.5 * slope * signs / p : (lanes)(0.0);
}

// Copies a block's trajectory, `width` lanes a step, to the states of its sequences.
INLINE void PATH(copy_states)(const ketbook_workspace *w, const ketbook_batch *b, int block,
                              int width, double *states) {
  const int steps = b->steps[block];
  for (int lane = 0; lane < LANES; lane++) {
    const int index = b->order[block * LANES + lane];
    if (index < 0) continue;
    const int length = b->lengths[index];
    for (int step = 0; step < length; step++) {
      const double *in = w->trajectory + (size_t)(steps - length + step) * width * LANES + lane;
      double *out = states + (b->starts[index] + step) * width;
      for (int i = 0; i < width; i++) out[i] = in[i * LANES];
    }
  }
}
