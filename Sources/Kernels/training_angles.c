#include "elementary.h"
#include "training_memory.h"

void ketbook_half_angles(size_t count, const double *angles, double *out) {
  for (size_t i = 0; i < count; i++) {
    const double *t = angles + 3 * i;
    const double half[3] = {(t[0] + t[2]) / 2, (t[2] - t[0]) / 2, t[1] / 2};
    for (int k = 0; k < 3; k++) {
      out[6 * i + 2 * k] = ketbook_cos(half[k]);
      out[6 * i + 2 * k + 1] = ketbook_sin(half[k]);
    }
  }
}

// A change of g turns about z; of b about y carried along by RZ(g); of a about z carried along by
// RZ(g) RY(b).
void ketbook_angle_gradient(const double *half, const double *w, double factor, double *out) {
  const double cp = half[0], sp = half[1], cm = half[2], sm = half[3], c = half[4], s = half[5];
  const double sin_b = 2 * s * c, cos_b = c * c - s * s;
  const double cos_g = cp * cm - sp * sm, sin_g = sp * cm + cp * sm;
  out[0] = factor * (sin_b * (cos_g * w[0] + sin_g * w[1]) + cos_b * w[2]);
  out[1] = factor * (cos_g * w[1] - sin_g * w[0]);
  out[2] = factor * w[2];
}
