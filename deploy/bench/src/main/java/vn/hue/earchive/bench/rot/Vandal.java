package vn.hue.earchive.bench.rot;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Damages files of the stores, as the seed decides: of each object one copy at most, and of some
 * objects the same file in both copies.
 */
final class Vandal {

    private static final Pattern FILE = Pattern.compile("((?:[0-9a-f]{3}/){3}[0-9a-f]{64})/(.+)");

    private final List<StoreFiles> stores;
    private final Random random;
    private final List<Damage> damages = new ArrayList<>();
    private final List<Damage> hopeless = new ArrayList<>();
    private final Map<String, byte[]> good = new TreeMap<>();
    private final Map<String, byte[]> planted = new TreeMap<>();
    private final List<String> strays = new ArrayList<>();

    Vandal(List<StoreFiles> stores, long seed) {
        this.stores = List.copyOf(stores);
        this.random = new Random(seed);
    }

    /** What was done to one copy alone, a line per finding that it must give. */
    List<Damage> damages() {
        return List.copyOf(damages);
    }

    /** What was done to both copies of a file. */
    List<Damage> hopeless() {
        return List.copyOf(hopeless);
    }

    /** The bytes of a file that both copies have lost. */
    byte[] good(Damage lost) {
        return good.getOrDefault(lost.key(), new byte[0]);
    }

    /** Bytes of each file that was added to an object, by store and key. */
    Map<String, byte[]> planted() {
        return Map.copyOf(planted);
    }

    /** Lines of the differences that things which belong to nobody must give. */
    List<String> strays() {
        return List.copyOf(strays);
    }

    /**
     * Damages so much.
     *
     * @param n of one copy: of fourteen ten flips and one of each other kind, as goal G4 has it
     * @param both files of which no copy stays good
     * @throws IllegalArgumentException when the stores hold too little
     */
    void strike(int n, int both) throws IOException {
        int other = Math.max(2, n / 14);
        int lost = Math.max(1, other / 10);
        Map<String, List<String>> objects = objects();
        List<String> roots = new ArrayList<>(objects.keySet());
        Collections.shuffle(roots, random);
        if (roots.size() < both + lost + 2) {
            throw new IllegalArgumentException("The stores hold too few objects: more --files.");
        }
        Iterator<String> next = roots.iterator();
        for (int at = 0; at < both; at++) {
            String root = next.next();
            String path = any(objects.getOrDefault(root, List.of()), "v1/content/");
            good.put(root + "/" + path, stores.getFirst().read(root + "/" + path));
            for (StoreFiles store : stores) {
                flip(store, root + "/" + path);
                hopeless.add(new Damage(Damage.Kind.FLIP, store.name(), root, path));
            }
        }
        for (int at = 0; at < lost; at++) {
            lose(anyStore(), next.next(), objects);
        }
        Deque<Damage> victims = victims(next, objects);
        if (victims.size() < n + other) {
            throw new IllegalArgumentException(
                    "%d files for %d damages are too few: more --files."
                            .formatted(victims.size(), n));
        }
        for (int at = 0; at < other; at++) {
            swap(victims);
        }
        for (int at = 0; at < other; at++) {
            Damage victim = victims.pop();
            truncate(named(victim.store()), victim.key());
            note(Damage.Kind.TRUNCATE, victim);
        }
        for (int at = lost; at < other; at++) {
            Damage victim = victims.pop();
            named(victim.store()).delete(victim.key());
            note(Damage.Kind.DELETE, victim);
        }
        for (int at = 0; at < other; at++) {
            add(victims.pop());
        }
        for (int at = 4 * other; at < n; at++) {
            Damage victim = victims.pop();
            flip(named(victim.store()), victim.key());
            note(Damage.Kind.FLIP, victim);
        }
        for (int at = 0; at < lost; at++) {
            stray();
        }
    }

    private void note(Damage.Kind kind, Damage victim) {
        damages.add(new Damage(kind, victim.store(), victim.root(), victim.path()));
    }

