// One lane is one configuration. For one and two qubits the state stays in registers from the
// first symbol to the last; from three on it lies in memory and every operation passes over it.

#ifndef KETBOOK_PAULI_TABLES
#define KETBOOK_PAULI_TABLES
// Where coefficient j = 4 a + b comes from. Signs are in the coefficients.
static const int ketbook_pauli_cnot[16] = {0, 1, 14, 15, 5, 4, 11, 10, 9, 8, 7, 6, 12, 13, 2, 3};
static const int ketbook_pauli_cz[16] = {0, 13, 14, 3, 7, 10, 9, 4, 11, 6, 5, 8, 12, 1, 2, 15};
static const int ketbook_pauli_swap[16] = {0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15};
static const int ketbook_pauli_same[16] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
#endif

// x, y, z of one place of the other qubits; `step` separates I, X, Y, Z.
INLINE void PATH(unital)(lanes *m, const size_t step, const lanes *c) {
  const lanes x = m[step], y = m[2 * step], z = m[3 * step];
  m[step] = fma8(c[2], z, fma8(c[1], y, c[0] * x));
  m[2 * step] = fma8(c[5], z, fma8(c[4], y, c[3] * x));
  m[3 * step] = fma8(c[8], z, fma8(c[7], y, c[6] * x));
}

INLINE void PATH(affine)(lanes *m, const size_t step, const lanes *c) {
  const lanes i = m[0], x = m[step], y = m[2 * step], z = m[3 * step];
  m[step] = fma8(c[0], i, fma8(c[3], z, fma8(c[2], y, c[1] * x)));
  m[2 * step] = fma8(c[4], i, fma8(c[7], z, fma8(c[6], y, c[5] * x)));
  m[3 * step] = fma8(c[8], i, fma8(c[11], z, fma8(c[10], y, c[9] * x)));
}

// The 16 coefficients of two qubits at one place of the others.
INLINE void PATH(pair)(lanes *m, const size_t a, const size_t b, const int *source, const lanes *c) {
  lanes w[16];
  _Pragma("unroll") for (int j = 0; j < 16; j++) w[j] = m[(j / 4) * a + (j % 4) * b];
  _Pragma("unroll") for (int j = 0; j < 16; j++)
      m[(j / 4) * a + (j % 4) * b] = c[j] * w[source[j]];
  _Pragma("unroll") for (int j = 0; j < 4; j++) m[3 * a + j * b] = fma8(c[16], m[j * b], m[3 * a + j * b]);
  _Pragma("unroll") for (int j = 0; j < 4; j++) m[j * a + 3 * b] = fma8(c[17], m[j * a], m[j * a + 3 * b]);
}

static void PATH(dense)(lanes *m, const size_t *places, int size, const lanes *c) {
  lanes w[64];
  for (int j = 0; j < size; j++) w[j] = m[places[j]];
  for (int j = 0; j < size; j++, c += size) {
    lanes sum = c[0] * w[0];
    for (int k = 1; k < size; k++) sum = fma8(c[k], w[k], sum);
    m[places[j]] = sum;
  }
}

INLINE void PATH(one_qubit)(lanes *m, const int operations, const ketbook_pauli_operation *o,
                            const lanes *coefficients) {
  for (int k = 0; k < operations; k++) {
    const lanes *c = coefficients + o[k].coefficients;
    if (o[k].kind == KETBOOK_PAULI_UNITAL) PATH(unital)(m, 1, c);
    else PATH(affine)(m, 1, c);
  }
}

