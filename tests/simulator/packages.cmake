# What the test of the page (tests/page) holds its numbers to: this processor's plain code, and the model once more with
# fused multiply-add allowed, which the rules of the build must keep from making a difference.
add_executable(digests EXCLUDE_FROM_ALL ${folder}/digests/main.cpp)
target_link_libraries(digests PRIVATE headroom_simulator)
set_property(GLOBAL APPEND PROPERTY HEADROOM_TESTS digests)
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64" AND NOT HEADROOM_SANITIZE AND NOT HEADROOM_CHECKED)
  foreach(part engine words model)
    get_target_property(sources headroom_${part} SOURCES)
    list(APPEND model_with_fma_sources ${sources})
  endforeach()
  # Its objects whole, so that the plain model has nothing left to give.
  add_library(model_with_fma OBJECT EXCLUDE_FROM_ALL ${model_with_fma_sources})
  headroom_batches(model_with_fma 12)
  target_link_libraries(model_with_fma PUBLIC headroom_rules Boost::headers)
  target_compile_options(model_with_fma PRIVATE -O2 -mfma -mavx2)
  add_executable(digests_with_fma EXCLUDE_FROM_ALL ${folder}/digests/main.cpp)
  target_link_libraries(digests_with_fma PRIVATE model_with_fma headroom_simulator)
  set_property(GLOBAL APPEND PROPERTY HEADROOM_TESTS digests_with_fma)
endif()
