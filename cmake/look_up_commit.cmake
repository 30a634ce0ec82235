# Run at every build by cmake/version.cmake; the file is written only when its content changes.
set(commit "unknown")
set(commit_date "")
find_program(GIT git)
# A .git of its own is asked for because git would otherwise answer with a checkout further up that merely
# contains an unpacked copy of Headroom.
# A checkout that another user owns is named as safe, or git would not answer at all.
if(GIT AND EXISTS ${SOURCE_DIR}/.git)
  set(git ${GIT} -c safe.directory=${SOURCE_DIR} -C ${SOURCE_DIR})
  execute_process(COMMAND ${git} rev-parse --verify HEAD
    OUTPUT_VARIABLE found OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE failed)
  if(NOT failed)
    set(commit ${found})
    # The day of the commit in Greenwich, so that every build of it has the same.
    execute_process(COMMAND ${CMAKE_COMMAND} -E env TZ=UTC ${git} log -1 --date=format-local:%Y-%m-%d --format=%cd
      OUTPUT_VARIABLE commit_date OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    execute_process(COMMAND ${git} --no-optional-locks status --porcelain --
        sim analysis cmake scenarios/england CMakeLists.txt
      OUTPUT_VARIABLE changes ERROR_QUIET)
    if(changes)
      string(APPEND commit "+changes")
    endif()
  endif()
endif()
configure_file(${TEMPLATE} ${WRITTEN} @ONLY)
