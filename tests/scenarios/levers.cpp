// Every word a policy or a shock may use does something: it runs, the books balance, and a measure moves.
#include <algorithm>
#include <type_traits>
#include <variant>

#include "sim/policy/policy.hpp"
#include "tests/catch.hpp"
#include "tests/scenarios/change.hpp"

using namespace headroom;

namespace {

// Every change after the first must differ from the first.
void check_all_differ_from_first(const std::vector<Change>& changes, int months = 6) {
    const auto replications = lived(changes, months);
    for (std::size_t i = 1; i < changes.size(); ++i) {
        CAPTURE(changes[i].name);
        CHECK(differ(replications, 0, i));
    }
}

// Every limit kind, made from its type so that a new one is covered by itself.
template <std::size_t... Kinds>
std::vector<Change> limit_kinds(std::index_sequence<Kinds...>) {
    std::vector<Change> changes = {{"nothing done", ""}};
    const auto add = [&]<class Rule>(std::type_identity<Rule>) {
        if (std::is_same_v<Rule, NoLimit>) return;
        changes.push_back({std::string(Rule::name),
                           "\"policy\": {\"caseload_limit\": {\"kind\": " + in_marks(Rule::name) + "}}"});
    };
    (add(std::type_identity<std::variant_alternative_t<Kinds, LimitRule>>{}), ...);
    return changes;
}

// The strongest form of a shock, so that a few months and two futures show it.
Change strongest(const ShockRow& row) {
    const std::string_view word = shock_words[static_cast<std::size_t>(row.kind)];
    const double size = row.most > 0 ? std::min(row.most, 5 * row.size + 5) : row.least;
    return {std::string(word), "\"shocks\": [{\"kind\": " + in_marks(word) +
                                   ", \"from_month\": 1, \"size\": " +
                                   std::to_string(std::clamp(size, row.least, row.most)) + "}]"};
}

}  // namespace

TEST_CASE("every kind of limit runs, balances its books and moves a measure") {
    check_all_differ_from_first(limit_kinds(std::make_index_sequence<std::variant_size_v<LimitRule>>()));
}

TEST_CASE("a limit of no kind is the same as doing nothing, to the last bit") {
    const auto replications =
        lived({{"nothing", ""}, {"none", "\"policy\": {\"caseload_limit\": {\"kind\": \"none\"}}"}}, 6);
    CHECK_FALSE(differ(replications, 0, 1));
}

TEST_CASE("every place the overflow may go makes a difference, to doing nothing and to a waiting list") {
    std::vector<Change> changes = {{"nothing done", ""}};
    for (const std::string_view word : overflow_words) {
        changes.push_back(
            {std::string(word),
             "\"policy\": {\"caseload_limit\": {\"kind\": \"hard\", \"children\": 11, \"overflow\": " +
                 in_marks(word) + "}}"});
    }
    const auto replications = lived(changes, 9);
    for (std::size_t i = 1; i < changes.size(); ++i) {
        CAPTURE(changes[i].name);
        CHECK(differ(replications, 0, i));
        for (std::size_t other = 1; other < i; ++other) {
            CAPTURE(changes[other].name);
            CHECK(differ(replications, other, i));
        }
    }
}

TEST_CASE("counting families differs from counting children") {
    std::vector<Change> changes;
    for (const std::string_view word : counted_unit_words) {
        changes.push_back(
            {std::string(word),
             "\"policy\": {\"caseload_limit\": {\"kind\": \"hard\", \"children\": 12, \"unit\": " +
                 in_marks(word) + "}}"});
    }
    check_all_differ_from_first(changes);
}

TEST_CASE("every way of choosing a worker differs from every other") {
    std::vector<Change> changes;
    for (const std::string_view word : allocation_choice_words) {
        changes.push_back(
            {std::string(word), "\"policy\": {\"allocation\": {\"choice\": " + in_marks(word) + "}}"});
    }
    const auto replications = lived(changes, 6);
    for (std::size_t i = 0; i < changes.size(); ++i) {
        for (std::size_t other = 0; other < i; ++other) {
            CAPTURE(changes[i].name, changes[other].name);
            CHECK(differ(replications, i, other));
        }
    }
}

TEST_CASE("every kind of shock runs, balances its books and moves a measure") {
    std::vector<Change> changes = {{"nothing happens", ""}};
    for (const ShockRow& row : shock_rows()) changes.push_back(strongest(row));
    CHECK(shock_rows().size() == shock_words.size());
    check_all_differ_from_first(changes, 12);
}

TEST_CASE("a dated change does nothing before its month, and something after") {
    const std::vector<Change> changes = {
        {"nothing done", ""},
        {"limit from month 4",
         "\"policy\": {\"from_month\": 4, \"caseload_limit\": {\"kind\": \"hard\", \"children\": 10}}"},
        {"limit from month 4, none from month 6",
         "\"policy\": [{\"from_month\": 4, \"caseload_limit\": {\"kind\": \"hard\", \"children\": 10}}, "
         "{\"from_month\": 6, \"caseload_limit\": {\"kind\": \"none\"}}]"}};
    for (const Replication& replication : lived(changes, 9)) {
        for (int month = 0; month < 9; ++month) {
            CAPTURE(month);
            const auto allocations = [&](std::size_t i) {
                return replication.series[i].at(Measure::allocations, month);
            };
            if (month < 4) CHECK(allocations(1) == allocations(0));
            if (month < 6) CHECK(allocations(2) == allocations(1));
        }
    }
    const auto replications = lived(changes, 9);
    CHECK(differ(replications, 0, 1));
    CHECK(differ(replications, 1, 2));
}
