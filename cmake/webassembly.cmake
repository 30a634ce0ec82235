# The simulator for the workshop page, with Debian's emscripten: emcmake cmake -S . -B FOLDER, then the target
# `simulator` gives simulator.mjs and simulator.wasm. Read by CMakeLists.txt.

# The system's headers must not be searched, but these two libraries are headers only: they are reached by links.
set(outside ${PROJECT_BINARY_DIR}/outside)
file(MAKE_DIRECTORY ${outside})
find_path(BOOST_HEADERS boost/version.hpp PATHS /usr/include REQUIRED NO_CMAKE_FIND_ROOT_PATH)
find_path(JSON_HEADERS nlohmann/json.hpp PATHS /usr/include REQUIRED NO_CMAKE_FIND_ROOT_PATH)
file(CREATE_LINK ${BOOST_HEADERS}/boost ${outside}/boost SYMBOLIC)
file(CREATE_LINK ${JSON_HEADERS}/nlohmann ${outside}/nlohmann SYMBOLIC)
add_library(outside INTERFACE)
target_include_directories(outside SYSTEM INTERFACE ${outside})
add_library(Boost::headers ALIAS outside)
add_library(nlohmann_json::nlohmann_json ALIAS outside)

# WebAssembly's own exceptions: without them nothing thrown could be caught.
add_compile_options(-fwasm-exceptions -include ${PROJECT_SOURCE_DIR}/apps/page/simulator/older_library.hpp)

function(headroom_simulator)
  set(sources)
  foreach(folder IN ITEMS sim/futures analysis/statistics analysis/words analysis/charts analysis/report apps/page/simulator)
    file(GLOB found CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${folder}/*.cpp)
    list(APPEND sources ${found})
  endforeach()
  add_executable(simulator ${sources})
  target_link_libraries(simulator PRIVATE headroom_scenario headroom_version)
  # Words and pictures have no hurry, and the page is to be small.
  target_compile_options(simulator PRIVATE -Os)
  target_compile_options(headroom_scenario PRIVATE -Os)
  headroom_batches(simulator 12)
  # What the door has is what the page can call.
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/apps/page/simulator/door.cpp)
  file(STRINGS ${PROJECT_SOURCE_DIR}/apps/page/simulator/door.cpp lines REGEX "headroom_[a-z_]+\\(.*\\) {$")
  set(functions _malloc,_free)
  foreach(line IN LISTS lines)
    string(REGEX MATCH "headroom_[a-z_]+" name ${line})
    string(APPEND functions ",_${name}")
  endforeach()
  set_target_properties(simulator PROPERTIES SUFFIX .mjs)
  target_link_options(simulator PRIVATE -fwasm-exceptions -O3 -sMODULARIZE=1 -sEXPORT_ES6=1 -sUSE_ES6_IMPORT_META=0
    -sENVIRONMENT=web,worker -sALLOW_MEMORY_GROWTH=1 -sFILESYSTEM=0 -sINCOMING_MODULE_JS_API=wasmBinary,instantiateWasm,print,printErr
    -sEXPORTED_FUNCTIONS=${functions} -sEXPORTED_RUNTIME_METHODS=UTF8ToString,stringToUTF8,lengthBytesUTF8,HEAPF64
    --no-entry)
endfunction()
