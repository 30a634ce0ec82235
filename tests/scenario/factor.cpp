// What a factor may be, and how its values are spread over shares from 0 to 1.
#include "sim/scenario/factor.hpp"

#include <array>
#include <cmath>
#include <set>

#include "tests/catch.hpp"

using namespace headroom;

namespace {

Factor range(Spread spread, double low, double high, double usual) {
    Factor factor;
    factor.spread = spread;
    factor.low = low;
    factor.high = high;
    factor.usual = usual;
    return factor;
}

Factor list(std::vector<double> values, double usual) {
    Factor factor = range(Spread::listed, 0, 0, usual);
    factor.listed = std::move(values);
    return factor;
}

// The distribution function of a triangle, as textbooks have it (Evans, Hastings and Peacock, Statistical
// Distributions, 3rd edition, chapter 40).
double share_below(double value, double low, double peak, double high) {
    if (value < peak) return (value - low) * (value - low) / ((high - low) * (peak - low));
    return 1 - (high - value) * (high - value) / ((high - low) * (high - peak));
}

}  // namespace

TEST_CASE("a uniform factor goes from end to end in proportion to its share") {
    const Factor factor = range(Spread::uniform, -2, 6, 1);
    CHECK(factor.value_at(0) == -2);
    CHECK(factor.value_at(0.25) == 0);
    CHECK(factor.value_at(0.5) == 2);
    CHECK(factor.value_at(1) == 6);
    CHECK(factor.steps() == 0);
}

TEST_CASE("a triangular factor has as much of its shares below a value as a triangle's distribution says") {
    for (const double peak : {1.0, 1.5, 2.5, 4.0, 5.0}) {
        const Factor factor = range(Spread::triangular, 1, 5, peak);
        CHECK(factor.value_at(0) == 1);
        CHECK(factor.value_at(1) == 5);
        for (int i = 1; i < 200; ++i) {
            const double share = i / 200.0;
            CHECK(share_below(factor.value_at(share), 1, peak, 5) == Approx(share).epsilon(1e-12));
        }
    }
}

TEST_CASE("a triangular factor has the mean of its three corners") {
    const Factor factor = range(Spread::triangular, 0, 10, 2);
    double sum = 0;
    constexpr int places = 20'000;
    for (int i = 0; i < places; ++i) sum += factor.value_at((i + 0.5) / places);
    // Low, most likely and high, divided by 3; the midpoint rule errs by far less than the margin.
    CHECK(sum / places == Approx(4).margin(1e-4));
}

