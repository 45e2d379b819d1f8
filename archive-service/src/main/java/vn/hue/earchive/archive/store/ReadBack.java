package vn.hue.earchive.archive.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Reads the stores as someone who knows nothing but the specification of OCFL: which objects are
 * there, of which kind, in which version, whole in which stores. Trusts an inventory when its
 * sidecar confirms it, an index when the inventory does, and a copy when all files that the
 * inventory names are there; whether the bytes of a package are right says the fixity check.
 */
@ApplicationScoped
public class ReadBack {

    private static final Pattern FOLDER = Pattern.compile("([0-9a-f]{3})/");
    private static final Pattern OBJECT =
            Pattern.compile("([0-9a-f]{3}/[0-9a-f]{3}/[0-9a-f]{3}/[0-9a-f]{64})/(.+)");

    private final ArchiveStores stores;

    ReadBack(ArchiveStores stores) {
        this.stores = stores;
    }

    /**
     * First folders of the layout that exist in one of the stores, as numbers from 0 to 4095.
     *
     * @throws Problem STORE_UNAVAILABLE when one of them does not answer
     */
    public Set<Integer> folders(List<String> names) {
        return orUnavailable(() -> {
            Set<Integer> folders = new TreeSet<>();
            for (String name : names) {
                for (String folder : stores.named(name).children("").folders()) {
                    Matcher matcher = FOLDER.matcher(folder);
                    if (matcher.matches()) {
                        folders.add(Integer.parseInt(matcher.group(1), 16));
                    }
                }
            }
            return folders;
        });
    }

    /**
     * Everything under a first folder, in the order of the places.
     *
     * @throws Problem STORE_UNAVAILABLE when one of the stores does not answer
     */
    public List<ObjectPlace> list(List<String> names, int folder) {
        return list(names, StoreInspection.folder(folder) + "/");
    }

    /**
     * Everything there is: for stores with few objects, because some servers walk the whole tree
     * for each page, and all is held in memory.
     *
     * @throws Problem STORE_UNAVAILABLE when one of the stores does not answer
     */
    public List<ObjectPlace> list(List<String> names) {
        return list(names, "");
    }

    private List<ObjectPlace> list(List<String> names, String prefix) {
        return orUnavailable(() -> {
            Map<String, Map<String, ObjectPlace.Files>> places = new TreeMap<>();
            for (String name : names) {
                group(stores.named(name).list(prefix))
                        .forEach((place, files) ->
                                places.computeIfAbsent(place, p -> new LinkedHashMap<>())
                                        .put(name, new ObjectPlace.Files(files)));
            }
            return places.entrySet().stream()
                    .map(each -> new ObjectPlace(each.getKey(), each.getValue()))
                    .toList();
        });
    }

    private static Map<String, Map<String, ArchiveBucket.Listed>> group(
            List<ArchiveBucket.Listed> listed) {
        Map<String, Map<String, ArchiveBucket.Listed>> places = new TreeMap<>();
        for (ArchiveBucket.Listed each : listed) {
            Matcher object = OBJECT.matcher(each.key());
            if (object.matches()) {
                places.computeIfAbsent(object.group(1), p -> new TreeMap<>())
                        .put(object.group(2), each);
            }
        }
        return places;
    }

    /**
     * Reads what the stores say of one place: three requests where the first store is good.
     *
     * @throws Problem STORE_UNAVAILABLE when a store that has something there does not answer
     */
    public ReadBackObject read(ObjectPlace place) {
        return orUnavailable(() -> {
            List<ReadBackObject.Damage> damages = new ArrayList<>();
            boolean committed = false;
            Known known = null;
            for (Map.Entry<String, ObjectPlace.Files> each : place.files().entrySet()) {
                ReadObject copy =
                        new ReadObject(
                                stores.named(each.getKey()),
                                place.place(),
                                each.getValue().byKey());
                if (!copy.isCommitted()) {
                    continue;
                }
                committed = true;
                if (known == null) {
                    known = first(copy, damages);
                } else {
                    copy.defectOf(known.history(), known.packSize())
                            .ifPresentOrElse(
                                    what -> damages.add(damage(copy, what)), known.holders(copy));
                }
            }
            if (known == null) {
                return committed
                        ? new ReadBackObject.Unreadable(place.place(), damages)
                        : new ReadBackObject.Leftover(place.place(), damages);
            }
            return result(place.place(), known, damages);
        });
    }

    /** What a copy that can be believed tells, and the copies that agree with it. */
    private record Known(
            History history, @Nullable IndexFile index, Map<String, Instant> completeSince) {

        long packSize() {
            return index == null ? -1 : index.index().size();
        }

        Runnable holders(ReadObject copy) {
            return () -> completeSince.put(copy.store(), copy.completeSince(history.head()));
        }
    }

    private static @Nullable Known first(ReadObject copy, List<ReadBackObject.Damage> damages)
            throws StoreFailure {
        try {
            History history = copy.history();
            IndexFile index =
                    history.head().isPackage()
                            ? IndexFile.read(copy.bucket(), history.head())
                            : null;
            Known known = new Known(history, index, new LinkedHashMap<>());
            copy.defectOf(history, known.packSize())
                    .ifPresentOrElse(what -> damages.add(damage(copy, what)), known.holders(copy));
            return known;
        } catch (FixityFailure e) {
            damages.add(damage(copy, String.valueOf(e.getMessage())));
            return null;
        }
    }

    private ReadBackObject result(String place, Known known, List<ReadBackObject.Damage> damages) {
        if (known.completeSince().isEmpty()) {
            return new ReadBackObject.Unreadable(place, damages);
        }
        List<String> holders = List.copyOf(known.completeSince().keySet());
        Inventory head = known.history().head();
        if (known.index() == null) {
            return new ReadBackObject.FoundPaper(
                    place,
                    new StoredObject(
                            head.objectId(),
                            head.number(),
                            head.sha256(),
                            holders,
                            stores.without(holders),
                            List.copyOf(head.content().keySet())),
                    known.history().digests(),
                    damages);
        }
        return new ReadBackObject.FoundPackage(
                place,
                StoredAip.of(head, known.index(), holders, stores.without(holders)),
                known.history().digests(),
                known.completeSince(),
                damages);
    }

    private static ReadBackObject.Damage damage(ReadObject copy, String what) {
        return new ReadBackObject.Damage(copy.store(), what);
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    private static <T> T orUnavailable(Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new Problem(CommonProblem.STORE_UNAVAILABLE).causedBy(e);
        }
    }
}
