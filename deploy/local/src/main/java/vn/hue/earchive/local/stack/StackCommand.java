package vn.hue.earchive.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.hue.earchive.local.component.Profile;
import vn.hue.earchive.local.component.StackFailure;
import vn.hue.earchive.local.process.Children;

/**
 * {@code deploy/up}, {@code deploy/down} and {@code deploy/status} after their shell part.
 * Arguments: project root and one of {@code up down status}. Exit code 0 when all is well, 1 when
 * something failed, 3 when {@code status} finds something that is not healthy.
 */
public final class StackCommand {

    private StackCommand() {}

    public static void main(String[] args) throws Exception {
        System.exit(run(Path.of(args[0]), args[1]));
    }

    private static int run(Path root, String command) throws IOException, InterruptedException {
        Path home = root.resolve(".stack/local");
        Files.createDirectories(home);
        try {
            return switch (command) {
                case "up" -> up(root, home);
                case "down" -> down(home);
                case "status" -> status(home);
                default ->
                        throw new StackFailure(
                                "Unknown command " + command + "; there are up, down and status.");
            };
        } catch (StackFailure e) {
            System.err.println();
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private static int up(Path root, Path home) throws IOException, InterruptedException {
        StackClient stack = new StackLauncher(root, home, Profile.LOCAL, null).connect();
        stack.start(List.of("services"), System.out::println);
        List<StatusLine> lines = stack.status();
        new DemoData(root, address(lines, "gateway"), address(lines, "keycloak"))
                .load(System.out::println);
        System.out.println(Welcome.text(address(lines, "gateway"), address(lines, "keycloak")));
        return 0;
    }

    private static int down(Path home) throws IOException, InterruptedException {
        Optional<StackClient> stack = StackClient.of(home);
        if (stack.isPresent()) {
            stack.get().stop(System.out::println);
            System.out.println(
                    "The suite is down. Its data stays in " + home.resolve("data") + ".");
            return 0;
        }
        List<String> left = new Children(home.resolve("run"), home.resolve("log")).endStale();
        System.out.println(
                left.isEmpty()
                        ? "Nothing runs."
                        : "Ended what was left without a supervisor: " + left);
        return 0;
    }

    private static int status(Path home) throws IOException, InterruptedException {
        Optional<StackClient> stack = StackClient.of(home);
        if (stack.isEmpty()) {
            System.out.println("The suite is down. Start it with deploy/up.");
            return 3;
        }
        List<StatusLine> lines = stack.get().status();
        System.out.printf(
                "%-18s %8s  %-14s %9s  %s%n", "component", "pid", "state", "memory", "address");
        for (StatusLine line : lines) {
            System.out.printf(
                    "%-18s %8s  %-14s %5d MiB  %s%n",
                    line.name(),
                    line.pid() == 0 ? "-" : line.pid(),
                    line.state(),
                    line.memoryMiB(),
                    line.address());
        }
        long total = lines.stream().mapToLong(StatusLine::memoryMiB).sum();
        System.out.printf(
                "%-18s %8d  %-14s %5d MiB  logs in %s%n",
                "supervisor",
                stack.get().supervisorPid(),
                "total",
                total + ResidentMemory.own(stack.get().supervisorPid()),
                home.resolve("log"));
        return lines.stream().allMatch(line -> line.state().equals("healthy")) ? 0 : 3;
    }

    private static String address(List<StatusLine> lines, String name) {
        return lines.stream()
                .filter(line -> line.name().equals(name))
                .map(StatusLine::address)
                .findFirst()
                .orElseThrow();
    }
}
