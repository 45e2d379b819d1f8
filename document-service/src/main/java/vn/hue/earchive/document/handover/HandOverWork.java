package vn.hue.earchive.document.handover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.dossier.Dossier;
import vn.hue.earchive.document.dossier.DossierState;
import vn.hue.earchive.document.dossier.Dossiers;
import vn.hue.earchive.document.events.DossierDescribed;
import vn.hue.earchive.document.register.RegisteredDocument;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.journal.Journal;

/**
 * The open dossiers and unfiled documents of somebody who leaves go to named successors (Decree
 * 30/2020 Art 31.3đ). Each item has its own result; what cannot go stays where it is. The minutes
 * are kept as they were.
 */
@ApplicationScoped
class HandOverWork {

    private static final int MAX_ITEMS = 200;
    private static final String HANDED_OVER = "HANDED_OVER";
    private static final String LEGAL_BASIS = "30/2020/NĐ-CP Điều 31.3đ";

    private final OpenWork work;
    private final WorkHandOvers minutes;
    private final Dossiers dossiers;
    private final UnfiledDocuments unfiled;
    private final Validation validation;
    private final Idempotency idempotency;
    private final Journal journal;
    private final Audit audit;
    private final ObjectMapper json;
    private final CurrentCaller caller;
    private final Clock clock;

