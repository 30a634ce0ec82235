// Every question that comes with the program is answered: each alternative lives, and differs from the first.
#include <algorithm>
#include <atomic>
#include <filesystem>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "sim/scenario/reader.hpp"
#include "sim/study/study.hpp"
#include "tests/catch.hpp"
#include "tests/scenarios/change.hpp"

using namespace headroom;
namespace files = std::filesystem;

namespace {

std::vector<std::string> shipped_questions() {
    std::vector<std::string> paths;
    for (const auto& entry : files::directory_iterator(HEADROOM_SOURCE_DIR "/scenarios/questions")) {
        if (entry.path().extension() == ".json") paths.push_back(entry.path().string());
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

#ifdef HEADROOM_CHECKED
// Balancing the books after every event takes long: a checked build lives two months of each.
constexpr int most_months = 2;
#else
constexpr int most_months = 36;
#endif

// A limit that hardly any worker ever comes near.
bool may_bind_nobody(const Alternative& alternative) {
    const HardLimit* limit = std::get_if<HardLimit>(&alternative.policies.front().policy.caseload_limit.rule);
    return limit != nullptr && limit->children >= 30;
}

}  // namespace

TEST_CASE("every question that comes with the program is answered, and no alternative is like the first") {
    const std::vector<std::string> paths = shipped_questions();
    CHECK(paths.size() >= 16);
    for (const std::string& path : paths) {
        CAPTURE(path);
        Scenario scenario = read_question(path).scenario;
        scenario.months = std::min(scenario.months, most_months);
        scenario.settling_months = 3;
        scenario.replications = 1;
        std::atomic<bool> stop = false;
        StudyOptions options;
        options.replications = 1;
        const StudyOutcome outcome = run_study(scenario, options, stop);
        CHECK(outcome.broken().empty());
        for (std::size_t i = 1; i < scenario.alternatives.size(); ++i) {
            CAPTURE(scenario.alternatives[i].name);
            const bool differs = differ(outcome.replications, 0, i);
            CHECK((differs || most_months < 36 || may_bind_nobody(scenario.alternatives[i])));
        }
    }
}

TEST_CASE("every question opens with its background, asks one thing, and its alternatives fit a table") {
    for (const std::string& path : shipped_questions()) {
        CAPTURE(path);
        const Scenario scenario = read_question(path).scenario;
        CHECK(scenario.question.size() <= 150);
        CHECK(scenario.text.find('{') > 300);  // letters of background before the question itself
        std::set<std::string> names;
        for (const Alternative& alternative : scenario.alternatives) {
            CHECK(alternative.name.size() <= 50);
            CHECK(names.insert(alternative.name).second);
        }
    }
}

TEST_CASE(
    "in every question that comes with the program the hours by stage and by severity come to all of them") {
    const auto sum = [](const Series& series, Measure first, int count) {
        double hours = 0;
        for (int i = 0; i < count; ++i)
            hours += series.over_run(static_cast<Measure>(static_cast<int>(first) + i));
        return hours;
    };
    int turned_away = 0;
    for (const std::string& path : shipped_questions()) {
        CAPTURE(path);
        Choices choices;
        choices.authority = "teaching team";
        Scenario scenario = read_question(path, choices).scenario;
        scenario.months = 3;
        scenario.settling_months = 1;
        scenario.replications = 1;
        std::atomic<bool> stop = false;
        StudyOptions options;
        options.replications = 1;
        const StudyOutcome outcome = run_study(scenario, options, stop);
        for (const Series& series : outcome.replications.at(0).series) {
            const double unmet = series.over_run(Measure::unmet_hours);
            const double planned = series.over_run(Measure::planned_hours);
            turned_away += series.over_run(Measure::unmet_hours_turned_away) > 0;
            CHECK(sum(series, Measure::unmet_hours_assessment, 5) == Approx(unmet).margin(1e-6));
            CHECK(sum(series, Measure::unmet_hours_low, 4) == Approx(unmet).margin(1e-6));
            CHECK(sum(series, Measure::planned_hours_assessment, 5) == Approx(planned).margin(1e-6));
        }
    }
    CHECK(turned_away > 0);
}
