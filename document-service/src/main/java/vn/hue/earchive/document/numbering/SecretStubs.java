package vn.hue.earchive.document.numbering;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.time.LegalDate;

/**
 * Number slots of state-secret papers (Decree 30/2020 Art 15: their own series). Their content is
 * kept on paper and never comes here.
 */
@ApplicationScoped
class SecretStubs implements PanacheRepositoryBase<SecretStub, UUID> {

    private static final Set<String> DIRECTIONS = Set.of("INCOMING", "OUTGOING");
    private static final Set<String> LEVELS = Set.of("CONFIDENTIAL", "SECRET", "TOP_SECRET");

    private final NumberSeries numbers;
    private final Validation validation;
    private final Idempotency idempotency;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    SecretStubs(
            NumberSeries numbers,
            Validation validation,
            Idempotency idempotency,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.numbers = numbers;
        this.validation = validation;
        this.idempotency = idempotency;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Answer<SecretStubView> once(@Nullable SecretStubRequest request, @Nullable String key) {
        return idempotency.once(
                "enterSecretStub",
                key,
                request == null ? Map.of() : request,
                SecretStubView.class,
                () -> new Answer<>(201, "/v1/secret-stubs", null, enter(request).view()));
    }

    private SecretStub enter(@Nullable SecretStubRequest given) {
        Findings findings = validation.of(given);
        SecretStubRequest request = Objects.requireNonNull(given);
        check(findings, "/direction", request.direction(), DIRECTIONS);
        check(findings, "/securityClass", request.securityClass(), LEVELS);
        findings.raise();
        Caller by = caller.get();
        LocalDate today = LegalDate.today(clock);
        String series = OutgoingSeries.secret(request.direction().equals("INCOMING"));
        SecretStub stub =
                new SecretStub(
                        Ids.next(),
                        by.agencyId(),
                        request.direction(),
                        numbers.take(by.agencyId(), today.getYear(), series),
                        request.securityClass(),
                        today,
                        by.username());
        persist(stub);
        audit.append(by.agencyId(), "enterSecretStub", "secret-stub", stub.id(), 1, Map.of());
        return stub;
    }

    private static void check(
            Findings findings, String pointer, @Nullable String code, Set<String> known) {
        if (code != null && !code.isBlank()) {
            findings.addUnless(
                    known.contains(code),
                    pointer,
                    "UNKNOWN_CODE",
                    code,
                    String.join(", ", known.stream().sorted().toList()));
        }
    }

    List<SecretStub> page(@Nullable UUID before, int rows) {
        Map<String, Object> parameters = new HashMap<>(Map.of("agency", caller.get().agencyId()));
        String where = "agencyId = :agency";
        if (before != null) {
            where += " and id < :before";
            parameters.put("before", before);
        }
        return find(where + " order by id desc", parameters).range(0, rows - 1).list();
    }
}
