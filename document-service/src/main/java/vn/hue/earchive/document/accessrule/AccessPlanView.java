package vn.hue.earchive.document.accessrule;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a draft would say otherwise than the rules in force, of open dossiers and what is filed in
 * them.
 *
 * @param planHash what an approval names, so that what comes into force is what was looked at
 * @param judged how many were looked at
 * @param changed how many would be judged otherwise
 * @param stricter of those, how many get stricter
 * @param examples the first of them
 */
record AccessPlanView(
        UUID ruleSetId,
        String planHash,
        long judged,
        long changed,
        long stricter,
        List<Example> examples) {

    /**
     * @param documentId absent for the dossier itself
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Example(
            UUID dossierId,
            @Nullable UUID documentId,
            String text,
            AccessJudgement now,
            AccessJudgement then) {}
}
