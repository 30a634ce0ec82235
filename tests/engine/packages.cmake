# Random123's own Philox, which ours is compared with; only the tests may include it.
find_path(RANDOM123 Random123/philox.h REQUIRED)
# Its own new and delete are not to be seen through.
set_source_files_properties(${folder}/counted_memory.cpp PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
target_include_directories(test_engine SYSTEM PRIVATE ${RANDOM123})
