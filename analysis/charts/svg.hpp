// A picture as SVG text: the few shapes that charts need, and what makes it readable aloud.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace headroom {

// Safe inside HTML and SVG, in text and in attributes.
std::string escaped(std::string_view text);

// A place in the picture, in its own units from the upper left.
struct Spot {
    double x, y;
};

// Where a text stands relative to its place.
enum class Anchor { start, middle, end };

// What a picture is called and says, for those who hear it, and where it comes from, which stays inside it
// wherever it is copied to; ids must differ within a page.
struct Spoken {
    std::string id;
    std::string title;
    std::string description;
    std::string origin;
};

// Collects shapes; `style` is SVG attributes, such as `fill="none"`.
class Svg {
public:
    Svg(double width, double height, const Spoken& spoken);

    void line(Spot from, Spot to, std::string_view style);
    void path(const std::vector<Spot>& places, std::string_view style);
    void area(const std::vector<Spot>& places, std::string_view style);
    void rectangle(Spot corner, double width, double height, std::string_view style);
    void circle(Spot centre, double radius, std::string_view style);
    void text(Spot place, Anchor anchor, std::string_view words, std::string_view style = {});
    // From the place downwards; returns where the next line would stand.
    double lines(Spot place, Anchor anchor, const std::vector<std::string>& words, std::string_view style);

    std::string closed() const { return text_ + "</svg>\n"; }

private:
    void points(std::string_view shape, const std::vector<Spot>& places, std::string_view style);
    std::string text_;
};

}  // namespace headroom
