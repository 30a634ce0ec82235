#include "analysis/charts/axis.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "analysis/words/number_words.hpp"
#include "sim/engine/whole_part.hpp"

namespace headroom {

namespace {

double round_step(double span, int about) {
    const double raw = span / std::max(about, 1);
    const double power = std::pow(10, std::floor(std::log10(raw)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= raw * (1 - 1e-9)) return factor * power;
    }
    return 10 * power;
}

// A damaged file may hold any number; beyond this none is drawn.
constexpr double beyond_reason = 1e15;

// Texts that touch, centred on the mean of their wishes.
struct Block {
    double centre;
    std::size_t texts;

    double first(double height) const { return centre - height * (static_cast<double>(texts) - 1) / 2; }
    double end(double height) const { return first(height) + height * static_cast<double>(texts); }
    Block with(const Block& other) const {
        const double mine = static_cast<double>(texts), theirs = static_cast<double>(other.texts);
        return {(centre * mine + other.centre * theirs) / (mine + theirs), texts + other.texts};
    }
};

}  // namespace

std::string Axis::words(double tick) const {
    return number_words(tick, decimals);
}

Axis axis_for(std::span<const double> values, int about) {
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (const double value : values) {
        if (!std::isfinite(value) || std::abs(value) > beyond_reason) continue;
        low = std::min(low, value);
        high = std::max(high, value);
    }
    if (low > high) low = 0, high = 1;
    if (low == high) high = low + std::max(1.0, std::abs(low) / 10);
    const double step = round_step(high - low, about);
    const double first = std::floor(low / step + 1e-9), last = std::ceil(high / step - 1e-9);
    const double decimals = std::clamp(-std::floor(std::log10(step) + 1e-9), 0.0, 15.0);
    Axis axis{first * step, last * step, {}, whole_part<int>(decimals)};
    // By their number: a tick far from zero may be too large to grow by one.
    const double ticks = std::min(last - first + 1, 4.0 * about + 4);
    for (int i = 0; i < ticks; ++i) axis.ticks.push_back((first + i) * step);
    return axis;
}

std::vector<double> spread_apart(std::vector<double> wishes, double height, double top, double bottom) {
    std::vector<std::size_t> order(wishes.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return wishes[a] < wishes[b]; });
    std::vector<Block> blocks;
    for (const std::size_t text : order) {
        Block block{wishes[text], 1};
        while (!blocks.empty() && blocks.back().end(height) > block.first(height)) {
            block = blocks.back().with(block);
            blocks.pop_back();
        }
        blocks.push_back(block);
    }
    double free_from = top;
    std::vector<double> sorted;
    for (const Block& block : blocks) {
        free_from = std::max(block.first(height), free_from);
        for (std::size_t i = 0; i < block.texts; ++i, free_from += height) sorted.push_back(free_from);
    }
    double free_to = bottom;
    for (std::size_t i = sorted.size(); i-- > 0; free_to = sorted[i] - height) {
        sorted[i] = std::min(sorted[i], free_to);
        wishes[order[i]] = sorted[i];
    }
    return wishes;
}

}  // namespace headroom
