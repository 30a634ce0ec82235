// A made-up study for the tests: every number differs from every other, NaN and signed zero among them.
#pragma once

#include <cmath>
#include <filesystem>
#include <limits>

#include "sim/futures/study_results.hpp"

namespace headroom {

inline StudyResults example_study(int points = 3, int replications = 5, int months = 7, int teams = 2) {
    StudyResults study;
    for (int point = 0; point < points; ++point)
        study.point_names.push_back("Alternative " + std::to_string(point) + ", \u201cl\u00edmit\u201d");
    study.replications = replications;
    study.months = months;
    study.teams = teams;
    study.start = Date{2025, 4, 1};
    study.seed = 18446744073709551615u;
    study.question_text = "{ \"question\": \"What would a limit do?\" } // as given\n";
    study.question = "What would a limit do?";
    study.scenario_text = "{\"hours\": 1.5}";
    study.authority = "typical";
    study.created_by = "headroom compare question.json";
    study.headroom_version = "0.1.0";
    study.git_commit = "0123456789abcdef0123456789abcdef01234567";
    study.notes = {"Agency pay is an assumption.", "Absence fell back to the region."};
    double number = 0;
    for (int i = 0; i < points * replications; ++i) {
        Series series(months, teams);
        for (double& value : series.values()) value = std::sqrt(++number);
        series.make_ratios();
        series.values()[0] = -0.0;
        series.values()[1] = std::numeric_limits<double>::quiet_NaN();
        study.series.push_back(series);
    }
    return study;
}

// The same from a fit of three sets of settings, the third future with the first set again.
inline StudyResults example_with_members() {
    StudyResults study = example_study();
    study.fitted_sets = 2;
    study.members.keys = {"work_scale", "weeks_to_hire"};
    for (int i = 0; i < study.replications; ++i) {
        study.members.numbers.push_back(i % 2);
        study.members.values.push_back({i % 2 == 0 ? 0.1 + 0.2 : 1e-300, i % 2 == 0 ? -0.0 : 17});
    }
    return study;
}

// A folder of its own for a test, gone when the test ends.
class ScratchFolder {
public:
    ScratchFolder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "headroom-results-XXXXXX").string();
        path_ = mkdtemp(pattern.data());
    }
    ~ScratchFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    std::filesystem::path operator/(const char* name) const { return path_ / name; }
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace headroom
