// The hours of a plan: for one child and for brothers and sisters, on average and in their spread.
#include "sim/families/work_plan.hpp"

#include <algorithm>
#include <cmath>

#include "sim/families/chance.hpp"

#include "tests/catch.hpp"

using namespace headroom;

namespace {

struct Spread {
    double mean, variation;
};

// Of many tasks of ten hours a child.
Spread spread_of_tasks(const WorkPlan& plan, int children) {
    const RandomStreams streams(5, 0);
    constexpr int tasks = 20000;
    double sum = 0, squares = 0;
    for (std::uint32_t task = 0; task < tasks; ++task) {
        const double minutes = plan.minutes(600, children, streams.draw(task, task_hours, 0));
        sum += minutes;
        squares += minutes * minutes;
    }
    const double mean = sum / tasks;
    return {mean, std::sqrt(squares / tasks - mean * mean) / mean};
}

}  // namespace

TEST_CASE("each further child adds 0.6 of the hours of one") {
    const WorkPlan plan{Settings{}};
    CHECK(plan.size_factor(1) == 1);
    CHECK(plan.size_factor(2) == Approx(1.6));
    CHECK(plan.size_factor(6) == Approx(4));
    Settings apart;
    apart.sibling_share = 1;
    CHECK(WorkPlan(apart).size_factor(3) == 3);
    apart.sibling_share = 0;
    CHECK(WorkPlan(apart).size_factor(6) == 1);
}

TEST_CASE("a task's hours have the planned mean and a coefficient of variation of 0.4") {
    Settings s;
    s.work_scale = 1;
    const WorkPlan plan(s);
    // Four standard errors: 0.4 / sqrt(20,000) of the mean, and about half as much more of the variation.
    const Spread one = spread_of_tasks(plan, 1), three = spread_of_tasks(plan, 3);
    CHECK(one.mean == Approx(600).epsilon(0.012));
    CHECK(one.variation == Approx(0.4).epsilon(0.04));
    CHECK(three.mean == Approx(600 * 2.2).epsilon(0.012));
    CHECK(three.variation == Approx(0.4).epsilon(0.04));
}

TEST_CASE("the work scale multiplies every task and every plan") {
    Settings half, whole;
    half.work_scale = 0.5;
    whole.work_scale = 1;
    const WorkPlan small(half), large(whole);
    CHECK(spread_of_tasks(small, 2).mean == Approx(spread_of_tasks(large, 2).mean / 2).epsilon(0.001));
    for (int stage = 0; stage < stage_count; ++stage) {
        CAPTURE(stage_words[static_cast<std::size_t>(stage)]);
        CHECK(small.load(static_cast<Stage>(stage), 2) ==
              Approx(large.load(static_cast<Stage>(stage), 2) / 2));
    }
    CHECK(small.court_load(1) == Approx(large.court_load(1) / 2));
}

TEST_CASE("exponential hours, for tests against theory, have a standard deviation as large as their mean") {
    Settings s;
    s.task_hours_exponential = 1;
    s.work_scale = 1;
    const Spread spread = spread_of_tasks(WorkPlan(s), 1);
    CHECK(spread.mean == Approx(600).epsilon(0.03));
    CHECK(spread.variation == Approx(1).epsilon(0.03));
}

TEST_CASE("with no variation every task takes its planned hours") {
    Settings s;
    s.task_hours_variation = 0;
    s.work_scale = 1;
    const Spread spread = spread_of_tasks(WorkPlan(s), 1);
    CHECK(spread.mean == Approx(600).margin(0.01));
    CHECK(spread.variation < 1e-3);
}

// The table saves a logarithm and an exponential for each task.
TEST_CASE("hours read from the table are those of the formula, but for the longest task in two thousand") {
    Settings s;
    s.work_scale = 1;
    const WorkPlan plan(s);
    const RandomStreams streams(9, 0);
    double from_table = 0, from_formula = 0;
    constexpr int tasks = 20000;
    for (std::uint32_t task = 0; task < tasks; ++task) {
        const Draw draw = streams.draw(task, task_hours, 0);
        const double table = plan.minutes(60000, 1, draw) / 60000.0,
                     formula = plan.spread_at(draw.uniform(0));
        from_table += table;
        from_formula += formula;
        if (draw.uniform(0) > 0.0005 && draw.uniform(0) < 0.9995)
            CHECK(table == Approx(formula).epsilon(0.04));
    }
    CHECK(from_table / tasks == Approx(from_formula / tasks).epsilon(0.001));
}

TEST_CASE("visits fall due every 20 working days in need, 10 in protection, 30 in care") {
    const WorkPlan plan{Settings{}};
    CHECK(plan.of(Stage::child_in_need, Work::visit).interval == working_days(20));
    CHECK(plan.of(Stage::child_protection, Work::visit).interval == working_days(10));
    CHECK(plan.of(Stage::looked_after, Work::visit).interval == working_days(30));
    CHECK(plan.of(Stage::assessment, Work::visit).interval == 0);
    CHECK(plan.of(Stage::closed, Work::liaison).interval == 0);
}

TEST_CASE("work without hours does not repeat") {
    Settings s;
    s.hours_core_group = 0;
    CHECK(WorkPlan(s).of(Stage::child_protection, Work::liaison).interval == 0);
}

TEST_CASE("recording is the part of a visit that is done afterwards") {
    Settings s;
    s.recording_share = 0.25;
    const WorkPlan plan(s);
    CHECK(plan.of(Stage::child_protection, Work::visit).minutes ==
          Approx(s.hours_per_visit_child_protection * 60 * 0.75));
}

TEST_CASE("enquiries and crises come before court, court before protection, recording last") {
    const WorkPlan plan{Settings{}};
    const Minutes crisis = plan.of(Stage::child_in_need, Work::crisis).urgency;
    const Minutes court = plan.of(Stage::looked_after, Work::court).urgency;
    const Minutes protection = plan.of(Stage::child_protection, Work::visit).urgency;
    const Minutes care = plan.of(Stage::looked_after, Work::visit).urgency;
    const Minutes assessment = plan.of(Stage::assessment, Work::main).urgency;
    const Minutes in_need = plan.of(Stage::child_in_need, Work::visit).urgency;
    const Minutes recording = plan.of(Stage::child_in_need, Work::record).urgency;
    CHECK(plan.of(Stage::child_protection, Work::enquiry).urgency == crisis);
    CHECK(crisis > court);
    CHECK(court > protection);
    CHECK(protection > care);
    CHECK(care > assessment);
    CHECK(assessment > in_need);
    CHECK(in_need > recording);
}

TEST_CASE("a protection plan asks more of a worker than an in-need plan, and more children more than one") {
    const WorkPlan plan{Settings{}};
    CHECK(plan.load(Stage::child_protection, 1) > plan.load(Stage::looked_after, 1));
    CHECK(plan.load(Stage::looked_after, 1) > plan.load(Stage::child_in_need, 1));
    for (int children = 1; children < 6; ++children) {
        CHECK(plan.load(Stage::child_in_need, children + 1) > plan.load(Stage::child_in_need, children));
    }
    CHECK(plan.load(Stage::closed, 1) == 0);
}

TEST_CASE("a month of the model is a twelfth of its year's working days") {
    const WorkPlan plan{Settings{}};
    CHECK(plan.month() == Approx(253.0 / 12 * minutes_per_working_day).epsilon(0.002));
    CHECK(plan.months(6) == Approx(6.0 * plan.month()).margin(6));
}
