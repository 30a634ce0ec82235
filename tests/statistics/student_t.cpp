#include "analysis/statistics/student_t.hpp"

#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <cmath>
#include <numbers>

#include "tests/catch.hpp"

using namespace headroom;

TEST_CASE("Student's quantiles are those of the published tables") {
    // NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.7.2, to three decimals.
    const struct {
        double share, degrees, quantile;
    } published[] = {{0.975, 1, 12.706}, {0.975, 2, 4.303}, {0.975, 9, 2.262},  {0.975, 30, 2.042},
                     {0.975, 99, 1.984}, {0.95, 5, 2.015},  {0.995, 10, 3.169}, {0.9, 3, 1.638}};
    for (const auto& row : published)
        CHECK(student_t_quantile(row.share, row.degrees) == Approx(row.quantile).margin(0.0005));
}

TEST_CASE("with one and two degrees of freedom Student's quantiles have a formula, met to ten digits") {
    for (const double share : {0.6, 0.8, 0.975, 0.999}) {
        CHECK(student_t_quantile(share, 1) ==
              Approx(std::tan(std::numbers::pi * (share - 0.5))).epsilon(1e-10));
        const double a = 2 * share - 1;
        CHECK(student_t_quantile(share, 2) == Approx(a * std::sqrt(2 / (1 - a * a))).epsilon(1e-10));
    }
}

TEST_CASE("Student's distribution is symmetric, and its quantile undoes it") {
    CHECK(student_t_quantile(0.5, 7) == 0);
    CHECK(student_t_quantile(0.1, 7) == -student_t_quantile(0.9, 7));
    for (const double t : {-3.0, -0.4, 0.0, 0.7, 5.0})
        CHECK(student_t_quantile(student_t_share_below(t, 12), 12) == Approx(t).margin(1e-9));
}

TEST_CASE("with a million degrees of freedom Student's quantile is the normal one") {
    CHECK(student_t_quantile(0.975, 1e6) == Approx(1.959964).margin(1e-5));
}

TEST_CASE("the incomplete beta function meets its closed forms") {
    for (const double x : {0.01, 0.3, 0.5, 0.9}) {
        CHECK(incomplete_beta(1, 1, x) == Approx(x).epsilon(1e-12));
        CHECK(incomplete_beta(3, 1, x) == Approx(x * x * x).epsilon(1e-12));
        CHECK(incomplete_beta(0.5, 0.5, x) ==
              Approx(2 / std::numbers::pi * std::asin(std::sqrt(x))).epsilon(1e-12));
        CHECK(incomplete_beta(2.5, 7, x) + incomplete_beta(7, 2.5, 1 - x) == Approx(1).epsilon(1e-12));
    }
    CHECK(incomplete_beta(2, 3, 0) == 0);
    CHECK(incomplete_beta(2, 3, 1) == 1);
}

TEST_CASE("Student's distribution and the incomplete beta function agree with Boost.Math's") {
    for (const double degrees : {1.0, 2.0, 3.0, 4.5, 11.0, 23.0, 59.0, 99.0, 399.0, 20000.0}) {
        const boost::math::students_t oracle(degrees);
        for (const double share : {0.001, 0.025, 0.1, 0.3, 0.6, 0.8, 0.95, 0.975, 0.995, 0.9999}) {
            CAPTURE(degrees, share);
            CHECK(student_t_quantile(share, degrees) ==
                  Approx(boost::math::quantile(oracle, share)).epsilon(1e-9));
        }
        for (const double t : {-6.0, -1.2, 0.05, 2.0, 9.0})
            CHECK(student_t_share_below(t, degrees) == Approx(boost::math::cdf(oracle, t)).epsilon(1e-10));
        for (const double x : {0.02, 0.4, 0.77, 0.999})
            CHECK(incomplete_beta(degrees / 2, 0.5, x) ==
                  Approx(boost::math::ibeta(degrees / 2, 0.5, x)).epsilon(1e-9));
    }
}
