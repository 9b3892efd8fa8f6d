#ifndef KETBOOK_TRAINING_H
#define KETBOOK_TRAINING_H

#include <stdint.h>

// Exact loss and gradient of recurrent models over a batch of sequences, eight sequences at a time.
// Functions that return an int give 0 when all is well and -1 when memory is out.

// A batch of sequences, packed into blocks of eight lanes: longest first, aligned at their ends.
typedef struct ketbook_batch ketbook_batch;

ketbook_batch *ketbook_batch_create(void);
void ketbook_batch_destroy(ketbook_batch *batch);

// Packs `count` sequences, whose tokens follow one another, for a vocabulary of `vocabulary` tokens.
// Lengths are at least 1, tokens in range, labels 0 or 1.
int ketbook_batch_pack(ketbook_batch *batch, int count, const int32_t *lengths,
                       const int32_t *tokens, const int32_t *labels, int vocabulary);

// The kinds of entangler: what it does to 2^qubits amplitudes.
enum {
  KETBOOK_PERMUTATION = 0,  // out[i] = in[source[i]]
  KETBOOK_MONOMIAL = 1,     // out[i] = phase[i] in[source[i]]
  KETBOOK_DENSE = 2         // out = matrix in
};

// A quantum recurrent model without its angles. Qubit 0 is the most significant bit.
typedef struct {
  int qubits;
  int vocabulary;
  int readout;
  int entangler;          // one of the kinds
  const int32_t *source;  // [2^qubits]
  const double *matrix;   // phases or matrix, row-major, real and imaginary parts in turn
} ketbook_quantum;

// Memory of one thread's computations; it grows as needed.
typedef struct ketbook_workspace ketbook_workspace;

ketbook_workspace *ketbook_workspace_create(void);
void ketbook_workspace_destroy(ketbook_workspace *workspace);

// Mean binary cross-entropy in nats over the batch, and its gradient, [token][qubit][3].
// The probability of the right answer enters as floor + (1 - 2 floor) p.
int ketbook_quantum_gradient(ketbook_workspace *workspace, const ketbook_quantum *model,
                             const double *angles, const ketbook_batch *batch, double floor,
                             double *loss, double *gradient);

// <Z> of the readout qubit after the last token of every sequence, in the order they were packed.
int ketbook_quantum_expectations(ketbook_workspace *workspace, const ketbook_quantum *model,
                                 const double *angles, const ketbook_batch *batch,
                                 double *expectations);

// Amplitudes after every token, [sequence][step][2^qubits][2], sequences in the order they were
// packed, one after the other without padding.
int ketbook_quantum_states(ketbook_workspace *workspace, const ketbook_quantum *model,
                           const double *angles, const ketbook_batch *batch, double *states);

// The same for the rotation network: `angles` is [token][3], states are [sequence][step][3].
int ketbook_rotation_gradient(ketbook_workspace *workspace, int vocabulary, const double *angles,
                              const ketbook_batch *batch, double floor, double *loss,
                              double *gradient);
int ketbook_rotation_states(ketbook_workspace *workspace, int vocabulary, const double *angles,
                            const ketbook_batch *batch, double *states);

// The same for the Elman network: inputs [token][units], recurrent weights [to][from], readout
// weights [units], bias; states are [sequence][step][units]; z = -tanh(logit / 2).
int ketbook_elman_gradient(ketbook_workspace *workspace, int vocabulary, int units,
                           const double *weights, const ketbook_batch *batch, double floor,
                           double *loss, double *gradient);
int ketbook_elman_states(ketbook_workspace *workspace, int vocabulary, int units,
                         const double *weights, const ketbook_batch *batch, double *states);

// One step of Adam: moments decay with beta1 and beta2, `correction1` and `correction2` are
// 1 - beta1^t and 1 - beta2^t, epsilon is added to the root.
void ketbook_adam(int count, double *parameters, double *first, double *second,
                  const double *gradient, double rate, double beta1, double beta2,
                  double correction1, double correction2, double epsilon);

// The Euclidean norm, summed in order.
double ketbook_norm(int count, const double *values);

// Whether every value is finite.
int ketbook_all_finite(int count, const double *values);

#endif
