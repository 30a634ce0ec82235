#pragma once

namespace headroom {

// The regularised incomplete beta function I_x(a, b), 0 <= x <= 1, to about 14 digits.
// Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.5.8, by Lentz's method
// (Applied Optics 15, 1976).
double incomplete_beta(double a, double b, double x);

// The share of Student's t distribution below t.
double student_t_share_below(double t, double degrees_of_freedom);

// The t below which that share (between 0 and 1) of Student's distribution lies.
double student_t_quantile(double share, double degrees_of_freedom);

}  // namespace headroom
