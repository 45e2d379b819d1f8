package vn.hue.earchive.document.scheme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.access.Actions;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.scheme.SchemeVersion.Fate;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.ETags;

/**
 * Drafts a version of a scheme and puts it in force by another person. From the year on in which it
 * begins, lines of lists that are not closed move to the headings that the mapping says; lists of
 * earlier years keep the version that they were sorted by.
 */
@ApplicationScoped
class KeepSchemes {

    private final Schemes schemes;
    private final Placings placings;
    private final Actions actions;
    private final Validation validation;
    private final Idempotency idempotency;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    KeepSchemes(
            Schemes schemes,
            Placings placings,
            Actions actions,
            Validation validation,
            Idempotency idempotency,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.schemes = schemes;
        this.placings = placings;
        this.actions = actions;
        this.validation = validation;
        this.idempotency = idempotency;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * The approval.
     *
     * @param planHash of the preview that was looked at
     * @param reference number and date of the approving paper
     */
    record Approval(@NotBlank String planHash, @NotBlank @Size(max = 200) String reference) {}

    SchemeView view(Scheme scheme) {
        return scheme.view(
                schemes.said(scheme),
                scheme.state().equals(Scheme.DRAFT)
                        ? actions.allowed(
                                "previewClassificationScheme", "approveClassificationScheme")
                        : List.of());
    }

    @Transactional
    Answer<SchemeView> draft(@Nullable SchemeRequest request, @Nullable String key) {
        return idempotency.once(
                "createClassificationScheme",
                key,
                request == null ? Map.of() : request,
                SchemeView.class,
                () -> answer(201, draft(request)));
    }

    private Scheme draft(@Nullable SchemeRequest given) {
        Findings findings = validation.of(given);
        SchemeRequest request = Objects.requireNonNull(given);
        findings.raise();
        Caller by = caller.get();
        SchemeVersion said =
                new SchemeVersion(
                        request.headings(),
                        Objects.requireNonNullElse(request.mapping(), List.of()));
        Scheme before = schemes.newest(by.agencyId(), request.key()).orElse(null);
        said.check(findings, before == null ? null : schemes.said(before));
        findings.addUnless(
                before == null || request.validFrom().isAfter(before.validFrom()),
                "/validFrom",
                "NOT_AFTER_CURRENT",
                before == null ? "" : before.validFrom().toString());
        findings.raise();
        Scheme scheme =
                new Scheme(
                        Ids.next(),
                        by.agencyId(),
                        request.key(),
                        schemes.nextNumber(by.agencyId(), request.key()),
                        Objects.requireNonNull(VietnameseText.clean(request.title())),
                        request.validFrom(),
                        schemes.write(said),
                        act(by));
        schemes.persistAndFlush(scheme);
        note("createClassificationScheme", scheme, Map.of("key", request.key()));
        return scheme;
    }

    @Transactional
    SchemePlanView preview(UUID id) {
        return plan(schemes.require(id));
    }

    private SchemePlanView plan(Scheme scheme) {
        Scheme before = schemes.newest(scheme.agencyId(), scheme.key()).orElse(null);
        SchemeVersion said = schemes.said(scheme);
        Map<String, Map<String, Integer>> moves = new TreeMap<>();
        List<String> byHand = new ArrayList<>();
        TreeSet<String> forgotten = new TreeSet<>();
        List<Placings.Open> lines = open(before, scheme);
        for (Placings.Open line : lines) {
            switch (said.of(line.code())) {
                case Fate.Becomes becomes ->
                        moves.computeIfAbsent(line.code(), c -> new TreeMap<>())
                                .merge(becomes.code(), 1, Integer::sum);
                case Fate.ByHand hand -> byHand.add(line.notation());
                case Fate.Forgotten gone -> forgotten.add(line.code());
            }
        }
        List<SchemePlanView.Move> all = new ArrayList<>();
        moves.forEach((from, targets) ->
                targets.forEach((to, count) -> all.add(new SchemePlanView.Move(from, to, count))));
        return new SchemePlanView(
                hash(scheme, before, lines), lines.size(), all, byHand, List.copyOf(forgotten));
    }

    private List<Placings.Open> open(@Nullable Scheme before, Scheme next) {
        return before == null ? List.of() : placings.open(before.id(), next.validFrom().getYear());
    }

    private static String hash(Scheme scheme, @Nullable Scheme before, List<Placings.Open> lines) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(
                    (scheme.id() + "|" + (before == null ? "" : before.id()))
                            .getBytes(StandardCharsets.UTF_8));
            for (Placings.Open line : lines) {
                digest.update((line.itemId() + line.code()).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Transactional
    Answer<SchemeView> approve(
            UUID id, @Nullable Approval request, @Nullable String ifMatch, @Nullable String key) {
        return idempotency.once(
                "approveClassificationScheme",
                key,
                Map.of("id", id, "body", request == null ? Map.of() : request),
                SchemeView.class,
                () -> {
                    Scheme scheme = schemes.locked(id);
                    ETags.check(ifMatch, scheme.version());
                    approve(scheme, request);
                    return answer(200, scheme);
                });
    }

    private void approve(Scheme scheme, @Nullable Approval given) {
        Findings findings = validation.of(given);
        findings.raise();
        Approval request = Objects.requireNonNull(given);
        Caller by = caller.get();
        if (!scheme.state().equals(Scheme.DRAFT)) {
            throw new Problem(DocumentProblem.SCHEME_STATE_FORBIDS, scheme.state());
        }
        if (by.subject().equals(scheme.createdSubject())) {
            throw new Problem(DocumentProblem.SAME_PERSON, scheme.key());
        }
        SchemePlanView plan = plan(scheme);
        if (!plan.planHash().equals(request.planHash())) {
            throw new Problem(DocumentProblem.SCHEME_PLAN_CHANGED, scheme.id());
        }
        plan.forgotten().forEach(code -> findings.add("/mapping", "HEADING_FORGOTTEN", code));
        Scheme before = schemes.newest(scheme.agencyId(), scheme.key()).orElse(null);
        findings.addUnless(
                before == null || before.number() < scheme.number(),
                "/number",
                "NEWER_VERSION_IN_FORCE");
        findings.raise();
        move(before, scheme);
        scheme.approve(act(by), request.reference().strip());
        schemes.flush();
        note("approveClassificationScheme", scheme, Map.of("moved", plan.placed()));
    }

    private void move(@Nullable Scheme before, Scheme next) {
        if (before == null) {
            return;
        }
        SchemeVersion said = schemes.said(next);
        for (Placings.Open line : open(before, next)) {
            if (said.of(line.code()) instanceof Fate.Becomes becomes) {
                placings.place(next.agencyId(), next.id(), line.itemId(), becomes.code());
            }
        }
        before.endBefore(next.validFrom());
    }

    private Scheme.Act act(Caller by) {
        return new Scheme.Act(by.subject(), by.username(), clock.instant());
    }

    private void note(String operation, Scheme scheme, Map<String, Object> details) {
        audit.append(
                scheme.agencyId(),
                operation,
                "classification-scheme",
                scheme.id(),
                scheme.version(),
                details);
    }

    private Answer<SchemeView> answer(int status, Scheme scheme) {
        return new Answer<>(
                status,
                "/v1/classification-schemes/" + scheme.id(),
                ETags.header(scheme.version()),
                view(scheme));
    }
}
