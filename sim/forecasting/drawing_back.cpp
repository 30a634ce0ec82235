#include "sim/forecasting/drawing_back.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "sim/engine/elementary.hpp"

namespace headroom {

namespace {

// A rate that is a setting, in the same unit.
struct DrawnRate {
    Figure figure;
    double Settings::*setting;
};

constexpr std::array rates_drawn = {
    DrawnRate{Figure::turnover_percent, &Settings::turnover_percent},
    DrawnRate{Figure::absence_percent, &Settings::absence_percent},
};

// Of a flow's logarithm per child next year's best guess is so much of the last year's and of the mean of
// three years, the rest England's. Measured over all authorities, 2019 to 2023. `within`: the flow that the
// setting is a share of, whose own way back is no part of it.
struct DrawnFlow {
    Figure figure;
    Figure within;
    double last;
    double three_years;
    double Settings::*setting;
};

constexpr std::array flows_drawn = {
    DrawnFlow{Figure::s47_enquiries, Figure::s47_enquiries, 0.70, 0.21, &Settings::s47_per_referral_percent},
    DrawnFlow{Figure::conferences, Figure::s47_enquiries, 0.51, 0.38, &Settings::conferences_per_s47_percent},
    DrawnFlow{Figure::looked_after_started, Figure::looked_after_started, 0.43, 0.46,
              &Settings::looked_after_per_year},
};

std::optional<double> log_per_child(const Panel& panel, std::string_view code, Figure figure, int year) {
    const auto number = panel.at(code, figure, year);
    const auto children = panel.at(code, Figure::children_0_17, year);
    if (!number || !children || *number <= 0 || *children <= 0) return std::nullopt;
    return natural_log(*number / *children);
}

// How many times the last year's flow the best guess of the next is.
double times_the_last(const DrawnFlow& flow, const KnownPlace& place, const Panel& panel) {
    const FigureValue known = place.figures[flow.figure];
    const auto last = log_per_child(panel, place.figures.code(), flow.figure, known.year);
    const auto england = log_per_child(panel, england_code, flow.figure, known.year);
    if (known.from != FigureValue::From::own || !last || !england) return 1;
    double sum = *last, years = 1;
    for (const int year : {known.year - 1, known.year - 2}) {
        const auto before = log_per_child(panel, place.figures.code(), flow.figure, year);
        if (!before) continue;
        sum += *before;
        ++years;
    }
    const double rest = 1 - flow.last - flow.three_years;
    return exponential_of(flow.last * *last + flow.three_years * sum / years + rest * *england - *last);
}

double times_of(Figure figure, const KnownPlace& place, const Panel& panel) {
    for (const DrawnFlow& flow : flows_drawn)
        if (flow.figure == figure) return times_the_last(flow, place, panel);
    return 1;
}

}  // namespace

std::vector<DrawnBack> drawing_back(const KnownPlace& place, const Fit& fit, const Panel& panel) {
    std::vector<DrawnBack> ways;
    for (const DrawnRate& rate : rates_drawn)
        for (const FittedFigure& fitted : fit.figures)
            if (fitted.target->figure == rate.figure && fitted.whose == FigureValue::From::own)
                ways.push_back({.setting = rate.setting, .more = fitted.held_to - fitted.mean});
    for (const DrawnFlow& flow : flows_drawn) {
        const double within = flow.within == flow.figure ? 1 : times_of(flow.within, place, panel);
        ways.push_back({.setting = flow.setting, .times = times_the_last(flow, place, panel) / within});
    }
    return ways;
}

Settings drawn_back(Settings settings, const std::vector<DrawnBack>& ways) {
    for (const DrawnBack& way : ways) {
        const auto row = std::ranges::find(setting_rows(), way.setting, &SettingRow::value);
        double& value = settings.*way.setting;
        value = std::clamp(value * way.times + way.more, row->low, row->high);
    }
    return settings;
}

}  // namespace headroom