    HandOverWork(
            OpenWork work,
            WorkHandOvers minutes,
            Dossiers dossiers,
            UnfiledDocuments unfiled,
            Validation validation,
            Idempotency idempotency,
            Journal journal,
            Audit audit,
            ObjectMapper json,
            CurrentCaller caller,
            Clock clock) {
        this.work = work;
        this.minutes = minutes;
        this.dossiers = dossiers;
        this.unfiled = unfiled;
        this.validation = validation;
        this.idempotency = idempotency;
        this.journal = journal;
        this.audit = audit;
        this.json = json;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Answer<WorkHandOverView> once(@Nullable WorkHandOverRequest request, @Nullable String key) {
        return idempotency.once(
                "handOverWork",
                key,
                request == null ? Map.of() : request,
                WorkHandOverView.class,
                () -> {
                    WorkHandOverView made = handOver(check(request));
                    return new Answer<>(201, "/v1/work-hand-overs/" + made.id(), null, made);
                });
    }

    /** The act with its list made out. */
    private record Act(String leaver, String reason, List<WorkHandOverRequest.Item> items) {}

    private Act check(@Nullable WorkHandOverRequest given) {
        Findings findings = validation.of(given);
        findings.raise();
        WorkHandOverRequest request = Objects.requireNonNull(given);
        String leaver = cleaned(request.leaver());
        String heir = VietnameseText.clean(request.everythingTo());
        List<WorkHandOverRequest.Item> named =
                request.items() == null ? List.of() : request.items();
        findings.addUnless((heir == null) != named.isEmpty(), "/items", "EVERYTHING_OR_ITEMS");
        findings.addUnless(!leaver.equals(heir), "/everythingTo", "SUCCESSOR_LEAVES");
        for (int i = 0; i < named.size(); i++) {
            findings.addUnless(
                    !leaver.equals(cleaned(named.get(i).successor())),
                    "/items/" + i + "/successor",
                    "SUCCESSOR_LEAVES");
        }
        findings.addUnless(
                named.stream().map(WorkHandOverRequest.Item::id).distinct().count() == named.size(),
                "/items",
                "SAME_ITEM_TWICE");
        findings.raise();
        List<WorkHandOverRequest.Item> items =
                heir == null
                        ? named
                        : work.of(leaver, OpenWork.Position.START, MAX_ITEMS).stream()
                                .map(w -> new WorkHandOverRequest.Item(w.kind(), w.id(), heir))
                                .toList();
        return new Act(leaver, cleaned(request.reason()), items);
    }

    private static String cleaned(String text) {
        return Objects.requireNonNullElse(VietnameseText.clean(text), "");
    }

    private WorkHandOverView handOver(Act act) {
        Caller by = caller.get();
        Instant now = clock.instant();
        UUID id = Ids.next();
        Map<UUID, Dossier> known =
                dossiers.locked(ids(act, OpenWorkItem.Kind.DOSSIER)).stream()
                        .collect(Collectors.toMap(Dossier::id, Function.identity()));
        Map<UUID, RegisteredDocument> documents =
                unfiled.locked(ids(act, OpenWorkItem.Kind.DOCUMENT));
        List<WorkHandOverView.Item> done = new ArrayList<>();
        for (WorkHandOverRequest.Item item : act.items()) {
            done.add(
                    item.kind() == OpenWorkItem.Kind.DOSSIER
                            ? dossier(item, known.get(item.id()), act.leaver(), id, now)
                            : document(item, documents.get(item.id()), act.leaver(), id));
        }
        dossiers.flush();
        WorkHandOverView view =
                new WorkHandOverView(
                        id,
                        act.leaver(),
                        act.reason(),
                        now,
                        by.username(),
                        LEGAL_BASIS,
                        work.count(act.leaver()),
                        done,
                        null);
        String digest = minutes.keep(by.agencyId(), view, write(view));
        audit.append(
                by.agencyId(),
                "handOverWork",
                "work-hand-over",
                id,
                1,
                Map.of(
                        "items", done.size(),
                        "remaining", view.remaining(),
                        "contentSha256", digest));
        return view.withDigest(digest);
    }

    private static List<UUID> ids(Act act, OpenWorkItem.Kind kind) {
        return act.items().stream()
                .filter(i -> i.kind() == kind)
                .map(WorkHandOverRequest.Item::id)
                .toList();
    }

    private WorkHandOverView.Item dossier(
            WorkHandOverRequest.Item item,
            @Nullable Dossier dossier,
            String leaver,
            UUID handOverId,
            Instant now) {
        if (dossier == null) {
            return unknown(item);
        }
        String successor = cleaned(item.successor());
        String outcome =
                outcome(
                        dossier.inCharge().equals(leaver),
                        dossier.state().allows(DossierState.Command.HAND_TO));
        if (outcome.equals(HANDED_OVER)) {
            dossier.handTo(successor);
            journal.record(
                    new DossierDescribed(
                            dossier.agencyId(), dossier.version(), now, dossier.description()),
                    "handOverWork",
                    "dossier",
                    Map.of("workHandOverId", handOverId.toString(), "to", successor));
        }
        return new WorkHandOverView.Item(
                item.kind(),
                dossier.id(),
                dossier.fileCode(),
                dossier.description().title(),
                dossier.state().code(),
                successor,
                outcome);
    }

    private WorkHandOverView.Item document(
            WorkHandOverRequest.Item item,
            @Nullable RegisteredDocument document,
            String leaver,
            UUID handOverId) {
        if (document == null) {
            return unknown(item);
        }
        String successor = cleaned(item.successor());
        String outcome =
                outcome(leaver.equals(document.assignee()), !unfiled.isFiled(document.id()));
        if (outcome.equals(HANDED_OVER)) {
            document.passedTo(successor);
            audit.append(
                    caller.get().agencyId(),
                    "handOverWork",
                    "document",
                    document.id(),
                    document.version(),
                    Map.of("workHandOverId", handOverId.toString(), "to", successor));
        }
        return new WorkHandOverView.Item(
                item.kind(),
                document.id(),
                document.number() + "/" + document.notation(),
                document.subject(),
                document.handlingState(),
                successor,
                outcome);
    }

    private static String outcome(boolean ofLeaver, boolean open) {
        return !ofLeaver ? "OF_ANOTHER_PERSON" : open ? HANDED_OVER : "NOT_OPEN";
    }

    private static WorkHandOverView.Item unknown(WorkHandOverRequest.Item item) {
        return new WorkHandOverView.Item(
                item.kind(), item.id(), null, null, null, cleaned(item.successor()), "UNKNOWN");
    }

    private String write(WorkHandOverView view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