// Both orders of a and b, since only constant indices keep the state in registers.
INLINE void PATH(two_qubits)(lanes *m, const int operations, const ketbook_pauli_operation *o,
                             const lanes *coefficients) {
  for (int k = 0; k < operations; k++) {
    const lanes *c = coefficients + o[k].coefficients;
    switch (2 * o[k].kind + (o[k].a != 0)) {
#define LOCAL(kind, name)                                                                      \
  case 2 * kind:                                                                               \
    _Pragma("unroll") for (int j = 0; j < 4; j++) PATH(name)(m + j, 4, c);                     \
    break;                                                                                     \
  case 2 * kind + 1:                                                                           \
    _Pragma("unroll") for (int j = 0; j < 4; j++) PATH(name)(m + 4 * j, 1, c);                 \
    break;
      LOCAL(KETBOOK_PAULI_UNITAL, unital)
      LOCAL(KETBOOK_PAULI_AFFINE, affine)
#undef LOCAL
#define PAIR(kind, source)                                                                     \
  case 2 * kind: PATH(pair)(m, 4, 1, source, c); break;                                        \
  case 2 * kind + 1: PATH(pair)(m, 1, 4, source, c); break;
      PAIR(KETBOOK_PAULI_CNOT, ketbook_pauli_cnot)
      PAIR(KETBOOK_PAULI_CZ, ketbook_pauli_cz)
      PAIR(KETBOOK_PAULI_SWAP, ketbook_pauli_swap)
      PAIR(KETBOOK_PAULI_SCALE, ketbook_pauli_same)
#undef PAIR
      default: {
        // The matrix in both orders of its qubits; a copy keeps m itself in registers.
        size_t places[16];
        lanes w[16];
        const size_t a = o[k].a == 0 ? 4 : 1, b = 5 - a;
        for (int j = 0; j < 16; j++) places[j] = (j / 4) * a + (j % 4) * b;
        _Pragma("unroll") for (int j = 0; j < 16; j++) w[j] = m[j];
        PATH(dense)(w, places, 16, c);
        _Pragma("unroll") for (int j = 0; j < 16; j++) m[j] = w[j];
      }
    }
  }
}

static void PATH(dense_everywhere)(lanes *m, const int n, const ketbook_pauli_operation *o,
                                   const lanes *c) {
  const int qubits[3] = {o->a, o->b, o->c}, count = o->c < 0 ? 2 : 3;
  size_t steps[3], places[64];
  for (int q = 0; q < count; q++) steps[q] = (size_t)1 << 2 * (n - 1 - qubits[q]);
  const int size = 1 << 2 * count;
  for (int j = 0; j < size; j++) {
    places[j] = 0;
    for (int q = 0; q < count; q++) places[j] += (j >> 2 * (count - 1 - q) & 3) * steps[q];
  }
  for (size_t i = 0; i < (size_t)1 << 2 * n; i++) {
    int used = 0;
    for (int q = 0; q < count; q++) used |= (i / steps[q] & 3) != 0;
    if (!used) PATH(dense)(m + i, places, size, c);
  }
}

static void PATH(many_qubits)(lanes *m, const int n, const int operations,
                              const ketbook_pauli_operation *o, const lanes *coefficients) {
  const size_t size = (size_t)1 << 2 * n;
  for (int k = 0; k < operations; k++, o++) {
    const lanes *c = coefficients + o->coefficients;
    const size_t a = (size_t)1 << 2 * (n - 1 - o->a);
    if (o->kind == KETBOOK_PAULI_DENSE) {
      PATH(dense_everywhere)(m, n, o, c);
    } else if (o->kind <= KETBOOK_PAULI_AFFINE) {
      for (size_t high = 0; high < size; high += 4 * a)
        for (size_t low = high; low < high + a; low++)
          if (o->kind == KETBOOK_PAULI_UNITAL) PATH(unital)(m + low, a, c);
          else PATH(affine)(m + low, a, c);
    } else {
      const size_t b = (size_t)1 << 2 * (n - 1 - o->b), wide = a > b ? a : b, narrow = a + b - wide;
      const int *source = o->kind == KETBOOK_PAULI_CNOT   ? ketbook_pauli_cnot
                          : o->kind == KETBOOK_PAULI_CZ   ? ketbook_pauli_cz
                          : o->kind == KETBOOK_PAULI_SWAP ? ketbook_pauli_swap
                                                          : ketbook_pauli_same;
      for (size_t high = 0; high < size; high += 4 * wide)
        for (size_t middle = high; middle < high + wide; middle += 4 * narrow)
          for (size_t low = middle; low < middle + narrow; low++) PATH(pair)(m + low, a, b, source, c);
    }
  }
}

