# Sourced by ./pairgraph and ./verify.

# Sets JAVA_HOME and PATH to a JDK of version 21 or newer: JAVA_HOME, the PATH, then the usual folders, newest first.
use_fit_jdk() {
  local home
  for home in "${JAVA_HOME:-}" "$(jdk_on_path)" $(ls -d /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
      "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /opt/jdk* /opt/java/* 2>/dev/null | sort -rV); do
    if [ -n "$home" ] && [ "$(jdk_version "$home")" -ge 21 ]; then
      export JAVA_HOME=$home PATH=$home/bin:$PATH
      return
    fi
  done
  echo "pairgraph needs a JDK of version 21 or newer and found none: install one, or set JAVA_HOME to it." >&2
  exit 1
}

jdk_on_path() {
  local javac
  javac=$(command -v javac) && dirname "$(dirname "$(readlink -f "$javac")")" || true
}

# The feature version of the JDK in a folder; 0 where there is none.
jdk_version() {
  local version=""
  [ -x "$1/bin/javac" ] && version=$(sed -n 's/^JAVA_VERSION="\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' "$1/release" 2>/dev/null)
  echo "${version:-0}"
}
