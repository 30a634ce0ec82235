// The fast queue of the model against std::priority_queue, through everything that an authority does.
#include <memory>
#include <set>
#include <type_traits>

#include "sim/authority/world.hpp"
#include "sim/engine/event_queue.hpp"
#include "tests/catch.hpp"
#include "tests/queues/digests.hpp"

using namespace headroom;

namespace {

std::vector<std::string> lines_of_plain_queue() {
    const std::unique_ptr<FILE, int (*)(FILE*)> program(::popen(PLAIN_QUEUE_PROGRAM, "r"), ::pclose);
    REQUIRE(program);
    std::vector<std::string> lines;
    char line[200];
    while (std::fgets(line, sizeof line, program.get())) {
        lines.emplace_back(line);
        lines.back().pop_back();  // the end of the line
    }
    return lines;
}

}  // namespace

TEST_CASE("every future is the same to the last bit with the fast queue and with the plain one") {
    static_assert(!std::is_same_v<ModelQueue, PlainQueue>);
    const std::vector<std::string> fast = lines_of_digests();
    CHECK(fast == lines_of_plain_queue());
    CHECK(fast.size() == 18);
    CHECK(std::set<std::string>(fast.begin(), fast.end()).size() == fast.size());
}
