#include "analysis/charts/class_bars.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/charts/style.hpp"
#include "analysis/words/number_words.hpp"
#include "analysis/words/text_table.hpp"
#include "sim/engine/whole_part.hpp"

namespace headroom {

namespace {

constexpr double left = 40, right = panel_width - 8, plot_height = 120;
constexpr std::size_t heading_letters = 46;

// The place of classes and shares in every picture of a chart.
struct Frame {
    Axis axis;
    double step, top;

    double bottom() const { return top + plot_height; }
    double x_of(std::size_t place) const { return left + step * static_cast<double>(place); }
    double y_of(double share) const { return bottom() - axis.share_of(share) * plot_height; }
};

Frame frame_of(const ClassBars& chart) {
    std::vector<double> values{0};
    for (const auto& shares : chart.shares) {
        for (const ClassShare& one : shares) values.insert(values.end(), {one.share, one.high});
    }
    const double classes = static_cast<double>(std::max<std::size_t>(chart.classes.size(), 1));
    return {axis_for(values, 4), (right - left) / classes, 0};
}

void draw_axes(Svg& svg, const Frame& frame, const ClassBars& chart) {
    svg.text({4, frame.top - 10}, Anchor::start, chart.unit, small_text);
    for (const double tick : frame.axis.ticks) {
        const double y = frame.y_of(tick);
        svg.line({left, y}, {right, y}, tick == 0 ? axis_line : faint_line);
        svg.text({left - 6, y + 4}, Anchor::end, frame.axis.words(tick));
    }
    std::size_t longest = 1;
    for (const std::string& words : chart.classes) longest = std::max(longest, shown_width(words));
    const double needed = 6 + static_cast<double>(longest) * 6.8;
    const auto every = whole_part<std::size_t>(std::max(1.0, std::ceil(needed / frame.step)));
    for (std::size_t place = 0; place < chart.classes.size(); place += every)
        svg.text({frame.x_of(place) + frame.step / 2, frame.bottom() + 16}, Anchor::middle,
                 chart.classes[place], small_text);
    svg.text({left, frame.bottom() + 33}, Anchor::start, chart.class_unit, small_text);
}

void draw_bars(Svg& svg, const Frame& frame, const std::vector<ClassShare>& shares, LineStyle style) {
    for (std::size_t place = 0; place < shares.size(); ++place) {
        const ClassShare& one = shares[place];
        if (std::isnan(one.share)) continue;
        const double y = frame.y_of(one.share), x = frame.x_of(place);
        svg.rectangle({x + 1, y}, frame.step - 2, frame.bottom() - y,
                      fill_of(style.colour) + " fill-opacity=\"0.55\"");
        if (std::isnan(one.low)) continue;
        const double middle = x + frame.step / 2;
        svg.line({middle, frame.y_of(one.low)}, {middle, frame.y_of(one.high)},
                 "stroke=\"" + std::string(style.colour) + "\" stroke-width=\"1.5\"");
    }
}

void draw_outline(Svg& svg, const Frame& frame, const std::vector<ClassShare>& shares) {
    std::vector<Spot> outline{{frame.x_of(0), frame.bottom()}};
    for (std::size_t place = 0; place < shares.size(); ++place) {
        if (std::isnan(shares[place].share)) return;
        const double y = frame.y_of(shares[place].share);
        outline.push_back({frame.x_of(place), y});
        outline.push_back({frame.x_of(place + 1), y});
    }
    svg.path(outline, "fill=\"none\" stroke=\"#3d3d3d\" stroke-width=\"1.3\" stroke-dasharray=\"3 2\"");
}

std::string description_of(const ClassBars& chart, std::size_t i) {
    std::string text = chart.unit + ", by " + chart.class_unit + ".";
    for (std::size_t place = 0; place < chart.classes.size(); ++place) {
        if (chart.shares[i][place].share >= 0.05)
            text += " " + chart.classes[place] + ": " + number_words(chart.shares[i][place].share, 1) + ".";
    }
    return text;
}

}  // namespace

std::vector<std::string> svgs_of(const ClassBars& chart) {
    Frame frame = frame_of(chart);
    std::vector<std::string> pictures;
    for (std::size_t i = 0; i < chart.names.size(); ++i) {
        const LineStyle style = line_style(i);
        const std::vector<std::string> heading =
            wrapped(letter_of(i) + ". " + chart.names[i], heading_letters);
        frame.top = 29 + text_height * static_cast<double>(heading.size());
        Svg svg(panel_width, frame.bottom() + 42,
                {chart.id + "-" + letter_of(i), chart.title + ": " + chart.names[i], description_of(chart, i),
                 chart.origin});
        svg.lines({4, 15}, Anchor::start, heading, fill_of(style.colour) + " font-weight=\"bold\"");
        draw_axes(svg, frame, chart);
        draw_bars(svg, frame, chart.shares[i], style);
        if (i > 0) draw_outline(svg, frame, chart.shares[0]);
        pictures.push_back(svg.closed());
    }
    return pictures;
}

}  // namespace headroom
