#include "analysis/charts/svg.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include "analysis/charts/style.hpp"
#include "sim/engine/letters.hpp"

namespace headroom {

namespace {

// Tenths of a unit are finer than any screen shows, and keep the page small.
std::string tenths(double value) {
    std::array<char, 64> letters;
    const double rounded = std::round(value * 10) / 10;
    return {letters.data(),
            std::to_chars(letters.data(), letters.data() + letters.size(), rounded + 0.0).ptr};
}

std::string attribute(std::string_view name, double value) {
    return " " + std::string(name) + "=\"" + tenths(value) + "\"";
}

}  // namespace

std::string escaped(std::string_view text) {
    std::string all;
    // HTML and XML allow no control characters, and those of writing direction would turn a page's words
    // round.
    for (const char letter : with_unseen_replaced(text)) {
        switch (letter) {
            case '&': all += "&amp;"; break;
            case '<': all += "&lt;"; break;
            case '>': all += "&gt;"; break;
            case '"': all += "&quot;"; break;
            case '\'': all += "&#39;"; break;
            default: all += letter;
        }
    }
    return all;
}

Svg::Svg(double width, double height, const Spoken& spoken) {
    text_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + tenths(width) + " " +
            tenths(height) + "\" role=\"img\" aria-labelledby=\"" + spoken.id + "-title " + spoken.id +
            "-desc\" font-family=\"sans-serif\" font-size=\"13\" fill=\"#1a1a1a\">\n<title id=\"" +
            spoken.id + "-title\">" + escaped(spoken.title) + "</title>\n<desc id=\"" + spoken.id +
            "-desc\">" + escaped(spoken.description) + "</desc>\n";
    if (!spoken.origin.empty()) text_ += "<metadata>" + escaped(spoken.origin) + "</metadata>\n";
}

void Svg::line(Spot from, Spot to, std::string_view style) {
    text_ += "<line" + attribute("x1", from.x) + attribute("y1", from.y) + attribute("x2", to.x) +
             attribute("y2", to.y) + " " + std::string(style) + "/>\n";
}

void Svg::points(std::string_view shape, const std::vector<Spot>& places, std::string_view style) {
    (text_ += "<") += shape;
    text_ += " points=\"";
    for (const Spot& place : places) text_ += tenths(place.x) + "," + tenths(place.y) + " ";
    if (!places.empty()) text_.pop_back();
    ((text_ += "\" ") += style) += "/>\n";
}

void Svg::path(const std::vector<Spot>& places, std::string_view style) {
    points("polyline", places, style);
}

void Svg::area(const std::vector<Spot>& places, std::string_view style) {
    points("polygon", places, style);
}

void Svg::rectangle(Spot corner, double width, double height, std::string_view style) {
    text_ += "<rect" + attribute("x", corner.x) + attribute("y", corner.y) + attribute("width", width) +
             attribute("height", height) + " " + std::string(style) + "/>\n";
}

void Svg::circle(Spot centre, double radius, std::string_view style) {
    text_ += "<circle" + attribute("cx", centre.x) + attribute("cy", centre.y) + attribute("r", radius) +
             " " + std::string(style) + "/>\n";
}

void Svg::text(Spot place, Anchor anchor, std::string_view words, std::string_view style) {
    constexpr std::string_view anchors[] = {"start", "middle", "end"};
    text_ += "<text" + attribute("x", place.x) + attribute("y", place.y) + " text-anchor=\"" +
             std::string(anchors[static_cast<std::size_t>(anchor)]) + "\" " + std::string(style) + ">" +
             escaped(words) + "</text>\n";
}

double Svg::lines(Spot place, Anchor anchor, const std::vector<std::string>& words, std::string_view style) {
    for (const std::string& line : words) {
        text(place, anchor, line, style);
        place.y += text_height;
    }
    return place.y;
}

}  // namespace headroom