TEST_CASE("whole numbers are all as likely, the ends among them") {
    const Factor factor = range(Spread::whole_numbers, -1, 5, 0);
    CHECK(factor.steps() == 7);
    std::array<int, 7> counts{};
    for (int i = 0; i < 7'000; ++i) {
        const double value = factor.value_at((i + 0.5) / 7'000);
        REQUIRE(value == std::floor(value));
        ++counts[static_cast<std::size_t>(value + 1)];
    }
    for (const int count : counts) CHECK(count == 1'000);
    CHECK(factor.value_at(0) == -1);
    CHECK(factor.value_at(1) == 5);
}

TEST_CASE("evenly spaced levels, one for each whole number or listed value, meet every one of them once") {
    for (int count = 1; count <= 200; ++count) {
        std::vector<double> values;
        for (int i = 0; i < count; ++i) values.push_back(100 - i);
        const Factor whole = range(Spread::whole_numbers, 3, 2 + count, 3), listed = list(values, 100);
        std::set<double> met, met_of_list;
        for (int i = 0; i < count; ++i) {
            const double share = count == 1 ? 0.5 : static_cast<double>(i) / (count - 1);
            met.insert(whole.value_at(share));
            met_of_list.insert(listed.value_at(share));
        }
        CHECK(met.size() == static_cast<std::size_t>(count));
        CHECK(met_of_list.size() == static_cast<std::size_t>(count));
    }
}

TEST_CASE("listed values are all as likely, in the order in which they are listed") {
    const Factor factor = list({18, 12, 15}, 12);
    CHECK(factor.value_at(0) == 18);
    CHECK(factor.value_at(0.34) == 12);
    CHECK(factor.value_at(0.999) == 15);
    CHECK(factor.value_at(1) == 15);
    CHECK(factor.steps() == 3);
}

TEST_CASE("the share of the usual value gives exactly that value, to the last bit") {
    for (const double usual : {0.1, 0.3, 1.0 / 3, 0.66, 0.7 + 1e-16, 0.9}) {
        const Factor uniform = range(Spread::uniform, 0.1, 0.9, usual);
        CHECK(uniform.value_at(uniform.share_of_usual()) == usual);
        const Factor triangular = range(Spread::triangular, 0.1, 0.9, usual);
        CHECK(triangular.value_at(triangular.share_of_usual()) == usual);
    }
    for (int usual = -3; usual <= 11; ++usual) {
        const Factor whole = range(Spread::whole_numbers, -3, 11, usual);
        CHECK(whole.value_at(whole.share_of_usual()) == usual);
    }
    for (const double usual : {4.0, 8.0, 15.0, 16.0, 23.0, 42.0}) {
        const Factor listed = list({4, 8, 15, 16, 23, 42}, usual);
        CHECK(listed.value_at(listed.share_of_usual()) == usual);
    }
}

TEST_CASE("no share gives a value beyond the ends, also where the usual value lies outside") {
    for (const Spread spread : {Spread::uniform, Spread::triangular, Spread::whole_numbers}) {
        for (const double usual : {-50.0, 0.0, 3.0, 7.0, 50.0}) {
            const bool has_peak_outside = spread == Spread::triangular && (usual < 0 || usual > 7);
            if (has_peak_outside) continue;  // refused when it is read
            const Factor factor = range(spread, 0, 7, usual);
            for (int i = 0; i <= 100; ++i) {
                CHECK(factor.value_at(i / 100.0) >= 0);
                CHECK(factor.value_at(i / 100.0) <= 7);
            }
            const double share = factor.share_of_usual();
            CHECK(share >= 0);
            CHECK(share <= 1);
        }
    }
}

TEST_CASE("a range of no width, and a fixed factor, have one value at every share") {
    Factor fixed = list({0.8}, 0.8);
    fixed.spread = Spread::fixed;
    CHECK(fixed.is_fixed());
    CHECK(fixed.steps() == 1);
    for (const double share : {0.0, 0.3, 1.0}) {
        CHECK(fixed.value_at(share) == 0.8);
        for (const Spread spread : {Spread::uniform, Spread::triangular, Spread::whole_numbers})
            CHECK(range(spread, 4, 4, 4).value_at(share) == 4);
    }
    CHECK(range(Spread::uniform, 4, 4, 4).share_of_usual() == 0);
}

TEST_CASE("a factor is a setting, today and everywhere, or a decision, and no other key makes one") {
    Settings settings;
    settings.work_scale = 0.71;
    const Factor setting = factor_of("work_scale", settings);
    CHECK(setting.key == "work_scale");
    CHECK(setting.setting == &Settings::work_scale);
    CHECK(setting.usual == 0.71);
    CHECK(setting.dial == nullptr);
    const Factor decision = factor_of("posts.add", settings);
    CHECK(decision.setting == nullptr);
    REQUIRE(decision.dial != nullptr);
    CHECK(decision.dial->key == "posts.add");
    CHECK(decision.unit == decision.dial->value.unit);
    for (const char* key : {"", "work_scal", "posts", "WORK_SCALE", "caseload_limit"})
        CHECK(factor_of(key, settings).key.empty());
}

TEST_CASE("today's stocks may be factors too, though no alternative may set them") {
    const Factor stock = factor_of("in_post_fte", Settings{});
    CHECK(stock.setting == &Settings::in_post_fte);
}

TEST_CASE("a value is written as its word where it has one, else as its number") {
    const Factor kind = factor_of("caseload_limit.kind", Settings{});
    REQUIRE(kind.words.size() > 2);
    CHECK(written(kind, 0) == kind.words[0]);
    CHECK(written(kind, 2) == kind.words[2]);
    CHECK(written(factor_of("work_scale", Settings{}), 0.66) == "0.66");
}
