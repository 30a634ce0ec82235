#include "sim/scenario/schema.hpp"

#include <nlohmann/json.hpp>

#include "sim/engine/whole_part.hpp"
#include "sim/scenario/question_shape.hpp"
#include "sim/scenario/study_shape.hpp"

namespace headroom {

namespace {

using nlohmann::ordered_json;

ordered_json schema_of(const Shape& shape);

// Whole where it can be, so that 1 is not written 1.0.
ordered_json bound(double number) {
    const auto whole = whole_part<long long>(number);
    return double(whole) == number ? ordered_json(whole) : ordered_json(number);
}

ordered_json described(const Member& member) {
    ordered_json schema = schema_of(member.shape);
    std::string text = member.meaning;
    if (!member.shape.unit.empty()) text += " (" + member.shape.unit + ")";
    if (!member.normal.empty()) text += "; default " + member.normal;
    if (!text.empty()) schema["description"] = text;
    return schema;
}

ordered_json schema_of_group(const std::vector<Member>& members) {
    ordered_json schema = {
        {"type", "object"}, {"properties", ordered_json::object()}, {"required", ordered_json::array()}};
    for (const Member& member : members) {
        schema["properties"][member.key] = described(member);
        if (member.is_required) schema["required"].push_back(member.key);
    }
    schema["additionalProperties"] = false;
    return schema;
}

// One whole group for each kind, told apart by the constant "kind".
ordered_json schema_by_kind(const Shape& shape) {
    ordered_json schema = {{"type", "object"}, {"required", {"kind"}}, {"oneOf", ordered_json::array()}};
    for (const Kind& kind : shape.kinds) {
        std::vector<Member> members = shape.members;
        members.insert(members.end(), kind.members.begin(), kind.members.end());
        ordered_json one = schema_of_group(members);
        one["properties"]["kind"] = {{"const", kind.word}};
        one["description"] = kind.meaning;
        one["required"].push_back("kind");
        schema["oneOf"].push_back(one);
    }
    return schema;
}

ordered_json schema_of_parts(const Shape& shape) {
    ordered_json schema = {{"anyOf", ordered_json::array()}};
    for (const Shape& part : shape.parts) schema["anyOf"].push_back(schema_of(part));
    return schema;
}

ordered_json with_range(ordered_json type, const Shape& shape) {
    return {{"type", std::move(type)}, {"minimum", bound(shape.low)}, {"maximum", bound(shape.high)}};
}

// "2025-04-01" in the years allowed; days that do not exist are left to the reader.
std::string date_pattern() {
    return "^(199[0-9]|20[0-9][0-9])-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
}

ordered_json schema_of(const Shape& shape) {
    switch (shape.sort) {
        case Shape::Sort::number: return with_range("number", shape);
        case Shape::Sort::whole: return with_range("integer", shape);
        case Shape::Sort::yes_no: return with_range({"boolean", "integer"}, shape);
        case Shape::Sort::text:
            return {{"type", "string"}, {"minLength", bound(shape.low)}, {"maxLength", bound(shape.high)}};
        case Shape::Sort::date: return {{"type", "string"}, {"pattern", date_pattern()}};
        case Shape::Sort::word: return {{"type", "string"}, {"enum", shape.words}};
        case Shape::Sort::list:
            return {{"type", "array"},
                    {"items", schema_of(shape.parts.front())},
                    {"minItems", bound(shape.low)},
                    {"maxItems", bound(shape.high)}};
        case Shape::Sort::group: return schema_of_group(shape.members);
        case Shape::Sort::by_kind: return schema_by_kind(shape);
        case Shape::Sort::either: return schema_of_parts(shape);
    }
    return true;
}

}  // namespace

namespace {

std::string whole_schema(const Shape& shape, const char* title, const char* description) {
    ordered_json schema = {
        {"$schema", "https://json-schema.org/draft/2020-12/schema"},
        {"title", title},
        {"description", std::string(description) + " Comments after // are allowed in the file."}};
    schema.update(schema_of(shape));
    return schema.dump(2) + "\n";
}

}  // namespace

std::string question_schema() {
    return whole_schema(question_shape(), "A question for Headroom",
                        "Alternatives to compare on the same families and people.");
}

std::string study_schema() {
    return whole_schema(study_shape(), "A study for Headroom",
                        "Policies lived in many worlds: a design over settings and decisions.");
}

}  // namespace headroom
