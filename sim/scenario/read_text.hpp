// The way that a question and a study share from text to scenario.
#pragma once

#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "sim/scenario/reader.hpp"
#include "sim/text/findings.hpp"
#include "sim/text/shape.hpp"

namespace headroom {

// What a text may hold, and what is read of it beyond a question.
struct KindOfText {
    const Shape& shape;
    std::function<void(const nlohmann::json& whole, Scenario& question, Findings& findings)> read_rest;
};

Reading read_text_of(const std::string& file, const std::string& text, const Choices& choices,
                     const KindOfText& kind);

}  // namespace headroom
