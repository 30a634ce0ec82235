// Where a family is on its path through the service.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace headroom {

enum class Stage : std::uint8_t {
    screening,
    assessment,
    brief_help,
    child_in_need,
    child_protection,
    looked_after,
    closed,
};
constexpr int stage_count = 7;
constexpr std::array<std::string_view, stage_count> stage_words = {
    "screening", "assessment", "brief_help", "child_in_need", "child_protection", "looked_after", "closed"};

// How much help a family needs, hidden from the service at first.
enum class Severity : std::uint8_t { low, moderate, high, acute };
constexpr int severity_count = 4;

}  // namespace headroom
