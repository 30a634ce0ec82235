# Random123's own Philox, which ours is compared with; only the tests may include it.
find_path(RANDOM123 Random123/philox.h REQUIRED)
target_include_directories(test_engine SYSTEM PRIVATE ${RANDOM123})
