// Every parameter on its own, so lanes and the order do not matter.
void PATH(adam)(int count, double *restrict p, double *restrict m, double *restrict v,
                const double *restrict g, double rate, double beta1, double beta2, double c1,
                double c2, double epsilon) {
  for (int i = 0; i < count; i++) {
    m[i] = beta1 * m[i] + (1 - beta1) * g[i];
    v[i] = beta2 * v[i] + (1 - beta2) * (g[i] * g[i]);
    p[i] -= rate * (m[i] / c1) / (__builtin_sqrt(v[i] / c2) + epsilon);
  }
}
