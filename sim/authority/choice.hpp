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
    bool over_limit = false;  // the worker found has no room
};

// What a family asks of whoever takes it.
struct Wanted {
    FamilyLoad load;
    TeamKind team_kind;
    bool exempt;           // from the limit, in its stage
    bool over_limit;       // has waited so long that it is given to somebody without room
    bool beyond_learners;  // protection and court work, which the newly qualified never hold alone
};

// For what nobody had room on one day, so that teams of the same kind do not look for the same, or more,
// again.
class Refused {
public:
    // Protection and court work or not, urgent or not, in assessment or not.
    static constexpr std::size_t kinds_of_family = 8;

    explicit Refused(const CaseloadLimit& limit);

    bool covers(const Wanted& wanted) const;
    void add(const Wanted& wanted);
    // A family was given to somebody, or let go by one who is away.
    void a_family_moved();

private:
    double asked(const Wanted& wanted) const;

    // That was refused, for each kind of team and family.
    std::array<double, kinds_of_family * team_kind_count> least_;
    bool by_points_, room_shrinks_;
};

int rank_of(const Family& family);
bool before(const World& world, std::uint32_t left, std::uint32_t right);
Wanted wanted_by(const World& world, const Family& family);
bool away_for_long(const World& world, const Worker& worker);

// Who takes the family: one of the team's workers, else of the next team of the same kind that has one.
Search search_worker(const World& world, std::uint32_t team, std::uint32_t family, const Wanted& wanted);

std::uint32_t roomiest_worker(const World& world, std::uint32_t team, std::uint32_t family);

// The team's allocation point, on a day on which this was refused already.
void allocate_team(World& world, std::uint32_t team, Refused& refused);

}  // namespace headroom
