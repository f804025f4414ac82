# Sourced by ./pairgraph.

# Sets a locale of UTF-8 where there is none: the JVM reads arguments and names of files by the locale.
use_utf8_locale() {
  local candidate
  for candidate in "${LC_ALL:-${LC_CTYPE:-${LANG:-C}}}" C.UTF-8 en_US.UTF-8; do
    if [ "$(LC_ALL=$candidate locale charmap 2>/dev/null)" = UTF-8 ]; then
      [ "$candidate" = "${LC_ALL:-${LC_CTYPE:-${LANG:-C}}}" ] || export LC_ALL=$candidate
      return
    fi
  done
  # Without locale(1) nobody can ask; what every current Linux has is the best guess.
  export LC_ALL=C.UTF-8
}
