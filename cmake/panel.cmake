# What was published year by year is part of the program too, in a library of its own: the page does without it.
set(panel_json ${PROJECT_SOURCE_DIR}/scenarios/england/panel.json)
set_property(DIRECTORY ${PROJECT_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${panel_json})
file(READ ${panel_json} PANEL_JSON)
configure_file(${PROJECT_SOURCE_DIR}/cmake/panel.cpp.in ${PROJECT_BINARY_DIR}/generated/panel.cpp @ONLY)

add_library(headroom_panel STATIC ${PROJECT_BINARY_DIR}/generated/panel.cpp)
target_link_libraries(headroom_panel PUBLIC headroom_rules)
headroom_uses(headroom_forecasting headroom_panel)
