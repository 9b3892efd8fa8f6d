#ifndef KETBOOK_PAULI_H
#define KETBOOK_PAULI_H

#include <stddef.h>
#include <stdint.h>

// States of n qubits as 4^n Pauli coefficients m_P = Tr(P rho), and channels as their transfer
// matrices. A lane is a configuration: a noise scale, a set of angles. All lanes run the same
// operations with coefficients of their own. Index: base 4, qubit 0 the most significant digit,
// digits 0 1 2 3 for I X Y Z. Coefficients come in eights, one a lane, aligned to 64 bytes.

enum {
  // Qubit a: x, y, z become rows of 3 times x, y, z. 9 coefficients.
  KETBOOK_PAULI_UNITAL = 0,
  // Qubit a: x, y, z become rows of 4 times 1, x, y, z. 12 coefficients.
  KETBOOK_PAULI_AFFINE = 1,
  // Qubits a, b: out[j] = c[j] in[source[j]], where source is CNOT a -> b, CZ, SWAP or nothing;
  // then z of a and z of b gain a shift times 1. 16 coefficients and two shifts.
  KETBOOK_PAULI_CNOT = 2,
  KETBOOK_PAULI_CZ = 3,
  KETBOOK_PAULI_SWAP = 4,
  KETBOOK_PAULI_SCALE = 5,
  // Qubits a, b, c (c < 0: two qubits): a dense transfer matrix, row by row.
  KETBOOK_PAULI_DENSE = 6
};

typedef struct {
  int32_t kind;
  int32_t a, b, c;
  size_t coefficients;  // where they begin, counted in lanes
} ketbook_pauli_operation;

// One list of operations for every symbol: symbol v has operations starts[v] to starts[v + 1].
typedef struct {
  int qubits;
  int symbols;
  const ketbook_pauli_operation *operations;
  const int32_t *starts;
  const double *coefficients;
} ketbook_pauli_program;

// Runs sequences of symbols from a state of 4^n lanes, and writes some coefficients of every end:
// outputs[sequence][output][8].
//
// Sequence i has symbols[offsets[i]] to symbols[offsets[i + 1]]. Its first shared[i] symbols are
// those of sequence i - 1 and are not run again; shared[0] is 0. `memory` holds
// (deepest shared + 2) states of 4^n lanes. All lanes are aligned to 64 bytes.
void ketbook_pauli_run(const ketbook_pauli_program *program, const double *initial, int count,
                       const int64_t *offsets, const int32_t *symbols, const int32_t *shared,
                       int outputs, const int32_t *wanted, double *memory, double *ends);

// out = left times right for affine maps of one qubit, 12 lanes each; out may be either.
void ketbook_pauli_product(const double *left, const double *right, double *out);

// The affine map of a token's rotation with noise before it and after each of its gates:
// out = N_3 RZ(g) N_2 RY(b) N_1 RZ(a) N_0, lane by lane. `turns` holds cos a, sin a, cos b, sin b,
// cos g, sin g, `noise` the four maps of 12 lanes. Writes 12 lanes, or the 9 of a unital map.
void ketbook_pauli_rotation(const double *turns, const double *noise, int unital, double *out);

#endif
