# The Debian package: cpack --config FOLDER/CPackConfig.cmake. .ci/package makes it and installs it on a bare Debian.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME headroom)
set(CPACK_PACKAGE_CONTACT "Headroom authors <maintainers@headroom.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "simulator of caseload limits and staffing in children's social work")
set(CPACK_PACKAGE_DESCRIPTION "Headroom simulates an English children's services authority, family by family
and worker by worker. It says what a caseload limit or a staffing policy would
do to children's unmet need, to the workforce and to cost, and how sure that is.")
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
# dpkg-shlibdeps (dpkg-dev) names the packages of the libraries that the program is linked to.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Reports as PDF are printed by a browser; results are read in Python or R.
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "chromium, python3-xarray, python3-h5netcdf, r-cran-ncdf4")
include(CPack)
