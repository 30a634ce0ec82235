// One include for the Catch2 that the system packages: version 2 (Debian 12) or version 3 (newer).
#pragma once
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;
#else
#include <catch2/catch.hpp>
#endif
