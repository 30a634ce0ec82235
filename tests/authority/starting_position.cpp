// A run starts from the published position: its posts, its workers and its children.
#include <initializer_list>

#include "tests/authority/inside.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

Span settled_for(int months) {
    Span span{1};
    span.settling_months = months;
    return span;
}

double vacant(const State& state) {
    return posts_fte(state, [](const Post& post) { return !post.filled && !post.temporary && !post.closed; });
}
double in_post(const State& state) {
    return posts_fte(state, [](const Post& post) { return post.filled; });
}
double agency(const State& state) {
    return posts_fte(state, [](const Post& post) { return post.covered; });
}

// Mean over futures of something about the settled state.
double mean_over_futures(const Way& way, const Span& span, const std::function<double(const State&)>& value) {
    double sum = 0;
    constexpr int futures = 12;
    for (std::uint32_t future = 0; future < futures; ++future) {
        Inside inside(way, span, future);
        sum += value(inside.settled());
    }
    return sum / futures;
}

}  // namespace

TEST_CASE("posts are filled and vacant as published, to within a worker, before and after settling") {
    for (const double children : {4000.0, 12000.0, 62500.0}) {
        const Way way{small_authority(children)};
        for (const int months : {1, 12}) {
            Inside inside(way, settled_for(months));
            CAPTURE(children, months);
            CHECK(in_post(inside.settled()) == Approx(way.settings.in_post_fte).margin(1));
            CHECK(vacant(inside.settled()) == Approx(way.settings.vacancies_fte).margin(0.8));
        }
    }
}

TEST_CASE("agency workers are as many as published, on average within a tenth") {
    const Way way{small_authority(20000)};
    for (const int months : {1, 12}) {
        CHECK(mean_over_futures(way, settled_for(months), agency) ==
              Approx(way.settings.agency_fte).epsilon(0.11));
    }
}

TEST_CASE("an authority without agency starts without, and one without vacancies has every post filled") {
    Way way{small_authority(12000)};
    way.settings.agency_fte = 0;
    CHECK(agency(Inside(way, settled_for(1)).settled()) == 0);
    way.settings = small_authority(12000);
    way.settings.vacancies_fte = 0;
    CHECK(vacant(Inside(way, settled_for(1)).settled()) == 0);
}

TEST_CASE(
    "plans and children in care are open as published, on average within a tenth, assessments within a "
    "fifth") {
    const Way way{small_authority(20000)};
    const Settings& s = way.settings;
    const Span span = settled_for(1);
    const auto open = [&](Stage stage) {
        return mean_over_futures(way, span, [&](const State& state) { return children_in(state, stage); });
    };
    CHECK(open(Stage::child_in_need) == Approx(s.in_need_plans_open).epsilon(0.1));
    CHECK(open(Stage::child_protection) == Approx(s.protection_plans_open).epsilon(0.1));
    CHECK(open(Stage::looked_after) == Approx(s.looked_after_open).epsilon(0.1));
    // No return counts assessments under way; the position's number is itself put together from their
    // lengths.
    CHECK(open(Stage::assessment) + open(Stage::screening) == Approx(s.assessment_open).epsilon(0.2));
}

TEST_CASE("workers hold as many children as the census counted, within an eighth") {
    const Way way{small_authority(20000)};
    const auto held = [](const State& state) {
        double children = 0;
        for (const Worker& worker : state.workers) children += worker.children;
        return children;
    };
    CHECK(mean_over_futures(way, settled_for(6), held) == Approx(way.settings.children_held).epsilon(0.125));
}

TEST_CASE("nobody who is published as in post is lost or won while the position settles") {
    Way way{small_authority(12000)};
    way.settings.turnover_percent = 60;
    const double before = in_post(Inside(way, settled_for(1)).settled());
    const double after = in_post(Inside(way, settled_for(12)).settled());
    CHECK(before == after);
}

TEST_CASE("every team has a manager's post, and workers about as many as a manager is said to have") {
    const Way way{small_authority(62500)};
    Inside inside(way, settled_for(1));
    const State& state = inside.settled();
    double posts = 0;
    for (const Team& team : state.teams) {
        CHECK(team.manager_post != nobody);
        if (team.kind != TeamKind::front_door) posts += team.fte;
    }
    const double teams = static_cast<double>(state.teams.size()) - 1;
    CHECK(posts / teams == Approx(way.settings.workers_per_manager).epsilon(0.15));
}

TEST_CASE("an authority with patch teams has no specialist ones, and one with specialists no patch") {
    for (const double patch : {0.0, 1.0}) {
        Way way{small_authority(62500)};
        way.settings.patch_teams = patch;
        Inside inside(way, settled_for(1));
        for (const Team& team : inside.settled().teams) {
            if (team.kind != TeamKind::front_door) CHECK((team.kind == TeamKind::patch) == (patch > 0.5));
        }
    }
}

TEST_CASE("seniors and part-timers are the published shares of posts") {
    const Way way{small_authority(62500)};
    double senior = 0, part_time = 0, holding = 0, posts = 0;
    for (std::uint32_t future = 0; future < 8; ++future) {
        Inside inside(way, settled_for(1), future);
        for (const Post& post : inside.settled().posts) {
            if (post.temporary) continue;
            posts += 1;
            part_time += post.fte < 1 && post.kind != PostKind::managing;
            if (post.kind != PostKind::case_holding) continue;
            holding += 1;
            senior += post.senior;
        }
    }
    // Four standard errors of about 1,900 and 1,000 posts. The front door has no senior posts.
    CHECK(100 * part_time / posts == Approx(way.settings.part_time_percent).margin(3.5));
    CHECK(100 * senior / holding == Approx(0.97 * way.settings.senior_percent).margin(5.5));
}

namespace {

// Of the full-time equivalents that hold cases, those newly qualified, in percent.
double newly_qualified_percent(const State& state) {
    double learners = 0, holders = 0;
    for (const Worker& worker : state.workers) {
        if (!worker.employed() || !worker.holds_cases()) continue;
        holders += worker.fte;
        learners += worker.role == Role::newly_qualified ? worker.fte : 0;
    }
    return 100 * learners / holders;
}

}  // namespace

TEST_CASE("the newly qualified are as many as published when settling is over, and the cohorts keep it so") {
    const Way way{small_authority(62500)};
    double at_start = 0, later = 0, looks = 0;
    const int futures = 6;
    for (std::uint32_t future = 0; future < futures; ++future) {
        Inside inside(way, {36, 1, 12}, future);
        at_start += newly_qualified_percent(inside.settled()) / futures;
        inside.watch([&](World& world) {
            if (world.state.month < 12) return;
            later += newly_qualified_percent(world.state);
            looks += 1;
        });
    }
    CHECK(at_start == Approx(way.settings.newly_qualified_percent).margin(1.5));
    CHECK(later / looks == Approx(way.settings.newly_qualified_percent).margin(1.5));
}
