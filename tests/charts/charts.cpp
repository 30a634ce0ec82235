#include <algorithm>
#include <cmath>
#include <limits>
#include <regex>

#include "analysis/charts/axis.hpp"
#include "analysis/charts/class_bars.hpp"
#include "analysis/charts/fan_chart.hpp"
#include "analysis/charts/stacked_bars.hpp"
#include "analysis/charts/style.hpp"
#include "analysis/charts/tornado.hpp"
#include "tests/catch.hpp"

using namespace headroom;
using Catch::Matchers::Contains;

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

MonthlyFan fan(std::vector<double> median, double spread) {
    MonthlyFan made{std::move(median), {{95, {}, {}}, {80, {}, {}}, {50, {}, {}}}};
    for (std::size_t band = 0; band < 3; ++band) {
        for (const double value : made.median) {
            made.bands[band].low.push_back(value - spread * static_cast<double>(3 - band));
            made.bands[band].high.push_back(value + spread * static_cast<double>(3 - band));
        }
    }
    return made;
}

FanChart two_alternatives() {
    return {"chart",
            "Waiting & <b>",
            "children",
            Date{2025, 4, 1},
            true,
            1,
            "the origin",
            {"As now", "Limit 18"},
            {fan({10, 11, 12}, 1), fan({20, none, 24}, none)}};
}

StackedBars bars(std::vector<StackedBar> made) {
    return {{"bars", "Bars", "", "origin"},
            "",
            "hours",
            {"a", "b"},
            {shortfall_colour(0), shortfall_colour(1)},
            1,
            std::move(made)};
}

ClassBars classes() {
    ClassBars chart{"spread",     "Caseloads", "% of workers",      "children",
                    "the origin", {},          {"As now", "Limit"}, {}};
    for (int i = 0; i < 20; ++i) chart.classes.push_back(std::to_string(i));
    chart.shares = {std::vector<ClassShare>(20, {5, 4, 6}), std::vector<ClassShare>(20, {5, none, none})};
    chart.shares[1][3] = {none, none, none};
    return chart;
}

int times(const std::string& text, std::string_view piece) {
    int count = 0;
    for (auto at = text.find(piece); at != std::string::npos; at = text.find(piece, at + 1)) ++count;
    return count;
}

