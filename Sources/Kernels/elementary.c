#include "elementary.h"

#include <math.h>

double ketbook_sin(double x) { return sin(x); }
double ketbook_cos(double x) { return cos(x); }
double ketbook_exp(double x) { return exp(x); }
double ketbook_log(double x) { return log(x); }
double ketbook_log2(double x) { return log2(x); }
double ketbook_tanh(double x) { return tanh(x); }
double ketbook_atan2(double y, double x) { return atan2(y, x); }
double ketbook_acos(double x) { return acos(x); }
