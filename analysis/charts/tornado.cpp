#include "analysis/charts/tornado.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/charts/style.hpp"
#include "analysis/words/number_words.hpp"
#include "analysis/words/text_table.hpp"

namespace headroom {

namespace {

constexpr double left = 14, right = panel_width - 14, bar_height = 10, end_height = 31, name_height = 21;
constexpr std::size_t heading_letters = 46;
// White behind the letters, where lines of the scale run through them.
constexpr std::string_view on_white = "stroke=\"#ffffff\" stroke-width=\"3\" paint-order=\"stroke\" ";

// A chart, and where its values stand across the picture.
struct Across {
    const Tornado& chart;
    double x_of(double value) const {
        return left + std::clamp(chart.scale.share_of(value), 0.0, 1.0) * (right - left);
    }
};

double height_of(const Tornado& chart) {
    double height = 0;
    for (const TornadoRow& row : chart.rows)
        height += name_height + end_height * static_cast<double>(row.ends.size());
    return height;
}

void draw_scale(Svg& svg, const Across& across, double top, double bottom) {
    const Tornado& chart = across.chart;
    for (const double tick : chart.scale.ticks) {
        const double x = across.x_of(tick);
        svg.line({x, top}, {x, bottom}, tick == 0 ? axis_line : faint_line);
        svg.text({x, bottom + 16}, Anchor::middle, chart.scale.words(tick), small_text);
    }
    const double x = across.x_of(chart.as_assumed);
    svg.line({x, top}, {x, bottom}, "stroke=\"#111111\" stroke-width=\"1.5\" stroke-dasharray=\"4 3\"");
    svg.text({left, bottom + 33}, Anchor::start, chart.unit, small_text);
}

void draw_end(Svg& svg, const Across& across, const TornadoEnd& end, double y) {
    const Tornado& chart = across.chart;
    svg.text({left, y + 12}, Anchor::start, end.words + ": " + signed_words(end.value, 1),
             std::string(on_white) + std::string(small_text));
    const double from = across.x_of(std::min(end.value, chart.as_assumed));
    const double to = across.x_of(std::max(end.value, chart.as_assumed));
    const double bar = y + 16;
    svg.rectangle({from, bar}, std::max(1.0, to - from), bar_height,
                  fill_of(chart.colour) + " fill-opacity=\"0.55\"");
    if (std::isnan(end.half_width)) return;
    const double middle = bar + bar_height / 2;
    svg.line({across.x_of(end.value - end.half_width), middle},
             {across.x_of(end.value + end.half_width), middle},
             "stroke=\"" + chart.colour + "\" stroke-width=\"1.5\"");
}

}  // namespace

std::string svg_of(const Tornado& chart) {
    const std::vector<std::string> heading = wrapped(chart.heading, heading_letters);
    const double top = 12 + text_height * static_cast<double>(heading.size());
    const double bottom = top + height_of(chart) + 6;
    const Across across{chart};
    Svg svg(panel_width, bottom + 42, chart.spoken);
    svg.lines({4, 15}, Anchor::start, heading, fill_of(chart.colour) + " font-weight=\"bold\"");
    draw_scale(svg, across, top, bottom);
    double y = top;
    for (const TornadoRow& row : chart.rows) {
        svg.text({left, y + 17}, Anchor::start, row.name, std::string(on_white) + "font-weight=\"bold\"");
        y += name_height;
        for (const TornadoEnd& end : row.ends) {
            draw_end(svg, across, end, y);
            y += end_height;
        }
    }
    return svg.closed();
}

}  // namespace headroom
