#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "sim/engine/elementary.hpp"
#include "sim/engine/philox.hpp"

// Every chance in a run. A draw belongs to (seed, replication, entity, purpose, ordinal) and to nothing else:
// not to the thread, the policy or the order in which things happened. So two alternatives meet the same
// families with the same needs, and differ only by what they do.
//
// Continuous distributions are inverse functions of one uniform number. One number for each decision keeps
// the random numbers of two alternatives in step, and makes the outcome monotone in the number: a rate raised
// a little moves every delay a little, and in one direction. Boost's ziggurat methods reject, so they use an
// unknown count of numbers, and their tails call the C library's exp and log, whose bits differ between
// processors. Boost.Random does serve whole-number picks, where its algorithm is pure integer arithmetic.
namespace headroom {

// The standard normal value below which a share `u` of all values lies, for u in (0, 1).
double normal_quantile(double u);

// The four random numbers of one keyed decision: use up to four before asking for the next ordinal.
class Draw {
public:
    explicit constexpr Draw(PhiloxBlock block) : block_(block) {}

    // Index i from 0 to 3. Strictly between 0 and 1: a multiple of 2^-32 plus a half of it.
    constexpr double uniform(int i) const { return (block_.word[i] + 0.5) * 0x1p-32; }

    // Mean 1; at most 22.9.
    constexpr double exponential(int i) const { return -natural_log(uniform(i)); }

    // Mean 0, standard deviation 1; within 6.4 of zero.
    double normal(int i) const { return normal_quantile(uniform(i)); }

    // True with the given probability.
    constexpr bool happens(int i, double probability) const { return uniform(i) < probability; }

    constexpr std::uint32_t word(int i) const { return block_.word[i]; }

private:
    PhiloxBlock block_;
};

// A quantity whose logarithm is normal: hours of a task, delay of a reply, size of a need.
struct Lognormal {
    double mu;
    double sigma;

    // From the mean and the coefficient of variation (standard deviation over mean).
    static Lognormal from_mean_cv(double mean, double cv);
    static Lognormal from_median_sigma(double median, double sigma);

    constexpr double at(double normal) const { return exponential_of(mu + sigma * normal); }
};

// The lognormal quantity of that mean and coefficient of variation below which a share `uniform` lies.
double lognormal(double mean, double cv, double uniform);

// What a draw belongs to besides its seed and replication.
struct DrawKey {
    std::uint32_t entity, purpose, ordinal;
};

// The random numbers of one replication of one seed.
class RandomStreams {
public:
    constexpr RandomStreams(std::uint64_t seed, std::uint32_t replication)
        : blocks_({static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)}),
          replication_(replication) {}

    constexpr Draw draw(std::uint32_t entity, std::uint32_t purpose, std::uint32_t ordinal) const {
        return Draw(blocks_.at({replication_, entity, purpose, ordinal}));
    }

private:
    PhiloxBlocks blocks_;
    std::uint32_t replication_;
};

// The exponential numbers (mean 1) of consecutive entities, four to each: `numbers[4 * i + j]` has the bits
// of `streams.draw(first.entity + i, first.purpose, first.ordinal).exponential(j)`. Ahead of need and side by
// side they cost a third: 6 ns instead of 18 (benchmarks/draws). The size must be a multiple of four.
void fill_exponentials(std::span<double> numbers, const RandomStreams& streams, const DrawKey& first);

// A uniform random bit generator over the successive ordinals of one entity and purpose, for Boost.Random.
class KeyedGenerator {
public:
    using result_type = std::uint32_t;

    constexpr KeyedGenerator(const RandomStreams& streams, std::uint32_t entity, std::uint32_t purpose,
                             std::uint32_t first_ordinal = 0)
        : streams_(streams), entity_(entity), purpose_(purpose), next_ordinal_(first_ordinal) {}

    static constexpr result_type min() { return 0; }
    static constexpr result_type max() { return 0xFFFFFFFFu; }

    constexpr result_type operator()() {
        if (used_ == 4) {
            draw_ = streams_.draw(entity_, purpose_, next_ordinal_++);
            used_ = 0;
        }
        return draw_.word(used_++);
    }

private:
    RandomStreams streams_;
    std::uint32_t entity_;
    std::uint32_t purpose_;
    std::uint32_t next_ordinal_;
    Draw draw_{PhiloxBlock{}};
    int used_ = 4;
};

// One of 0 .. n-1, each equally likely (n at least 1).
int pick(KeyedGenerator& generator, int n);

}  // namespace headroom
