// The same future is the same to the last bit, and a decision changes nothing before it is taken.
#include <cstring>
#include <string>

#include "tests/catch.hpp"
#include "tests/invariants/ways.hpp"

namespace headroom {
namespace {

bool are_same(std::span<const double> one, std::span<const double> other) {
    return one.size() == other.size() && std::memcmp(one.data(), other.data(), one.size_bytes()) == 0;
}

Branch branch_of(const Alternative& chosen) {
    return {&chosen.settings, chosen.policies, chosen.shocks};
}

// Work is credited to the month it was due in, which may be one before it was done.
bool is_credited_when_due(std::string_view name) {
    for (const std::string_view start : {"planned_hours", "unmet_", "visits_", "reviews_"}) {
        if (name.starts_with(start)) return true;
    }
    return false;
}

// What the authority is at this moment, in numbers that any difference would move.
std::vector<double> fingerprint(const World& world) {
    const State& state = world.state;
    std::vector<double> numbers(world.series.values().begin(), world.series.values().end());
    numbers.push_back(state.next_entity);
    numbers.push_back(static_cast<double>(state.books.released));
    numbers.push_back(static_cast<double>(state.books.delivered));
    for (const Family& family : state.families) {
        for (const double number :
             {double(family.entity), double(family.stage), double(family.place), double(family.worker),
              double(family.progress), double(family.last_touched), double(family.main_timer),
              double(family.flags)}) {
            numbers.push_back(number);
        }
    }
    for (const Worker& worker : state.workers) {
        for (const double number :
             {double(worker.entity), double(worker.strain), double(worker.task), double(worker.children),
              double(worker.finish_at), double(worker.presence), double(worker.owed)}) {
            numbers.push_back(number);
        }
    }
    return numbers;
}

TEST_CASE(
    "every way lived twice is the same to the last bit, and so is one beside it that decides the same") {
    std::vector<std::string> ways = every_way();
    const std::size_t count = ways.size();
    for (std::size_t i = 0; i < count; ++i) ways.push_back(ways[i]);
    const Scenario scenario = small_authority(ways, 10);
    Authority authority = authority_of(scenario), another = authority_of(scenario);
    authority.settle(14, 2);
    another.settle(15, 3);  // something else lived before
    another.settle(14, 2);
    for (std::size_t i = 0; i < count; ++i) {
        INFO(ways[i]);
        const Series first = authority.run(branch_of(scenario.alternatives[i]));
        const Series beside = another.run(branch_of(scenario.alternatives[count + i]));
        CHECK(are_same(first.values(), beside.values()));
        if (i % 4 == 0) {
            CHECK(are_same(first.values(), authority.run(branch_of(scenario.alternatives[i])).values()));
        }
    }
    another.settle(16, 2);
    CHECK_FALSE(are_same(authority.run(branch_of(scenario.alternatives[0])).values(),
                         another.run(branch_of(scenario.alternatives[0])).values()));
}

// Every way that is a policy from the start, decided for a month instead.
std::vector<std::string> every_policy_from(int month) {
    std::vector<std::string> dated = {""};
    const std::string group = "\"policy\": {";
    for (const std::string& way : every_way()) {
        if (!way.starts_with(group) || way.find("from_month") != way.npos) continue;
        dated.push_back(group + "\"from_month\": " + std::to_string(month) + ", " + way.substr(group.size()));
    }
    return dated;
}

TEST_CASE("a policy decided for month 12 leaves months 0 to 11 untouched, to the last bit") {
    constexpr int month = 12;
    const std::vector<std::string> ways = every_policy_from(month);
    const Scenario scenario = small_authority(ways, 18);
    Authority authority = authority_of(scenario);
    authority.settle(17, 0);
    const Minutes decided = authority.world().calendar.month_start(month) * minutes_per_working_day;
    std::vector<double> as_now;
    Series whole_as_now;
    int different_after = 0;
    for (std::size_t i = 0; i < ways.size(); ++i) {
        INFO(ways[i]);
        authority.begin(branch_of(scenario.alternatives[i]));
        authority.run_to(decided);
        const std::vector<double> until = fingerprint(authority.world());
        const Series& whole = authority.finish();
        if (i == 0) {
            as_now = until;
            whole_as_now = whole;
            continue;
        }
        CHECK(are_same(until, as_now));
        for (const MeasureRow& row : measure_rows()) {
            const bool monthly = row.kind == MeasureKind::monthly || row.kind == MeasureKind::ratio;
            if (!monthly || is_credited_when_due(row.name)) continue;
            INFO(row.name);
            CHECK(are_same(whole.of(row.measure).first(month), whole_as_now.of(row.measure).first(month)));
        }
        different_after += !are_same(whole.values(), whole_as_now.values());
    }
    CHECK(different_after >= static_cast<int>(ways.size()) - 6);  // a limit of no kind changes nothing
}

}  // namespace
}  // namespace headroom
