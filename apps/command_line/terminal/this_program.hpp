#pragma once

#include <string>

namespace headroom {

// Which program this is, for work that is taken up. A build from changed sources has no commit of its own, so
// it goes by when and how large its file was made.
std::string this_program();

}  // namespace headroom
