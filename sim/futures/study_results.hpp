// All that a comparison or study found, as it stands in a results file. Nothing here depends on when, where
// or on how many threads it was computed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/authority/event_log.hpp"
#include "sim/engine/date.hpp"
#include "sim/measures/series.hpp"
#include "sim/places/fit_figure.hpp"

namespace headroom {

// A future that could not be computed, and how to run it again.
struct Failure {
    int point = 0;
    int replication = 0;
    std::uint64_t seed = 0;
    std::string reason;

    friend bool operator==(const Failure&, const Failure&) = default;
};

// What each future took a fitted place to be. A fit has many sets of settings, its members, and every future
// uses one of them. Future r by itself is the question with the settings of the file's `scenario`, those of
// row r put in their place, today and under every alternative that does not set them itself.
struct MembersUsed {
    std::vector<std::string> keys;            // of the settings in which the members differ
    std::vector<int> numbers;                 // by replication: the member it used, from 0
    std::vector<std::vector<double>> values;  // by replication, then key

    friend bool operator==(const MembersUsed&, const MembersUsed&) = default;
};

// Where every point of a study stands in one factor. A word stands as its place in `words`; NaN at a point to
// which the factor does not apply (a lever at a policy that was written out).
struct FactorColumn {
    std::string key;                 // "work_scale", "posts.add"
    std::string meaning;             // as `headroom explain` says it
    std::string unit;                // "" for a word
    std::vector<std::string> words;  // of a factor that is a choice; empty for a number
    bool is_lever = false;           // decided by the authority; otherwise an uncertainty about the world
    double low = 0, high = 0;        // the ends of its range in the design
    std::vector<double> values;      // by point

    friend bool operator==(const FactorColumn&, const FactorColumn&) = default;
};

// How the points of a study came about: worlds (points of a design over uncertainties), and in each of them
// every policy, so that a policy can be judged over all worlds. Point number = world * policies + policy.
struct StudyDesign {
    std::string kind;  // "saltelli", "morris", ... as in a study file; empty: a comparison, of one world
    int worlds = 1;
    int base = 0;               // of a Saltelli design: rows of A; of Morris: trajectories; 0 otherwise
    bool second_order = false;  // of a Saltelli design: whether it has the rows BA
    std::vector<FactorColumn> factors;
    std::vector<std::string> policy_names;
    // The factors that the design over worlds moves, as places in `factors`, in the order of its columns.
    std::vector<int> moved;

    int policies() const { return static_cast<int>(policy_names.size()); }
    int point(int world, int policy) const { return world * policies() + policy; }

    friend bool operator==(const StudyDesign&, const StudyDesign&) = default;
};

// Every future of every alternative (or design point) of one question, with what it was made from.
struct StudyResults {
    std::vector<std::string> point_names;
    int replications = 0;
    int months = 0;
    int period_months = 1;  // months that each value of a series stands for: 1, 3, 12, or 0 for the whole run
    int left_out_months = 0;  // before `start`, so that the rest shows where things settle; in no file
    int teams = 0;
    Date start{2025, 4, 1};
    std::uint64_t seed = 1;
    std::string question_text;           // the input as given
    std::string question;                // its sentence
    std::string scenario_text;           // every resolved setting, as JSON
    std::string authority;               // name as published, "typical" or "teaching team"
    int fitted_sets = 0;                 // of settings, that the authority was fitted with; 0: not fitted
    std::vector<FitFigure> fit_figures;  // of a fitted authority: published beside fitted
    std::vector<std::string>
        contradictions;      // sentences: of figures of one's own that cannot be true at once
    std::string created_by;  // the command
    std::string headroom_version;
    std::string git_commit;
    StudyDesign design;              // of a study; of a comparison, one world and no factors
    std::vector<std::string> notes;  // sentences: what was assumed, which published figures fell back
    bool events_only = false;        // the alternatives differ by what happens, not by what is decided
    std::vector<Series> series;      // point-major: point x replication; of a failed future, any
    std::vector<Failure> failures;
    MembersUsed members;          // of a fitted place; of a study, all but its factors
    std::optional<EventLog> log;  // of a single future that was written down

    // How many values a monthly measure has.
    int periods() const { return period_months == 0 ? 1 : (months + period_months - 1) / period_months; }
    int points() const { return static_cast<int>(point_names.size()); }
    std::size_t index_of(int point, int replication) const {
        return static_cast<std::size_t>(point) * static_cast<std::size_t>(replications) +
               static_cast<std::size_t>(replication);
    }
    const Series& at(int point, int replication) const { return series[index_of(point, replication)]; }
    bool has_failed(int point, int replication) const {
        for (const Failure& failure : failures) {
            if (failure.point == point && failure.replication == replication) return true;
        }
        return false;
    }
};

}  // namespace headroom
