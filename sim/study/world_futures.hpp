// Futures of a study with the whole model.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

#include "sim/futures/authority_futures.hpp"
#include "sim/study/worlds.hpp"

namespace headroom {

// One thread's: the authority of a world is built when its first future is wanted. The worlds must outlive
// it.
class WorldFutures {
public:
    explicit WorldFutures(const Worlds& worlds) : worlds_(&worlds) {}

    // One future under every policy, by the study's periods. A fault of the model is written down in it,
    // never thrown. Nothing when `is_over` says so.
    std::optional<Replication> live(std::uint32_t world, std::uint32_t number,
                                    const std::function<bool()>& is_over);

private:
    const Worlds* worlds_;
    std::optional<std::uint32_t> present_;
    std::unique_ptr<Scenario> scenario_;
    std::optional<AuthorityFutures> futures_;
};

}  // namespace headroom
