// Short ways for tests to read a question.
#pragma once

#include <string>

#include "sim/scenario/reader.hpp"
#include "tests/catch.hpp"

inline headroom::Scenario scenario_of(const std::string& text, const headroom::Choices& choices = {}) {
    const headroom::Reading reading = headroom::read_question_text("ours.json", text, choices);
    INFO(headroom::sentences_of(reading.faults));
    REQUIRE(reading.is_good());
    return reading.scenario;
}

// The only alternative of a question, given its inside.
inline headroom::Alternative alternative_of(const std::string& inside, const std::string& rest = "") {
    return scenario_of("{" + rest + "\"alternatives\": [{\"name\": \"a\", " + inside + "}]}")
        .alternatives.at(0);
}
