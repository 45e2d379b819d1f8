# Sourced by deploy/up, deploy/down and deploy/status with $root set. POSIX sh.

. "$root/.mvn/find-jdk.sh"

# Runs a command of the launcher: up, down or status.
stack_command() {
  if [ ! -r "$root/.stack/dist/launcher.classpath" ] || [ ! -d "$root/deploy/local/target/classes" ]; then
    echo "The suite has not been built in this folder yet. deploy/up builds and starts it." >&2
    return 1
  fi
  "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx128m \
    -cp "$root/deploy/local/target/classes:$(cat "$root/.stack/dist/launcher.classpath")" \
    vn.hue.earchive.local.stack.StackCommand "$root" "$@"
}
