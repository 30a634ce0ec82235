#include <cmath>
#include <limits>

#include "analysis/charts/axis.hpp"
#include "analysis/charts/band_chart.hpp"
#include "analysis/charts/stacked_bars.hpp"
#include "analysis/charts/style.hpp"
#include "tests/catch.hpp"

using namespace headroom;
using Catch::Matchers::Contains;

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

BandChart two_lines() {
    return {{"chart", "Waiting & <b>", "Two lines."},
            "children",
            Date{2025, 4, 1},
            true,
            "the origin",
            {{"One", {{1, 2, 3}, {0, 1, 2}, {2, 3, 4}}},
             {"Two", {{9, none, 7}, {none, none, none}, {none, none, none}}}}};
}

// WCAG 2.2, relative luminance and contrast ratio.
double luminance(std::string_view colour) {
    const double weights[] = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        const double part = std::stoi(std::string(colour.substr(1 + 2 * i, 2)), nullptr, 16) / 255.0;
        sum += weights[i] * (part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
}

}  // namespace

TEST_CASE("an axis has round ticks and holds every value") {
    const Axis axis = axis_for(std::vector<double>{0, 17.3}, 6);
    CHECK(axis.low == 0);
    CHECK(axis.high == 20);
    CHECK(axis.ticks.size() == 5);
    CHECK(axis.words(axis.ticks[1]) == "5");
    const Axis fine = axis_for(std::vector<double>{1.01, none, 1.06}, 5);
    CHECK(fine.low <= 1.01);
    CHECK(fine.high >= 1.06);
    CHECK(fine.words(fine.ticks[0]) == "1.01");
    CHECK(axis_for(std::vector<double>{-3, 1234567}, 6).ticks.size() >= 3);
}

TEST_CASE("an axis of nothing, or of one value, still has a length") {
    CHECK(axis_for({}, 5).high > axis_for({}, 5).low);
    const Axis flat = axis_for(std::vector<double>{7, 7}, 5);
    CHECK(flat.low <= 7);
    CHECK(flat.high > 7);
}

TEST_CASE("labels never cover one another, keep their order and stay within the picture") {
    const std::vector<double> placed = spread_apart({50, 51, 10, 300, 49}, 20, 0, 300);
    std::vector<double> sorted = placed;
    std::sort(sorted.begin(), sorted.end());
    for (std::size_t i = 1; i < sorted.size(); ++i) CHECK(sorted[i] - sorted[i - 1] >= 20 - 1e-9);
    CHECK(placed[2] == 10);
    CHECK(placed[3] == 300);
    CHECK(placed[4] < placed[0]);
    CHECK(placed[0] < placed[1]);
    CHECK(placed[0] == Approx(50));  // the middle of three stays where it wished to be
}

TEST_CASE("a chart can be heard: it has a title and a description, and bears its origin") {
    const std::string svg = svg_of(two_lines());
    CHECK_THAT(svg, Contains("role=\"img\" aria-labelledby=\"chart-title chart-desc\""));
    CHECK_THAT(svg, Contains("<title id=\"chart-title\">Waiting &amp; &lt;b&gt;</title>"));
    CHECK_THAT(svg, Contains("<desc id=\"chart-desc\">Two lines.</desc>") && Contains(">the origin</text>"));
    CHECK_THAT(svg, !Contains("nan") && !Contains("inf"));
}

TEST_CASE("a month without a value leaves a gap, and a value alone is a dot") {
    const std::string svg = svg_of(two_lines());
    std::size_t dots = 0, lines = 0;
    for (auto at = svg.find("<circle"); at != std::string::npos; at = svg.find("<circle", at + 1)) ++dots;
    for (auto at = svg.find("<polyline"); at != std::string::npos; at = svg.find("<polyline", at + 1))
        ++lines;
    CHECK(dots == 2);
    CHECK(lines == 1);
}

TEST_CASE("a chart of one month or of nothing is still a picture") {
    BandChart chart = two_lines();
    for (BandLine& line : chart.lines) line.band = {{5}, {4}, {6}};
    CHECK_THAT(svg_of(chart), Contains("<circle") && !Contains("nan"));
    chart.lines.clear();
    CHECK_THAT(svg_of(chart), Contains("</svg>") && !Contains("nan"));
}

TEST_CASE("a scale that does not begin at zero says so") {
    BandChart chart = two_lines();
    CHECK_THAT(svg_of(chart), !Contains("does not begin at zero"));
    chart.lines = {{"One", {{18, 18.4}, {17, 17.5}, {19, 19}}}};
    chart.from_zero = false;
    CHECK_THAT(svg_of(chart), Contains("does not begin at zero"));
}

TEST_CASE("stacked parts reach as far as their sum") {
    const StackedBars chart{
        {"bars", "Bars", ""}, "hours", {"a", "b"}, 1, "origin", {{"All", {4, 6}, {9, 10, 9, 11}}}};
    const std::string svg = svg_of(chart);
    // 0 to 12 is 550 wide: 4 is 183.3, and 6 more is 275.
    CHECK_THAT(svg, Contains("width=\"183.3\"") && Contains("width=\"275\"") && Contains(">10.0</text>"));
    const StackedBars unknown{
        {"bars", "Bars", ""}, "hours", {"a"}, 1, "", {{"All", {none}, {0, none, none, none}}}};
    CHECK_THAT(svg_of(unknown), !Contains("nan"));
}

TEST_CASE("every colour of a chart can be read as text on white") {
    for (std::size_t i = 0; i < 6; ++i) CHECK(1.05 / (luminance(line_style(i).colour) + 0.05) >= 4.5);
    for (std::size_t i = 0; i < 3; ++i) CHECK(1.05 / (luminance(shortfall_colour(i)) + 0.05) >= 4.5);
}
