// The members of a fit in few letters: one of 256 steps from the least to the greatest for every value.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace headroom {

// Of every setting the ends between which the members lie, in its unit; and the steps of member after member
// as base64 (RFC 4648).
struct CompactMembers {
    std::vector<double> low, high;
    std::string steps;
};

// Values: for each member one of every setting. The ends are rounded to six digits, within the ranges given.
CompactMembers compact_members(const std::vector<std::vector<double>>& values,
                               const std::vector<double>& least, const std::vector<double>& greatest);

// The values that the steps stand for, to the same bits everywhere: within a 510th of the ends' distance of
// what was made compact. Empty where the text is no base64, or of another number of settings.
std::vector<std::vector<double>> values_of(const CompactMembers& members);

}  // namespace headroom
