// What a question calls "more" comes on top of what an authority has today.
#include <atomic>

#include "sim/futures/authority_futures.hpp"
#include "sim/scenario/dial.hpp"
#include "sim/scenario/reader.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

// From April to September, when most of the newly qualified start; the alternatives are 0, 5 and 10 more.
std::string question_for(const std::string& authority, const std::string& key) {
    return R"({"fitted": "one world", "authority": ")" + authority +
           R"(", "months": 6, "settling_months": 0, "alternatives": [{"name": "As now"}], "steps": {")" +
           key + R"(": [0, 5, 10]}})";
}

struct Sums {
    std::vector<double> starters, vacancies;
};

Sums sums_of(const std::string& text) {
    const Reading reading = read_question_text("more.json", text);
    REQUIRE(reading.is_good());
    AuthorityFutures futures(reading.scenario);
    Sums sums;
    const std::atomic<bool> stop = false;
    for (std::uint32_t number = 0; number < 2; ++number) {
        const auto future = futures.live(number, stop);
        REQUIRE(future);
        sums.starters.resize(future->series.size());
        sums.vacancies.resize(future->series.size());
        for (std::size_t place = 0; place < future->series.size(); ++place) {
            sums.starters[place] += future->series[place].over_run(Measure::starters);
            sums.vacancies[place] += future->series[place].at(Measure::vacancies, 5);
        }
    }
    return sums;
}

}  // namespace

TEST_CASE("ten more newly qualified workers a year are more starters and fewer vacancies than as now") {
    for (const std::string authority : {"typical", "Leeds"}) {
        const Sums sums = sums_of(question_for(authority, "recruitment.newly_qualified_more"));
        CAPTURE(authority);
        const std::size_t as_now = sums.starters.size() - 3, five = as_now + 1, ten = as_now + 2;
        CHECK(sums.starters[as_now] == sums.starters[0]);
        // 70 of 100 newly qualified of a year start in September, in each of the two futures, as far as posts
        // are vacant that they may take.
        CHECK(sums.starters[five] - sums.starters[as_now] > 2);
        CHECK(sums.starters[ten] >= sums.starters[five]);
        CHECK(sums.vacancies[five] < sums.vacancies[as_now]);
        CHECK(sums.vacancies[ten] <= sums.vacancies[five]);
    }
}

TEST_CASE("a small cohort in place of today's is fewer starters, and its entry says so") {
    const Sums sums = sums_of(question_for("Leeds", "recruitment.newly_qualified_per_cohort"));
    const std::size_t five = sums.starters.size() - 2;
    CHECK(sums.starters[five] < sums.starters.front());
    CHECK(find_dial("recruitment.newly_qualified_per_cohort")->meaning.find("in place of today's intake") !=
          std::string::npos);
}
