// Single values out of JSON that may be of the wrong sort: then nothing changes.
#pragma once

#include <algorithm>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>

#include "sim/engine/whole_part.hpp"
#include "sim/text/outline.hpp"

namespace headroom {

inline const nlohmann::json& member_of(const nlohmann::json& value, std::string_view key) {
    static const nlohmann::json nothing;
    if (!value.is_object()) return nothing;
    const auto found = value.find(key);
    return found == value.end() ? nothing : *found;
}

inline double number_or(const nlohmann::json& value, double otherwise) {
    if (value.is_boolean()) return value.get<bool>() ? 1 : 0;
    return value.is_number() ? value.get<double>() : otherwise;
}

// A number that is certain to fit an int.
inline int whole_or(const nlohmann::json& value, int otherwise) {
    const double number = number_or(value, otherwise);
    return number >= -1e9 && number <= 1e9 ? whole_part<int>(number) : otherwise;
}

inline std::string text_or(const nlohmann::json& value, const std::string& otherwise) {
    return value.is_string() ? value.get<std::string>() : otherwise;
}

// The place of a word in a list, or -1.
inline int place_of_word(const nlohmann::json& value, std::span<const std::string_view> words) {
    if (!value.is_string()) return -1;
    const auto found = std::find(words.begin(), words.end(), value.get_ref<const std::string&>());
    return found == words.end() ? -1 : static_cast<int>(found - words.begin());
}

// A value of a text with where it stands, so that what is wrong with it can be said to be there.
struct PlacedValue {
    const nlohmann::json& value;
    ValuePath path;

    PlacedValue member(std::string_view key) const { return {member_of(value, key), step_into(path, key)}; }
    // Of a list; `place` counts from 0.
    PlacedValue entry(std::size_t place) const { return {value[place], step_into(path, place)}; }
    // Of a list; 0 of anything else.
    std::size_t entries() const { return value.is_array() ? value.size() : 0; }
};

}  // namespace headroom
