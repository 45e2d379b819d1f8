package vn.hue.earchive.document.dossierlist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.dossierlist.DossierListState.Command;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.ETags;

/**
 * Adds the lines of a CSV file to a draft: all of them or, when one is wrong, none; each fault is
 * told with its line. A dry run tells the same and adds nothing.
 */
@ApplicationScoped
class ImportListLines {

    /** A list of 5000 lines with the longest titles stays far below. */
    private static final int MAX_BYTES = 8 * 1024 * 1024;

    private final Validation validation;
    private final Writer writer;

    ImportListLines(Validation validation, Writer writer) {
        this.validation = validation;
        this.writer = writer;
    }

    /**
     * @throws Problem DOSSIER_LIST_LINES_INVALID with a finding per fault, at {@code
     *     /lines/{n}/{column}}
     */
    Answer<ListImportView> once(
            UUID listId,
            boolean dryRun,
            @Nullable String ifMatch,
            @Nullable String key,
            InputStream csv) {
        Findings findings = validation.begin();
        List<ListCsv.Row> rows;
        try {
            byte[] bytes = csv.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new Problem(CommonProblem.CONTENT_TOO_LARGE, String.valueOf(MAX_BYTES));
            }
            rows = ListCsv.read(new ByteArrayInputStream(bytes), findings);
        } catch (IOException e) {
            throw new Problem(CommonProblem.MALFORMED_REQUEST).causedBy(e);
        }
        return writer.write(listId, dryRun, ifMatch, key, rows, findings);
    }

    /** The transaction, opened when the file has been read. */
    @ApplicationScoped
    static class Writer {

        private final DossierLists lists;
        private final ListLines lines;
        private final ChangeDossierList change;
        private final Idempotency idempotency;

        Writer(
                DossierLists lists,
                ListLines lines,
                ChangeDossierList change,
                Idempotency idempotency) {
            this.lists = lists;
            this.lines = lines;
            this.change = change;
            this.idempotency = idempotency;
        }

        @Transactional
        Answer<ListImportView> write(
                UUID listId,
                boolean dryRun,
                @Nullable String ifMatch,
                @Nullable String key,
                List<ListCsv.Row> rows,
                Findings findings) {
            return idempotency.once(
                    "importDossierListItems",
                    key,
                    Map.of("listId", listId, "dryRun", dryRun, "rows", rows),
                    ListImportView.class,
                    () -> {
                        DossierList list = lists.locked(listId);
                        if (ifMatch != null) {
                            ETags.check(ifMatch, list.version());
                        }
                        list.require(Command.DRAFT_LINES);
                        List<DossierListItem> there = lists.items(listId);
                        List<DossierListItem.Line> good = judged(rows, there, findings);
                        if (!dryRun) {
                            enter(list, there, good);
                        }
                        return new Answer<>(
                                200,
                                null,
                                ETags.header(list.version()),
                                new ListImportView(listId, dryRun, good.size(), list.itemCount()));
                    });
        }

        private List<DossierListItem.Line> judged(
                List<ListCsv.Row> rows, List<DossierListItem> there, Findings findings) {
            List<DossierListItem.Line> good = new ArrayList<>();
            Set<String> taken = ListLines.notations(there);
            for (ListCsv.Row row : rows) {
                lines.judge(findings, "/lines/" + row.number(), taken, row.given())
                        .ifPresent(good::add);
            }
            findings.addUnless(
                    there.size() + rows.size() <= ListLines.MAX,
                    "/lines",
                    "TOO_MANY_LINES",
                    String.valueOf(ListLines.MAX));
            findings.raise(DocumentProblem.DOSSIER_LIST_LINES_INVALID);
            return good;
        }

        private void enter(
                DossierList list, List<DossierListItem> there, List<DossierListItem.Line> good) {
            int position = there.isEmpty() ? 0 : there.getLast().position();
            for (DossierListItem.Line line : good) {
                lists.getEntityManager()
                        .persist(
                                new DossierListItem(
                                        Ids.next(), list.agencyId(), list.id(), ++position, line));
            }
            list.drafted(change.act(), good.size());
            change.audit("importDossierListItems", list, Map.of("items", good.size()));
        }
    }
}
