// No two decisions take the same draw: of each purpose, the ordinals of all that it decides lie apart.
#include "sim/families/draw_ordinals.hpp"

#include <set>
#include <vector>

#include "tests/catch.hpp"

using namespace headroom;

namespace {

// More than a family comes to: a run of ten years has 127 ticks, and plans take months.
constexpr int most_episodes = 30, most_plans = 120, most_ticks = 300;

Family family_with(int episode, int plan, int tick = 0) {
    Family family;
    family.episode = static_cast<std::uint8_t>(episode);
    family.plan = static_cast<std::uint8_t>(plan);
    family.tick = static_cast<std::uint16_t>(tick);
    return family;
}

// Ordinals of one entity and purpose; taking one twice fails.
class Taken {
public:
    void take(std::uint32_t ordinal) { all_new_ = ordinals_.insert(ordinal).second && all_new_; }
    bool all_new() const { return all_new_; }
    std::uint32_t most() const { return *ordinals_.rbegin(); }

private:
    std::set<std::uint32_t> ordinals_;
    bool all_new_ = true;
};

// Of an assessment, its visits, and the update that follows it in the same episode and plan.
void take_assessment(Taken& taken, Family family) {
    taken.take(assessment_ordinal(family));
    taken.take(first_visit_ordinal(family));
    taken.take(second_visit_ordinal(family));
    family.mark(reassessing);
    taken.take(assessment_ordinal(family));
}

}  // namespace

TEST_CASE("a family's assessments, its plans never fewer in a later episode, have draws of their own") {
    // Plans come with every episode, or in the last alone, or in the first alone.
    for (const int plans_an_episode : {0, 1, 4}) {
        for (const int plans_before : {0, 60}) {
            Taken taken;
            for (int episode = 0; episode < most_episodes; ++episode) {
                for (int plan = 0; plan <= plans_an_episode; ++plan) {
                    if (plan == 0 && episode > 0 && plans_an_episode > 0) continue;  // as the last left it
                    take_assessment(taken,
                                    family_with(episode, plans_before + episode * plans_an_episode + plan));
                }
            }
            CHECK(taken.all_new());
        }
    }
}

TEST_CASE("an open family's enquiries, their conferences and updates have draws beside the assessments'") {
    Taken enquiries, replies, assessments;
    for (int episode = 0; episode < most_episodes; ++episode) {
        for (int plan = 0; plan < most_plans; plan += 7) {
            for (int tick = 0; tick < most_ticks; tick += 9) {
                const Family family = family_with(episode, plan, tick);
                enquiries.take(enquiry_ordinal(family));
                replies.take(enquiry_reply_ordinal(family));
            }
            assessments.take(first_visit_ordinal(family_with(episode, plan)));
        }
    }
    CHECK(enquiries.all_new());
    CHECK(replies.all_new());
    // The first enquiry of an open family comes with a tick, whose number has then been counted.
    CHECK(enquiry_ordinal(family_with(0, 0, 1)) > assessments.most());
    CHECK(enquiry_reply_ordinal(family_with(0, 0, 0)) > assessments.most());
    CHECK(enquiry_reply_ordinal(family_with(255, 255, most_ticks)) > enquiry_reply_ordinal(Family{}));
}

TEST_CASE("every tick, every review and every visit of brief help has a draw of its own") {
    Taken ticks, reviews, brief;
    for (int episode = 0; episode < most_episodes; ++episode) {
        for (int tick = 0; tick < most_ticks; ++tick) ticks.take(tick_ordinal(family_with(episode, 0, tick)));
        Family family = family_with(episode, 0);
        for (std::uint32_t contacts = 0; contacts <= most_brief_visits; ++contacts) {
            family.contacts = static_cast<std::uint8_t>(contacts);
            brief.take(brief_visit_ordinal(family));
        }
        brief.take(light_help_ordinal(family));
    }
    for (int plan = 0; plan < most_plans; ++plan) {
        Family family = family_with(0, plan);
        for (int review = 0; review <= most_reviews; ++review) {
            family.review = static_cast<std::uint8_t>(review);
            reviews.take(review_ordinal(family));
        }
    }
    CHECK(ticks.all_new());
    CHECK(reviews.all_new());
    CHECK(brief.all_new());
}

TEST_CASE("the steps of an assessment, each due no earlier than the one before, have hours of their own") {
    for (const Minutes apart : {0, 1, 444, 7919}) {
        Taken taken;
        Minutes due = working_days(-20);
        for (const int step : {first_visit, checks, second_visit, write_up}) {
            taken.take(static_cast<std::uint32_t>(step_hours_ordinal(due, step)));
            due += apart;
        }
        CHECK(taken.all_new());
    }
}

TEST_CASE("what is drawn of the first day's families and of their plans' ages lies apart") {
    Taken taken;
    for (std::uint32_t draw = starting_traits; draw <= starting_worker; ++draw) taken.take(draw);
    for (std::uint32_t attempt = 0; attempt < most_plan_age_attempts; ++attempt)
        taken.take(plan_age_ordinal(attempt));
    CHECK(taken.all_new());
}

TEST_CASE("what is drawn of workers and posts lies apart from what is drawn week by week") {
    Taken traits, weeks, leaving, moves, hiring, entities;
    for (const std::uint32_t draw :
         {+traits_of_worker, +caseload_of_senior, +hours_of_post, +seniority_of_post})
        traits.take(draw);
    weeks.take(phase_of_week_ordinal);
    leaving.take(destination_ordinal);
    for (std::uint32_t week = 1; week <= 0xFFFF; ++week) {
        weeks.take(week);
        leaving.take(week);
        moves.take(move_ordinal(static_cast<std::uint16_t>(week)));
    }
    hiring.take(under_way_ordinal);
    hiring.take(cohort_ordinal);
    for (std::uint32_t campaign = 0; campaign < 5000; ++campaign) hiring.take(campaign);
    for (std::uint32_t post = 0; post < 50; ++post) {
        for (std::uint32_t holder = 1; holder < 1000; ++holder) entities.take(worker_entity(post, holder));
    }
    for (const Taken& each : {traits, weeks, leaving, moves, hiring, entities}) CHECK(each.all_new());
    CHECK(cohort_of(-24) != cohort_of(-23));
}
