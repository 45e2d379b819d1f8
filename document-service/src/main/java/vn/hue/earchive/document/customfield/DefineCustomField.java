package vn.hue.earchive.document.customfield;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.codelist.CodeLists;
import vn.hue.earchive.document.customfield.CustomField.Kind;
import vn.hue.earchive.document.customfield.CustomField.Subject;
import vn.hue.earchive.document.problem.DocumentProblem;
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

/** Defines a field or a new version of it, and retires one; values that are there stay. */
@ApplicationScoped
class DefineCustomField {

    private final CustomFieldTable table;
    private final CustomFields fields;
    private final CodeLists codes;
    private final Validation validation;
    private final Idempotency idempotency;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    DefineCustomField(
            CustomFieldTable table,
            CustomFields fields,
            CodeLists codes,
            Validation validation,
            Idempotency idempotency,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.table = table;
        this.fields = fields;
        this.codes = codes;
        this.validation = validation;
        this.idempotency = idempotency;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Answer<CustomFieldView> once(@Nullable CustomFieldRequest request, @Nullable String key) {
        return idempotency.once(
                "defineCustomField",
                key,
                request == null ? Map.of() : request,
                CustomFieldView.class,
                () -> answer(201, define(request)));
    }

    private CustomField define(@Nullable CustomFieldRequest given) {
        Findings findings = validation.of(given);
        CustomFieldRequest request = Objects.requireNonNull(given);
        Subject subject = one(Subject.values(), request.subject(), "/subject", findings);
        Kind kind = one(Kind.values(), request.kind(), "/kind", findings);
        String type = request.typeCode();
        if (type != null && subject == Subject.DOCUMENT) {
            codes.check(findings, CodeLists.DOCUMENT_TYPE, type, "/typeCode");
        }
        findings.addUnless(
                type == null || subject != Subject.DOSSIER, "/typeCode", "DOSSIERS_HAVE_NO_TYPE");
        findings.addUnless(
                (kind == Kind.CODE) == (request.codes() != null && !request.codes().isEmpty()),
                "/codes",
                "CODES_OF_CODE_ONLY");
        findings.raise();
        Caller by = caller.get();
        CustomField before =
                table.newest(
                                by.agencyId(),
                                Objects.requireNonNull(subject),
                                type == null ? "" : type,
                                request.key())
                        .orElse(null);
        findings.addUnless(before == null || before.kind() == kind, "/kind", "KIND_STAYS");
        findings.raise();
        if (before != null && before.isActive()) {
            before.become("REPLACED");
            table.flush();
        }
        CustomField field =
                new CustomField(
                        Ids.next(),
                        request,
                        subject,
                        Objects.requireNonNull(kind),
                        before == null ? 1 : before.number() + 1,
                        new CustomField.Act(by.agencyId(), by.username(), clock.instant()));
        table.persistAndFlush(field);
        note("defineCustomField", field);
        return field;
    }

    private static <E extends Enum<E>> @Nullable E one(
            E[] known, @Nullable String given, String pointer, Findings findings) {
        if (given == null) {
            return null;
        }
        for (E one : known) {
            if (one.name().equals(given)) {
                return one;
            }
        }
        findings.add(pointer, "UNKNOWN_CODE", given, Arrays.toString(known));
        return null;
    }

    /** Nothing new gets a value any more. */
    @Transactional
    Answer<CustomFieldView> retire(UUID id, @Nullable String ifMatch, @Nullable String key) {
        return idempotency.once(
                "retireCustomField",
                key,
                Map.of("id", id),
                CustomFieldView.class,
                () -> {
                    CustomField field = table.locked(id);
                    ETags.check(ifMatch, field.version());
                    if (!field.isActive()) {
                        throw new Problem(DocumentProblem.CUSTOM_FIELD_NOT_ACTIVE, field.key());
                    }
                    field.become("RETIRED");
                    table.flush();
                    note("retireCustomField", field);
                    return answer(200, field);
                });
    }

    private void note(String operation, CustomField field) {
        fields.forget(field.agencyId());
        audit.append(
                field.agencyId(),
                operation,
                "custom-field",
                field.id(),
                field.version(),
                Map.of("key", field.key(), "number", field.number()));
    }

    private static Answer<CustomFieldView> answer(int status, CustomField field) {
        return new Answer<>(
                status,
                "/v1/custom-fields/" + field.id(),
                ETags.header(field.version()),
                field.view());
    }
}
