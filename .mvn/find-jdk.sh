# Sourced by ./mvnw and deploy/lib.sh: leaves JAVA_HOME pointing at a JDK 25 or newer, or stops with a sentence that says what to do.
# Reads only <jdk>/release files; starts nothing. POSIX sh, safe under `set -eu`.

earchive_jdk_major() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  earchive_major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [ -n "$earchive_major" ] && [ "$earchive_major" -ge 25 ]
}

earchive_find_jdk() {
  if [ -n "${JAVA_HOME:-}" ] && earchive_jdk_major "$JAVA_HOME"; then return 0; fi
  for earchive_candidate in \
    "${JAVA_HOME_25:-}" "${JDK25_HOME:-}" "${JAVA_HOME_25_X64:-}" "${JAVA_HOME_25_ARM64:-}" \
    /usr/lib/jvm/* /opt/java/* /opt/jdk* /usr/java/* /usr/local/java/* \
    "${HOME:-/nonexistent}"/.sdkman/candidates/java/* "${HOME:-/nonexistent}"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$earchive_candidate" ] && earchive_jdk_major "$earchive_candidate"; then
      JAVA_HOME=$earchive_candidate
      export JAVA_HOME
      return 0
    fi
  done
  echo "This project needs a JDK 25 or newer and found none (JAVA_HOME is '${JAVA_HOME:-}')." >&2
  echo "Install one (for example Eclipse Temurin 25) or set JAVA_HOME to it, then run the same command again." >&2
  return 1
}

earchive_find_jdk || exit 1
