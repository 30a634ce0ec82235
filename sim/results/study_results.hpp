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

namespace headroom {

// A future that could not be computed, and how to run it again.
struct Failure {
    int point = 0;
    int replication = 0;
    std::uint64_t seed = 0;
    std::string reason;

    friend bool operator==(const Failure&, const Failure&) = default;
};

// An assumption moved to one end of what its evidence leaves open, and the need then left unmet in the first
// futures: hours per 100 planned over the run, future by future and within it by point; NaN where one failed.
struct MovedAssumption {
    std::string key;
    double used = 0;  // in the comparison
    double value = 0;
    std::vector<double> unmet_per_100;
};

// Every future of every alternative (or design point) of one question, with what it was made from.
struct StudyResults {
    std::vector<std::string> point_names;
    int replications = 0;
    int months = 0;
    int left_out_months = 0;  // before `start`, so that the rest shows where things settle; in no file
    int teams = 0;
    Date start{2025, 4, 1};
    std::uint64_t seed = 1;
    std::string question_text;  // the input as given
    std::string question;       // its sentence
    std::string scenario_text;  // every resolved setting, as JSON
    std::string authority;      // name as published, or "typical"
    std::string created_by;     // the command
    std::string headroom_version;
    std::string git_commit;
    std::vector<std::string> notes;  // sentences: what was assumed, which published figures fell back
    bool events_only = false;        // the alternatives differ by what happens, not by what is decided
    std::vector<Series> series;      // point-major: point x replication; of a failed future, any
    std::vector<Failure> failures;
    std::vector<MovedAssumption> moved;  // two for each assumption tried, its low end first
    std::optional<EventLog> log;         // of a single future that was written down

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
