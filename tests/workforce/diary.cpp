// A worker's diary: the order in which the work of many families is taken up.
#include <algorithm>
#include <set>
#include <vector>

#include "sim/engine/draws.hpp"
#include "sim/workforce/worker.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

// Empties the diary from the top.
std::vector<std::uint64_t> taken_in_order(Diary& diary) {
    std::vector<std::uint64_t> taken;
    while (!diary.empty()) {
        taken.push_back(diary.top());
        diary.pop();
    }
    return taken;
}

}  // namespace

TEST_CASE("what is due first, less its urgency, is taken up first") {
    Diary diary;
    const Minutes due_tomorrow = working_days(1), due_in_a_month = working_days(20);
    const std::uint32_t in_need_visit = task_of(1, Work::visit), enquiry = task_of(2, Work::enquiry);
    diary.push(Diary::key_of(due_tomorrow, in_need_visit));
    diary.push(Diary::key_of(due_in_a_month - working_days(30), enquiry));
    const auto taken = taken_in_order(diary);
    REQUIRE(taken.size() == 2);
    CHECK(Diary::task(taken[0]) == enquiry);
    CHECK(Diary::task(taken[1]) == in_need_visit);
}

TEST_CASE("of work due at one time the family opened first is taken first") {
    Diary diary;
    for (const std::uint32_t family : {7u, 3u, 900u, 12u})
        diary.push(Diary::key_of(1000, task_of(family, Work::visit)));
    const auto taken = taken_in_order(diary);
    REQUIRE(taken.size() == 4);
    CHECK(family_of(Diary::task(taken[0])) == 3);
    CHECK(family_of(Diary::task(taken[1])) == 7);
    CHECK(family_of(Diary::task(taken[2])) == 12);
    CHECK(family_of(Diary::task(taken[3])) == 900);
}

TEST_CASE("overdue work, ranked before the origin of time, comes before what is still to come") {
    Diary diary;
    diary.push(Diary::key_of(0, task_of(1, Work::visit)));
    diary.push(Diary::key_of(-working_days(250), task_of(2, Work::visit)));
    diary.push(Diary::key_of(-1, task_of(3, Work::visit)));
    diary.push(Diary::key_of(1, task_of(4, Work::visit)));
    std::vector<std::uint32_t> families;
    for (const std::uint64_t key : taken_in_order(diary)) families.push_back(family_of(Diary::task(key)));
    CHECK(families == std::vector<std::uint32_t>{2, 3, 1, 4});
}

TEST_CASE("a thousand tasks come out in the order of a plain sort") {
    const RandomStreams streams(3, 0);
    Diary diary;
    std::vector<std::uint64_t> plain;
    for (std::uint32_t i = 0; i < 1000; ++i) {
        const Draw draw = streams.draw(i, 1, 0);
        const Minutes due = static_cast<Minutes>(draw.uniform(0) * 200) - 100;
        const std::uint64_t key = Diary::key_of(due, task_of(draw.word(1) % 500, Work::liaison));
        diary.push(key);
        plain.push_back(key);
    }
    std::sort(plain.begin(), plain.end());
    CHECK(diary.size() == 1000);
    CHECK(taken_in_order(diary) == plain);
}

TEST_CASE("a diary that grows long and short again keeps the order") {
    const RandomStreams streams(4, 0);
    Diary diary;
    std::multiset<std::uint64_t> plain;
    for (std::uint32_t i = 0; i < 6000; ++i) {
        const Draw draw = streams.draw(i, 1, 0);
        const double filling = i % 2000 < 1000 ? 0.6 : 0.4;  // to some 200 entries and back
        if (plain.empty() || draw.uniform(0) < filling) {
            const std::uint64_t key = Diary::key_of(static_cast<Minutes>(draw.word(2) % 300),
                                                    task_of(draw.word(3) % 50, Work::visit));
            diary.push(key);
            plain.insert(key);
        } else {
            REQUIRE(diary.top() == *plain.begin());
            diary.pop();
            plain.erase(plain.begin());
        }
        REQUIRE(diary.size() == plain.size());
    }
    CHECK(taken_in_order(diary) == std::vector<std::uint64_t>(plain.begin(), plain.end()));
}

TEST_CASE("an entry says its task and its place in the order") {
    for (const Minutes due : {-100000, -1, 0, 1, 100000}) {
        const std::uint32_t task = task_of(4711, Work::record);
        const std::uint64_t key = Diary::key_of(due, task);
        CHECK(Diary::ranked_due(key) == due);
        CHECK(Diary::task(key) == task);
    }
}

TEST_CASE("a cleared diary asks for nothing") {
    Diary diary;
    diary.push(Diary::key_of(5, task_of(1, Work::visit)));
    diary.clear();
    CHECK(diary.empty());
    CHECK(diary.bytes() == 0);
}
