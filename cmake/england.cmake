# The published figures are part of the program, so that an installed one needs no file: the JSON becomes a string
# literal in a generated source, again whenever the JSON changes.
set(england_json ${PROJECT_SOURCE_DIR}/scenarios/england/authorities.json)
set_property(DIRECTORY ${PROJECT_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${england_json})
file(READ ${england_json} ENGLAND_JSON)
configure_file(${PROJECT_SOURCE_DIR}/cmake/england.cpp.in ${PROJECT_BINARY_DIR}/generated/england.cpp @ONLY)

add_library(headroom_england STATIC ${PROJECT_BINARY_DIR}/generated/england.cpp)
target_link_libraries(headroom_england PUBLIC headroom_rules)
headroom_uses(headroom_scenario headroom_england)
