# The model once more, with std::priority_queue in the place of its queue. Bits do not depend on optimization, and -O1
# compiles in half the time.
get_target_property(model_sources headroom_model SOURCES)
add_library(model_with_plain_queue STATIC EXCLUDE_FROM_ALL ${model_sources})
target_link_libraries(model_with_plain_queue PUBLIC headroom_words)
target_compile_definitions(model_with_plain_queue PUBLIC HEADROOM_PLAIN_QUEUE)
target_compile_options(model_with_plain_queue PRIVATE -O1)
set_target_properties(model_with_plain_queue PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 0)
add_executable(futures_with_plain_queue EXCLUDE_FROM_ALL ${folder}/plain/main.cpp)
target_link_libraries(futures_with_plain_queue PRIVATE model_with_plain_queue)
target_compile_definitions(test_queues PRIVATE PLAIN_QUEUE_PROGRAM="$<TARGET_FILE:futures_with_plain_queue>")
add_dependencies(test_queues futures_with_plain_queue)
