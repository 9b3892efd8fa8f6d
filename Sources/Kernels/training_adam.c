#include "dispatch.h"
#include "training_memory.h"

#define KERNEL "training_adam.inc.h"
#include "every_path.h"

void ketbook_adam(int count, double *parameters, double *first, double *second,
                  const double *gradient, double rate, double beta1, double beta2,
                  double correction1, double correction2, double epsilon) {
  DISPATCH(adam, count, parameters, first, second, gradient, rate, beta1, beta2, correction1,
           correction2, epsilon);
}

double ketbook_norm(int count, const double *values) {
  double sum = 0;
  for (int i = 0; i < count; i++) sum += values[i] * values[i];
  return __builtin_sqrt(sum);
}

int ketbook_all_finite(int count, const double *values) {
  int finite = 1;
  for (int i = 0; i < count; i++) finite &= values[i] - values[i] == 0;
  return finite;
}
