// The choice of a worker for a family: who is asked, who has room, who suits best.
#pragma once

#include <array>

#include "sim/authority/world.hpp"

namespace headroom {

// What a search through teams has found.
struct Search {
    std::uint32_t worker = nobody;
    bool any_suitable = false;
    bool any_present = false;
};

// What a family asks of whoever takes it.
struct Wanted {
    FamilyLoad load;
    bool exempt;           // from the limit, in its stage
    bool beyond_learners;  // protection and court work, which the newly qualified never hold alone
};

// For what nobody had room at one allocation point, so that the same, or more, is not looked for again.
class Refused {
public:
    explicit Refused(const CaseloadLimit& limit);

    bool covers(const Wanted& wanted) const;
    void add(const Wanted& wanted);
    void one_was_given();

private:
    double asked(const Wanted& wanted) const;

    std::array<double, 8> least_;  // that was refused, for each kind of family
    bool by_points_, room_shrinks_;
};

int rank_of(const Family& family);
bool before(const World& world, std::uint32_t left, std::uint32_t right);
Wanted wanted_by(const World& world, const Family& family);
bool away_for_long(const World& world, const Worker& worker);

// Who takes the family: one of the team's workers, else of the next team of the same kind that has one.
Search search_worker(const World& world, std::uint32_t team, std::uint32_t family, const Wanted& wanted);

}  // namespace headroom
