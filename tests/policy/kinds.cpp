// What each kind of limit says that the others do not.
#include "tests/catch.hpp"
#include "tests/policy/limit_rules.hpp"

using namespace headroom;

namespace {

CaseloadLimit with(LimitRule rule) {
    CaseloadLimit limit;
    limit.rule = rule;
    return limit;
}

WorkerLoad part_time() {
    WorkerLoad worker = worker_with(0);
    worker.fte = 0.6;
    return worker;
}

WorkerLoad first_day() {
    WorkerLoad worker = worker_with(0);
    worker.ramp = 0.5;
    return worker;
}

}  // namespace

TEST_CASE("a limit of 18 never takes a worker above 18, and lets them reach it") {
    const CaseloadLimit limit = with(HardLimit{});
    CHECK(most_children(limit, worker_with(0)) == 18);
    CHECK(has_room(limit, worker_with(15), siblings(3)));
    CHECK_FALSE(has_room(limit, worker_with(15), siblings(4)));
    CHECK_FALSE(is_over(limit, worker_with(18)));
    CHECK(is_over(limit, worker_with(19)));
}

TEST_CASE("a hard limit does not give way to urgency, an advisory one does") {
    FamilyLoad urgent = siblings(2);
    urgent.urgent = true;
    CHECK_FALSE(has_room(with(HardLimit{}), worker_with(18), urgent));
    CHECK(has_room(with(AdvisoryLimit{}), worker_with(18), urgent));
    CHECK_FALSE(has_room(with(AdvisoryLimit{}), worker_with(18), siblings(2)));
    CHECK(is_over(with(AdvisoryLimit{}), worker_with(20)));
}

TEST_CASE("fifteen, exceptionally eighteen: urgency makes room up to the second number and not beyond") {
    const CaseloadLimit limit = with(AdvisoryLimit{15, 0, 0, 0, 18});
    FamilyLoad urgent = siblings(2);
    urgent.urgent = true;
    CHECK(has_room(limit, worker_with(13), siblings(2)));
    CHECK_FALSE(has_room(limit, worker_with(14), siblings(2)));
    CHECK(has_room(limit, worker_with(16), urgent));
    CHECK_FALSE(has_room(limit, worker_with(17), urgent));
    CHECK(is_over(limit, worker_with(16)));
}

TEST_CASE("a newly qualified worker is never given more than their protected share") {
    CHECK(most_children(with(HardLimit{18, 12}), newly_qualified_with(0)) == 12);
    CHECK(most_children(with(AdvisoryLimit{18, 12}), newly_qualified_with(0)) == 12);
    CHECK(most_children(with(ByTypeLimit{}), newly_qualified_with(0)) == 11);       // 67 percent of 17
    CHECK(most_children(with(ByTypeLimit{}), newly_qualified_with(0), true) == 8);  // and of 12
    CHECK(most_children(with(PointsLimit{}), newly_qualified_with(0)) == (90 - 15) / 5);
}

TEST_CASE("where no number is given for a role, it has the same as others") {
    for (const auto& limit : {with(HardLimit{}), with(AdvisoryLimit{})}) {
        WorkerLoad senior = worker_with(0), agency = worker_with(0);
        senior.senior = agency.agency = true;
        CHECK(most_children(limit, newly_qualified_with(0)) == 18);
        CHECK(most_children(limit, senior) == 18);
        CHECK(most_children(limit, agency) == 18);
    }
}

TEST_CASE("a senior and an agency worker have their own number where one is given") {
    for (const auto& limit : {with(HardLimit{18, 12, 14, 20}), with(AdvisoryLimit{18, 12, 14, 20})}) {
        WorkerLoad senior = worker_with(0), agency = worker_with(0);
        senior.senior = agency.agency = true;
        CHECK(most_children(limit, senior) == 14);
        CHECK(most_children(limit, agency) == 20);
    }
}

TEST_CASE("a part-time worker's limit is in proportion to their hours, and a starter's to the ramp") {
    CHECK(most_children(with(HardLimit{20}), part_time()) == 12);
    CHECK(most_children(with(AdvisoryLimit{20}), part_time()) == 12);
    CHECK(most_children(with(ByTypeLimit{10, 20}), part_time()) == 12);
    CHECK(most_children(with(ByTypeLimit{10, 20}), part_time(), true) == 6);
    CHECK(most_children(with(IntakeLimit{10}), part_time()) == 6);
    CHECK(most_children(with(IntakeLimit{100, 0, 20}), part_time()) == 12);
    CHECK(most_children(with(HardLimit{20}), first_day()) == 10);
    CHECK(most_children(with(ByTypeLimit{10, 20}), first_day()) == 10);
    CHECK(most_children(with(IntakeLimit{10}), first_day()) == 5);
}

