#pragma once

#include <string>
#include <string_view>

#include "analysis/statistics/over_futures.hpp"

namespace headroom {

// Whether text may carry a terminal's colours. They only repeat what the words say.
enum class Colours { none, terminal };

// What a piece of text is, and so how a terminal shows it.
enum class Ink { plain, heading, good, bad, faint, waiting, stretched, turned_away };

// The text with the terminal's marks around it, or as it is.
std::string inked(std::string_view text, Ink ink, Colours colours);

// Good for better, bad for worse, faint for none and for what cannot be told.
Ink ink_of(Verdict verdict);

}  // namespace headroom
