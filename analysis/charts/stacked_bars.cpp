#include "analysis/charts/stacked_bars.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/charts/axis.hpp"
#include "analysis/charts/style.hpp"
#include "analysis/words/number_words.hpp"
#include "analysis/words/text_table.hpp"
#include "sim/engine/whole_part.hpp"

namespace headroom {

namespace {

constexpr double edge = 4, beyond = 58;  // room to the right of the longest bar for its number
constexpr double bar_height = 18, gap = 9, whisker_room = 7;
// A picture at least so wide has the names left of the bars; a narrower one above them.
constexpr double wide = 500, name_room = 190;

// A chart, where its bars begin and where values become places.
struct Frame {
    const StackedBars& chart;
    Axis axis;
    double left, right;
    std::size_t name_letters;

    bool names_above() const { return left == edge; }

    double x_of(double value) const { return left + axis.share_of(value) * (right - left); }
};

Frame frame_of(const StackedBars& chart, double width) {
    std::vector<double> values{0};
    for (const StackedBar& bar : chart.bars) {
        values.push_back(bar.sum.mean);
        values.push_back(bar.sum.high);
    }
    const double left = width < wide ? edge : name_room;
    const double room = width < wide ? width - 2 * edge : name_room - 12;
    return {chart, axis_for(values, width < wide ? 4 : 6), left, width - beyond,
            whole_part<std::size_t>(room * letters_per_unit)};
}

double width_of(const std::string& words) {
    return static_cast<double>(shown_width(words)) / letters_per_unit;
}

// The key to the parts, in as many lines as it needs; returns where it ends.
double draw_key(Svg& svg, const StackedBars& chart, double width) {
    double x = edge, y = 14;
    if (!chart.heading.empty()) {
        svg.text({edge, y}, Anchor::start, chart.heading, "font-weight=\"bold\"");
        y += text_height + 6;
    }
    for (std::size_t i = 0; i < chart.part_names.size(); ++i) {
        const double entry = 30 + width_of(chart.part_names[i]);
        if (x > edge && x + entry > width) x = edge, y += text_height + 3;
        svg.rectangle({x, y - 10}, 12, 12, fill_of(chart.colours[i]));
        svg.text({x + 17, y + 1}, Anchor::start, chart.part_names[i]);
        x += entry;
    }
    return y + 12;
}

// A part's number stands inside it where there is room.
void draw_parts(Svg& svg, const Frame& frame, const StackedBar& bar, double y) {
    double sum = 0;
    for (std::size_t i = 0; i < bar.parts.size(); ++i) {
        if (std::isnan(bar.parts[i])) continue;
        const double from = frame.x_of(sum);
        sum += bar.parts[i];
        const double to = frame.x_of(sum);
        if (to - from < 0.05) continue;
        svg.rectangle({from, y}, to - from, bar_height,
                      fill_of(frame.chart.colours[i]) + " stroke=\"#ffffff\" stroke-width=\"1\"");
        const std::string words = number_words(bar.parts[i], frame.chart.decimals);
        if (to - from > 6 + width_of(words))
            svg.text({(from + to) / 2, y + bar_height / 2 + 4.5}, Anchor::middle, words, "fill=\"#ffffff\"");
    }
}

void draw_sum(Svg& svg, const Frame& frame, const StackedBar& bar, double y) {
    if (std::isnan(bar.sum.mean)) return;
    double end = frame.x_of(bar.sum.mean);
    if (!std::isnan(bar.sum.low)) {
        const double low = frame.x_of(bar.sum.low), high = frame.x_of(bar.sum.high);
        constexpr std::string_view whisker = "stroke=\"#1a1a1a\" stroke-width=\"1.5\"";
        const double below = y + bar_height + 4;
        svg.line({low, below}, {high, below}, whisker);
        svg.line({low, below - 3}, {low, below + 3}, whisker);
        svg.line({high, below - 3}, {high, below + 3}, whisker);
        end = std::max(end, std::min(high, end + 1));
    }
    svg.text({end + 6, y + bar_height / 2 + 4.5}, Anchor::start,
             number_words(bar.sum.mean, frame.chart.decimals), "font-weight=\"bold\"");
}

double height_of(const StackedBar& bar, const Frame& frame) {
    const double lines = text_height * static_cast<double>(wrapped(bar.name, frame.name_letters).size());
    const double drawn = bar_height + (std::isnan(bar.sum.low) ? 0 : whisker_room);
    return gap + (frame.names_above() ? lines + drawn : std::max(lines, drawn));
}

void draw_axis(Svg& svg, const Frame& frame, Spot from_to) {
    for (const double tick : frame.axis.ticks) {
        const double x = frame.x_of(tick);
        svg.line({x, from_to.x}, {x, from_to.y}, tick == 0 ? axis_line : faint_line);
        svg.text({x, from_to.y + 15}, tick == 0 ? Anchor::start : Anchor::middle, frame.axis.words(tick),
                 small_text);
    }
    svg.text({frame.left, from_to.y + 32}, Anchor::start, frame.chart.unit, small_text);
}

void draw_bar(Svg& svg, const Frame& frame, const StackedBar& bar, double y) {
    const double below = svg.lines({edge, y + 13}, Anchor::start, wrapped(bar.name, frame.name_letters), {});
    const double top = frame.names_above() ? below - 9 : y;
    draw_parts(svg, frame, bar, top);
    draw_sum(svg, frame, bar, top);
}

}  // namespace

std::string svg_of(const StackedBars& chart, double width) {
    const Frame frame = frame_of(chart, width);
    // The key is drawn once to learn how high it is.
    Svg trial(width, 0, chart.spoken);
    const double top = draw_key(trial, chart, width);
    double bottom = top;
    for (const StackedBar& bar : chart.bars) bottom += height_of(bar, frame);
    Svg svg(width, bottom + 40, chart.spoken);
    draw_key(svg, chart, width);
    draw_axis(svg, frame, {top, bottom});
    double y = top;
    for (const StackedBar& bar : chart.bars) {
        draw_bar(svg, frame, bar, y);
        y += height_of(bar, frame);
    }
    return svg.closed();
}

}  // namespace headroom
