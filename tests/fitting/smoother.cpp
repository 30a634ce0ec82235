// The smoother against what theory gives exactly: for a linear model and normal errors the ensemble's mean
// and spread are the posterior's.
#include "sim/fitting/smoother.hpp"

#include <functional>

#include "sim/engine/draws.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

constexpr int many = 4000;

// Standard normal parameters.
EnsembleRows prior(int parameters, int members = many, std::uint64_t seed = 5) {
    EnsembleRows ensemble(parameters, members);
    for (int member = 0; member < members; ++member) {
        const Draw draw = RandomStreams(seed, 0).draw(static_cast<std::uint32_t>(member), 9, 0);
        for (int i = 0; i < parameters; ++i) ensemble.at(i, member) = draw.normal(i);
    }
    return ensemble;
}

using Model = std::function<std::vector<double>(const EnsembleRows&, int member)>;

EnsembleRows foretold_by(const Model& model, const EnsembleRows& parameters) {
    const int figures = static_cast<int>(model(parameters, 0).size());
    EnsembleRows told(figures, parameters.members);
    for (int member = 0; member < parameters.members; ++member) {
        const std::vector<double> values = model(parameters, member);
        for (int k = 0; k < figures; ++k) told.at(k, member) = values[static_cast<std::size_t>(k)];
    }
    return told;
}

EnsembleRows fitted(EnsembleRows parameters, const Model& model, const Observed& observed, int rounds) {
    for (int round = 0; round < rounds; ++round)
        assimilate(parameters, foretold_by(model, parameters), observed,
                   {static_cast<double>(rounds), 3, static_cast<std::uint32_t>(round)});
    return parameters;
}

}  // namespace

TEST_CASE("one figure of one parameter gives the posterior of theory, in one round and in four") {
    // Prior N(0, 1), figure 2 p seen as 3 with error 0.5: precision 1 + 4 / 0.25 = 17, mean 2 * 3 / 0.25
    // / 17.
    const Model doubled = [](const EnsembleRows& p, int member) {
        return std::vector<double>{2 * p.at(0, member)};
    };
    for (const int rounds : {1, 4}) {
        const EnsembleRows after = fitted(prior(1), doubled, {{3}, {0.5}}, rounds);
        CHECK(after.mean(0) == Approx(24.0 / 17).margin(0.02));
        CHECK(after.sd(0) == Approx(std::sqrt(1.0 / 17)).epsilon(0.06));
    }
}

TEST_CASE("two figures that share their parameters are told apart") {
    // p0 + p1 = 1 and p0 - p1 = 3, both with error 0.1: p0 near 2, p1 near -1, each with precision 1 + 200.
    const Model sum_and_difference = [](const EnsembleRows& p, int member) {
        return std::vector<double>{p.at(0, member) + p.at(1, member), p.at(0, member) - p.at(1, member)};
    };
    const EnsembleRows after = fitted(prior(2), sum_and_difference, {{1, 3}, {0.1, 0.1}}, 4);
    CHECK(after.mean(0) == Approx(2 * 200.0 / 201).margin(0.02));
    CHECK(after.mean(1) == Approx(-1 * 200.0 / 201).margin(0.02));
    CHECK(after.sd(0) == Approx(std::sqrt(1.0 / 201)).epsilon(0.08));
}

TEST_CASE("what no figure tells of is moved by chance alone, and little, in ensembles of a hundred") {
    const Model of_the_first = [](const EnsembleRows& p, int member) {
        return std::vector<double>{p.at(0, member)};
    };
    double shift = 0, narrowing = 0;
    constexpr int ensembles = 20, untold = 3;
    for (std::uint64_t seed = 1; seed <= ensembles; ++seed) {
        const EnsembleRows before = prior(1 + untold, 100, seed);
        const EnsembleRows after = fitted(before, of_the_first, {{2}, {0.2}}, 4);
        CHECK(after.mean(0) == Approx(2).margin(0.15));
        for (int i = 1; i <= untold; ++i) {
            shift += std::abs(after.mean(i) - before.mean(i)) / (ensembles * untold);
            narrowing += (1 - after.sd(i) / before.sd(i)) / (ensembles * untold);
        }
    }
    // Two standard deviations away, a chance correlation of 0.08 on average would shift 0.16 untapered.
    CHECK(shift < 0.15);
    CHECK(narrowing < 0.05);
}

TEST_CASE("an ensemble that agrees with itself, or of one, is left as it is") {
    const Model constant = [](const EnsembleRows&, int) { return std::vector<double>{7}; };
    const EnsembleRows before = prior(2, 50);
    CHECK(fitted(before, constant, {{3}, {0.5}}, 2).values == before.values);
    EnsembleRows alone(1, 1);
    alone.at(0, 0) = 0.5;
    CHECK(fitted(alone, constant, {{3}, {0.5}}, 1).values == alone.values);
}
