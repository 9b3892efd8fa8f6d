#include "pauli.h"

#include <string.h>

#include "dispatch.h"

#define KERNEL "pauli.inc.h"
#include "every_path.h"

void ketbook_pauli_run(const ketbook_pauli_program *program, const double *initial, int count,
                       const int64_t *offsets, const int32_t *symbols, const int32_t *shared,
                       int outputs, const int32_t *wanted, double *memory, double *ends) {
  DISPATCH(pauli_run, program, (const lanes *)initial, count, offsets, symbols, shared, outputs,
           wanted, (lanes *)memory, (lanes *)ends);
}

void ketbook_pauli_product(const double *left, const double *right, double *out) {
  DISPATCH(pauli_product, (const lanes *)left, (const lanes *)right, (lanes *)out);
}

void ketbook_pauli_rotation(const double *turns, const double *noise, int unital, double *out) {
  DISPATCH(pauli_rotation, (const lanes *)turns, (const lanes *)noise, unital, (lanes *)out);
}