TEST_CASE("separate limits do not lend each other room") {
    const CaseloadLimit limit = with(ByTypeLimit{});
    FamilyLoad assessment = siblings(2);
    assessment.assessment = true;
    WorkerLoad assessor = worker_with(12);
    assessor.assessments = 12;
    CHECK_FALSE(has_room(limit, assessor, assessment));
    CHECK(has_room(limit, assessor, siblings(2)));
    WorkerLoad ongoing = worker_with(17);
    ongoing.assessments = 0;
    CHECK(has_room(limit, ongoing, assessment));
    CHECK_FALSE(has_room(limit, ongoing, siblings(2)));
    WorkerLoad mixed = worker_with(13 + 4);
    mixed.assessments = 13;
    CHECK(is_over(limit, mixed));
}

TEST_CASE("points weigh a family, so heavy families fill a worker sooner than light ones") {
    const CaseloadLimit limit = with(PointsLimit{});
    FamilyLoad heavy = siblings(1), light = siblings(1);
    heavy.points = 8.75;  // a child on a protection plan, of high complexity
    light.points = 3;     // a child in brief help
    WorkerLoad worker = worker_with(10);
    worker.points = 80;
    CHECK_FALSE(has_room(limit, worker, heavy));
    CHECK(has_room(limit, worker, light));
    worker.points = 85;
    CHECK_FALSE(has_room(limit, worker, light));
    CHECK_FALSE(is_over(limit, worker));
}

TEST_CASE("an intake limit counts new cases, not those held") {
    const CaseloadLimit limit = with(IntakeLimit{});
    WorkerLoad worker = worker_with(40);
    worker.new_this_month = 7;
    CHECK(has_room(limit, worker, siblings(1)));
    worker.new_this_month = 8;
    CHECK_FALSE(has_room(limit, worker, siblings(1)));
    worker = worker_with(2);
    worker.new_this_month = 8;
    CHECK_FALSE(has_room(limit, worker, siblings(1)));
}

TEST_CASE("one new for every six open lets a worker with twelve take two in a month") {
    const CaseloadLimit limit = with(IntakeLimit{8, 6, 0});
    WorkerLoad worker = worker_with(12);
    worker.new_this_month = 1;
    CHECK(has_room(limit, worker, siblings(1)));
    worker.new_this_month = 2;
    CHECK_FALSE(has_room(limit, worker, siblings(1)));
}

TEST_CASE(
    "an average of 17 lets one worker hold 40 beside others who hold few, and says that they are over it") {
    const CaseloadLimit limit = with(AverageLimit{});
    WorkerLoad worker = worker_with(40);
    worker.group_held = 10 * 17 - 2;
    worker.group_fte = 10;
    CHECK(has_room(limit, worker, siblings(2)));
    CHECK_FALSE(has_room(limit, worker, siblings(3)));
    CHECK(is_over(limit, worker));
    CHECK_FALSE(is_over(limit, worker_with(17)));
}

TEST_CASE("counting staff without cases makes room under an average without a worker more for any child") {
    const CaseloadLimit limit = with(AverageLimit{});
    WorkerLoad worker = worker_with(20);
    worker.group_held = 10 * 17;
    worker.group_fte = 10;
    CHECK_FALSE(has_room(limit, worker, siblings(1)));
    worker.group_fte = 12;  // two managers
    CHECK(has_room(limit, worker, siblings(1)));
}

TEST_CASE("protection plans and looked-after children are exempt unless a policy says otherwise") {
    const CaseloadLimit limit;
    for (int stage = 0; stage < stage_count; ++stage) {
        const bool exempt = (limit.exempt_stages >> stage & 1u) != 0;
        const bool kept_allocated = static_cast<Stage>(stage) == Stage::child_protection ||
                                    static_cast<Stage>(stage) == Stage::looked_after;
        CAPTURE(stage_words[static_cast<std::size_t>(stage)]);
        CHECK(exempt == kept_allocated);
    }
}

TEST_CASE("a part-time worker's room in points is in proportion, what is not casework too") {
    const CaseloadLimit limit = with(PointsLimit{});
    WorkerLoad part_time = worker_with(0);
    part_time.fte = 0.6;
    CHECK(most_children(limit, part_time) ==
          static_cast<int>(0.6 * most_children(limit, worker_with(0)) + 1e-9));
}
