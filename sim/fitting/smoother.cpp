#include "sim/fitting/smoother.hpp"

// Plain loops in one order, so that a fit has the same bits on every processor.
#define EIGEN_DONT_VECTORIZE
#define EIGEN_DONT_PARALLELIZE
#include <Eigen/Dense>
#include <cmath>

#include "sim/engine/draws.hpp"

namespace headroom {

namespace {

using Rows = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

constexpr std::uint32_t observation_noise = 1;  // purpose of its draws

Eigen::Map<const Rows> rows_of(const EnsembleRows& ensemble) {
    return {ensemble.values.data(), ensemble.rows, ensemble.members};
}

Rows about_the_mean(const EnsembleRows& ensemble) {
    const Eigen::Map<const Rows> rows = rows_of(ensemble);
    return rows.colwise() - rows.rowwise().mean();
}

// How much of a correlation counts: all of it from two standard errors on.
double counted_part(double correlation, int members) {
    const double of_two_errors = std::abs(correlation) * std::sqrt(static_cast<double>(members)) / 2;
    return of_two_errors >= 1 ? 1 : of_two_errors * of_two_errors;
}

void taper(Rows& covariance, const EnsembleRows& parameters, const EnsembleRows& foretold) {
    for (int i = 0; i < parameters.rows; ++i) {
        for (int k = 0; k < foretold.rows; ++k) {
            const double both = parameters.sd(i) * foretold.sd(k);
            covariance(i, k) *= both > 0 ? counted_part(covariance(i, k) / both, parameters.members) : 0;
        }
    }
}

double noise_of(const AssimilationRound& round, int member, int figure) {
    const RandomStreams streams(round.seed, round.number);
    return streams
        .draw(static_cast<std::uint32_t>(member), observation_noise, static_cast<std::uint32_t>(figure) / 4)
        .normal(figure % 4);
}

}  // namespace

double EnsembleRows::mean(int row) const {
    double sum = 0;
    for (int member = 0; member < members; ++member) sum += at(row, member);
    return sum / members;
}

double EnsembleRows::sd(int row) const {
    if (members < 2) return 0;
    const double middle = mean(row);
    double squares = 0;
    for (int member = 0; member < members; ++member) {
        const double apart = at(row, member) - middle;
        squares += apart * apart;
    }
    return std::sqrt(squares / (members - 1));
}

void assimilate(EnsembleRows& parameters, const EnsembleRows& foretold, const Observed& observed,
                const AssimilationRound& round) {
    const int members = parameters.members, figures = foretold.rows;
    if (members < 2 || figures == 0) return;
    const Rows moved = about_the_mean(parameters), told = about_the_mean(foretold);
    Rows together = moved.lazyProduct(told.transpose()) / (members - 1);
    taper(together, parameters, foretold);
    Rows spread = told.lazyProduct(told.transpose()) / (members - 1);
    for (int k = 0; k < figures; ++k) {
        const double error = observed.errors[static_cast<std::size_t>(k)];
        spread(k, k) += round.inflation * error * error;
    }
    const Rows gain = spread.llt().solve(Rows(together.transpose())).transpose();
    for (int member = 0; member < members; ++member) {
        for (int k = 0; k < figures; ++k) {
            const std::size_t figure = static_cast<std::size_t>(k);
            const double seen = observed.values[figure] + std::sqrt(round.inflation) *
                                                              observed.errors[figure] *
                                                              noise_of(round, member, k);
            const double apart = seen - foretold.at(k, member);
            for (int i = 0; i < parameters.rows; ++i) parameters.at(i, member) += gain(i, k) * apart;
        }
    }
}

}  // namespace headroom
