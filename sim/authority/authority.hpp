// One authority, alive: it owns all it uses; made for a replication, settled, then run under an alternative.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>

#include "sim/engine/calendar.hpp"
#include "sim/engine/event.hpp"
#include "sim/measures/series.hpp"
#include "sim/policy/policy.hpp"
#include "sim/settings/setting.hpp"

namespace headroom {

struct World;

// What one branch of the simulation lives under. The values must outlive the run.
struct Branch {
    const Settings* settings = nullptr;
    std::span<const DatedPolicy> policies;
    std::span<const Shock> shocks;
};

// Thrown in the middle of a run that is asked to stop. The authority has then to be settled anew.
struct Stopped {};

// One authority. Not thread-safe; one instance per thread, reused between futures so that nothing is
// allocated once it has grown to size.
class Authority {
public:
    // Months are calendar months after `start`, the first the part that is left of its own; settling months
    // come before it and are not measured.
    Authority(const Settings& today_settings, const Policy& today, Date start, int settling_months,
              int months);
    ~Authority();
    Authority(Authority&&) noexcept;
    Authority& operator=(Authority&&) noexcept;

    // Asked several times in every simulated month, and in set-up; what says yes gives up the run: Stopped.
    void stop_when(std::function<bool()> is_over);

    // Draws the starting position of one replication and runs the settling months under today's policy.
    void settle(std::uint64_t seed, std::uint32_t replication);

    // Runs all months of one branch from the settled state, which stays as it was. The result is valid until
    // the next call. Throws ModelFault, with time, event and seed, when a promise of the model is broken.
    const Series& run(const Branch& branch);

    // The same in steps, for who looks on in between: until just before a time, and to the end.
    void begin(const Branch& branch);
    void run_to(Minutes time);
    std::optional<Event> step();  // one event, and which it was; none when the run holds no more
    const Series& finish();
    World& world() { return *world_; }

    int teams() const;
    std::uint64_t events_simulated() const;  // in all calls so far
    std::size_t bytes_per_open_family() const;

private:
    std::unique_ptr<World> world_;
};

}  // namespace headroom
