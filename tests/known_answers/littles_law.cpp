// In every stage, and on the waiting lists, children open on average = children who come in a day x days that
// they stay (J. Little, Operations Research 9, 1961).
#include <array>
#include <string_view>

#include "sim/authority/world.hpp"
#include "tests/known_answers/futures.hpp"

namespace headroom {
namespace {

// Where children stay for a while: what counts those who come, and, if there is such a measure, those who are
// there.
struct Part {
    std::string_view name;
    Measure came;
    Measure open;
};
constexpr std::array<Part, 6> parts = {{
    {"assessment", Measure::referrals, Measure::children_in_assessment},
    {"brief help", Measure::brief_help_started, Measure::count},
    {"child in need", Measure::in_need_plans_started, Measure::in_need_plans_open},
    {"child protection", Measure::protection_plans_started, Measure::protection_plans_open},
    {"looked after", Measure::looked_after_started, Measure::looked_after_open},
    {"waiting for a worker", Measure::allocations, Measure::count},
}};
constexpr std::size_t waiting_part = 5;

bool is_in_part(const Family& family, std::size_t part) {
    if (part == waiting_part) return family.unallocated();
    if (family.place == Place::nowhere || family.is(closing)) return false;
    const int stage = static_cast<int>(family.stage);
    const int screening_with_assessment = std::max(0, stage - 1);
    return screening_with_assessment == static_cast<int>(part);
}

// A family's present stay; one of no children is no stay.
struct Stay {
    std::uint32_t entity = 0;
    Minutes since = 0;
    int children = 0;
    bool operator==(const Stay&) const = default;
};

Stay stay_of(const Family& family, std::size_t part) {
    if (!is_in_part(family, part)) return {};
    const Minutes stage_since = part == 0 ? family.referred_at : family.stage_since;
    return {family.entity, part == waiting_part ? family.unallocated_since : stage_since, family.children};
}

using ByPart = std::array<double, parts.size()>;

// Looks at all families twelve times a day, in the middle of each twelfth, and writes down who is there and
// the stays that ended; and in the morning, when the model counts, who is there.
class Onlooker {
public:
    static constexpr Minutes step = minutes_per_working_day / 12;

    ByPart stayed{};    // child-minutes, of stays that ended
    ByPart left{};      // children
    ByPart present{};   // children, summed over looks
    ByPart mornings{};  // the same over mornings
    int looks = 0;

    void look_in_the_morning(const State& state) {
        for (const Family& family : state.families) {
            for (std::size_t part = 0; part < parts.size(); ++part) {
                if (is_in_part(family, part)) mornings[part] += family.children;
            }
        }
    }

    void look(const State& state) {
        before_.resize(state.families.size());
        for (std::size_t row = 0; row < state.families.size(); ++row) {
            for (std::size_t part = 0; part < parts.size(); ++part) {
                Stay& before = before_[row][part];
                const Stay now = stay_of(state.families[row], part);
                if (now != before) end(before, part, state.now - step / 2);
                before = now;
                present[part] += now.children;
            }
        }
        ++looks;
    }

private:
    void end(const Stay& stay, std::size_t part, Minutes time) {
        stayed[part] += static_cast<double>(time - stay.since) * stay.children;
        left[part] += stay.children;
    }

    std::vector<std::array<Stay, parts.size()>> before_;
};

// Who is open, and by how much that differs from what the model's flow and the stays seen say.
struct BothSides {
    std::array<std::vector<double>, parts.size()> open, difference;

    void add(const Onlooker& seen, const Series& series, int days) {
        for (std::size_t part = 0; part < parts.size(); ++part) {
            double came = 0;
            for (const double children : series.of(parts[part].came)) came += children;
            // Who is given a worker at once has waited no time, and no look has seen it.
            if (part == waiting_part) came = seen.left[part];
            const double mean_stay = seen.stayed[part] / seen.left[part] / minutes_per_working_day;
            open[part].push_back(seen.present[part] / seen.looks);
            difference[part].push_back(open[part].back() - came / days * mean_stay);
        }
    }
};

// The measure of who is open is what was seen in the mornings.
void check_measures(const Onlooker& seen, const Series& series, const Calendar& calendar) {
    for (std::size_t part = 0; part < parts.size(); ++part) {
        if (parts[part].open == Measure::count) continue;
        double child_days = 0;
        for (int month = 0; month < series.months(); ++month) {
            child_days += series.at(parts[part].open, month) * calendar.working_days_in_month(month);
        }
        CHECK(child_days == Approx(seen.mornings[part]));
    }
}

TEST_CASE("children open in every stage are as many as come to it, times how long they stay") {
    const Scenario scenario = question_of("littles-law.json", 4);
    const Calendar calendar = calendar_of(scenario);
    const int days = calendar.month_start(scenario.months);
    Authority authority(scenario.settings, scenario.today, scenario.start, scenario.settling_months,
                        scenario.months);
    const Alternative& now = scenario.alternatives.front();
    BothSides sides;
    for (int replication = 0; replication < scenario.replications; ++replication) {
        authority.settle(scenario.seed, static_cast<std::uint32_t>(replication));
        authority.begin({&now.settings, now.policies, now.shocks});
        Onlooker onlooker;
        for (Minutes time = 0; time < working_days(days); time += Onlooker::step) {
            authority.run_to(time);
            if (time % minutes_per_working_day == 0) onlooker.look_in_the_morning(authority.world().state);
            authority.run_to(time + Onlooker::step / 2);
            onlooker.look(authority.world().state);
        }
        const Series& series = authority.finish();
        check_measures(onlooker, series, calendar);
        sides.add(onlooker, series, days);
    }
    for (std::size_t part = 0; part < parts.size(); ++part) {
        INFO(parts[part].name);
        const Estimate open = estimate_of(sides.open[part]);
        const Estimate difference = estimate_of(sides.difference[part]);
        CAPTURE(open, difference);
        // Looking twelve times a day misses a little.
        CHECK(std::abs(difference.mean) <= 3 * difference.standard_error + 0.002 * open.mean);
        CHECK(3 * difference.standard_error <= error_factor * 0.06 * open.mean);
    }
}

}  // namespace
}  // namespace headroom
