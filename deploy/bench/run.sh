# Sourced by the benchmarks: builds the module when its classes are missing or older than their sources, then runs a main class.
# POSIX sh, safe under `set -eu`.

bench_folder=$(cd "$(dirname "$0")" && pwd)
bench_root=$(cd "$bench_folder/../.." && pwd)
. "$bench_root/.mvn/find-jdk.sh"

bench_built=$bench_folder/target/built

bench_stale() {
  [ -f "$bench_built" ] && [ -d "$bench_folder/target/classes" ] && [ -d "$bench_folder/target/lib" ] || return 0
  [ -n "$(find "$bench_folder/src/main" "$bench_folder/pom.xml" -newer "$bench_built" -print | head -n 1)" ]
}

bench_commit() {
  git -C "$bench_root" rev-parse --short HEAD 2>/dev/null || { echo unknown; return; }
  # A measurement of sources that nobody can check out again says so. Its own results do not count.
  [ -z "$(git -C "$bench_root" status --porcelain -- . ':!deploy/bench/results' ':!deploy/bench/RESULTS.md')" ] || echo -dirty
}

bench_run() {
  if bench_stale; then
    echo "building the benchmarks" >&2
    (cd "$bench_root" && ./mvnw -B -q -Dquick package -pl deploy/bench -am)
    touch "$bench_built"
  fi
  exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xms512m -Xmx1g --enable-native-access=ALL-UNNAMED \
    -Dearchive.root="$bench_root" -Dearchive.commit="$(bench_commit | tr -d '\n')" \
    -cp "$bench_folder/target/classes:$bench_folder/target/lib/*" "$@"
}
