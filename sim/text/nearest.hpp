#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace headroom {

// How many letters must be changed, dropped, added or swapped with their neighbour to make one word the other
// (Damerau 1964, each place touched once), upper and lower case alike.
int edit_distance(std::string_view one, std::string_view other);

// Those of the words that the writer may have meant, the likeliest first, at most `most` of them.
std::vector<std::string> nearest_words(std::string_view written, const std::vector<std::string>& words,
                                       int most = 3);

// "Did you mean "months" or "month"?", or nothing when no word is near.
std::string did_you_mean(std::string_view written, const std::vector<std::string>& words);

}  // namespace headroom