// Runs all sequences; n is 1 or 2 where it is a constant. memory[0] is the working state of three
// qubits and more, memory[1 + d] the state after the first d symbols that sequences share.
INLINE void PATH(sequences)(const int n, lanes *m, const ketbook_pauli_program *p,
                            const lanes *initial, int count, const int64_t *offsets,
                            const int32_t *symbols, const int32_t *shared, int outputs,
                            const int32_t *wanted, lanes *memory, lanes *ends) {
  const size_t size = (size_t)1 << 2 * n;
  const lanes *c = (const lanes *)p->coefficients;
  memory += size;
  for (size_t j = 0; j < size; j++) memory[j] = initial[j];
  for (int i = 0; i < count; i++) {
    const int length = (int)(offsets[i + 1] - offsets[i]);
    const int keep = i + 1 < count ? shared[i + 1] : 0;
    const lanes *from = memory + shared[i] * size;
    _Pragma("unroll") for (size_t j = 0; j < size; j++) m[j] = from[j];
    for (int t = shared[i]; t < length; t++) {
      const int v = symbols[offsets[i] + t];
      const ketbook_pauli_operation *o = p->operations + p->starts[v];
      const int operations = p->starts[v + 1] - p->starts[v];
      if (n == 1) PATH(one_qubit)(m, operations, o, c);
      else if (n == 2) PATH(two_qubits)(m, operations, o, c);
      else PATH(many_qubits)(m, n, operations, o, c);
      if (t >= keep) continue;
      lanes *to = memory + (t + 1) * size;
      _Pragma("unroll") for (size_t j = 0; j < size; j++) to[j] = m[j];
    }
    // An index known only now would drag the state out of its registers: read from a copy.
    const lanes *end = m;
    lanes copy[16];
    if (n <= 2) {
      _Pragma("unroll") for (size_t j = 0; j < size; j++) copy[j] = m[j];
      end = copy;
    }
    for (int k = 0; k < outputs; k++) ends[(size_t)i * outputs + k] = end[wanted[k]];
  }
}

static void PATH(pauli_run)(const ketbook_pauli_program *p, const lanes *initial, int count,
                            const int64_t *offsets, const int32_t *symbols, const int32_t *shared,
                            int outputs, const int32_t *wanted, lanes *memory, lanes *ends) {
  lanes one[4], two[16];
#define RUN(n, m)                                                                              \
  PATH(sequences)(n, m, p, initial, count, offsets, symbols, shared, outputs, wanted, memory, ends)
  if (p->qubits == 1) RUN(1, one);
  else if (p->qubits == 2) RUN(2, two);
  else RUN(p->qubits, memory);
#undef RUN
}

// Affine maps: row r of x, y, z is 1, x, y, z times c[4 r] to c[4 r + 3].
static void PATH(pauli_product)(const lanes *left, const lanes *right, lanes *out) {
  lanes result[12];
  for (int r = 0; r < 3; r++)
    for (int c = 0; c < 4; c++) {
      lanes sum = left[4 * r + 1] * right[c];
      sum = fma8(left[4 * r + 2], right[4 + c], sum);
      sum = fma8(left[4 * r + 3], right[8 + c], sum);
      result[4 * r + c] = c == 0 ? sum + left[4 * r] : sum;
    }
  for (int k = 0; k < 12; k++) out[k] = result[k];
}

// Turns rows `first` and `second` of an affine map.
INLINE void PATH(turn)(lanes *m, const lanes *by, const int first, const int second) {
  const lanes c = by[0], s = by[1];
  for (int k = 0; k < 4; k++) {
    const lanes x = m[4 * first + k], y = m[4 * second + k];
    m[4 * first + k] = fma8(-s, y, c * x);
    m[4 * second + k] = fma8(s, x, c * y);
  }
}

static void PATH(pauli_rotation)(const lanes *turns, const lanes *noise, int unital, lanes *out) {
  lanes m[12];
  for (int k = 0; k < 12; k++) m[k] = noise[k];
  for (int gate = 0; gate < 3; gate++) {
    if (gate == 1) PATH(turn)(m, turns + 2, 2, 0);  // RY takes z to x
    else PATH(turn)(m, turns + 2 * gate, 0, 1);
    PATH(pauli_product)(noise + 12 * (gate + 1), m, m);
  }
  for (int r = 0; r < 3; r++) {
    if (unital) for (int k = 0; k < 3; k++) out[3 * r + k] = m[4 * r + 1 + k];
    else for (int k = 0; k < 4; k++) out[4 * r + k] = m[4 * r + k];
  }
}
