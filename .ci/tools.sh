# Sourced by the steps: where tools are, and how they get there.
#
# Where CI is set, missing tools are installed; elsewhere a step without its
# tool is left out and says so, unless GOUJI_REQUIRE_TOOLS=1.
# shellcheck shell=bash
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
bin=$root/.ci/bin
node_modules=$root/.ci/node_modules
export PATH=$bin:$node_modules/.bin:$PATH
require=${GOUJI_REQUIRE_TOOLS:-${CI:+1}}
unset GOUJI_REQUIRE_TOOLS # a step that has its tools sets it for its tests

# have TOOL COMMAND…: is there the tool, a command or a file? Where CI is set,
# COMMAND brings it.
have() {
  local tool=$1
  shift
  if ! there "$tool" && [ -n "${CI:-}" ]; then "$@" >&2; fi
  if there "$tool"; then return 0; fi
  if [ "$require" = 1 ]; then
    echo "$tool is missing" >&2
    exit 1
  fi
  echo "left out: $tool is missing"
  return 1
}

there() { command -v "$1" >/dev/null || [ -e "$1" ]; }

# install_go PACKAGE@VERSION installs a command written in Go.
install_go() { GOBIN=$bin go install "$1"; }

# install_npm installs what package.json names.
install_npm() {
  npm install --silent --no-package-lock --no-audit --no-fund --prefix "$root/.ci"
  find "$node_modules/@microsoft" -name Sarif.Multitool -exec chmod u+x {} + # its install script does no more
}

# install_debian PACKAGE… installs packages of Debian or Ubuntu.
install_debian() {
  local sudo=
  if [ "$(id -u)" != 0 ]; then sudo=sudo; fi
  $sudo apt-get update -q && $sudo apt-get install -y -q --no-install-recommends "$@"
}
