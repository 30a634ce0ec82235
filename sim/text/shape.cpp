#include "sim/text/shape.hpp"

#include <cmath>

#include "sim/settings/units.hpp"
#include "sim/text/fault.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

std::string from_to(const Shape& shape) {
    return " from " + number_text(shape.low) + " to " + number_text(shape.high);
}

std::string in_unit(const Shape& shape) {
    return shape.unit.empty() ? "" : " (" + shape.unit + ")";
}

std::string in_letters(const Shape& shape) {
    return std::string("a text") +
           (shape.low > 0 ? " of" + from_to(shape).substr(5) : " of at most " + number_text(shape.high)) +
           " letters";
}

std::string in_entries(const Shape& shape) {
    const std::string most = " at most " + number_text(shape.high);
    return "a list [ ] of" + (shape.low > 0 ? " at least " + number_text(shape.low) + " and" + most : most) +
           " entries";
}

Shape between(Shape::Sort sort, double low, double high) {
    Shape shape;
    shape.sort = sort;
    shape.low = low;
    shape.high = high;
    return shape;
}

std::string of_parts(const Shape& shape) {
    std::vector<std::string> parts;
    for (const Shape& part : shape.parts) parts.push_back(expectation(part));
    return listed(parts, ", or ");
}

}  // namespace

Shape number_shape(double low, double high, std::string_view unit) {
    Shape shape = between(Shape::Sort::number, low, high);
    shape.unit = unit;
    return shape;
}

Shape whole_shape(double low, double high, std::string_view unit) {
    Shape shape = number_shape(low, high, unit);
    shape.sort = Shape::Sort::whole;
    return shape;
}

Shape text_shape(int shortest, int longest) {
    return between(Shape::Sort::text, shortest, longest);
}

Shape date_shape(int first_year, int last_year) {
    return between(Shape::Sort::date, first_year, last_year);
}

Shape word_shape(std::vector<std::string> words) {
    Shape shape = between(Shape::Sort::word, 0, 0);
    shape.words = std::move(words);
    return shape;
}

Shape list_shape(int least, int most, Shape entry) {
    Shape shape = between(Shape::Sort::list, least, most);
    shape.parts.push_back(std::move(entry));
    return shape;
}

Shape group_shape(std::vector<Member> members) {
    Shape shape = between(Shape::Sort::group, 0, 0);
    shape.members = std::move(members);
    return shape;
}

Shape by_kind_shape(std::vector<Member> members, std::vector<Kind> kinds) {
    Shape shape = group_shape(std::move(members));
    shape.sort = Shape::Sort::by_kind;
    shape.kinds = std::move(kinds);
    return shape;
}

Shape either_shape(std::vector<Shape> parts) {
    Shape shape = between(Shape::Sort::either, 0, 0);
    shape.parts = std::move(parts);
    return shape;
}

Shape row_shape(double low, double high, std::string_view unit) {
    if (unit == "yes or no") return between(Shape::Sort::yes_no, low, high);
    return counts_whole_things(unit) ? whole_shape(low, high, unit) : number_shape(low, high, unit);
}

bool allows(const Shape& shape, double number) {
    const bool may_have_a_fraction = shape.sort == Shape::Sort::number;
    return number >= shape.low && number <= shape.high &&
           (may_have_a_fraction || std::nearbyint(number) == number);
}

std::string expectation(const Shape& shape) {
    switch (shape.sort) {
        case Shape::Sort::number: return "a number" + from_to(shape) + in_unit(shape);
        case Shape::Sort::whole: return "a whole number" + from_to(shape) + in_unit(shape);
        case Shape::Sort::yes_no:
            return shape.low < 0 ? "true, false, or -1 for \"as the setting says\"" : "true or false";
        case Shape::Sort::text: return in_letters(shape);
        case Shape::Sort::date:
            return "a date that exists, like \"2025-04-01\", in the years" + from_to(shape);
        case Shape::Sort::word:
            return shape.words.size() == 1 ? in_quotes(shape.words[0])
                                           : "one of " + listed(shape.words, " or ");
        case Shape::Sort::list: return in_entries(shape);
        case Shape::Sort::group:
        case Shape::Sort::by_kind: return "a group of keys in curly brackets { }";
        case Shape::Sort::either: return of_parts(shape);
    }
    return "";
}

std::string normal_text(const Shape& shape, double normal) {
    if (shape.sort == Shape::Sort::yes_no && normal >= 0) return normal > 0 ? "yes" : "no";
    return number_text(normal);
}

}  // namespace headroom
