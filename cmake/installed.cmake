# What "cmake --install" lays down. The program finds its share from its own place (apps/command_line/reference/shipped_files.hpp), so
# that the folder of an installation may be moved.
set(share ${CMAKE_INSTALL_DATADIR}/headroom)
install(TARGETS headroom)
install(DIRECTORY scenarios DESTINATION ${share} PATTERN __pycache__ EXCLUDE)
install(DIRECTORY analysis/python analysis/r DESTINATION ${share}/analysis PATTERN __pycache__ EXCLUDE)
# The workshop page, where ./headroom workshop has built it.
install(FILES ${PROJECT_BINARY_DIR}/page/headroom.html DESTINATION ${share} OPTIONAL)
install(FILES README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)

# What the program itself writes: it must run where it is built.
if(CMAKE_CROSSCOMPILING)
  return()
endif()
set(completion ${PROJECT_BINARY_DIR}/completions/headroom)
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/completions)
add_custom_command(OUTPUT ${completion} COMMAND headroom completion > ${completion} DEPENDS headroom
  COMMENT "Writing the completion for bash")
add_custom_target(shipped ALL DEPENDS ${completion})
install(FILES ${completion} DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions OPTIONAL)

# help2man, a Debian package, makes the manual page from what --help says, so that neither grows old.
find_program(HELP2MAN help2man)
if(HELP2MAN)
  set(manual ${PROJECT_BINARY_DIR}/headroom.1)
  add_custom_command(OUTPUT ${manual}
    COMMAND ${HELP2MAN} --no-info --help-option=--help-all --include=${PROJECT_SOURCE_DIR}/cmake/manual.h2m
      --output=${manual} $<TARGET_FILE:headroom>
    DEPENDS headroom ${PROJECT_SOURCE_DIR}/cmake/manual.h2m
    COMMENT "Writing the manual page")
  add_custom_target(manual ALL DEPENDS ${manual})
  add_dependencies(shipped manual)
  install(FILES ${manual} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 OPTIONAL)
else()
  message(STATUS "No manual page: help2man is not installed")
endif()
