// Who is given which family, day by day, under a limit: seen from inside.
#include <map>
#include <set>
#include <string>

#include "tests/authority/inside.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

bool never_waits_for_room(const Family& family) {
    return family.stage == Stage::child_protection || family.stage == Stage::looked_after;
}

// The team has met its list since the family came to this stage.
bool was_considered(const World& world, const Family& family) {
    return world.state.now - family.stage_since > minutes_per_working_day;
}

// Families that a worker holds today and did not hold yesterday.
class NewFamilies {
public:
    std::set<std::uint32_t> of(const State& state, std::uint32_t worker) {
        std::set<std::uint32_t> today, fresh;
        for (const std::uint32_t id : state.held[worker]) today.insert(state.families[id].entity);
        for (const std::uint32_t entity : today) {
            if (yesterday_[worker].count(entity) == 0) fresh.insert(entity);
        }
        yesterday_[worker] = today;
        return fresh;
    }

private:
    std::map<std::uint32_t, std::set<std::uint32_t>> yesterday_;
};

Way hard_limit(double children, double newly_qualified = 0) {
    Settings settings = small_authority(20000);
    settings.weeks_until_over_limit = 520;
    return decided(settings, [&](Policy& policy) {
        policy.caseload_limit.rule = HardLimit{children, newly_qualified};
    });
}

}  // namespace

TEST_CASE("nobody is given a family that takes them above a hard limit, unless they had nothing") {
    Way way = hard_limit(12);
    way.policy().caseload_limit.exempt_stages = 0;
    Inside inside(way, {12});
    NewFamilies fresh;
    int given = 0;
    inside.watch([&](World& world) {
        const bool first = given == 0;
        for (std::uint32_t id = 0; id < world.state.workers.size(); ++id) {
            const Worker& worker = world.state.workers[id];
            if (fresh.of(world.state, id).empty()) continue;
            ++given;
            if (first) continue;  // the first day shows all families as new
            const bool fits = worker.children <= 12 * worker.fte + 1e-6 || worker.families == 1;
            CHECK(fits);
        }
    });
    CHECK(given > 100);
}

TEST_CASE("a protected newly qualified worker is never given more than their protected share") {
    Way way = hard_limit(18, 8);
    way.settings.newly_qualified_protection_percent = 100;
    way.policy().caseload_limit.exempt_stages = 0;
    Span span{12};
    span.settling_months = 1;
    Inside inside(way, span, 2);
    NewFamilies fresh;
    int given = 0, days = 0;
    inside.watch([&](World& world) {
        ++days;
        for (std::uint32_t id = 0; id < world.state.workers.size(); ++id) {
            const Worker& worker = world.state.workers[id];
            const bool learner = worker.role == Role::newly_qualified && worker.protected_load;
            if (fresh.of(world.state, id).empty() || !learner || days == 1) continue;
            ++given;
            const bool fits = worker.children <= 8 * worker.fte + 1e-6 || worker.families == 1;
            CHECK(fits);
        }
    });
    CHECK(given > 0);
}

TEST_CASE("newly qualified workers never hold protection or court work alone") {
    Way way{small_authority(20000)};
    Span span{18};
    span.settling_months = 1;
    Inside inside(way, span, 3);
    int learners = 0;
    inside.watch([&](World& world) {
        for (std::uint32_t id = 0; id < world.state.workers.size(); ++id) {
            if (world.state.workers[id].role != Role::newly_qualified) continue;
            ++learners;
            for (const std::uint32_t family : world.state.held[id]) {
                const Family& held = world.state.families[family];
                CHECK_FALSE(
                    (held.stage == Stage::child_protection && held.stage_since < world.state.now - 1));
            }
        }
    });
    CHECK(learners > 0);
}

TEST_CASE("protection plans and looked-after children never wait for room, others do") {
    Way way = hard_limit(6);
    Inside inside(way, {12});
    int exempt = 0, others = 0;
    inside.watch([&](World& world) {
        for (const Family& family : world.state.families) {
            if (!family.unallocated() || family.reason != WaitReason::over_limit) continue;
            if (was_considered(world, family)) ++(never_waits_for_room(family) ? exempt : others);
        }
    });
    CHECK(exempt == 0);
    CHECK(others > 1000);
}

TEST_CASE("where no stage is exempt protection plans wait for room too") {
    Way way = hard_limit(6);
    way.policy().caseload_limit.exempt_stages = 0;
    Inside inside(way, {6});
    int waiting = 0;
    inside.watch([&](World& world) {
        for (const Family& family : world.state.families)
            waiting += family.unallocated() && family.reason == WaitReason::over_limit &&
                       never_waits_for_room(family);
    });
    CHECK(waiting > 100);
}

