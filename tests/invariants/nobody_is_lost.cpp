// Every open family has something to come, and every open task is in the hands of somebody who will do it.
#include <set>
#include <string>

#include "tests/catch.hpp"
#include "tests/invariants/ways.hpp"

namespace headroom {
namespace {

// All entries of all diaries and desks, as the worker who opens them will read them.
std::set<std::uint64_t> entries_of(const State& state) {
    std::set<std::uint64_t> entries;
    const auto read = [&](Diary diary) {
        for (; !diary.empty(); diary.pop()) entries.insert(diary.top());
    };
    for (const Diary& diary : state.diaries) read(diary);
    for (const Team& team : state.teams) read(team.desk);
    return entries;
}

// The rank a diary gives a task now; an entry of another rank is passed over.
std::uint64_t entry_now(const World& world, std::uint32_t id, Work work) {
    const Family& family = world.state.families[id];
    const Minutes urgency = world.rules->work.of(family.stage, work).urgency +
                            static_cast<Minutes>(family.severity) * working_days(0.5);
    return Diary::key_of(oldest_due(world, id, work) - urgency, task_of(id, work));
}

// Whether what the family waits for is under way or has a time to come.
bool has_future(World& world, std::uint32_t id) {
    const Family& family = world.state.families[id];
    const auto comes = [&](Minutes time) { return time != never && time >= world.state.now; };
    const auto is_open = [&](Work work) { return world.lane(id, work).open > 0; };
    const bool assessment_goes_on =
        is_open(Work::main) || is_open(Work::sign_off) || comes(family.main_timer);
    if (family.is(closing)) return is_open(Work::main);
    if (family.is(reassessing) && !assessment_goes_on) return false;
    if (family.is(enquiry_open) && !is_open(Work::enquiry) && !comes(family.enquiry_timer)) return false;
    if (family.is(in_court) && !comes(family.enquiry_timer)) return false;
    if (family.stage == Stage::screening) return is_open(Work::main);
    if (family.stage == Stage::assessment) return assessment_goes_on || family.is(enquiry_open);
    if (family.stage == Stage::brief_help)
        return is_open(Work::visit) || comes(family.main_timer) || family.is(reassessing);
    // A plan: its review, or the day its report is begun.
    const Lane& review = world.lane(id, Work::review);
    const Minutes begun = family.is(review_prepared) ? review.due : review.due - working_days(10);
    return review.due != never && (review.open > 0 || comes(begun));
}

bool is_in_a_diary(World& world, std::uint32_t id, Work work, const std::set<std::uint64_t>& entries) {
    const Family& family = world.state.families[id];
    const Lane& lane = world.lane(id, work);
    if (lane.open == 0 || lane.in_work) return true;
    if (work == Work::sign_off) {
        return manager_of(world, family.team) == nobody || entries.contains(entry_now(world, id, work));
    }
    // Of families without a worker only the urgent is done; the rest is laid before who gets them.
    return family.unallocated() || entries.contains(entry_now(world, id, work));
}

// What is wrong, in words, each once.
void note_lost(World& world, std::set<std::string>& lost) {
    const std::set<std::uint64_t> entries = entries_of(world.state);
    for (std::uint32_t id = 0; id < world.state.families.size(); ++id) {
        const Family& family = world.state.families[id];
        if (family.place == Place::nowhere) continue;
        const std::string stage(stage_words[static_cast<std::size_t>(family.stage)]);
        if (!has_future(world, id)) lost.insert("a family in " + stage + " has nothing to come");
        for (int work = 0; work < lanes_per_family; ++work) {
            if (is_in_a_diary(world, id, static_cast<Work>(work), entries)) continue;
            lost.insert("in " + stage + " open work of kind " + std::to_string(work) + " is in no diary");
        }
    }
}

TEST_CASE("no open family is ever forgotten, under any way of running an authority") {
    const std::vector<std::string> ways = every_way();
    const Scenario scenario = small_authority(ways, 14);
    Authority authority = authority_of(scenario);
    authority.settle(6, 0);
    for (std::size_t i = 0; i < ways.size(); ++i) {
        INFO(ways[i]);
        std::set<std::string> lost;
        int day = 0;
        watch(authority, scenario.alternatives[i], 1, [&](World& world) {
            if (++day % 20 == 0) note_lost(world, lost);
        });
        CHECK(lost == std::set<std::string>());
    }
}

}  // namespace
}  // namespace headroom