// Every place where something is drawn from, as numbers of that attribute.
std::vector<double> attributes(const std::string& svg, const std::string& name) {
    std::vector<double> found;
    const std::regex form(" " + name + "=\"([-0-9.e]+)\"");
    for (auto at = std::sregex_iterator(svg.begin(), svg.end(), form); at != std::sregex_iterator(); ++at)
        found.push_back(std::stod((*at)[1]));
    return found;
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

TEST_CASE("an axis of absurd numbers ends, and draws none of them") {
    const Axis axis =
        axis_for(std::vector<double>{1e308, -1e308, 3, 7, std::numeric_limits<double>::infinity()}, 5);
    CHECK((axis.low <= 3 && axis.high >= 7 && axis.high < 100));
    const Axis narrow = axis_for(std::vector<double>{9e14, std::nextafter(9e14, 1e15)}, 5);
    CHECK(narrow.ticks.size() <= 24);
    CHECK(axis_for(std::vector<double>{1e-300, 2e-300}, 5).decimals <= 15);
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

TEST_CASE("every picture of a chart can be heard and carries its origin wherever it is copied to") {
    const std::vector<std::string> pictures = svgs_of(two_alternatives());
    REQUIRE(pictures.size() == 3);
    CHECK_THAT(pictures[0], Contains("role=\"img\" aria-labelledby=\"chart-all-title chart-all-desc\""));
    CHECK_THAT(pictures[2],
               Contains("<title id=\"chart-B-title\">Waiting &amp; &lt;b&gt;: Limit 18</title>"));
    CHECK_THAT(pictures[2], Contains("Limit 18: 20.0 and 24.0."));
    for (const std::string& picture : pictures) {
        CHECK_THAT(picture, Contains("<metadata>the origin</metadata>"));
        CHECK_THAT(picture, !Contains("nan") && !Contains("inf"));
    }
}

TEST_CASE("each alternative has a picture of its own on one scale, so that no band hides another") {
    const std::vector<std::string> pictures = svgs_of(two_alternatives());
    CHECK(times(pictures[0], "<polygon") == 0);  // medians only
    CHECK(times(pictures[1], "<polygon") == 3);  // 95, 80 and 50 % of its futures
    CHECK(times(pictures[2], "<polygon") == 0);  // too few futures for any band
    // The first alternative's median stands in the other's picture.
    CHECK(times(pictures[1], "<polyline") == 1);
    CHECK_THAT(pictures[2], Contains("stroke-dasharray=\"2 3\""));
    for (const char* tick : {">0</text>", ">10</text>", ">20</text>"}) {
        for (const std::string& picture : pictures) CHECK_THAT(picture, Contains(tick));
    }
}

TEST_CASE("a wide 95 % band neither flattens the other lines nor leaves its reach unsaid") {
    FanChart chart = two_alternatives();
    CHECK(beyond_scale_words(chart).empty());
    chart.fans[0].bands[0].high[1] = 2000;
    CHECK_THAT(beyond_scale_words(chart), Contains("A reaches up to 2,000.0"));
    const std::vector<std::string> pictures = svgs_of(chart);
    CHECK_THAT(pictures[0], !Contains("2,000</text>") && Contains(">10</text>"));
    CHECK_THAT(pictures[1], !Contains(",-"));  // nothing is drawn above the picture
}

TEST_CASE("one alternative needs no picture of all") {
    FanChart chart = two_alternatives();
    chart.names.resize(1);
    chart.fans.resize(1);
    CHECK(svgs_of(chart).size() == 1);
}

TEST_CASE("a month without a value leaves a gap, and a value alone is a dot") {
    const std::string svg = svgs_of(two_alternatives())[2];
    CHECK(times(svg, "<circle") == 2);
    CHECK(times(svg, "<polyline") == 1);
}

TEST_CASE("a chart of one month or of nothing is still a picture") {
    FanChart chart = two_alternatives();
    chart.fans = {fan({5}, 1), fan({6}, 1)};
    CHECK_THAT(svgs_of(chart)[1], Contains("<circle") && !Contains("nan"));
    chart.fans = {fan({}, 1), fan({}, 1)};
    CHECK_THAT(svgs_of(chart)[1], Contains("</svg>") && !Contains("nan"));
    chart.fans.clear();
    CHECK(svgs_of(chart).empty());
}

TEST_CASE("twenty alternatives keep their letters apart") {
    FanChart chart = two_alternatives();
    chart.names.assign(20, "Same");
    chart.fans.assign(20, fan({10, 10}, 1));
    const std::string svg = svgs_of(chart)[0];
    CHECK_THAT(svg, Contains(">A</text>") && Contains(">T</text>"));
    std::vector<double> heights;
    const std::regex letter(" y=\"([0-9.]+)\" text-anchor=\"start\" [^>]*>[A-T]</text>");
    for (auto at = std::sregex_iterator(svg.begin(), svg.end(), letter); at != std::sregex_iterator(); ++at)
        heights.push_back(std::stod((*at)[1]));
    REQUIRE(heights.size() == 20);
    std::sort(heights.begin(), heights.end());
    for (std::size_t i = 1; i < heights.size(); ++i) CHECK(heights[i] - heights[i - 1] >= 13.8);
    CHECK(letter_of(26) == "A2");
}

TEST_CASE("stacked parts reach as far as their sum, however wide the picture") {
    for (const double width : {panel_width, 2 * panel_width}) {
        const std::string svg = svg_of(bars({{"All", {4, 6}, {9, 10, 9, 11}}}), width);
        const std::vector<double> widths = attributes(svg, "width");  // two of the key, two of the bar
        REQUIRE(widths.size() == 4);
        CHECK(widths[3] / widths[2] == Approx(1.5).epsilon(0.01));
        CHECK_THAT(svg, Contains(">10.0</text>"));
        const std::vector<double> places = attributes(svg, "x");
        CHECK(*std::max_element(places.begin(), places.end()) < width);
    }
    CHECK_THAT(svg_of(bars({{"All", {none, none}, {0, none, none, none}}}), panel_width), !Contains("nan"));
}

TEST_CASE("a class without a share is left out and no class label covers the next") {
    const std::vector<std::string> pictures = svgs_of(classes());
    REQUIRE(pictures.size() == 2);
    CHECK(times(pictures[0], "<rect") == 20);
    CHECK(times(pictures[1], "<rect") == 19);
    CHECK(times(pictures[1], "<polyline") == 1);  // the first alternative's outline
    CHECK_THAT(pictures[0], !Contains(">1</text>") && Contains(">2</text>") && !Contains("nan"));
    CHECK_THAT(pictures[0], Contains("3: 5.0."));
}

TEST_CASE("no text of a chart is smaller than a telephone can show") {
    std::vector<std::string> pictures = svgs_of(two_alternatives());
    for (const std::string& picture : svgs_of(classes())) pictures.push_back(picture);
    pictures.push_back(svg_of(bars({{"All", {4, 6}, {9, 10, 9, 11}}}), panel_width));
    for (const std::string& picture : pictures) {
        for (const double size : attributes(picture, "font-size")) CHECK(size >= 12.5);
        CHECK_THAT(picture, Contains("viewBox=\"0 0 340 "));
    }
}

TEST_CASE("every colour of a chart can be read as text on white, and white on it") {
    for (std::size_t i = 0; i < 6; ++i) CHECK(1.05 / (luminance(line_style(i).colour) + 0.05) >= 4.5);
    for (std::size_t i = 0; i < 3; ++i) CHECK(1.05 / (luminance(shortfall_colour(i)) + 0.05) >= 4.5);
    for (std::size_t i = 0; i < 5; ++i) CHECK(1.05 / (luminance(part_colour(i)) + 0.05) >= 4.5);
}

TEST_CASE("a tornado's bar reaches from the answer as assumed to where one end would bring it") {
    const Axis scale = axis_for(std::vector<double>{-10, 10}, 5);
    Tornado chart{{"rests-on-B", "Rests on", "Hours: +4.0.", "the origin"},
                  "B. Limit <15>",
                  "hours",
                  "#0b5a8a",
                  2,
                  scale,
                  {{"hours of work", {{"0.9 instead of 0.7", 6, 1}, {"0.4 instead of 0.7", 2, none}}}}};
    const std::string svg = svg_of(chart);
    CHECK_THAT(svg, Contains("B. Limit &lt;15&gt;") && Contains("0.9 instead of 0.7: +6.0") &&
                        Contains("the origin"));
    const std::regex bar("<rect x=\"([0-9.]+)\" y=\"[0-9.]+\" width=\"([0-9.]+)\"");
    std::vector<double> widths;
    for (std::sregex_iterator found(svg.begin(), svg.end(), bar), end; found != end; ++found)
        widths.push_back(std::stod((*found)[2]));
    REQUIRE(widths.size() >= 2);
    const double unit = (panel_width - 28) / (scale.high - scale.low);
    CHECK(widths[widths.size() - 2] == Approx(4 * unit).margin(0.1));
    CHECK(widths.back() == Approx(1).margin(0.01));
    CHECK(svg.find("nan") == std::string::npos);
}
