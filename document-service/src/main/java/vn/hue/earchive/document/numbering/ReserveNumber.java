package vn.hue.earchive.document.numbering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.access.Actions;
import vn.hue.earchive.document.codelist.CodeLists;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.rest.ETags;

/** Keeps numbers for documents to come, and gives kept ones up; both leave their reason. */
@ApplicationScoped
class ReserveNumber {

    private final OutgoingNumbers numbers;
    private final CodeLists codes;
    private final Validation validation;
    private final Idempotency idempotency;
    private final Audit audit;
    private final Actions actions;

    ReserveNumber(
            OutgoingNumbers numbers,
            CodeLists codes,
            Validation validation,
            Idempotency idempotency,
            Audit audit,
            Actions actions) {
        this.numbers = numbers;
        this.codes = codes;
        this.validation = validation;
        this.idempotency = idempotency;
        this.audit = audit;
        this.actions = actions;
    }

    @Transactional
    Answer<OutgoingNumberView> once(@Nullable ReserveNumberRequest request, @Nullable String key) {
        return idempotency.once(
                "reserveOutgoingNumber",
                key,
                request == null ? Map.of() : request,
                OutgoingNumberView.class,
                () -> {
                    OutgoingNumber number = reserve(request);
                    return answer(201, "/v1/outgoing-numbers", number);
                });
    }

    private OutgoingNumber reserve(@Nullable ReserveNumberRequest given) {
        Findings findings = validation.of(given);
        ReserveNumberRequest request = Objects.requireNonNull(given);
        boolean normative = Boolean.TRUE.equals(request.legalNormative());
        if (request.typeCode() != null) {
            codes.check(
                    findings,
                    normative ? CodeLists.LEGAL_NORMATIVE_TYPE : CodeLists.DOCUMENT_TYPE,
                    request.typeCode(),
                    "/typeCode");
        }
        findings.raise();
        OutgoingNumber number =
                numbers.take(request.typeCode(), normative, VietnameseText.clean(request.reason()));
        note("reserveOutgoingNumber", number);
        return number;
    }

    @Transactional
    Answer<OutgoingNumberView> voidOnce(
            UUID id,
            @Nullable VoidNumberRequest request,
            @Nullable String ifMatch,
            @Nullable String key) {
        return idempotency.once(
                "voidOutgoingNumber",
                key,
                Map.of("id", id, "body", request == null ? Map.of() : request),
                OutgoingNumberView.class,
                () -> {
                    OutgoingNumber number = numbers.locked(id);
                    ETags.check(ifMatch, number.version());
                    validation.of(request).raise();
                    String reason = VietnameseText.clean(Objects.requireNonNull(request).reason());
                    number.voidFor(Objects.requireNonNull(reason), null);
                    note("voidOutgoingNumber", number);
                    return answer(200, null, number);
                });
    }

    private Answer<OutgoingNumberView> answer(
            int status, @Nullable String location, OutgoingNumber number) {
        return new Answer<>(status, location, ETags.header(number.version()), view(number));
    }

    private void note(String action, OutgoingNumber number) {
        audit.append(
                number.agencyId(),
                action,
                "outgoing-number",
                number.id(),
                number.version(),
                Map.of(
                        "year", number.year(),
                        "series", number.series(),
                        "number", number.number()));
    }

    OutgoingNumberView view(OutgoingNumber number) {
        return number.view(
                number.state().equals(OutgoingNumber.RESERVED)
                        ? actions.allowed("voidOutgoingNumber")
                        : List.of());
    }
}
