#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "sim/text/nearest.hpp"
#include "sim/text/shape.hpp"

namespace headroom {

// The keys that a group in curly brackets may hold, given the "kind" it says it is; points into the shape.
class KnownKeys {
public:
    KnownKeys(const Shape& shape, const nlohmann::json& value);
    KnownKeys(const KnownKeys&) = delete;

    const std::vector<const Member*>& members() const { return members_; }
    const Member* find(const std::string& key) const;
    // With no kind, or a wrong one, a key of any kind may be right.
    bool may_belong_to_unknown_kind(const std::string& key) const;
    // Completes "is not a known key, but should be ...".
    std::string expectation() const;
    // What to do about an unknown key: the nearest one, or where else in a whole question it belongs.
    std::string advice_on(const std::string& key, const Shape& whole) const;

private:
    const Shape& shape_;
    Member kind_;
    bool is_kind_known_ = true;
    std::vector<const Member*> members_;
};

}  // namespace headroom
