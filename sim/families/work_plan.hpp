// What a plan asks for: minutes, intervals and urgency by stage and kind of work, made from the settings
// once.
#pragma once

#include <array>
#include <vector>

#include "sim/engine/draws.hpp"
#include "sim/engine/whole_part.hpp"
#include "sim/engine/working_time.hpp"
#include "sim/families/family.hpp"
#include "sim/settings/setting.hpp"

namespace headroom {

// What a stage plans of one kind of work: when it repeats, a task of so many minutes (one child) every
// interval; and how much earlier than due a task is ranked.
struct PlannedWork {
    double minutes = 0;
    Minutes interval = 0;  // 0: it does not repeat
    Minutes urgency = 0;
};

// The work of every stage, the hours of each task and how urgent each kind is.
class WorkPlan {
public:
    explicit WorkPlan(const Settings& settings);

    const PlannedWork& of(Stage stage, Work work) const {
        return planned_[static_cast<int>(stage)][static_cast<int>(work)];
    }

    // How much earlier than its due date, less the kind's urgency, a task of this severity is ranked.
    Minutes urgency_of(Severity severity) const { return static_cast<Minutes>(severity) * severity_urgency_; }

    // Minutes of one task: `one_child` minutes for a family of this size. The lognormal spread is read from a
    // table of 4,096 equally likely values (11 ns a task against 38 for log and exp; the plain form is
    // `spread_at`, and a test lays them side by side); the exponential one, used against theory, is exact.
    int minutes(double one_child, int children, const Draw& draw) const {
        const double mean = one_child * size_factor_[children] * scale_;
        const double spread =
            exponential_ ? exact_spread(draw) : spread_table_[draw.word(0) >> (word_bits - spread_bits)];
        return whole_part<int>(mean * spread + 0.5);
    }
    // A task's hours against their mean, for a share `uniform` of all tasks below.
    double spread_at(double uniform) const { return spread_.at(normal_quantile(uniform)); }
    double size_factor(int children) const { return size_factor_[children]; }

    // Expected minutes in 20 working days of an open family of this stage, for workload and strain.
    double load(Stage stage, int children) const {
        return load_[static_cast<int>(stage)] * size_factor_[children];
    }
    double court_load(int children) const { return court_load_ * size_factor_[children]; }

    Minutes month() const { return month_; }
    Minutes months(double count) const { return full_minutes(count * month_); }

private:
    // Out of the way of what asks for the table.
    [[gnu::noinline]] static double exact_spread(const Draw& draw) { return draw.exponential(0); }
    void fill_spread_table();
    void plan_repeating(const Settings& s);
    void rank(const Settings& s);
    void weigh(const Settings& s);
    void set(Stage stage, Work work, double minutes, double days);

    static constexpr int word_bits = 32, spread_bits = 12;  // of a draw, and of the table's 4,096 entries
    static constexpr int sizes = 16;  // more than any family has, so that the table needs no bound

    std::array<std::array<PlannedWork, 1 << lane_bits>, stage_count> planned_{};
    std::array<double, sizes> size_factor_{};
    std::array<double, stage_count> load_{};
    double court_load_ = 0;
    double scale_;
    Minutes month_;
    Minutes severity_urgency_;
    bool exponential_;
    Lognormal spread_;
    std::vector<float> spread_table_;
};

}  // namespace headroom
