// What a limit and the rules of practice forbid never happens, in any minute.
#include <functional>
#include <string>

#include "tests/catch.hpp"
#include "tests/invariants/ways.hpp"

namespace headroom {
namespace {

// Lives a future minute by minute and asks after each in which something happened; how many there were.
int ask_every_minute(Authority& authority, const Alternative& chosen,
                     const std::function<void(World&)>& ask) {
    authority.begin({&chosen.settings, chosen.policies, chosen.shocks});
    World& world = authority.world();
    int minutes = 0;
    while (!world.state.queue.empty() && world.state.queue.top().time() < world.end) {
        authority.run_to(world.state.queue.top().time() + 1);
        ask(world);
        ++minutes;
    }
    return minutes;
}

// A hard limit that is in force before the run and during it, and holds for every stage.
struct StrictLimit {
    std::string unit;
    double most, newly_qualified;

    std::string policy() const {
        return R"("caseload_limit": {"kind": "hard", "exempt": [], "unit": ")" + unit + R"(", "children": )" +
               std::to_string(most) + R"(, "newly_qualified": )" + std::to_string(newly_qualified) +
               R"(}, "retention": {"newly_qualified_protection_percent": 100})";
    }
    double most_of(const Worker& worker) const {
        const bool learner = worker.role == Role::newly_qualified && worker.protected_load;
        return (learner ? newly_qualified : most) * worker.fte;
    }
    // One family, however many children it has, may always be held.
    bool is_broken_by(const Worker& worker) const {
        const int held = unit == "families" ? worker.families : worker.children;
        return worker.families > 1 && held > most_of(worker);
    }
};

// Where nobody is ever given to a worker without room because of how long they have waited.
static Scenario whatever_the_wait(Scenario scenario) {
    scenario.settings.weeks_until_over_limit = 520;
    for (Alternative& alternative : scenario.alternatives) alternative.settings.weeks_until_over_limit = 520;
    return scenario;
}

TEST_CASE("whoever has waited half a year for room is given to a worker without, and counted") {
    const StrictLimit limit{"children", 6, 4};
    const Scenario scenario = small_authority({"\"policy\": {" + limit.policy() + "}"}, 24, limit.policy());
    Authority authority = authority_of(scenario);
    authority.settle(7, 0);
    Minutes longest = 0;
    const auto look = [&](World& world) {
        for (const Team& team : world.state.teams) {
            for (const std::uint32_t id : team.waiting)
                longest = std::max(longest, world.state.now - world.state.families[id].unallocated_since);
        }
    };
    const Series& future = watch(authority, scenario.alternatives[0], 4, look);
    CHECK(longest >= working_days(5 * scenario.settings.weeks_until_over_limit));
    // A few days more while its team's manager is away.
    CHECK(longest < working_days(5 * scenario.settings.weeks_until_over_limit + 20));
    CHECK(future.over_run(Measure::allocated_over_limit) > 0);
}

TEST_CASE("no worker ever holds more than a hard limit that spares no stage, unless it is one family") {
    for (const StrictLimit& limit : {StrictLimit{"children", 11, 7}, StrictLimit{"families", 7, 4}}) {
        const Scenario scenario =
            whatever_the_wait(small_authority({"\"policy\": {" + limit.policy() + "}"}, 18, limit.policy()));
        Authority authority = authority_of(scenario);
        for (const std::uint64_t seed : {7u, 8u, 9u}) {
            INFO("seed " << seed << ", " << limit.unit);
            authority.settle(seed, 0);
            int broken = 0, learners = 0, full = 0;
            const int minutes = ask_every_minute(authority, scenario.alternatives[0], [&](World& world) {
                for (const Worker& worker : world.state.workers) {
                    if (!worker.employed()) continue;
                    broken += limit.is_broken_by(worker);
                    learners += worker.role == Role::newly_qualified && worker.protected_load;
                    full += worker.families > 1 && worker.children + 2 > limit.most_of(worker);
                }
            });
            CHECK(broken == 0);
            CHECK(minutes > 10000);
            CHECK(learners > 0);
            CHECK(full > minutes);  // the limit is felt
        }
    }
}

TEST_CASE("a limit that comes later takes no family away, but none is given above it") {
    const StrictLimit limit{"children", 10, 6};
    const Scenario scenario =
        whatever_the_wait(small_authority({"\"policy\": {" + limit.policy() + "}"}, 12));
    Authority authority = authority_of(scenario);
    authority.settle(10, 0);
    std::vector<int> before;
    int given_above = 0, stood_above = 0;
    ask_every_minute(authority, scenario.alternatives[0], [&](World& world) {
        const std::vector<Worker>& workers = world.state.workers;
        for (std::size_t id = 0; id < std::min(before.size(), workers.size()); ++id) {
            const bool above = limit.is_broken_by(workers[id]);
            given_above += above && workers[id].children > before[id];
            stood_above += above;
        }
        before.assign(workers.size(), 0);
        for (std::size_t id = 0; id < workers.size(); ++id) before[id] = workers[id].children;
    });
    CHECK(given_above == 0);
    CHECK(stood_above > 0);
}

TEST_CASE("no newly qualified worker holds protection or court work in any minute of any future") {
    const std::vector<std::string> ways = {
        "", R"("policy": {"practice": {"patch_teams": 1, "section_20_percent": 0}})",
        R"("policy": {"caseload_limit": {"kind": "hard", "children": 9},
                      "recruitment": {"newly_qualified_per_cohort": 6, "attractiveness_percent": 0}})"};
    const Scenario scenario = small_authority(ways, 18);
    Authority authority = authority_of(scenario);
    long long held = 0;
    for (const std::uint64_t seed : {11u, 12u, 13u, 20u, 21u}) {
        authority.settle(seed, 0);
        for (const Alternative& chosen : scenario.alternatives) {
            INFO("seed " << seed << ", way " << chosen.name);
            int alone = 0;
            ask_every_minute(authority, chosen, [&](World& world) {
                for (std::size_t id = 0; id < world.state.workers.size(); ++id) {
                    if (world.state.workers[id].role != Role::newly_qualified) continue;
                    for (const std::uint32_t row : world.state.held[id]) {
                        const Family& family = world.state.families[row];
                        alone += family.stage == Stage::child_protection || family.is(in_court);
                        ++held;
                    }
                }
            });
            CHECK(alone == 0);
        }
    }
    CHECK(held > 1000);
}

}  // namespace
}  // namespace headroom
