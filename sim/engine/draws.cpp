#include "sim/engine/draws.hpp"

#include <boost/random/uniform_int_distribution.hpp>
#include <cmath>

#include "sim/engine/ensure.hpp"

namespace headroom {

namespace {

// A ratio of two polynomials of degree 7, coefficients from the constant upwards.
struct Ratio {
    double above[8];
    double below[8];
};

double value_of(const Ratio& ratio, double x) {
    double numerator = ratio.above[7];
    double denominator = ratio.below[7];
    for (int power = 6; power >= 0; --power) {
        numerator = numerator * x + ratio.above[power];
        denominator = denominator * x + ratio.below[power];
    }
    return numerator / denominator;
}

// The three parts of AS 241, from the middle outwards.
constexpr Ratio middle = {
    {3.3871328727963666080e0, 1.3314166789178437745e+2, 1.9715909503065514427e+3, 1.3731693765509461125e+4,
     4.5921953931549871457e+4, 6.7265770927008700853e+4, 3.3430575583588128105e+4, 2.5090809287301226727e+3},
    {1.0, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3,
     2.1213794301586595867e+4, 3.9307895800092710610e+4, 2.8729085735721942674e+4, 5.2264952788528545610e+3}};
constexpr Ratio outer = {{1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0,
                          3.64784832476320460504e0, 1.27045825245236838258e0, 2.41780725177450611770e-1,
                          2.27238449892691845833e-2, 7.74545014278341407640e-4},
                         {1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
                          1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
                          1.05075007164441684324e-9}};
constexpr Ratio tail = {{6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0,
                         2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
                         2.71155556874348757815e-5, 2.01033439929228813265e-7},
                        {1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
                         7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
                         2.04426310338993978564e-15}};

}  // namespace

// M. J. Wichura, "Algorithm AS 241: the percentage points of the normal distribution", Applied Statistics 37
// (1988) 477-484, function PPND16: relative error about 1e-16.
double normal_quantile(double u) {
    const double q = u - 0.5;
    if (q >= -0.425 && q <= 0.425) return q * value_of(middle, 0.180625 - q * q);
    const double r = std::sqrt(-natural_log(q < 0 ? u : 1.0 - u));
    const double size = r <= 5.0 ? value_of(outer, r - 1.6) : value_of(tail, r - 5.0);
    return q < 0 ? -size : size;
}

Lognormal Lognormal::from_mean_cv(double mean, double cv) {
    ensure(mean > 0 && cv >= 0, "a lognormal quantity needs a mean above 0 and a variation of at least 0");
    const double variance = natural_log(1.0 + cv * cv);
    return {natural_log(mean) - 0.5 * variance, std::sqrt(variance)};
}

Lognormal Lognormal::from_median_sigma(double median, double sigma) {
    ensure(median > 0 && sigma >= 0, "a lognormal quantity needs a median above 0 and a sigma of at least 0");
    return {natural_log(median), sigma};
}

double lognormal(double mean, double cv, double uniform) {
    return Lognormal::from_mean_cv(mean, cv).at(normal_quantile(uniform));
}

// Two loops, so that the compiler can take several logarithms at once.
void fill_exponentials(std::span<double> numbers, const RandomStreams& streams, const DrawKey& first) {
    ensure(numbers.size() % 4 == 0, "exponential numbers are filled four at a time");
    for (std::size_t i = 0; i < numbers.size(); i += 4) {
        const Draw draw =
            streams.draw(first.entity + static_cast<std::uint32_t>(i / 4), first.purpose, first.ordinal);
        for (int j = 0; j < 4; ++j) numbers[i + static_cast<std::size_t>(j)] = draw.uniform(j);
    }
    for (double& number : numbers) number = -natural_log(number);
}

int pick(KeyedGenerator& generator, int n) {
    ensure(n >= 1, "a pick needs at least one thing to pick from");
    return boost::random::uniform_int_distribution<int>(0, n - 1)(generator);
}

}  // namespace headroom
