# The published figures and the fits made from them are part of the program, so that an installed one needs no file:
# each JSON becomes a string literal in a generated source, again whenever it changes.
function(headroom_built_in name)
  set(json ${PROJECT_SOURCE_DIR}/scenarios/england/${name}.json)
  set_property(DIRECTORY ${PROJECT_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${json})
  set(BUILT_IN_NAME ${name})
  file(READ ${json} BUILT_IN_JSON)
  configure_file(${PROJECT_SOURCE_DIR}/cmake/built_in.cpp.in ${PROJECT_BINARY_DIR}/generated/${name}.cpp @ONLY)
endfunction()
headroom_built_in(authorities)
headroom_built_in(fits)

add_library(headroom_england STATIC ${PROJECT_BINARY_DIR}/generated/authorities.cpp
  ${PROJECT_BINARY_DIR}/generated/fits.cpp)
target_link_libraries(headroom_england PUBLIC headroom_rules)
headroom_uses(headroom_scenario headroom_england)
