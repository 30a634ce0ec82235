// Every number of a policy does something somewhere within its range: none is read and then forgotten.
#include <algorithm>
#include <string>
#include <type_traits>
#include <vector>

#include "sim/scenario/levers.hpp"
#include "sim/text/fault.hpp"
#include "tests/catch.hpp"
#include "tests/scenarios/change.hpp"

using namespace headroom;

namespace {

// A lever with one of its numbers left open, and what a number acts only beside.
struct Open {
    std::string lever;
    std::string members;  // before the number, each with its comma
    std::string shocks;
    std::string beside;  // other levers
};

Open open_lever(std::string_view lever, std::string_view key) {
    Open open{std::string(lever), "", "", ""};
    if (key == "early_closure_progress_percent") open.members = "\"early_closure\": true, ";
    // Closing early answers a waiting list, which a limit makes.
    if (key.starts_with("early_closure"))
        open.beside = ", \"caseload_limit\": {\"kind\": \"hard\", \"children\": 8}";
    if (key == "managed_teams_allowed") {
        open.shocks = ", \"shocks\": [{\"kind\": \"managed_agency_team\", \"from_month\": 1}]";
    }
    return open;
}

Change with_number(const Open& open, std::string_view key, double value) {
    return {number_text(value), "\"policy\": {" + in_marks(open.lever) + ": {" + open.members +
                                    in_marks(key) + ": " + number_text(value) + "}" + open.beside + "}" +
                                    open.shocks};
}

// The default first, then numbers far from it, but never the end of the world.
std::vector<double> trial_values(double low, double high, double normal) {
    std::vector<double> values = {normal};
    for (const double value : {std::max(low, -40.0), std::clamp(10.0, low, high), std::min(high, 40.0)}) {
        if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
    }
    return values;
}

#ifdef HEADROOM_CHECKED
// Balancing the books after every event takes long: a checked build lives every number, and leaves it to the
// others to show that it does something.
constexpr int months_with_a_cohort = 2, months_of_a_limit = 2;
constexpr bool effects_show = false;
#else
// From April over the newly qualified's September and February, and some months for what follows from them.
constexpr int months_with_a_cohort = 15, months_of_a_limit = 6;
constexpr bool effects_show = true;
#endif

template <class Owner>
bool has_effect(const Open& open, const Field<Owner>& field, int months) {
    std::vector<Change> changes;
    for (const double value : trial_values(field.low, field.high, Owner{}.*field.value)) {
        changes.push_back(with_number(open, field.key, value));
    }
    const auto replications = lived(changes, months);
    bool acts = false;
    for (std::size_t i = 1; i < changes.size(); ++i) acts = acts || differ(replications, 0, i);
    return acts || !effects_show;
}

}  // namespace

TEST_CASE("every number of every lever moves a measure") {
    for_each_lever([&]<class Lever>(std::string_view lever, std::string_view, Lever Policy::*) {
        if constexpr (!std::is_same_v<Lever, CaseloadLimit>) {
            for (const Field<Lever>& field : Lever::fields()) {
                CAPTURE(lever, field.key);
                CHECK(has_effect(open_lever(lever, field.key), field, months_with_a_cohort));
            }
        }
    });
}

TEST_CASE("every number of every kind of limit moves a measure") {
    for_each_limit_rule([&]<class Rule>(std::type_identity<Rule>) {
        if constexpr (std::is_empty_v<Rule>) return;  // no limit has no numbers
        const Open open{"caseload_limit", "\"kind\": " + in_marks(Rule::name) + ", ", "", ""};
        for (const Field<Rule>& field : Rule::fields()) {
            CAPTURE(Rule::name, field.key);
            CHECK(has_effect(open, field, months_of_a_limit));
        }
    });
    const Open hard{"caseload_limit", "\"kind\": \"hard\", \"children\": 12, ", "", ""};
    for (const Field<CaseloadLimit>& field : CaseloadLimit::fields())
        CHECK(has_effect(hard, field, months_of_a_limit));
}
