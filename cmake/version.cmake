# The library headroom_version says which Headroom this is: #include "build-generated/version.hpp".
# The commit is looked up at every build, so that a results file never names an older one; only the one small
# file that holds it is compiled again, and only when the commit has moved.
set(generated ${PROJECT_BINARY_DIR}/build-generated)
file(MAKE_DIRECTORY ${generated})
configure_file(${PROJECT_SOURCE_DIR}/cmake/version.hpp.in ${generated}/version.hpp COPYONLY)

include(GNUInstallDirs)
file(RELATIVE_PATH share_from_program ${CMAKE_INSTALL_FULL_BINDIR} ${CMAKE_INSTALL_FULL_DATADIR}/headroom)

add_custom_target(headroom_look_up_commit
  COMMAND ${CMAKE_COMMAND} -D SOURCE_DIR=${PROJECT_SOURCE_DIR} -D VERSION=${PROJECT_VERSION}
          -D SHARE=${share_from_program} -D TEMPLATE=${PROJECT_SOURCE_DIR}/cmake/version.cpp.in
          -D WRITTEN=${generated}/version.cpp -P ${PROJECT_SOURCE_DIR}/cmake/look_up_commit.cmake
  BYPRODUCTS ${generated}/version.cpp
  COMMENT "Looking up the commit"
  VERBATIM)

add_library(headroom_version STATIC ${generated}/version.cpp)
add_dependencies(headroom_version headroom_look_up_commit)
target_include_directories(headroom_version PUBLIC ${PROJECT_BINARY_DIR})
target_link_libraries(headroom_version PUBLIC headroom_rules)
