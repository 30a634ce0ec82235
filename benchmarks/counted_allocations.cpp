#include "benchmarks/counted_allocations.hpp"

#include <cstddef>
#include <cstdlib>
#include <new>

namespace {

// The replaced operator new is given nothing but a size, so its count must be known to the whole thread.
thread_local std::uint64_t allocations = 0;

void* counted(std::size_t bytes, std::size_t alignment) {
    ++allocations;
    // aligned_alloc wants a whole number of alignments.
    const std::size_t rounded = (bytes + alignment - 1) / alignment * alignment;
    if (void* const memory = std::aligned_alloc(alignment, rounded == 0 ? alignment : rounded)) return memory;
    throw std::bad_alloc();
}

}  // namespace

void* operator new(std::size_t bytes) {
    return counted(bytes, alignof(std::max_align_t));
}
void* operator new(std::size_t bytes, std::align_val_t alignment) {
    return counted(bytes, static_cast<std::size_t>(alignment));
}
void operator delete(void* memory) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::align_val_t) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept {
    std::free(memory);
}

namespace headroom {

std::uint64_t allocations_of_this_thread() {
    return allocations;
}

}  // namespace headroom
