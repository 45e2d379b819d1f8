package vn.hue.earchive.document.incoming;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.customfield.CustomFilter;
import vn.hue.earchive.document.numbering.DocumentNumber;
import vn.hue.earchive.document.register.RegisteredDocument;
import vn.hue.earchive.document.register.RegisteredDocuments;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** The register of incoming documents. */
@ApplicationScoped
public class IncomingDocuments {

    private final RegisteredDocuments register;

    IncomingDocuments(RegisteredDocuments register) {
        this.register = register;
    }

    /** What a list is narrowed to; everything optional. */
    record Filter(
            @Nullable Integer year,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String number,
            @Nullable String state,
            @Nullable String urgency,
            @Nullable CustomFilter custom) {}

    /** Place in the register: newest first. */
    record Place(int year, long number) {}

    /**
     * @throws Problem NOT_FOUND
     */
    public RegisteredDocument require(UUID id) {
        return register.findByIdOptional(id)
                .filter(RegisteredDocument::isIncoming)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    /**
     * Keeps the document as it is until the transaction ends.
     *
     * @throws Problem NOT_FOUND
     */
    public RegisteredDocument locked(UUID id) {
        return register.locked(id)
                .filter(RegisteredDocument::isIncoming)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    List<RegisteredDocument> page(Filter filter, @Nullable Place after, int rows) {
        // A literal, so that the planner takes the index of the register.
        StringBuilder where = new StringBuilder("direction = 'INCOMING'");
        Map<String, Object> parameters = new HashMap<>();
        narrow(where, parameters, "registerYear = :year", "year", filter.year());
        narrow(where, parameters, "registeredOn >= :from", "from", filter.from());
        narrow(where, parameters, "registeredOn <= :to", "to", filter.to());
        String key = filter.number() == null ? null : DocumentNumber.keyOf(filter.number());
        narrow(where, parameters, "numberKey = :number", "number", key);
        narrow(where, parameters, "handlingState = :state", "state", filter.state());
        narrow(where, parameters, "urgency = :urgency", "urgency", filter.urgency());
        CustomFilter.narrow(where, parameters, filter.custom());
        if (after != null) {
            where.append(" and (registerYear, registerNumber) < (:afterYear, :afterNumber)");
            parameters.put("afterYear", after.year());
            parameters.put("afterNumber", after.number());
        }
        return register.find(where + " order by registerYear desc, registerNumber desc", parameters)
                .range(0, rows - 1)
                .list();
    }

    private static void narrow(
            StringBuilder where,
            Map<String, Object> parameters,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            parameters.put(name, value);
        }
    }
}
