#include "dispatch.h"
#include "training_memory.h"

#define KERNEL "training_adam.inc"
#include "every_path.h"

void ketbook_adam(int count, double *parameters, double *first, double *second,
                  const double *gradient, double rate, double beta1, double beta2,
                  double correction1, double correction2, double epsilon) {
  DISPATCH(adam, count, parameters, first, second, gradient, rate, beta1, beta2, correction1,
           correction2, epsilon);
}
