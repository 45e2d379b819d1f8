package vn.hue.earchive.archive.store;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import vn.hue.earchive.archive.aip.BuildAip;
import vn.hue.earchive.archive.aip.Digests;
import vn.hue.earchive.archive.aip.GoldenDossier;

/**
 * The measurement behind ADR 0040: a dossier of 10 files of 200 KB to two stores, as bare files, as
 * an OCFL object of single files and as an OCFL object of one package. Interleaved rounds on the
 * real S3 servers of the test stack; wall time and CPU of this process and of both servers per
 * dossier. Not a test; run its main with the test class path. Arguments: rounds, dossiers a round.
 */
final class PackKernel {

    private static final int WARM_UP = 1;

    private final TestStores stores = new TestStores();
    private final AipStore store = stores.store();
    private final List<ArchiveBucket> both = List.of(stores.primary, stores.replica);
    private final GoldenDossier dossier = GoldenDossier.random(10, 200_000, 1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<byte[]> data = new ArrayList<>();
    private final List<byte[]> packageFiles = new ArrayList<>();
    private final List<byte[]> packageFilesNoSchemas = new ArrayList<>();
    private int next;

    private interface Way {
        void write() throws Exception;
    }

    private record Cost(double wall, double client, double servers) {}

    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        int dossiers = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        new PackKernel().run(rounds, dossiers);
        System.exit(0);
    }

    private void run(int rounds, int dossiers) throws Exception {
        prepare();
        Map<String, Way> ways = new LinkedHashMap<>();
        ways.put("bare files (floor)", () -> files(data, "bare/" + next++));
        ways.put(
                "OCFL, single objects, with schemas", () -> ocfl(packageFiles, "single/" + next++));
        ways.put(
                "OCFL, single objects, schemas once",
                () -> ocfl(packageFilesNoSchemas, "once/" + next++));
        ways.put(
                "OCFL, one package (AipStore)",
                () -> store.write(dossier.description(TestStores.newObjId()), dossier));
        Map<String, List<Cost>> costs = new LinkedHashMap<>();
        for (int round = -WARM_UP; round < rounds; round++) {
            for (Map.Entry<String, Way> way : ways.entrySet()) {
                Cost cost = measure(way.getValue(), dossiers);
                if (round >= 0) {
                    costs.computeIfAbsent(way.getKey(), k -> new ArrayList<>()).add(cost);
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-38s %10s %12s %12s%n",
                "per dossier, median",
                "wall ms",
                "client CPU",
                "servers CPU");
        costs.forEach((name, list) ->
                System.out.printf(
                        Locale.ROOT,
                        "%-38s %10.1f %12.1f %12.1f%n",
                        name,
                        median(list.stream().mapToDouble(Cost::wall).toArray()),
                        median(list.stream().mapToDouble(Cost::client).toArray()),
                        median(list.stream().mapToDouble(Cost::servers).toArray())));
    }

    private void prepare() throws Exception {
        dossier.description().dossier().documents().stream()
                .flatMap(d -> d.files().stream())
                .map(dossier::bytes)
                .forEach(data::add);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BuildAip.withVersion("0.1.0").write(dossier.description(), dossier, out);
        try (ZipInputStream in =
                new ZipInputStream(new java.io.ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry; (entry = in.getNextEntry()) != null; ) {
                byte[] bytes = in.readAllBytes();
                packageFiles.add(bytes);
                if (!entry.getName().contains("/schemas/")) {
                    packageFilesNoSchemas.add(bytes);
                }
            }
        }
        System.out.println("package " + out.size() + " bytes, " + packageFiles.size() + " files");
    }

    /** Inventory, sidecars and namaste beside the files, as OCFL asks. */
    private void ocfl(List<byte[]> files, String prefix) throws Exception {
        files(files, prefix + "/v1/content");
        byte[] inventory = new byte[300 + 190 * files.size()];
        List<byte[]> small =
                List.of(inventory, new byte[80], inventory, new byte[80], new byte[16]);
        files(small, prefix);
    }

    private void files(List<byte[]> files, String prefix) throws Exception {
        List<Future<?>> copies = new ArrayList<>();
        for (ArchiveBucket bucket : both) {
            copies.add(
                    threads.submit(() -> {
                        for (int i = 0; i < files.size(); i++) {
                            byte[] bytes = files.get(i);
                            bucket.put(
                                    prefix + "/" + i, bytes, bytes.length, Digests.sha256(bytes));
                        }
                        return null;
                    }));
        }
        for (Future<?> copy : copies) {
            copy.get();
        }
    }

    private static Cost measure(Way way, int dossiers) throws Exception {
        long wall = System.nanoTime();
        double client = cpuSeconds("/proc/self/stat");
        double servers = servers();
        for (int i = 0; i < dossiers; i++) {
            way.write();
        }
        return new Cost(
                (System.nanoTime() - wall) / 1e6 / dossiers,
                (cpuSeconds("/proc/self/stat") - client) * 1e3 / dossiers,
                (servers() - servers) * 1e3 / dossiers);
    }

    private static double servers() throws Exception {
        double seconds = 0;
        for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
            Path file = Path.of("/proc/" + process.pid() + "/cmdline");
            String command = Files.isReadable(file) ? Files.readString(file) : "";
            if (command.contains("org.gaul.s3proxy.Main")
                    && command.contains(System.getProperty("earchive.root", "?"))) {
                seconds += cpuSeconds("/proc/" + process.pid() + "/stat");
            }
        }
        return seconds;
    }

    /** User and system time of a process; ticks of 10 ms. */
    private static double cpuSeconds(String stat) throws Exception {
        String line = Files.readString(Path.of(stat));
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
