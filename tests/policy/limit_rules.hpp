// Every kind of limit, and workers and families to try it on.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "sim/policy/caseload_limit.hpp"

namespace headroom {

// One kind of limit as a practitioner would name it, with numbers for every role it knows.
struct NamedLimit {
    std::string name;
    CaseloadLimit limit;
};

inline NamedLimit limit_of(std::string name, LimitRule rule) {
    CaseloadLimit limit;
    limit.rule = rule;
    return {std::move(name), limit};
}

// Each kind once as it comes, found from the type so that a new kind is tried by itself.
template <std::size_t... Kinds>
std::vector<NamedLimit> limits_as_they_come(std::index_sequence<Kinds...>) {
    return {limit_of(std::string(std::variant_alternative_t<Kinds, LimitRule>::name),
                     std::variant_alternative_t<Kinds, LimitRule>{})...};
}

inline std::vector<NamedLimit> limits_as_they_come() {
    return limits_as_they_come(std::make_index_sequence<std::variant_size_v<LimitRule>>{});
}

// The same, and each kind again with its other numbers in use.
inline std::vector<NamedLimit> every_limit() {
    std::vector<NamedLimit> limits = limits_as_they_come();
    limits.push_back(limit_of("hard with a number for each role", HardLimit{18, 12, 15, 20}));
    limits.push_back(limit_of("advisory with a number for each role", AdvisoryLimit{18, 12, 15, 20}));
    limits.push_back(limit_of("advisory with a number for exceptions", AdvisoryLimit{15, 0, 0, 0, 18}));
    limits.push_back(limit_of("intake with a limit on all held", IntakeLimit{8, 0, 18}));
    limits.push_back(limit_of("one new for every six open", IntakeLimit{8, 6, 0}));
    limits.push_back(limit_of("one new for every six open, and 18 in all", IntakeLimit{8, 6, 18}));
    return limits;
}

// A full-time experienced worker with so many children, a third of them in assessment, at five points each.
inline WorkerLoad worker_with(double children) {
    WorkerLoad worker{};
    worker.held = children;
    worker.assessments = static_cast<int>(children / 3);
    worker.points = 5 * children;
    worker.new_this_month = static_cast<int>(children / 4);
    worker.fte = 1;
    worker.ramp = 1;
    worker.group_held = children;  // a team of one, whose average is their own
    worker.group_fte = 1;
    return worker;
}

inline WorkerLoad newly_qualified_with(double children) {
    WorkerLoad worker = worker_with(children);
    worker.newly_qualified = true;
    return worker;
}

// Brothers and sisters of an in-need plan, at five points each.
inline FamilyLoad siblings(double children) {
    FamilyLoad family{};
    family.size = children;
    family.points = 5 * children;
    return family;
}

// How many single children a worker may be given one after another, from none.
inline int most_children(const CaseloadLimit& limit, WorkerLoad like, bool in_assessment = false) {
    like.held = like.assessments = like.points = like.new_this_month = like.group_held = 0;
    FamilyLoad child = siblings(1);
    child.assessment = in_assessment;
    int held = 0;
    while (held < 1000 && has_room(limit, like, child)) {
        ++held;
        like.held += 1;
        like.group_held += 1;
        like.assessments += in_assessment;
        like.points += child.points;
        like.new_this_month += 1;
    }
    return held;
}

}  // namespace headroom
