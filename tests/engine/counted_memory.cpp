#include "tests/engine/counted_memory.hpp"

#include <cstdlib>
#include <new>

namespace {

std::size_t requests = 0;

}  // namespace

std::size_t headroom::memory_requests() {
    return requests;
}

void* operator new(std::size_t bytes, const std::nothrow_t&) noexcept {
    ++requests;
    return std::malloc(bytes);
}

void* operator new(std::size_t bytes) {
    if (void* memory = operator new(bytes, std::nothrow)) return memory;
    throw std::bad_alloc();
}

void operator delete(void* memory) noexcept {
    std::free(memory);
}

void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}
