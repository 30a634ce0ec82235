#include "analysis/charts/stacked_bars.hpp"

#include <cmath>

#include "analysis/charts/axis.hpp"
#include "analysis/charts/style.hpp"
#include "analysis/statistics/number_words.hpp"
#include "analysis/statistics/text_table.hpp"

namespace headroom {

namespace {

constexpr double width = 820, left = 190, right = 740, top = 44;
constexpr double bar_height = 30, bar_step = 50, line_height = 15;
constexpr std::size_t label_letters = 25;  // fit left of the bars

double x_of(const Axis& axis, double value) {
    return left + axis.share_of(value) * (right - left);
}

Axis axis_of(const StackedBars& chart) {
    std::vector<double> values{0};
    for (const StackedBar& bar : chart.bars) {
        values.push_back(bar.sum.mean);
        values.push_back(bar.sum.high);
    }
    return axis_for(values, 8);
}

void draw_key(Svg& svg, const StackedBars& chart) {
    double x = left;
    for (std::size_t i = 0; i < chart.part_names.size(); ++i) {
        svg.rectangle({x, 10}, 12, 12, fill_of(shortfall_colour(i)));
        svg.text({x + 18, 21}, Anchor::start, chart.part_names[i]);
        x += 40 + 7 * static_cast<double>(chart.part_names[i].size());
    }
}

void draw_axis(Svg& svg, const Axis& axis, double bottom, const std::string& unit) {
    for (const double tick : axis.ticks) {
        const double x = x_of(axis, tick);
        svg.line({x, top - 8}, {x, bottom}, tick == 0 ? axis_line : faint_line);
        svg.text({x, bottom + 16}, Anchor::middle, axis.words(tick));
    }
    svg.text({(left + right) / 2, bottom + 36}, Anchor::middle, unit);
}

void draw_name(Svg& svg, const std::string& name, double middle) {
    const std::vector<std::string> lines = wrapped(name, label_letters);
    double y = middle + 4 - line_height * static_cast<double>(lines.size() - 1) / 2;
    for (const std::string& line : lines) {
        svg.text({left - 10, y}, Anchor::end, line);
        y += line_height;
    }
}

// A part's number stands inside it where there is room.
void draw_parts(Svg& svg, const StackedBars& chart, const StackedBar& bar, const Axis& axis, double y) {
    double sum = 0;
    for (std::size_t i = 0; i < bar.parts.size(); ++i) {
        if (std::isnan(bar.parts[i])) continue;
        const double from = x_of(axis, sum);
        sum += bar.parts[i];
        const double to = x_of(axis, sum);
        svg.rectangle({from, y}, to - from, bar_height,
                      fill_of(shortfall_colour(i)) + " stroke=\"#ffffff\" stroke-width=\"1\"");
        const std::string words = number_words(bar.parts[i], chart.decimals);
        if (to - from > 9 * static_cast<double>(words.size()))
            svg.text({(from + to) / 2, y + bar_height / 2 + 5}, Anchor::middle, words, "fill=\"#ffffff\"");
    }
}

void draw_sum(Svg& svg, const StackedBars& chart, const StackedBar& bar, const Axis& axis, double middle) {
    if (std::isnan(bar.sum.mean)) return;
    double end = x_of(axis, bar.sum.mean);
    if (!std::isnan(bar.sum.low)) {
        const double low = x_of(axis, bar.sum.low);
        end = x_of(axis, bar.sum.high);
        constexpr std::string_view whisker = "stroke=\"#1a1a1a\" stroke-width=\"1.5\"";
        const double below = middle + bar_height / 2 + 4;
        svg.line({low, below}, {end, below}, whisker);
        svg.line({low, below - 3}, {low, below + 3}, whisker);
        svg.line({end, below - 3}, {end, below + 3}, whisker);
    }
    svg.text({end + 7, middle + 5}, Anchor::start, number_words(bar.sum.mean, chart.decimals),
             "font-weight=\"bold\"");
}

}  // namespace

std::string svg_of(const StackedBars& chart) {
    const Axis axis = axis_of(chart);
    const double bottom = top + bar_step * static_cast<double>(chart.bars.size());
    Svg svg(width, bottom + 84, chart.spoken);
    draw_key(svg, chart);
    draw_axis(svg, axis, bottom, chart.unit);
    double y = top;
    for (const StackedBar& bar : chart.bars) {
        draw_name(svg, bar.name, y + bar_height / 2);
        draw_parts(svg, chart, bar, axis, y);
        draw_sum(svg, chart, bar, axis, y + bar_height / 2);
        y += bar_step;
    }
    svg.text({16, bottom + 58}, Anchor::start,
             "Bars: means over futures. Line below a bar: the middle 80 % of futures of the sum.",
             small_text);
    svg.text({16, bottom + 76}, Anchor::start, chart.origin, small_text);
    return svg.closed();
}

}  // namespace headroom
