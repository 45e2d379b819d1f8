package vn.hue.earchive.local.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.hue.earchive.local.component.Component;
import vn.hue.earchive.local.process.ChildProcess;

/**
 * One component as it is now.
 *
 * @param pid 0 when it does not run
 * @param state {@code healthy}, {@code starting}, {@code not answering}, {@code died} or {@code
 *     stopped}
 * @param memoryMiB resident memory of its processes, 0 when it does not run
 */
public record StatusLine(String name, long pid, String address, String state, long memoryMiB) {

    static List<StatusLine> of(Stack stack) throws InterruptedException {
        List<StatusLine> lines = new ArrayList<>();
        for (Component component : stack.components()) {
            Optional<ChildProcess> process = component.process();
            lines.add(
                    new StatusLine(
                            component.name(),
                            process.map(ChildProcess::pid).orElse(0L),
                            component.address(),
                            state(component),
                            process.map(child -> ResidentMemory.mib(child.pid())).orElse(0L)));
        }
        return lines;
    }

    private static String state(Component component) throws InterruptedException {
        if (component.process().isEmpty()) {
            return component.died() ? "died" : "stopped";
        }
        if (!component.running()) {
            return "starting";
        }
        return component.healthy() ? "healthy" : "not answering";
    }
}
