// What can be turned up and down from one alternative to the next, under one short key each.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/scenario.hpp"
#include "sim/text/shape.hpp"

namespace headroom {

// A number or word of a policy ("posts.add"), a setting that is no stock of today ("work_scale"), or how many
// referrals come ("referrals": percent more or fewer than as now, over the whole run).
struct Dial {
    std::string key;
    Shape value;             // what it may be set to
    std::string meaning;     // as `headroom explain` says it
    std::string lever = {};  // "posts"; empty for a setting and for referrals
    std::string kind = {};   // of a caseload limit, where the key names one
    std::string member = {};

    bool is_number() const { return value.sort == Shape::Sort::number || value.sort == Shape::Sort::whole; }
};

// All of them: the levers in the order of a policy, then referrals, then the settings.
const std::vector<Dial>& dials();

// nullptr for an unknown key.
const Dial* find_dial(std::string_view key);

// Sets it for the whole run, in every dated policy; the rest stays as it was. A number of a caseload limit
// whose key names no kind goes to the limit in force where that has such a number, else to a hard limit or to
// the first kind that has it. `value` must fit the dial's shape.
void turn(Alternative& alternative, const Dial& dial, const nlohmann::json& value);
void turn(Alternative& alternative, const Dial& dial, double value);

// In plain words, as part of an alternative's name: "10 more posts", "limit 18", "work scale 0.7".
std::string words_of(const Dial& dial, const nlohmann::json& value);
std::string words_of(const Dial& dial, double value);

}  // namespace headroom
