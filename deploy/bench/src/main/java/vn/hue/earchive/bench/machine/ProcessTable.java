package vn.hue.earchive.bench.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All processes of one moment, as a forest: a server's CPU is that of its whole tree (PostgreSQL
 * has one child per session).
 */
public final class ProcessTable {

    private final Map<Long, ProcessStat> byPid = new HashMap<>();
    private final Map<Long, List<Long>> children = new HashMap<>();

    ProcessTable(List<ProcessStat> processes) {
        for (ProcessStat process : processes) {
            byPid.put(process.pid(), process);
            children.computeIfAbsent(process.parent(), _ -> new ArrayList<>()).add(process.pid());
        }
    }

    public static ProcessTable read() {
        return read(Path.of("/proc"));
    }

    static ProcessTable read(Path proc) {
        List<ProcessStat> processes = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (Path folder : folders) {
                stat(folder).ifPresent(processes::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ProcessTable(processes);
    }

    /** Empty when it ended between the listing and the reading: then it is not of this moment. */
    private static Optional<ProcessStat> stat(Path folder) {
        try {
            return Optional.of(ProcessStat.parse(Files.readString(folder.resolve("stat"))));
        } catch (IOException ended) {
            return Optional.empty();
        }
    }

    /**
     * CPU seconds of the process and all its descendants, the ended and waited-for ones included,
     * so that the figure only grows while the process lives; 0 when there is no such process.
     */
    public double cpuSeconds(long pid) {
        long ticks = 0;
        for (ProcessStat process : tree(pid)) {
            ticks += process.ticks() + process.reapedTicks();
        }
        return ticks / ProcessStat.TICKS_PER_SECOND;
    }

    public boolean contains(long pid) {
        return byPid.containsKey(pid);
    }

    /** The process and its descendants; empty when there is no such process. */
    List<ProcessStat> tree(long pid) {
        List<ProcessStat> tree = new ArrayList<>();
        Deque<Long> open = new ArrayDeque<>(List.of(pid));
        while (!open.isEmpty()) {
            long next = open.pop();
            ProcessStat process = byPid.get(next);
            if (process != null) {
                tree.add(process);
                open.addAll(children.getOrDefault(next, List.of()));
            }
        }
        return tree;
    }
}
