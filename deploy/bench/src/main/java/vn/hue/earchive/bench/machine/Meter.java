package vn.hue.earchive.bench.machine;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Measures a stretch of time: wall, CPU seconds of named processes, busy and stolen CPU of the
 * machine.
 *
 * @param pids root process of each name
 */
public record Meter(Map<String, Long> pids) {

    public Meter {
        pids = Map.copyOf(pids);
    }

    public Reading read() {
        ProcessTable table = ProcessTable.read();
        Map<String, Double> cpu = new LinkedHashMap<>();
        pids.forEach((name, pid) -> cpu.put(name, table.cpuSeconds(pid)));
        return new Reading(System.nanoTime(), cpu, SystemCpu.read());
    }

    /** One moment. */
    public record Reading(long nanos, Map<String, Double> cpu, SystemCpu system) {

        /**
         * What was used between {@code start} and this.
         *
         * @throws IllegalStateException when a process ended in between: its figure would be wrong,
         *     not just missing
         */
        public Usage since(Reading start) {
            Map<String, Double> used = new LinkedHashMap<>();
            cpu.forEach((name, seconds) -> {
                double before = start.cpu.getOrDefault(name, 0.0);
                if (seconds < before) {
                    throw new IllegalStateException(
                            "Process " + name + " ended during the measurement.");
                }
                used.put(name, seconds - before);
            });
            SystemCpu machine = system.since(start.system);
            return new Usage((nanos - start.nanos) / 1e9, used, machine.busy(), machine.steal());
        }
    }

    /** All in seconds. */
    public record Usage(
            double wall, Map<String, Double> cpu, double machineBusy, double machineSteal) {

        public double cpuTotal() {
            return cpu.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }
}
