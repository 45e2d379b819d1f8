package vn.hue.earchive.document.print;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.identity.CurrentCaller;

/** Lines of a register, read in the order of their numbers without a limit on their count. */
@ApplicationScoped
public class RegisterLines {

    private static final String INCOMING =
            """
            select d.id, d.series_key, d.register_number, d.registered_on, d.issuer_name, d.number,
            d.notation, d.issued_date, d.type_name, d.subject, d.assignee,
            (h.assigned_at at time zone 'Asia/Ho_Chi_Minh')::date as forwarded_on,
            h.received_by, d.signer_position, d.signer_name, d.description as note, null::text as sign_capacity,
            null::text as recipients, null::text as kept_by, null::bigint as copies,
            null::text as void_reason
            from document d left join handling h on h.document_id = d.id
            where d.agency_id = ? and d.direction = 'INCOMING' and d.register_year = ?
            """;

    /** A number without a document stands in its line with the reason. */
    private static final String OUTGOING =
            """
            select o.id, n.series_key, n.number_value as register_number,
            coalesce(o.issued_date, n.taken_on) as registered_on, o.issuer_name, o.number,
            coalesce(o.notation, n.notation) as notation, o.issued_date, o.type_name, o.subject,
            null::text as assignee, null::date as forwarded_on, null::text as received_by,
            o.signer_position, o.signer_name, o.sign_capacity,
            (select string_agg(r.name, '; ' order by r.position) from outgoing_recipient r
             where r.document_id = o.id) as recipients,
            coalesce(o.archive_copy_unit, o.drafting_unit) as kept_by, o.copies,
            concat_ws('. ', o.description, case o.state
                when 'RECALLED' then 'Thu hồi: ' || coalesce(o.end_reason, '')
                when 'REPLACED' then 'Đã thay thế: ' || coalesce(o.end_reason, '')
                when 'CORRECTED' then 'Đã đính chính: ' || coalesce(o.end_reason, '') end) as note,
            case n.state when 'VOID' then 'Số hủy: ' || n.reason
                when 'RESERVED' then 'Số dành riêng: ' || n.reason end as void_reason
            from outgoing_number n
            left join outgoing_document o on o.id = n.document_id and n.state = 'USED'
            where n.agency_id = ? and n.series_year = ?
            """;

    private final Query query;
    private final CurrentCaller caller;

    RegisterLines(Query query, CurrentCaller caller) {
        this.query = query;
        this.caller = caller;
    }

    /**
     * What of a register is meant.
     *
     * @param from first day of arrival or issue
     * @param to last day of it
     */
    public record Range(
            Register register, int year, @Nullable LocalDate from, @Nullable LocalDate to) {

        public static Range whole(Register register, int year) {
            return new Range(register, year, null, null);
        }
    }

    /** How far a range reaches; days are null when it is empty. */
    public record Extent(
            long lines,
            long first,
            long last,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay) {}

    @Transactional(Transactional.TxType.MANDATORY)
    public Extent extent(Range range) {
        return query.all(
                        """
                        select count(*) as lines, min(register_number) as first,
                        max(register_number) as last, min(registered_on) as first_day,
                        max(registered_on) as last_day from (%s) line where true %s
                        """
                                .formatted(lines(range), days(range)),
                        parameters(range),
                        row ->
                                new Extent(
                                        row.number("lines"),
                                        row.number("first"),
                                        row.number("last"),
                                        row.day("first_day"),
                                        row.day("last_day")))
                .getFirst();
    }

    /** Every line, series by series, by number. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void each(Range range, Consumer<RegisterLine> to) {
        query.each(
                "select * from (%s) line where true %s order by series_key, register_number"
                        .formatted(lines(range), days(range)),
                parameters(range),
                row -> to.accept(line(row)));
    }

    private static String lines(Range range) {
        return range.register() == Register.INCOMING ? INCOMING : OUTGOING;
    }

    private static String days(Range range) {
        return (range.from() == null ? "" : " and registered_on >= ?")
                + (range.to() == null ? "" : " and registered_on <= ?");
    }

    private List<Object> parameters(Range range) {
        UUID agency = caller.get().agencyId();
        List<Object> parameters = new ArrayList<>(List.of(agency, range.year()));
        LocalDate from = range.from();
        if (from != null) {
            parameters.add(from);
        }
        LocalDate to = range.to();
        if (to != null) {
            parameters.add(to);
        }
        return parameters;
    }

    private static RegisterLine line(Query.Line row) {
        return new RegisterLine(
                row.idOrNone("id"),
                row.some("series_key"),
                row.number("register_number"),
                row.day("registered_on"),
                row.text("issuer_name"),
                row.text("number"),
                row.none("notation"),
                row.day("issued_date"),
                row.text("type_name"),
                row.text("subject"),
                row.text("assignee"),
                row.day("forwarded_on"),
                row.text("received_by"),
                signer(
                        row.text("sign_capacity"),
                        row.text("signer_position"),
                        row.text("signer_name")),
                row.text("recipients"),
                row.text("kept_by"),
                row.numberOrNone("copies"),
                row.none("note"),
                row.text("void_reason"));
    }

    private static @Nullable String signer(
            @Nullable String capacity, @Nullable String position, @Nullable String name) {
        StringBuilder signer = new StringBuilder();
        for (String part :
                new String[] {capacity == null ? null : capacity + ".", position, name}) {
            if (part != null) {
                signer.append(signer.isEmpty() ? "" : " ").append(part);
            }
        }
        return signer.isEmpty() ? null : signer.toString();
    }
}
