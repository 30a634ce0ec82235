// The authority as it stands today: teams, posts, workers and agency cover.
#include <algorithm>
#include <array>

#include "sim/authority/world.hpp"
#include "sim/engine/whole_part.hpp"
#include "sim/engine/working_time.hpp"
#include "sim/families/draw_ordinals.hpp"

namespace headroom {

namespace {

// Planned hours a year of each kind of team: posts are shared out by the work there is.
std::array<double, team_kind_count> hours_by_kind(const World& world) {
    const Settings& s = world.settings();
    const WorkPlan& work = world.rules->work;
    const Pathway& path = world.rules->pathway;
    const double families = s.referrals_per_year / s.children_per_family;
    const double size = 1 + s.sibling_share * (s.children_per_family - 1);
    const double periods = 12.0 * working_days_in_month / working_days_in_four_weeks;  // in a year
    // Handovers between workers and the crises that unmet work brings come on top of what plans ask for.
    const auto stock = [&](double children, Stage stage) {
        return s.work_beside_plans * children / s.children_per_family * size * work.load(stage, 1) / 60 *
               periods / s.work_scale;
    };
    const double brief = path.brief_help();
    double in_need = 0;
    for (int k = 0; k < severity_count; ++k) in_need += path.mix[k] * path.in_need_plan[k];
    const double assessment =
        2 * s.hours_assessment_visit + s.hours_assessment_checks + s.hours_assessment_write_up;
    const double enquiry = s.hours_strategy_discussion + s.hours_enquiry_visits + s.hours_enquiry_report +
                           s.conferences_per_s47_percent / 100 * s.hours_conference;
    const double enquiries = families * s.s47_per_referral_percent / 100;
    const double at_referral = s.s47_at_referral_percent / 100;
    const double ours = 1 - s.held_by_others_percent / 100;
    const double reviews_a_year = ours * s.in_need_plans_open * 12 / s.in_need_review_months +
                                  s.protection_plans_open * 12 / s.protection_review_high_months;
    const double updates = reviews_a_year * s.assessed_again_at_review_percent / 100;
    std::array<double, team_kind_count> hours{};
    hours[static_cast<int>(TeamKind::front_door)] = families * size * s.hours_screening;
    hours[static_cast<int>(TeamKind::assessment)] =
        families * size *
            ((1 - (s.no_further_action_percent + s.no_assessment_percent) / 100) * assessment +
             brief * s.posts_brief_visits * s.hours_per_visit_brief_help + brief * s.hours_closing) +
        enquiries * at_referral * enquiry * size;
    hours[static_cast<int>(TeamKind::safeguarding)] =
        ours * stock(s.in_need_plans_open, Stage::child_in_need) +
        stock(s.protection_plans_open, Stage::child_protection) +
        enquiries * (1 - at_referral) * size * (enquiry + s.reassessment_share * assessment) +
        updates * s.reassessment_share * assessment +
        families * in_need * size * (s.hours_handover_in + s.hours_closing);
    const double care_families = s.looked_after_per_year / s.children_per_family;
    hours[static_cast<int>(TeamKind::looked_after)] =
        ours * stock(s.looked_after_open, Stage::looked_after) +
        care_families * size *
            ((1 - s.section_20_percent / 100) * s.hours_court * s.proceedings_weeks / weeks_in_month +
             s.hours_handover_in + months_in_quarter * s.hours_liaison_new_looked_after);
    if (s.patch_teams > 0.5) {
        for (const TeamKind kind : {TeamKind::assessment, TeamKind::safeguarding, TeamKind::looked_after}) {
            hours[static_cast<int>(TeamKind::patch)] += hours[static_cast<int>(kind)];
            hours[static_cast<int>(kind)] = 0;
        }
    }
    return hours;
}

float fte_of(const World& world, std::uint32_t post) {
    const Settings& s = world.settings();
    const Draw draw = world.draw(post, worker_traits, hours_of_post);
    return draw.happens(0, s.part_time_percent / 100) ? static_cast<float>(s.part_time_share) : 1.0f;
}

std::uint32_t new_post(World& world, PostKind kind, std::uint32_t team) {
    State& state = world.state;
    const std::uint32_t id = static_cast<std::uint32_t>(state.posts.size());
    Post post;
    post.kind = kind;
    post.team = static_cast<std::uint16_t>(team);
    post.fte = kind == PostKind::managing ? 1.0f : fte_of(world, id);
    state.posts.push_back(post);
    return id;
}

// Half of a part-time post; and enough for a team to have one.
constexpr double half_a_post = 0.3, least_team_fte = 0.4;

// So many full-time equivalents of posts, to within half of the last one.
std::vector<std::uint32_t> new_posts(World& world, PostKind kind, std::uint32_t team, double fte) {
    std::vector<std::uint32_t> made;
    double sum = 0;
    while (fte - sum > half_a_post) {
        made.push_back(new_post(world, kind, team));
        sum += world.state.posts[made.back()].fte;
    }
    return made;
}

// In the room that a team of the future before has left.
Team new_team(World& world) {
    Team team;
    if (world.former_teams.empty()) return team;
    Team& former = world.former_teams.back();
    team.posts = std::move(former.posts);
    team.waiting = std::move(former.waiting);
    team.desk = std::move(former.desk);
    world.former_teams.pop_back();
    team.posts.clear();
    team.waiting.clear();
    team.desk.clear();
    return team;
}

// Full-time equivalents of the posts in each kind of team, by the hours of work there are.
std::array<double, team_kind_count> posts_by_kind(const World& world, double case_fte) {
    std::array<double, team_kind_count> hours = hours_by_kind(world);
    double others = 0;
    for (int kind = 1; kind < team_kind_count; ++kind) others += hours[kind];
    // Where nothing takes any time there is still a team, for those who are referred.
    const TeamKind only = world.settings().patch_teams > 0.5 ? TeamKind::patch : TeamKind::assessment;
    if (others <= 0) others = hours[static_cast<int>(only)] = 1;
    std::array<double, team_kind_count> fte{};
    for (int kind = 0; kind < team_kind_count; ++kind) {
        if (hours[kind] <= 0) continue;
        fte[kind] = case_fte * hours[kind] / (kind == 0 ? std::max(1.0, others) : others);
    }
    // The front door holds no cases at the census: its posts stand beside those of the case holders. Where
    // screening is nearly all the work there is, it has no more than all posts.
    fte[0] = std::min(fte[0], world.settings().in_post_fte + world.settings().vacancies_fte);
    return fte;
}

// Teams of the usual size; where that would be more teams than an authority can have, of a larger one.
double workers_in_a_team(const World& world, const std::array<double, team_kind_count>& fte) {
    constexpr double most_teams = 247;
    double all = 0;
    for (const double each : fte) all += each;
    return std::max(world.settings().workers_per_manager, all / most_teams);
}

void make_teams(World& world, double case_fte) {
    State& state = world.state;
    const Settings& s = world.settings();
    const std::array<double, team_kind_count> posts = posts_by_kind(world, case_fte);
    const double team_size = workers_in_a_team(world, posts);
    for (int kind = 0; kind < team_kind_count; ++kind) {
        const double fte = posts[kind];
        if (fte <= 0) continue;
        const int teams = std::max(1, whole_part<int>(fte / team_size + 0.5));
        for (int k = 0; k < teams; ++k) {
            const std::uint32_t id = static_cast<std::uint32_t>(state.teams.size());
            state.teams.push_back(new_team(world));
            state.teams[id].kind = state.teams[id].home_kind = static_cast<TeamKind>(kind);
            for (const std::uint32_t post :
                 new_posts(world, PostKind::case_holding, id, std::max(least_team_fte, fte / teams))) {
                state.teams[id].posts.push_back(static_cast<std::uint16_t>(post));
                state.teams[id].fte += state.posts[post].fte;
                const Draw draw = world.draw(post, worker_traits, seniority_of_post);
                state.posts[post].senior = kind != 0 && draw.happens(0, s.senior_percent / 100);
            }
        }
    }
}

// So that nothing is divided by nobody.
constexpr double least_share = 0.01;
// The newly qualified of the first day are evenly in any week of their first year.
constexpr int whole_weeks_in_year = 50;

// The permanent worker of a post today.
void start_worker(World& world, std::uint32_t post_id) {
    State& state = world.state;
    Post& post = state.posts[post_id];
    const Settings& s = world.settings();
    const Draw draw = world.draw(post_id, starting_position, starting_worker);
    Role role = Role::other;
    if (post.kind == PostKind::managing) role = Role::manager;
    if (post.kind == PostKind::case_holding) {
        const bool front = state.teams[post.team].kind == TeamKind::front_door;
        const double learners =
            front ? 0 : s.newly_qualified_percent / 100 / std::max(least_share, 1 - s.senior_percent / 100);
        role = post.senior                 ? Role::senior
               : draw.happens(0, learners) ? Role::newly_qualified
                                           : Role::social_worker;
    }
    fill_post(world, post_id, role, true);
    Worker& worker = state.workers[2 * post_id];
    if (role == Role::newly_qualified) {
        const std::uint16_t weeks = whole_part<std::uint16_t>(whole_weeks_in_year * draw.uniform(1));
        worker.week = weeks;
        worker.joined_at = state.now - working_weeks(weeks);
    } else {
        worker.tenure_years = static_cast<float>(s.mean_tenure_years * draw.exponential(1));
        worker.experience_years += worker.tenure_years;
    }
    set_rate(world, 2 * post_id);
}

// Which posts are vacant today: by their own number, nearly as many full-time equivalents as published.
std::vector<bool> vacant_posts(const World& world, double vacant_fte) {
    const State& state = world.state;
    std::vector<std::pair<double, std::uint32_t>> order;
    for (std::uint32_t id = 0; id < state.posts.size(); ++id) {
        order.emplace_back(world.draw(id, starting_position, vacancy_order_ordinal).uniform(0), id);
    }
    std::sort(order.begin(), order.end());
    std::vector<bool> vacant(state.posts.size(), false);
    double sum = 0;
    for (const auto& [u, id] : order) {
        if (sum + state.posts[id].fte / 2 > vacant_fte) break;
        vacant[id] = true;
        sum += state.posts[id].fte;
    }
    return vacant;
}

}  // namespace

void set_up(World& world) {
    State& state = world.state;
    const Settings& s = world.settings();
    const double posts_fte = s.in_post_fte + s.vacancies_fte;
    const double staff = s.in_post_fte + s.agency_fte;
    ensure(staff > 0 && s.case_holders_fte > 0, "an authority needs workers");
    make_teams(world, posts_fte * case_holding_share(s));
    for (std::uint32_t team = 0; team < state.teams.size(); ++team) {
        // Where managing takes no time (no sign-off, no supervision), teams run without a manager.
        if (s.hours_sign_off <= 0 && s.supervision_hours <= 0 && s.hours_allocation <= 0) break;
        state.teams[team].manager_post =
            static_cast<std::uint16_t>(new_post(world, PostKind::managing, team));
    }
    state.support_workers = world.policy->posts.support_workers;
    double made = 0;
    for (const Post& post : state.posts) made += post.fte;
    new_posts(world, PostKind::other, 0, posts_fte - made);
    // Room for posts added later, so that nothing is moved in the middle of a run.
    constexpr std::size_t posts_to_come = 64;
    const std::size_t most = state.posts.size() + posts_to_come;
    state.posts.reserve(most);
    state.workers.reserve(2 * most);
    state.workers.resize(2 * state.posts.size());
    state.diaries.resize(2 * most);
    state.held.resize(2 * most);
    const std::vector<bool> vacant = vacant_posts(world, s.vacancies_fte);
    for (std::uint32_t id = 0; id < vacant.size(); ++id) {
        if (!vacant[id]) {
            start_worker(world, id);
            continue;
        }
        Post& post = state.posts[id];
        post.vacant_since = state.now;
        const bool covered = world.draw(id, agency_cover, 0).happens(0, world.rules->agency_cover_chance);
        const Role role = post.kind == PostKind::case_holding ? Role::agency
                          : post.kind == PostKind::managing   ? Role::manager
                                                              : Role::other;
        if (covered) fill_post(world, id, role, false);
    }
    // Agency outside the establishment.
    double temporary = 0;
    for (std::uint32_t team = 0; temporary + 0.5 < world.rules->long_agency_fte && has_room_for_posts(state);
         ++team) {
        const std::uint32_t chosen = team % static_cast<std::uint32_t>(state.teams.size());
        if (state.teams[chosen].kind == TeamKind::front_door) continue;
        const Minutes until = state.now + world.rules->work.months(s.temporary_cover_months);
        const std::uint32_t post = add_post(world, PostKind::case_holding, chosen, until);
        state.posts[post].cover_arrives = never;
        fill_post(world, post, Role::agency, false);
        temporary += 1;
    }
}

// The end of settling: recruitment of what is vacant today is under way, at any point of its weeks.
void begin_branch(World& world) {
    State& state = world.state;
    state.settling = false;
    const double weeks = weeks_to_hire(world);
    for (std::uint32_t id = 0; id < state.posts.size(); ++id) {
        Post& post = state.posts[id];
        if (post.filled || post.closed || post.temporary) continue;
        const Draw draw = world.draw(id, hiring, under_way_ordinal);
        post.campaign_ends =
            state.now + std::max(1, working_days(working_days_in_week * weeks * draw.uniform(0)));
        world.schedule(post.campaign_ends, EventKind::post_step, id);
        if (!post.covered) seek_cover(world, id);
    }
}

}  // namespace headroom