TEST_CASE("overflow goes where the policy says: to the list, to duty, or to the manager") {
    for (const auto& [overflow, place] :
         {std::pair{Overflow::waiting_list, Place::waiting}, std::pair{Overflow::duty, Place::duty},
          std::pair{Overflow::manager_held, Place::manager_held},
          std::pair{Overflow::raised_threshold, Place::waiting},
          std::pair{Overflow::agency, Place::waiting}}) {
        Way way = hard_limit(8);
        way.policy().caseload_limit.overflow = overflow;
        Inside inside(way, {6});
        int right = 0, wrong = 0;
        inside.watch([&](World& world) {
            for (const Family& family : world.state.families) {
                if (!family.unallocated() || family.reason != WaitReason::over_limit) continue;
                ++(family.place == place ? right : wrong);
            }
        });
        CAPTURE(std::string(overflow_words[static_cast<std::size_t>(overflow)]));
        CHECK(right > 100);
        CHECK(wrong == 0);
    }
}

TEST_CASE("a worker in notice is given no new families") {
    Way way{small_authority(20000)};
    way.settings.turnover_percent = 40;
    Inside inside(way, {12});
    NewFamilies fresh;
    std::set<std::uint32_t> in_notice_yesterday;
    int watched = 0;
    inside.watch([&](World& world) {
        std::set<std::uint32_t> in_notice;
        for (std::uint32_t id = 0; id < world.state.workers.size(); ++id) {
            const Worker& worker = world.state.workers[id];
            const bool any = !fresh.of(world.state, id).empty();
            if (!worker.employed() || !worker.holds_cases() || !worker.in_notice()) continue;
            in_notice.insert(id);
            if (in_notice_yesterday.count(id) == 0) continue;
            ++watched;
            CHECK_FALSE(any);
        }
        in_notice_yesterday = in_notice;
    });
    CHECK(watched > 200);
}

TEST_CASE("a worker in notice leaves after their six weeks, and no family stays with who has gone") {
    Way way{small_authority(20000)};
    way.settings.turnover_percent = 40;
    Inside inside(way, {12});
    inside.watch([&](World& world) {
        for (std::uint32_t id = 0; id < world.state.workers.size(); ++id) {
            const Worker& worker = world.state.workers[id];
            if (!worker.employed()) {
                CHECK(world.state.held[id].empty());
            } else if (id % 2 == 0 && worker.in_notice()) {  // odd numbers are agency workers
                CHECK(worker.leaves_at >= world.state.now);
                CHECK(worker.leaves_at - world.state.now <= working_days(30));
            }
        }
    });
}

TEST_CASE("a threshold that the limit raises screens out nobody while nobody waits for room") {
    Settings small = small_authority();
    small.extreme_caseload = 10000;
    Way roomy = limited_to(small, 200);
    roomy.policy().caseload_limit.overflow = Overflow::raised_threshold;
    const Lived lived = live({roomy}, {24, 6});
    CHECK(lived.mean(0, Measure::unallocated_over_limit) == 0);
    CHECK(lived.mean(0, Measure::screened_out_with_need) == 0);
}

TEST_CASE("duty goes on with a family's plan while the manager is on leave") {
    Way way = limited_to(small_authority(20000), 8);
    way.policy().caseload_limit.overflow = Overflow::duty;
    Inside inside(way, {12});
    std::set<std::uint32_t> with_duty;
    int seen = 0, taken_off = 0;
    inside.watch([&](World& world) {
        std::set<std::uint32_t> today;
        for (const Family& family : world.state.families) {
            if (family.place == Place::duty) today.insert(family.entity);
            taken_off += family.place == Place::waiting && !never_waits_for_room(family) &&
                         family.reason == WaitReason::awaiting_manager && with_duty.contains(family.entity);
        }
        with_duty = today;
        seen += static_cast<int>(today.size());
    });
    CHECK(seen > 1000);
    // Whoever comes to another stage meanwhile is another team's, whose manager has still to look.
    CHECK(200 * taken_off < seen);
}

TEST_CASE("with separate limits room for ongoing work is used though assessments are full") {
    Way way{small_authority(20000)};
    way.settings.patch_teams = 1;
    way.policy().caseload_limit.rule = ByTypeLimit{1, 60};
    Inside inside(way, {12});
    int assessments = 0, others = 0;
    inside.watch([&](World& world) {
        for (const Family& family : world.state.families) {
            const bool kept_out = family.unallocated() && family.reason == WaitReason::over_limit &&
                                  world.state.now - family.stage_since > working_days(2);
            if (kept_out) ++(family.stage == Stage::assessment ? assessments : others);
        }
    });
    CHECK(assessments > 1000);
    CHECK(others == 0);
}

TEST_CASE("a limit leaves the days waited for a manager as they were") {
    const Settings small = small_authority();
    const Lived lived = live({Way{small}, limited_to(small, 10)}, {24, 10});
    CHECK(lived.mean(1, Measure::unallocated_awaiting_manager) <
          1.5 * lived.mean(0, Measure::unallocated_awaiting_manager));
}