    /** Paths of the files of each object that all stores have. */
    private Map<String, List<String>> objects() throws IOException {
        Map<String, List<String>> objects = new TreeMap<>();
        for (String key : stores.getFirst().sizes().keySet()) {
            Matcher file = FILE.matcher(key);
            if (file.matches()) {
                objects.computeIfAbsent(file.group(1), _ -> new ArrayList<>()).add(file.group(2));
            }
        }
        for (StoreFiles store : stores) {
            objects.keySet().retainAll(store.sizes().keySet().stream().map(Vandal::root).toList());
        }
        return objects;
    }

    private static String root(String key) {
        Matcher file = FILE.matcher(key);
        return file.matches() ? file.group(1) : "";
    }

    /** All files of one copy of each object, in any order; their kind is not decided yet. */
    private Deque<Damage> victims(Iterator<String> roots, Map<String, List<String>> objects) {
        List<Damage> victims = new ArrayList<>();
        roots.forEachRemaining(root -> {
            String store = anyStore().name();
            for (String path : objects.getOrDefault(root, List.of())) {
                victims.add(new Damage(Damage.Kind.FLIP, store, root, path));
            }
        });
        Collections.shuffle(victims, random);
        return new ArrayDeque<>(victims);
    }

    private static String any(List<String> paths, String beginning) {
        return paths.stream().filter(path -> path.startsWith(beginning)).findFirst().orElseThrow();
    }

    private StoreFiles anyStore() {
        return stores.get(random.nextInt(stores.size()));
    }

    private StoreFiles named(String name) {
        return stores.stream().filter(store -> store.name().equals(name)).findFirst().orElseThrow();
    }

    private void flip(StoreFiles store, String key) throws IOException {
        byte[] bytes = store.read(key);
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        store.overwrite(key, bytes);
    }

    private void truncate(StoreFiles store, String key) throws IOException {
        byte[] bytes = store.read(key);
        store.overwrite(key, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
    }

    /** Two files of one store change places. */
    private void swap(Deque<Damage> victims) throws IOException {
        Damage one = victims.pop();
        StoreFiles store = named(one.store());
        byte[] bytes = store.read(one.key());
        for (Damage other : victims) {
            if (other.store().equals(one.store())
                    && !Arrays.equals(bytes, store.read(other.key()))) {
                victims.remove(other);
                store.overwrite(one.key(), store.read(other.key()));
                store.overwrite(other.key(), bytes);
                note(Damage.Kind.SWAP, one);
                note(Damage.Kind.SWAP, other);
                return;
            }
        }
        throw new IllegalArgumentException("Too few files to swap: more --files.");
    }

    private void lose(StoreFiles store, String root, Map<String, List<String>> objects)
            throws IOException {
        for (String path : objects.getOrDefault(root, List.of())) {
            store.delete(root + "/" + path);
        }
        damages.add(new Damage(Damage.Kind.LOSE, store.name(), root, ""));
    }

    /** A file beside the victim, in the same object; the victim itself stays as it is. */
    private void add(Damage victim) throws IOException {
        String folder = victim.path().substring(0, victim.path().lastIndexOf('/') + 1);
        String path = folder + "added-" + Long.toHexString(random.nextLong());
        byte[] bytes = new byte[1000];
        random.nextBytes(bytes);
        Damage added = new Damage(Damage.Kind.ADD, victim.store(), victim.root(), path);
        named(victim.store()).plant(added.key(), bytes);
        planted.put(added.store() + " " + added.key(), bytes);
        damages.add(added);
    }

    /** An object that nobody has noted, and a file that is of no object. */
    private void stray() throws IOException {
        StringBuilder digits = new StringBuilder();
        while (digits.length() < 64) {
            digits.append(Integer.toHexString(random.nextInt(16)));
        }
        String folder = digits.substring(0, 3) + "/" + digits.substring(3, 6) + "/";
        String root = folder + digits.substring(6, 9) + "/" + digits;
        String file = folder + "loose-" + digits.substring(9, 20);
        StoreFiles store = anyStore();
        store.plant(root + "/v1/content/strange", new byte[] {1, 2, 3});
        store.plant(file, new byte[] {4, 5, 6});
        strays.add(Findings.line("UNTRACKED", store.name(), root, ""));
        strays.add(Findings.line("UNTRACKED", store.name(), file, ""));
    }
}
