#include "analysis/charts/fan_chart.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/charts/axis.hpp"
#include "analysis/charts/style.hpp"
#include "analysis/words/number_words.hpp"
#include "analysis/words/text_table.hpp"

namespace headroom {

namespace {

constexpr double left = 46, right = panel_width - 10, plot_height = 150, letter_room = 22, letter_height = 14;
constexpr std::size_t heading_letters = 46;
constexpr int scaled_percent = 80;  // the widest band that the scale holds
constexpr double label_room = 72;   // from one month's label to the next
constexpr std::string_view band_strength[] = {"0.13", "0.16",
                                              "0.26"};  // widest first; they lie on one another

// The place of months and values in every picture of a chart.
struct Frame {
    Axis axis;
    int months;
    double right, top;
    double height = plot_height;

    double bottom() const { return top + height; }
    double held(double value) const { return std::clamp(value, axis.low, axis.high); }
    Spot place_of(int month, double value) const {
        const double along = months > 1 ? static_cast<double>(month) / (months - 1) : 0.5;
        return {left + along * (right - left), bottom() - axis.share_of(value) * height};
    }
};

Frame frame_of(const FanChart& chart) {
    std::vector<double> values;
    if (chart.from_zero) values.push_back(0);
    std::size_t months = 0;
    for (const MonthlyFan& fan : chart.fans) {
        values.insert(values.end(), fan.median.begin(), fan.median.end());
        // One alternative's widest band would press every other line flat: it may end at the edge.
        for (const FutureBand& band : fan.bands) {
            if (band.percent > scaled_percent) continue;
            values.insert(values.end(), band.low.begin(), band.low.end());
            values.insert(values.end(), band.high.begin(), band.high.end());
        }
        months = std::max(months, fan.median.size());
    }
    return {axis_for(values, 6), static_cast<int>(months), right, 0};
}

void draw_axes(Svg& svg, const Frame& frame, const FanChart& chart) {
    svg.text({4, frame.top - 10}, Anchor::start, chart.unit, small_text);
    for (const double tick : frame.axis.ticks) {
        const double y = frame.place_of(0, tick).y;
        svg.line({left, y}, {right, y}, tick == frame.axis.low ? axis_line : faint_line);
        svg.text({left - 6, y + 4}, Anchor::end, frame.axis.words(tick));
    }
    const int every = frame.months <= 4 ? 1 : frame.months <= 12 ? 3 : frame.months <= 24 ? 6 : 12;
    int step = std::max(every, (frame.months / 4 + every - 1) / every * every);
    const double month_width = (right - letter_room - left) / std::max(frame.months - 1, 1);
    while (step * month_width < label_room && step < frame.months) step *= 2;
    for (int month = 0; month < frame.months; month += step) {
        const double x = frame.place_of(month, 0).x;
        svg.line({x, frame.bottom()}, {x, frame.bottom() + 5}, axis_line);
        const double words_at = x < left + 25 ? left - 18 : x;
        const Anchor anchor = x < left + 25 ? Anchor::start : x > right - 30 ? Anchor::end : Anchor::middle;
        svg.text({words_at, frame.bottom() + 18}, anchor, short_month_words(chart.start, month));
    }
}

void draw_band(Svg& svg, const Frame& frame, const FutureBand& band, const std::string& style) {
    std::vector<Spot> edge;
    for (std::size_t month = 0; month < band.high.size(); ++month) {
        if (!std::isnan(band.high[month]))
            edge.push_back(frame.place_of(static_cast<int>(month), frame.held(band.high[month])));
    }
    for (std::size_t month = band.low.size(); month-- > 0;) {
        if (!std::isnan(band.low[month]))
            edge.push_back(frame.place_of(static_cast<int>(month), frame.held(band.low[month])));
    }
    if (edge.size() > 2) svg.area(edge, style);
}

// A month without a value (a ratio of nothing) leaves a gap; a value between two gaps is a dot.
void draw_median(Svg& svg, const Frame& frame, const std::vector<double>& median, LineStyle style) {
    const std::string stroke = "fill=\"none\" stroke=\"" + std::string(style.colour) +
                               "\" stroke-width=\"2\" stroke-dasharray=\"" + std::string(style.dashes) + "\"";
    std::vector<Spot> run;
    const auto finish = [&] {
        if (run.size() == 1) svg.circle(run[0], 3, fill_of(style.colour));
        if (run.size() > 1) svg.path(run, stroke);
        run.clear();
    };
    for (std::size_t month = 0; month < median.size(); ++month) {
        if (std::isnan(median[month]))
            finish();
        else
            run.push_back(frame.place_of(static_cast<int>(month), median[month]));
    }
    finish();
}

double last_value(const std::vector<double>& median) {
    for (auto value = median.rbegin(); value != median.rend(); ++value) {
        if (!std::isnan(*value)) return *value;
    }
    return 0;
}

void draw_letters(Svg& svg, const Frame& frame, const FanChart& chart) {
    std::vector<double> ends;
    for (const MonthlyFan& fan : chart.fans)
        ends.push_back(frame.place_of(frame.months - 1, last_value(fan.median)).y);
    const std::vector<double> places = spread_apart(ends, letter_height, frame.top, frame.bottom());
    for (std::size_t i = 0; i < places.size(); ++i) {
        const LineStyle style = line_style(i);
        svg.line({frame.right + 2, ends[i]}, {frame.right + 9, places[i]},
                 "stroke=\"" + std::string(style.colour) + "\" stroke-width=\"1\"");
        svg.text({frame.right + 11, places[i] + 4}, Anchor::start, letter_of(i),
                 fill_of(style.colour) + " font-weight=\"bold\"");
    }
}

std::string first_and_last(const FanChart& chart, std::size_t i) {
    const std::vector<double>& median = chart.fans[i].median;
    if (median.empty()) return chart.names[i] + ": no months.";
    return chart.names[i] + ": " + number_words(median.front(), chart.decimals) + " and " +
           number_words(median.back(), chart.decimals) + ".";
}

std::string medians_svg(const FanChart& chart, Frame frame) {
    frame.right = right - letter_room;
    frame.top = 44;
    frame.height = std::max(plot_height, letter_height * static_cast<double>(chart.fans.size()));
    std::string description = chart.unit + ". Median over futures in the first and the last month.";
    for (std::size_t i = 0; i < chart.fans.size(); ++i)
        description += " " + letter_of(i) + ", " + first_and_last(chart, i);
    Svg svg(panel_width, frame.bottom() + 26,
            {chart.id + "-all", chart.title + ": all alternatives", description, chart.origin});
    svg.text({4, 15}, Anchor::start, "All alternatives: medians", "font-weight=\"bold\"");
    draw_axes(svg, frame, chart);
    for (std::size_t i = 0; i < chart.fans.size(); ++i)
        draw_median(svg, frame, chart.fans[i].median, line_style(i));
    draw_letters(svg, frame, chart);
    return svg.closed();
}

std::string fan_svg(const FanChart& chart, Frame frame, std::size_t i) {
    const LineStyle style = line_style(i);
    const std::vector<std::string> heading = wrapped(letter_of(i) + ". " + chart.names[i], heading_letters);
    frame.top = 29 + text_height * static_cast<double>(heading.size());
    const std::string description =
        chart.unit + ". Median over futures in the first and the last month, with bands that " +
        "hold half, 80 % and 95 % of the futures. " + first_and_last(chart, i);
    Svg svg(panel_width, frame.bottom() + 26,
            {chart.id + "-" + letter_of(i), chart.title + ": " + chart.names[i], description, chart.origin});
    svg.lines({4, 15}, Anchor::start, heading, fill_of(style.colour) + " font-weight=\"bold\"");
    draw_axes(svg, frame, chart);
    for (std::size_t band = 0; band < chart.fans[i].bands.size(); ++band)
        draw_band(svg, frame, chart.fans[i].bands[band],
                  fill_of(style.colour) + " fill-opacity=\"" + std::string(band_strength[band % 3]) + "\"");
    if (i > 0) draw_median(svg, frame, chart.fans[0].median, {"#6a6a6a", "2 3"});
    draw_median(svg, frame, chart.fans[i].median, {style.colour, "none"});
    return svg.closed();
}

}  // namespace

std::string beyond_scale_words(const FanChart& chart) {
    const Frame frame = frame_of(chart);
    std::string words;
    for (std::size_t i = 0; i < chart.fans.size(); ++i) {
        double most = frame.axis.high, least = frame.axis.low;
        for (const FutureBand& band : chart.fans[i].bands) {
            for (const double value : band.high) most = value > most ? value : most;
            for (const double value : band.low) least = value < least ? value : least;
        }
        const auto add = [&](const char* way, double value) {
            words += (words.empty() ? "The 95 % band is cut at the edge of the scale: " : "; ") +
                     letter_of(i) + " reaches " + way + " to " + number_words(value, chart.decimals);
        };
        if (most > frame.axis.high) add("up", most);
        if (least < frame.axis.low) add("down", least);
    }
    return words.empty() ? words : words + ".";
}

std::vector<std::string> svgs_of(const FanChart& chart) {
    const Frame frame = frame_of(chart);
    std::vector<std::string> pictures;
    if (chart.fans.size() > 1) pictures.push_back(medians_svg(chart, frame));
    for (std::size_t i = 0; i < chart.fans.size(); ++i) pictures.push_back(fan_svg(chart, frame, i));
    return pictures;
}

}  // namespace headroom
