target_compile_definitions(test_commands PRIVATE HEADROOM_PROGRAM="$<TARGET_FILE:headroom>")
add_dependencies(test_commands headroom)
