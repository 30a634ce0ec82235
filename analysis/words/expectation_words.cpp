#include "analysis/words/expectation_words.hpp"

#include <cmath>

#include "analysis/words/number_words.hpp"

namespace headroom {

namespace {

// As many decimals as the expected numbers are written with, and as the width between them asks for.
int decimals_for(const Expectation& expected) {
    constexpr int most = 3;
    constexpr double nothing = 1e-6;
    const double width = expected.to - expected.from + nothing;
    int decimals = width >= 10 ? 0 : width >= 1 ? 1 : 2;
    const auto is_written_with = [&](double end) {
        const double shifted = end * std::pow(10, decimals);
        return std::abs(shifted - std::round(shifted)) < nothing;
    };
    while (decimals < most && !(is_written_with(expected.from) && is_written_with(expected.to))) ++decimals;
    return decimals;
}

}  // namespace

std::string_view words_of(BornOut born_out) {
    switch (born_out) {
        case BornOut::yes: return "as expected";
        case BornOut::not_yet_known: return "not yet known";
        case BornOut::no: return "not as expected";
    }
    return "";
}

std::string words_of(const Expectation& expected, const MeasuredExpectation& measured) {
    const int decimals = decimals_for(expected);
    const auto words = [decimals](double value) { return number_words(value, decimals); };
    const std::string unit(row_of(expected.measure).unit);
    std::string text = "Expected " + words(expected.from) + " to " + words(expected.to) + " " + unit +
                       ", measured " + words(measured.mean);
    if (measured.futures >= fewest_futures)
        text += " (95 % interval " + words(measured.mean_within.low) + " to " +
                words(measured.mean_within.high) + ")";
    return text + ": " + std::string(words_of(measured.born_out)) + ".";
}

}  // namespace headroom
