#ifndef KETBOOK_ELEMENTARY_H
#define KETBOOK_ELEMENTARY_H

// Elementary functions whose bits do not depend on the C library or the processor.
double ketbook_sin(double x);
double ketbook_cos(double x);
double ketbook_exp(double x);
double ketbook_log(double x);
double ketbook_log2(double x);
double ketbook_tanh(double x);
double ketbook_atan2(double y, double x);
double ketbook_acos(double x);

#endif
