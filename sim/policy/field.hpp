// One number of a policy, as the reader, the schema and the documentation know it.
#pragma once

#include <string_view>

namespace headroom {

template <class Owner>
struct Field {
    std::string_view key;
    double Owner::*value;
    std::string_view unit;
    double low, high;
    std::string_view meaning;
};

}  // namespace headroom
