# Sourced by the steps of action.yml.
# shellcheck shell=bash

# say CHINESE ENGLISH prints one of them.
say() {
  case $INPUT_LANG in
  en*) printf '%s\n' "$2" ;;
  *) printf '%s\n' "$1" ;;
  esac
}

# complain MESSAGE ends the step with an annotation. The message may quote
# what a stranger wrote: encoded, it cannot end the command.
complain() {
  local message=$1
  message=${message//'%'/%25}
  message=${message//$'\r'/%0D}
  message=${message//$'\n'/%0A}
  printf '::error title=gouji::%s\n' "$message"
  exit 2
}
