package vn.hue.earchive.document.retention;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.text.VietnameseText;

/** Rules of the current schedule. */
@ApplicationScoped
public class RetentionRules implements PanacheRepositoryBase<RetentionRule, UUID> {

    private static final String OF_CURRENT =
            "scheduleId = (select s.id from RetentionSchedule s where s.state = 'CURRENT')";

    /** The period that a rule gives to a dossier; empty when the schedule has no such rule. */
    public Optional<FixedRetention> fix(String code) {
        return byCode(code).map(RetentionRule::fixed);
    }

    /** True when a records manager has confirmed the rule against the text in force. */
    public boolean isConfirmed(String code) {
        return byCode(code).map(r -> r.view().certainty().equals("A")).orElse(false);
    }

    private Optional<RetentionRule> byCode(String code) {
        return find(OF_CURRENT + " and code = ?1", code).firstResultOptional();
    }

    /** Rules that contain every word, without regard to tones and case; in schedule order. */
    List<RetentionRule> matching(@Nullable String text, int afterPosition, int rows) {
        StringBuilder where = new StringBuilder(OF_CURRENT).append(" and position > :after");
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("after", afterPosition);
        String folded = text == null ? "" : VietnameseText.fold(text);
        int n = 0;
        for (String word : folded.isEmpty() ? new String[0] : folded.split(" ")) {
            where.append(" and searchText like :w").append(n).append(" escape '!'");
            String literal = word.replace("!", "!!").replace("%", "!%").replace("_", "!_");
            parameters.put("w" + n++, "%" + literal + "%");
        }
        return find(where + " order by position", parameters).range(0, rows - 1).list();
    }
}
