// Under which conditions a policy fails a stated test: boxes and a tree, with how they do in unseen worlds.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/discovery/prim.hpp"
#include "analysis/discovery/tree.hpp"
#include "analysis/words/csv.hpp"

namespace headroom {

// What is asked of a study.
struct DiscoveryQuestion {
    FailTest test;
    LookedAt looked_at;
    std::optional<double> share_of_futures = {};  // see cases_of
    PrimChoice prim = {};
    int most_boxes = 3;
};

// A box, in the worlds that made it and in worlds that did not.
struct FoundBox {
    BoxSearch search;
    Box box;
    Counted counted;              // among the worlds that no earlier box holds
    double coverage = 0;          // of all failing worlds
    std::vector<double> quasi_p;  // by factor; 1 where its limit asks nothing
    std::vector<int> refits;      // by factor, in how many refits it was limited
    Counted unseen;               // worlds inside boxes that were found without them
    double unseen_coverage = 0;   // of all failing worlds
    double share_elsewhere = 0;   // failing among all worlds that no earlier box holds
    // Whether it fails surely more often in unseen worlds of the box than in all worlds looked at.
    bool is_sure() const { return unseen.density_within().low > share_elsewhere; }
};

// How many times everything is found again, each time without one part of the worlds.
constexpr int refits = 5;

// Below so many worlds (base rows, trajectories), or so many that fail or that do not, nothing is looked for.
constexpr int fewest_groups = 20;
constexpr int fewest_failing = 5;

// All that was found. Boxes come after each other, each among the worlds that those before do not hold, until
// one is not sure; that one is kept as `doubtful`, to be told as what it is.
struct Discovery {
    DiscoveryQuestion question;
    Cases cases;
    std::vector<FoundBox> boxes;
    std::optional<FoundBox> doubtful;
    TestedTree tree;

    // Why nothing was looked for; nothing where it was.
    std::string why_nothing() const;
};

Discovery discover(const StudyTable& table, const DiscoveryQuestion& question);
Discovery discover(Cases cases, const DiscoveryQuestion& question);

// For people, at most `width` letters wide; for programs, one object; and one line for each limit.
std::string discovery_text(const StudyTable& table, const Discovery& discovery, std::size_t width);
std::string discovery_json(const StudyTable& table, const Discovery& discovery);
std::string discovery_csv(const StudyTable& table, const Discovery& discovery);

}  // namespace headroom
