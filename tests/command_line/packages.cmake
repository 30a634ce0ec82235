target_compile_definitions(test_command_line PRIVATE HEADROOM_PROGRAM="$<TARGET_FILE:headroom>")
add_dependencies(test_command_line headroom)
