#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace headroom {

// How an attempt ended that was made in a process of its own.
struct Attempt {
    enum class End { well, with_a_sentence, in_ruins };
    End end;
    std::string sentence;  // of the SurroundingsFault that it threw
};

// What an attempt may use up before it counts as ruined.
struct Allowance {
    unsigned seconds;     // of processor time
    std::uint64_t bytes;  // of memory beyond what this process has
};

// Makes the attempt in a child of this process, which must have no other thread: where it crashes, hangs or
// eats up the memory, only the child is lost. It can change nothing here. Where no child can be made it is
// taken to end well.
Attempt tried_apart(const std::function<void()>& attempt, Allowance allowance);

}  // namespace headroom
