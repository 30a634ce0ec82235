// Under two policies the same families come at the same time with the same needs.
#include <map>
#include <tuple>

#include "tests/catch.hpp"
#include "tests/invariants/ways.hpp"

namespace headroom {
namespace {

// What a family brings with it at its first referral.
using Brought = std::tuple<int, Severity, Minutes>;
// Which of a family's plans.
using PlanOf = std::tuple<std::uint32_t, Stage, int>;

struct Seen {
    std::map<std::uint32_t, Brought> families;  // by entity
    std::map<PlanOf, float> needs;
    std::uint32_t came = 0;

    void look(const State& state) {
        came = state.next_entity;
        for (const Family& family : state.families) {
            if (family.place == Place::nowhere) continue;
            if (family.episode == 0 && family.referred_at > 0)
                families[family.entity] = {family.children, family.severity, family.referred_at};
            if (family.need > 0) needs[{family.entity, family.stage, family.plan}] = family.need;
        }
    }
};

template <class Key, class Value>
void check_same_where_both(const std::map<Key, Value>& one, const std::map<Key, Value>& other,
                           std::size_t at_least) {
    std::size_t both = 0, different = 0;
    for (const auto& [key, value] : one) {
        const auto found = other.find(key);
        if (found == other.end()) continue;
        ++both;
        different += found->second != value;
    }
    CHECK(different == 0);
    CHECK(both >= at_least);
}

TEST_CASE("whatever is decided, the same families come with the same needs") {
    const Scenario scenario = small_authority(
        {"", R"("policy": {"caseload_limit": {"kind": "hard", "children": 8}})",
         R"("policy": {"posts": {"add": 6}, "practice": {"patch_teams": 1, "early_closure": 1}})",
         R"("policy": {"practice": {"raised_threshold_percent": 60}, "recruitment": {"freeze": 1}})",
         R"("shocks": [{"kind": "reorganisation", "from_month": 2, "size": 100}])"},
        24);
    Authority authority = authority_of(scenario);
    for (const std::uint64_t seed : {18u, 19u}) {
        authority.settle(seed, 0);
        std::vector<Seen> seen(scenario.alternatives.size());
        for (std::size_t i = 0; i < seen.size(); ++i) {
            watch(authority, scenario.alternatives[i], 12, [&](World& world) { seen[i].look(world.state); });
        }
        for (std::size_t i = 1; i < seen.size(); ++i) {
            INFO("seed " << seed << ", alternative " << i);
            CHECK(seen[i].came == seen[0].came);
            check_same_where_both(seen[0].families, seen[i].families, seen[0].families.size() * 9 / 10);
            check_same_where_both(seen[0].needs, seen[i].needs, 40);
        }
    }
}

}  // namespace
}  // namespace headroom
