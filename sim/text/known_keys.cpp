#include "sim/text/known_keys.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

constexpr std::size_t most_listed = 16;

bool has_key(const std::vector<Member>& members, const std::string& key) {
    return std::any_of(members.begin(), members.end(),
                       [&](const Member& member) { return member.key == key; });
}

std::string keys_of(const std::vector<const Member*>& members) {
    std::vector<std::string> keys;
    for (const Member* member : members)
        if (!member->key.starts_with("$")) keys.push_back(member->key);
    return joined(keys, ", ");
}

// Everywhere that a key belongs: "settings", "alternatives.policy".
void find_homes(const std::string& key, const Shape& shape, const std::string& home,
                std::vector<std::string>& homes) {
    const auto kind = std::find_if(shape.kinds.begin(), shape.kinds.end(),
                                   [&](const Kind& one) { return has_key(one.members, key); });
    const bool is_home = has_key(shape.members, key) || kind != shape.kinds.end();
    const bool is_told = std::find(homes.begin(), homes.end(), home) != homes.end();
    if (is_home && !home.empty() && !is_told) homes.push_back(home);
    for (const Member& member : shape.members) {
        // What may be stepped through is at home elsewhere; what only a lesson has, nobody writes by mistake.
        if (member.key == "steps" || member.key == "lesson") continue;
        find_homes(key, member.shape, (home.empty() ? "" : home + ".") + member.key, homes);
    }
    for (const Shape& part : shape.parts) find_homes(key, part, home, homes);
}

// The outermost places where a key belongs, two at most; empty when nowhere.
std::string homes_of(const std::string& key, const Shape& shape) {
    std::vector<std::string> homes;
    find_homes(key, shape, "", homes);
    std::stable_sort(homes.begin(), homes.end(), [](const std::string& a, const std::string& b) {
        return std::count(a.begin(), a.end(), '.') < std::count(b.begin(), b.end(), '.');
    });
    if (homes.empty()) return "";
    return homes.size() == 1 ? homes[0] : homes[0] + " or in " + homes[1];
}

}  // namespace

KnownKeys::KnownKeys(const Shape& shape, const nlohmann::json& value) : shape_(shape) {
    for (const Member& member : shape.members) members_.push_back(&member);
    if (shape.sort != Shape::Sort::by_kind) return;
    std::vector<std::string> words;
    for (const Kind& kind : shape.kinds) words.push_back(kind.word);
    kind_ = {.key = "kind", .shape = word_shape(std::move(words)), .is_required = true};
    members_.insert(members_.begin(), &kind_);
    const auto written = value.find("kind");
    const auto kind = std::find_if(shape.kinds.begin(), shape.kinds.end(), [&](const Kind& one) {
        return written != value.end() && written->is_string() && *written == one.word;
    });
    is_kind_known_ = kind != shape.kinds.end();
    if (!is_kind_known_) return;
    for (const Member& member : kind->members) members_.push_back(&member);
}

const Member* KnownKeys::find(const std::string& key) const {
    const auto found = std::find_if(members_.begin(), members_.end(),
                                    [&](const Member* member) { return member->key == key; });
    return found == members_.end() ? nullptr : *found;
}

bool KnownKeys::may_belong_to_unknown_kind(const std::string& key) const {
    return !is_kind_known_ && std::any_of(shape_.kinds.begin(), shape_.kinds.end(),
                                          [&](const Kind& kind) { return has_key(kind.members, key); });
}

std::string KnownKeys::expectation() const {
    return members_.size() > most_listed ? "one that \"headroom explain\" lists"
                                         : "one of " + keys_of(members_);
}

std::string KnownKeys::advice_on(const std::string& key, const Shape& whole) const {
    const auto kind = std::find_if(shape_.kinds.begin(), shape_.kinds.end(),
                                   [&](const Kind& one) { return has_key(one.members, key); });
    if (kind != shape_.kinds.end()) return "\"" + key + "\" belongs to kind \"" + kind->word + "\".";
    // "add" among the keys of steps is "posts.add".
    std::vector<std::string> longer;
    for (const Member* member : members_) {
        if (member->key.ends_with("." + key)) longer.push_back(member->key);
    }
    if (!longer.empty()) return did_you_mean(longer.front(), longer);
    const std::string inner_home = homes_of(key, shape_);
    const std::string home = inner_home.empty() ? homes_of(key, whole) : inner_home;
    if (!home.empty()) return "\"" + key + "\" belongs in " + home + ".";
    if (has_key(whole.members, key)) {
        // Keys of a question that a study has no use for.
        const bool is_study = has_key(shape_.members, "factors");
        return "\"" + key + "\" belongs to " +
               (is_study ? "a question, not to a study." : "the question as a whole.");
    }
    std::vector<std::string> keys;
    for (const Member* member : members_) keys.push_back(member->key);
    return did_you_mean(key, keys);
}

}  // namespace headroom
