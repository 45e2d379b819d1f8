package vn.hue.earchive.bench.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SystemCpuTest {

    @Test
    void busyLeavesOutIdleAndWaitingAndStealStandsApart() {
        SystemCpu cpu =
                SystemCpu.parse(
                        "cpu  100 200 300 9999 8888 10 20 700 0 0\ncpu0 1 1 1 1 1 1 1 1 0 0\n");

        assertThat(cpu).isEqualTo(new SystemCpu(6.3, 7.0));
    }

    @Test
    void memoryIsReadInMegabytes() {
        assertThat(Memory.parse("Name:\tjava\nVmHWM:\t  300000 kB\nVmRSS:\t  250000 kB\n"))
                .hasValue(256);
        assertThat(Memory.parse("Name:\tkthreadd\n")).isEmpty();
    }

    @Test
    void aMeterMeasuresWhatThisProcessBurns() {
        Meter meter = new Meter(Map.of("self", ProcessHandle.current().pid()));
        Meter.Reading before = meter.read();
        long until = System.nanoTime() + 300_000_000L;
        long burnt = 0;
        while (System.nanoTime() < until) {
            burnt++;
        }

        Meter.Usage usage = meter.read().since(before);

        assertThat(burnt).isPositive();
        assertThat(usage.wall()).isGreaterThanOrEqualTo(0.3);
        assertThat(usage.cpuTotal()).isPositive();
    }
}
