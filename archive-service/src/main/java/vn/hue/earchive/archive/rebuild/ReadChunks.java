package vn.hue.earchive.archive.rebuild;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.custody.CustodyRecord;
import vn.hue.earchive.archive.custody.CustodyRecords;
import vn.hue.earchive.archive.custody.PaperRecord;
import vn.hue.earchive.archive.store.ArchiveObjects;
import vn.hue.earchive.archive.store.FixityFailure;
import vn.hue.earchive.archive.store.ObjectPlace;
import vn.hue.earchive.archive.store.ReadBack;
import vn.hue.earchive.archive.store.ReadBackObject;
import vn.hue.earchive.archive.store.StoreInspection;
import vn.hue.earchive.kit.objects.ObjectMissing;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Goes through all stores in the order of their places and reads what they say, some objects at a
 * time and the next ones while the last are written. Knows no database.
 */
@ApplicationScoped
class ReadChunks {

    /** With so many first folders there are some thousand objects: one listing is less work. */
    private static final int FEW_FOLDERS = 2048;

    private final ReadBack stores;
    private final StoreInspection inspection;
    private final ArchiveObjects papers;
    private final CustodyRecords records;
    private final ObjectReader paperReader;
    private final RebuildConfig config;
    private final Semaphore atOnce;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    ReadChunks(
            ReadBack stores,
            StoreInspection inspection,
            ArchiveObjects papers,
            CustodyRecords records,
            ObjectMapper json,
            RebuildConfig config) {
        this.stores = stores;
        this.inspection = inspection;
        this.papers = papers;
        this.records = records;
        this.paperReader =
                json.readerFor(PaperRecord.class)
                        .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.config = config;
        this.atOnce = new Semaphore(config.concurrency());
    }

    /**
     * What lies at one place.
     *
     * @param custody of a package; null where nothing is noted
     * @param paper of a paper; null where nothing is noted
     */
    record Item(
            ReadBackObject object, @Nullable CustodyRecord custody, @Nullable PaperRecord paper) {}

    /**
     * The places after this one, in chunks; reading fails with {@link Problem} and may be begun
     * anew.
     */
    Walk after(String place) {
        return new Walk(place);
    }

    /** A walk through the stores, by one thread. */
    final class Walk {

        private final String begin;
        private final Iterator<Integer> folders;
        private final ArrayDeque<ObjectPlace> listed = new ArrayDeque<>();
        private @Nullable Future<List<Item>> ahead;

        private Walk(String place) {
            this.begin = place;
            int from = place.isEmpty() ? 0 : Integer.parseInt(place.substring(0, 3), 16);
            Set<Integer> all = stores.folders(inspection.stores());
            boolean few = all.size() < FEW_FOLDERS;
            this.folders =
                    few
                            ? Collections.emptyIterator()
                            : all.stream().filter(folder -> folder >= from).iterator();
            if (few) {
                add(stores.list(inspection.stores()));
            }
        }

        /**
         * The next objects; empty at the end.
         *
         * @throws Problem STORE_UNAVAILABLE when a store does not answer
         * @throws InterruptedException when the thread is to stop
         */
        List<Item> next() throws InterruptedException {
            Future<List<Item>> now = ahead == null ? threads.submit(this::read) : ahead;
            List<Item> items = await(now);
            ahead = items.isEmpty() ? null : threads.submit(this::read);
            return items;
        }

        private void add(List<ObjectPlace> places) {
            places.stream()
                    .filter(place -> place.place().compareTo(begin) > 0)
                    .forEach(listed::add);
        }

        private List<Item> read() throws InterruptedException {
            while (listed.size() < config.batch() && folders.hasNext()) {
                List<Future<List<ObjectPlace>>> lists = new ArrayList<>();
                for (int at = 0; at < config.concurrency() && folders.hasNext(); at++) {
                    int folder = folders.next();
                    lists.add(threads.submit(() -> stores.list(inspection.stores(), folder)));
                }
                for (Future<List<ObjectPlace>> list : lists) {
                    add(await(list));
                }
            }
            List<Future<Item>> running = new ArrayList<>();
            for (int at = 0; at < config.batch() && !listed.isEmpty(); at++) {
                ObjectPlace place = listed.poll();
                atOnce.acquire();
                running.add(
                        threads.submit(() -> {
                            try {
                                return item(stores.read(place));
                            } finally {
                                atOnce.release();
                            }
                        }));
            }
            List<Item> items = new ArrayList<>();
            for (Future<Item> each : running) {
                items.add(await(each));
            }
            return items;
        }
    }

    private Item item(ReadBackObject object) {
        return switch (object) {
            case ReadBackObject.FoundPackage found ->
                    new Item(
                            object,
                            Optional.ofNullable(found.aip().custody())
                                    .flatMap(records::read)
                                    .orElse(null),
                            null);
            case ReadBackObject.FoundPaper found -> new Item(object, null, paper(found));
            case ReadBackObject.Unreadable found -> new Item(object, null, null);
            case ReadBackObject.Leftover found -> new Item(object, null, null);
        };
    }

    private @Nullable PaperRecord paper(ReadBackObject.FoundPaper found) {
        if (!found.paper().paths().contains(PaperRecord.FILE)) {
            return null;
        }
        try {
            PaperRecord record =
                    paperReader.readValue(papers.read(found.paper().objId(), PaperRecord.FILE));
            return PaperRecord.FORM.equals(record.form()) ? record : null;
        } catch (JacksonException | FixityFailure | ObjectMissing e) {
            return null;
        } catch (IOException e) {
            throw new Problem(CommonProblem.STORE_UNAVAILABLE).causedBy(e);
        }
    }

    private static <T> T await(Future<T> running) throws InterruptedException {
        try {
            return running.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException meaning) {
                throw meaning;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
