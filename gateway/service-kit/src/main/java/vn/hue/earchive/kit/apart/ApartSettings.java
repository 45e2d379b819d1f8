package vn.hue.earchive.kit.apart;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How a process apart is started.
 *
 * @param main its class, which calls {@link ApartMain#serve}
 * @param arguments of its {@code main}
 * @param folder for its temporary files, of no other process; emptied when it ends
 * @param heapMb its heap
 * @param startLimit from the start of the JVM until it is ready
 * @param timeLimit for one request; the process is ended then
 */
public record ApartSettings(
        Class<?> main,
        List<String> arguments,
        Path folder,
        int heapMb,
        Duration startLimit,
        Duration timeLimit) {}
