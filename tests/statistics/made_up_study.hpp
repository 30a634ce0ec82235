// A made-up comparison with believable numbers, for the tests of statistics, charts and report: tighter
// limits make more children wait and fewer workers stretched. Nothing in it comes from the model.
#pragma once

#include <algorithm>
#include <cmath>

#include "sim/futures/study_results.hpp"

namespace headroom {

// Evenly spread numbers between 0 and 1, the same on every machine (Park and Miller, 1988).
class MadeUpChance {
public:
    explicit MadeUpChance(std::uint64_t seed) : state_(seed * 7919 + 12345) {}
    double between(double low, double high) {
        state_ = state_ * 48271 % 2147483647;
        return low + (high - low) * static_cast<double>(state_) / 2147483647;
    }

private:
    std::uint64_t state_;
};

// How hard the limit of an alternative bites, 0 not at all.
inline void make_up_month(Series& series, int month, double tightness, MadeUpChance& chance) {
    const double ramp = 1 - std::exp(-month / 6.0);
    tightness *= chance.between(0.6, 1.4);
    const double planned = 9000 + 600 * std::sin(month / 2.0) + chance.between(-500, 500);
    const double waiting =
        planned * std::max(0.0, 0.01 + 0.09 * tightness * ramp + chance.between(-0.01, 0.02));
    const double stretched =
        planned * std::max(0.0, 0.14 - 0.11 * tightness * ramp + chance.between(-0.02, 0.02));
    const double turned_away = planned * 0.02 * chance.between(0.5, 1.5);
    const auto set = [&](Measure measure, double value) { series.at(measure, month) = value; };
    set(Measure::planned_hours, planned);
    set(Measure::unmet_hours_waiting, waiting);
    set(Measure::unmet_hours_stretched, stretched);
    set(Measure::unmet_hours_turned_away, turned_away);
    set(Measure::unmet_hours, waiting + stretched + turned_away);
    set(Measure::children_unallocated, 20 + 180 * tightness * ramp + chance.between(-15, 15));
    set(Measure::visits_due, 2000);
    set(Measure::visits_on_time, 1500 + 250 * tightness * ramp + chance.between(-40, 40));
    set(Measure::assessments_completed, 270);
    set(Measure::assessments_within_45, 225 + 20 * tightness * ramp + chance.between(-6, 6));
    set(Measure::referrals, 270);
    set(Measure::rereferrals_within_12_months, 60 + chance.between(-8, 8));
    set(Measure::caseload_mean, 18.5 - 4 * tightness * ramp + chance.between(-0.5, 0.5));
    set(Measure::caseload_case_weighted, 22 - 6 * tightness * ramp + chance.between(-0.7, 0.7));
    set(Measure::vacancy_percent, 14 - 2 * tightness * ramp + chance.between(-1, 1));
    set(Measure::agency_percent, 13 + chance.between(-1, 1));
    set(Measure::in_post, 186);
    set(Measure::leavers, 1.8 + chance.between(-0.8, 0.8));
    set(Measure::contracted_days, 3900);
    set(Measure::sick_days, 136 + chance.between(-10, 10));
    set(Measure::strain, 1.05 - 0.12 * tightness * ramp + chance.between(-0.03, 0.03));
    set(Measure::cost, 1.15e6 + chance.between(-3e4, 3e4));
}

inline Series make_up_future(int months, double tightness, std::uint64_t seed) {
    Series series(months, 2);
    const double luck = MadeUpChance(seed).between(-0.15, 0.15);  // the same for every alternative
    MadeUpChance chance(seed * 31 + static_cast<std::uint64_t>(100 * tightness));
    for (int month = 0; month < months; ++month)
        make_up_month(series, month, std::max(0.0, tightness + luck), chance);
    series.at(Measure::wait_days_p90) = std::floor(5 + 60 * tightness + chance.between(0, 8));
    series.make_ratios();
    return series;
}

inline StudyResults made_up_study(int replications = 100, int months = 36) {
    StudyResults study;
    study.point_names = {"As now", "Limit 18, newly qualified 12", "Limit 15", "Limit 18 and ten more posts"};
    study.replications = replications;
    study.months = months;
    study.teams = 2;
    study.question = "What would a caseload limit of 18 do to waiting children in our authority?";
    study.question_text = "{\n  \"question\": \"" + study.question + "\"\n}\n";
    study.scenario_text = "{\"weeks_to_hire\": 17}";
    study.authority = "typical";
    study.created_by = "headroom compare scenarios/questions/caseload-limit.json";
    study.headroom_version = "0.1.0";
    study.git_commit = "0123456789abcdef0123456789abcdef01234567";
    study.notes = {"Hours per visit are an assumption.", "Sickness absence: the region's figure, 2024."};
    for (const double tightness : {0.0, 0.5, 1.0, 0.3}) {
        for (int i = 0; i < replications; ++i)
            study.series.push_back(make_up_future(months, tightness, static_cast<std::uint64_t>(i)));
    }
    return study;
}

// Makes every future of the study use a set of settings of its own, in which this setting has that value.
inline void give_members(StudyResults& study, const std::string& key, const std::vector<double>& by_future) {
    study.fitted_sets = study.replications;
    study.members.keys.push_back(key);
    study.members.values.resize(by_future.size());
    study.members.numbers.resize(by_future.size());
    for (std::size_t i = 0; i < by_future.size(); ++i) {
        study.members.numbers[i] = static_cast<int>(i);
        study.members.values[i].push_back(by_future[i]);
    }
}

// Need left unmet of every 100 planned, by alternative and future, and nothing else.
inline StudyResults study_of_unmet(const std::vector<std::vector<double>>& unmet) {
    StudyResults study = made_up_study(1, 1);
    study.point_names.resize(unmet.size());
    study.replications = static_cast<int>(unmet[0].size());
    study.series.clear();
    for (const std::vector<double>& point : unmet) {
        for (const double hours : point) {
            Series future(1, 0);
            future.at(Measure::planned_hours, 0) = 100;
            future.at(Measure::unmet_hours, 0) = future.at(Measure::unmet_hours_waiting, 0) = hours;
            future.make_ratios();
            study.series.push_back(future);
        }
    }
    study.teams = 0;
    return study;
}

}  // namespace headroom
