// Who holds cases, who is at work, and how a task is named.
#include "sim/workforce/worker.hpp"

#include <set>

#include "tests/catch.hpp"

using namespace headroom;

TEST_CASE("social workers, seniors, the newly qualified and agency workers hold cases, and others do not") {
    const std::set<Role> holders = {Role::newly_qualified, Role::social_worker, Role::senior, Role::agency};
    for (const Role role : {Role::newly_qualified, Role::social_worker, Role::senior, Role::agency,
                            Role::manager, Role::other}) {
        Worker worker;
        worker.role = role;
        CHECK(worker.holds_cases() == (holders.count(role) == 1));
    }
}

TEST_CASE("a worker on leave, in training or sick is employed and not at work") {
    Worker worker;
    CHECK_FALSE(worker.employed());
    for (const Presence presence : {Presence::on_leave, Presence::in_training, Presence::sick}) {
        worker.presence = presence;
        CHECK(worker.employed());
        CHECK_FALSE(worker.present());
    }
    worker.presence = Presence::present;
    CHECK(worker.present());
}

TEST_CASE("only a permanent worker is in notice, and an agency worker's stay merely ends") {
    Worker permanent, agency;
    permanent.role = Role::social_worker;
    agency.role = Role::manager;  // who may be from an agency too
    agency.entity |= agency_entity;
    CHECK_FALSE(permanent.in_notice());
    permanent.leaves_at = agency.leaves_at = working_days(30);
    CHECK(permanent.in_notice());
    CHECK_FALSE(agency.in_notice());
}

TEST_CASE("every kind of work of every family has a name of its own") {
    std::set<std::uint32_t> names;
    for (std::uint32_t family = 0; family < 300; ++family) {
        for (int kind = 0; kind < lanes_per_family; ++kind) {
            const std::uint32_t task = task_of(family, static_cast<Work>(kind));
            CHECK(names.insert(task).second);
            CHECK(family_of(task) == family);
            CHECK(work_of(task) == static_cast<Work>(kind));
            CHECK(task != no_task);
        }
    }
}

TEST_CASE("a new post is neither filled nor covered, and stands in the establishment") {
    const Post post;
    CHECK_FALSE(post.filled);
    CHECK_FALSE(post.covered);
    CHECK_FALSE(post.closed);
    CHECK_FALSE(post.temporary);
    CHECK(post.fte == 1);
}
