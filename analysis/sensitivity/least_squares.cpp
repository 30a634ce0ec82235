#include "analysis/sensitivity/least_squares.hpp"

#include <cmath>
#include <limits>
#include <utility>

namespace headroom {

namespace {

// About its mean, each row as often as it counts, those that do not count left out.
std::vector<double> centred(std::span<const double> values, std::span<const int> counts) {
    const double mean = moments_of(values, counts).mean;
    std::vector<double> rows;
    for (std::size_t row = 0; row < values.size(); ++row) {
        if (counts[row] > 0) rows.push_back(std::sqrt(double(counts[row])) * (values[row] - mean));
    }
    return rows;
}

// The sum of products from row `first` on. Four sums side by side, since one waits for each addition.
double product_from(const std::vector<double>& one, const std::vector<double>& other, std::size_t first) {
    double sums[4] = {};
    std::size_t row = first;
    for (; row + 4 <= one.size(); row += 4) {
        for (std::size_t i = 0; i < 4; ++i) sums[i] += one[row + i] * other[row + i];
    }
    for (; row < one.size(); ++row) sums[0] += one[row] * other[row];
    return sums[0] + sums[1] + sums[2] + sums[3];
}

double squares_from(const std::vector<double>& column, std::size_t first) {
    return product_from(column, column, first);
}

// What is taken from a column: twice its part along a mirror, from row `first` on.
struct Mirror {
    std::vector<double> rows;
    std::size_t first;
    double squares;

    void reflect(std::vector<double>& column) const {
        const double along = 2 / squares * product_from(rows, column, first);
        for (std::size_t row = first; row < column.size(); ++row) column[row] -= along * rows[row];
    }
};

// A triangle and the right side that belongs to it.
class Triangle {
public:
    Triangle(std::vector<std::vector<double>> columns, std::vector<double> y)
        : columns_(std::move(columns)), y_(std::move(y)) {
        for (std::size_t column = 0; column < columns_.size(); ++column) eliminate(column);
    }

    std::vector<double> slopes() const {
        std::vector<double> slopes(columns_.size(), 0);
        for (std::size_t row = used_.size(); row-- > 0;) {
            double rest = y_[row];
            for (std::size_t later = row + 1; later < used_.size(); ++later)
                rest -= columns_[used_[later]][row] * slopes[used_[later]];
            slopes[used_[row]] = rest / columns_[used_[row]][row];
        }
        return slopes;
    }

    double left_over() const { return squares_from(y_, used_.size()); }

private:
    void eliminate(std::size_t number) {
        // What is left of a column that others already say is rounding.
        constexpr double rounding = 1e-9;
        const std::size_t row = used_.size();
        std::vector<double>& column = columns_[number];
        const double whole = squares_from(column, 0), left = squares_from(column, row);
        if (row >= column.size() || !(left > rounding * rounding * whole)) return;
        Mirror mirror{column, row, 0};
        mirror.rows[row] += std::copysign(std::sqrt(left), column[row]);
        mirror.squares = squares_from(mirror.rows, row);
        for (std::size_t later = number; later < columns_.size(); ++later) mirror.reflect(columns_[later]);
        mirror.reflect(y_);
        used_.push_back(number);
    }

    std::vector<std::vector<double>> columns_;
    std::vector<double> y_;
    std::vector<std::size_t> used_;  // columns, by their row of the triangle
};

}  // namespace

Moments moments_of(std::span<const double> values, std::span<const int> counts) {
    double sum = 0, number = 0, squares = 0;
    for (std::size_t row = 0; row < values.size(); ++row) {
        sum += counts[row] * values[row];
        number += counts[row];
    }
    const double mean = sum / number;
    for (std::size_t row = 0; row < values.size(); ++row)
        squares += counts[row] * (values[row] - mean) * (values[row] - mean);
    return {mean, std::sqrt(squares / number)};
}

LinearFit least_squares(const std::vector<std::vector<double>>& columns, std::span<const double> y,
                        std::span<const int> counts) {
    std::vector<std::vector<double>> rows;
    for (const std::vector<double>& column : columns) rows.push_back(centred(column, counts));
    std::vector<double> right = centred(y, counts);
    const double all = squares_from(right, 0);
    const Triangle triangle(std::move(rows), std::move(right));
    return {triangle.slopes(),
            all > 0 ? 1 - triangle.left_over() / all : std::numeric_limits<double>::quiet_NaN()};
}

}  // namespace headroom
