target_sources(test_repeatability PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/command_line/program.cpp)
target_compile_definitions(test_repeatability PRIVATE HEADROOM_PROGRAM="$<TARGET_FILE:headroom>")
add_dependencies(test_repeatability headroom)
