package vn.hue.earchive.document.codelist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.document.validation.Findings;

/**
 * The code lists, as the migrations brought them. They change with a release only, so each is read
 * once. Called inside a transaction.
 */
@ApplicationScoped
public class CodeLists {

    public static final String DOCUMENT_TYPE = "document-type";
    public static final String LANGUAGE = "language";
    public static final String MODE = "mode";
    public static final String CONFIDENCE_LEVEL = "confidence-level";
    public static final String URGENCY = "urgency";
    public static final String MAINTENANCE = "maintenance";
    public static final String PHYSICAL_CONDITION = "physical-condition";
    public static final String SIGN_CAPACITY = "sign-capacity";

    /** Types of documents of legal norms; each has its own number series. */
    public static final String LEGAL_NORMATIVE_TYPE = "legal-normative-type";

    /** Access mode 03 (Mật) is in the list of the law and never accepted here. */
    public static final String SECRET = "03";

    private final EntityManager entities;
    private final Map<String, List<CodeListEntry>> lists = new ConcurrentHashMap<>();

    CodeLists(EntityManager entities) {
        this.entities = entities;
    }

    /** Entries in the order of their codes; empty when there is no such list. */
    public List<CodeListEntry> entries(String list) {
        List<CodeListEntry> known = lists.get(list);
        if (known == null) {
            known =
                    entities.createQuery(
                                    "from CodeListEntry e where e.id.list = :list order by e.id.code",
                                    CodeListEntry.class)
                            .setParameter("list", list)
                            .getResultList();
            if (!known.isEmpty()) {
                lists.put(list, known);
            }
        }
        return known;
    }

    public Optional<CodeListEntry> find(String list, String code) {
        return one(list, e -> e.code().equals(code));
    }

    /** The entry that people call so, whatever its tones and case: {@code chỉ thị}, {@code CT}. */
    public Optional<CodeListEntry> byLabel(String list, String label) {
        String folded = VietnameseText.fold(label);
        return one(
                list,
                e ->
                        VietnameseText.fold(e.labelVi()).replaceAll(" \\(.*\\)$", "").equals(folded)
                                || label.equals(e.abbreviation()));
    }

    /** Adds a finding when the code is not an active one of the list. */
    public void check(Findings findings, String list, String code, String pointer) {
        if (find(list, code).filter(CodeListEntry::active).isEmpty()) {
            findings.add(pointer, "UNKNOWN_CODE", code, list);
        }
    }

    private Optional<CodeListEntry> one(String list, Predicate<CodeListEntry> wanted) {
        return entries(list).stream().filter(wanted).findFirst();
    }
}
