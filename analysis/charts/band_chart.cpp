#include "analysis/charts/band_chart.hpp"

#include <cmath>

#include "analysis/charts/axis.hpp"
#include "analysis/charts/style.hpp"
#include "analysis/statistics/number_words.hpp"
#include "analysis/statistics/text_table.hpp"

namespace headroom {

namespace {

constexpr double width = 820, height = 400;
constexpr double left = 56, right = 640, top = 34, bottom = 330;
constexpr double line_height = 15;
constexpr std::size_t label_letters = 24;  // fit between `right` and the edge

// The frame of one chart: which place a month and a value have.
struct Frame {
    Axis axis;
    int months;
    Date start;

    Place place_of(int month, double value) const {
        const double along = months > 1 ? static_cast<double>(month) / (months - 1) : 0.5;
        return {left + along * (right - left), bottom - axis.share_of(value) * (bottom - top)};
    }
};

Frame frame_of(const BandChart& chart) {
    std::vector<double> values;
    if (chart.from_zero) values.push_back(0);
    std::size_t months = 0;
    for (const BandLine& line : chart.lines) {
        for (const auto* part : {&line.band.median, &line.band.low, &line.band.high})
            values.insert(values.end(), part->begin(), part->end());
        months = std::max(months, line.band.median.size());
    }
    return {axis_for(values, 6), static_cast<int>(months), chart.start};
}

void draw_values_axis(Svg& svg, const Frame& frame, const std::string& unit) {
    for (const double tick : frame.axis.ticks) {
        const double y = frame.place_of(0, tick).y;
        svg.line({left, y}, {right, y}, tick == frame.axis.low ? axis_line : faint_line);
        svg.text({left - 7, y + 4}, Anchor::end, frame.axis.words(tick));
    }
    svg.text({left - 40, top - 16}, Anchor::start, unit);
}

void draw_months_axis(Svg& svg, const Frame& frame) {
    const int every = frame.months <= 7 ? 1 : frame.months <= 14 ? 2 : frame.months <= 40 ? 6 : 12;
    for (int month = 0; month < frame.months; month += every) {
        const double x = frame.place_of(month, 0).x;
        svg.line({x, bottom}, {x, bottom + 5}, axis_line);
        svg.text({x, bottom + 19}, Anchor::middle, short_month_words(frame.start, month));
    }
}

void draw_band(Svg& svg, const Frame& frame, const MonthlyBand& band, LineStyle style) {
    std::vector<Place> edge;
    for (int month = 0; month < frame.months; ++month) {
        const double value = band.high[static_cast<std::size_t>(month)];
        if (!std::isnan(value)) edge.push_back(frame.place_of(month, value));
    }
    for (int month = frame.months - 1; month >= 0; --month) {
        const double value = band.low[static_cast<std::size_t>(month)];
        if (!std::isnan(value)) edge.push_back(frame.place_of(month, value));
    }
    if (edge.size() > 2) svg.area(edge, fill_of(style.colour) + " fill-opacity=\"0.14\"");
}

// A month without a value (a ratio of nothing) leaves a gap; a value between two gaps is a dot.
void draw_median(Svg& svg, const Frame& frame, const MonthlyBand& band, LineStyle style) {
    const std::string stroke = "fill=\"none\" stroke=\"" + std::string(style.colour) +
                               "\" stroke-width=\"2\" stroke-dasharray=\"" + std::string(style.dashes) + "\"";
    std::vector<Place> run;
    const auto finish = [&] {
        if (run.size() == 1) svg.circle(run[0], 3, fill_of(style.colour));
        if (run.size() > 1) svg.path(run, stroke);
        run.clear();
    };
    for (int month = 0; month < frame.months; ++month) {
        const double value = band.median[static_cast<std::size_t>(month)];
        if (std::isnan(value))
            finish();
        else
            run.push_back(frame.place_of(month, value));
    }
    finish();
}

double last_value(const MonthlyBand& band) {
    for (auto value = band.median.rbegin(); value != band.median.rend(); ++value) {
        if (!std::isnan(*value)) return *value;
    }
    return 0;
}

void draw_labels(Svg& svg, const Frame& frame, const std::vector<BandLine>& lines) {
    std::size_t deepest = 1;
    for (const BandLine& line : lines) deepest = std::max(deepest, wrapped(line.name, label_letters).size());
    const double block = line_height * static_cast<double>(deepest) + 4;
    std::vector<double> wishes;
    for (const BandLine& line : lines)
        wishes.push_back(frame.place_of(frame.months - 1, last_value(line.band)).y);
    wishes = spread_apart(wishes, block, top, bottom);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const LineStyle style = line_style(i);
        const double end = frame.place_of(frame.months - 1, last_value(lines[i].band)).y;
        svg.line({right + 3, end}, {right + 14, wishes[i]},
                 "stroke=\"" + std::string(style.colour) + "\" stroke-width=\"1\"");
        double y = wishes[i] + 4;
        for (const std::string& words : wrapped(lines[i].name, label_letters)) {
            svg.text({right + 18, y}, Anchor::start, words, fill_of(style.colour));
            y += line_height;
        }
    }
}

}  // namespace

std::string svg_of(const BandChart& chart) {
    const Frame frame = frame_of(chart);
    Svg svg(width, height, chart.spoken);
    draw_values_axis(svg, frame, chart.unit);
    draw_months_axis(svg, frame);
    for (std::size_t i = 0; i < chart.lines.size(); ++i)
        draw_band(svg, frame, chart.lines[i].band, line_style(i));
    for (std::size_t i = 0; i < chart.lines.size(); ++i)
        draw_median(svg, frame, chart.lines[i].band, line_style(i));
    draw_labels(svg, frame, chart.lines);
    svg.text({left - 40, height - 30}, Anchor::start,
             std::string("Line: median over futures. Band: the middle 80 % of futures.") +
                 (frame.axis.low > 0 ? " The scale does not begin at zero." : ""),
             small_text);
    svg.text({left - 40, height - 12}, Anchor::start, chart.origin, small_text);
    return svg.closed();
}

}  // namespace headroom
